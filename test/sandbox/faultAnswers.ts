import { LIMITS } from './connectSafely/quotas';
import type { Feature } from './connectSafely/quotas';
import { TOO_FAST } from './connectSafely/routes';
import { TEXTS } from './linkup/v1Errors';
import { failure } from './linkup/v2Answers';
import type { Code } from './linkup/v2Answers';
import { TELLING } from './faults';
import type { Fault } from './faults';
import { asObject } from './types';
import type { Answer, Call } from './types';
import { HOUR, iso, isoSeconds, windowEnd } from './world/calendar';
import type { World } from './world/world';

const PAGE =
	'<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking</body></html>';

/** What a faulty answer looks like. `real` is the true answer when the request was carried out. */
export function faultAnswer(fault: Fault, call: Call, world: World, real?: Answer): Answer {
	switch (fault.kind) {
		case 'status': {
			const status = fault.status ?? 500;
			if (fault.body !== undefined) return { status, raw: fault.body, headers: type(fault.body) };
			return {
				status,
				body: errorBody(call, world, fault.text ?? REASONS[status] ?? REASONS[500]),
			};
		}
		case 'throttle':
			return throttle(fault.retryAfter ?? 2, call, world);
		case 'quota':
			return quota(call, world);
		case 'html':
			return { status: 200, raw: fault.body ?? PAGE, headers: { 'Content-Type': 'text/html' } };
		case 'empty':
			return { status: 200, raw: '' };
		case 'cutJson': {
			const whole = real?.raw ?? JSON.stringify(real?.body ?? { success: true, message: 'Done' });
			return { status: 200, raw: whole.slice(0, Math.max(1, Math.floor(whole.length / 2))) };
		}
		case 'errorIn200':
			return {
				status: 200,
				body: errorBody(call, world, fault.text ?? 'Something went wrong', fault.code),
			};
		case 'telling5xx': {
			const text = fault.text ?? TELLING[(fault.fired - 1) % TELLING.length];
			return { status: fault.status ?? 500, body: errorBody(call, world, text, fault.code) };
		}
		case 'success200': {
			const text = fault.text ?? TELLING[(fault.fired - 1) % TELLING.length];
			const body = asObject(errorBody(call, world, text, fault.code));
			const yes = isV1(call) ? { status: 'success' } : { success: true };
			const told = body.error ?? text;
			return { status: 200, body: { ...body, ...yes, error: told } };
		}
		case 'showsLate':
			return { status: 500, body: errorBody(call, world, REASONS[500]) };
		case 'redirect':
			return { status: 302, raw: '', headers: { Location: fault.location ?? '/_sandbox/moved' } };
		default:
			throw new Error(`${fault.kind} has no answer`);
	}
}

/** The same answer with the times of its messages off, or in another unit. */
export function shifted(answer: Answer, fault: Fault): Answer {
	const move = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(move);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).map(([name, member]) => {
				const isTime = /^(?:sentAt|timestamp)$/.test(name) && typeof member === 'number';
				if (!isTime) return [name, move(member)];
				const at = member + (fault.delayMs ?? 0);
				return [name, fault.inSeconds ? Math.floor(at / 1_000) : at];
			}),
		);
	};
	return { ...answer, body: move(answer.body) };
}

const REASONS: Readonly<Record<number, string>> = {
	500: 'Internal server error',
	502: 'Bad gateway',
	503: 'Service unavailable',
	504: 'Gateway timeout',
};

const type = (body: string): Record<string, string> => ({
	'Content-Type': body.trimStart().startsWith('<') ? 'text/html' : 'application/json',
});

/** The vendor's own shape of a failure. */
function errorBody(call: Call, world: World, text: string, code = 'INTERNAL_ERROR'): unknown {
	switch (call.vendor) {
		case 'outX':
			return { success: false, error: text };
		case 'connectSafely':
			return { error: text, success: false };
		case 'linkupApi':
			if (!isV2(call)) return { status: 'error', [world.linkup.v1ErrorText]: text };
			return failure(code as Code, text, {}, world).body;
	}
}

const isV2 = (call: Call): boolean => call.path.startsWith('/v2/');
const isV1 = (call: Call): boolean => call.path.startsWith('/v1/');

function throttle(seconds: number, call: Call, world: World): Answer {
	const wait = { 'Retry-After': String(seconds) };
	switch (call.vendor) {
		case 'outX':
			return {
				status: 429,
				headers: wait,
				body: { error: 'Rate limit exceeded. Please try again later.' },
			};
		case 'connectSafely':
			return {
				status: 429,
				headers: {
					'X-RateLimit-Limit': '60',
					'X-RateLimit-Remaining': '0',
					'X-RateLimit-Reset': iso(world.now() + seconds * 1000),
					...wait,
				},
				body: { error: TOO_FAST, success: false },
			};
		case 'linkupApi':
			return {
				status: 429,
				headers: wait,
				body: isV2(call)
					? failure('RATE_LIMITED', 'Too many requests', {}, world).body
					: { status: 'error', [world.linkup.v1ErrorText]: TEXTS.rate },
			};
	}
}

const FEATURE: Readonly<Record<string, Feature>> = {
	'/connect': 'CONNECT',
	'/profile': 'PROFILE_VIEW',
};

function quota(call: Call, world: World): Answer {
	switch (call.vendor) {
		case 'outX':
			return {
				status: 429,
				body: { error: 'LinkedIn invitation limit reached. Please try again later.' },
			};
		case 'connectSafely':
			return connectSafelyQuota(FEATURE[call.path] ?? 'MESSAGE', world);
		case 'linkupApi':
			return isV2(call)
				? failure('RATE_LIMITED', 'LinkedIn limit reached for this account', {}, world)
				: {
						status: world.linkup.v1Errors === 'in200' ? 200 : 429,
						body: { status: 'error', [world.linkup.v1ErrorText]: TEXTS.rate },
					};
	}
}

function connectSafelyQuota(feature: Feature, world: World): Answer {
	const { limit, window } = LIMITS[feature];
	const resets = windowEnd(window, world.now());
	const date = feature === 'CONNECT' ? isoSeconds(resets) : iso(resets);
	const error = `Rate limit exceeded for ${feature}: ${limit}/${limit} used. Resets at ${date}`;
	const holdUntil = isoSeconds(world.now() + 24 * HOUR);
	return {
		status: 429,
		headers: {
			'X-RateLimit-Action': feature,
			'X-RateLimit-Limit': String(limit),
			'X-RateLimit-Used': String(limit),
			'X-RateLimit-Remaining': '0',
			'X-RateLimit-Reset': iso(resets),
		},
		body: { error, success: false, ...(feature === 'CONNECT' && { holdUntil }) },
	};
}
