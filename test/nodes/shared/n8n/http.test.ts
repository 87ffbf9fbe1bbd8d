import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { CredentialRefusal } from '../../../../credentials/shared/authorise';
import { Failure } from '../../../../nodes/shared/failures/failure';
import { NoAnswer } from '../../../../nodes/shared/http/types';
import { n8nSend } from '../../../../nodes/shared/n8n/http';
import { FakeClock, settled } from '../fakes';

type Helper = (type: string, options: IHttpRequestOptions, more: unknown) => Promise<unknown>;

function senderOf(helper: Helper, signal?: AbortSignal) {
	const context = {
		helpers: { httpRequestWithAuthentication: helper },
	} as unknown as IAllExecuteFunctions;
	return n8nSend(context, 'outXApi', 'https://api.outx.ai', { apiKey: 'k' }, signal);
}

/** What is thrown when n8n's helper throws that. */
async function thrown(error: unknown, signal?: AbortSignal): Promise<NoAnswer | Failure> {
	const send = senderOf(async () => await Promise.reject(error as Error), signal);
	return (await send({ method: 'POST', path: '/x' }).catch((e: unknown) => e)) as
		| NoAnswer
		| Failure;
}

/** As n8n wraps what axios threw (rules.md §2.1). */
const wrapped = (facts: object): Error =>
	Object.assign(new Error('The service is not available'), {
		name: 'NodeApiError',
		cause: Object.assign(new Error('axios'), facts),
	});

const NEVER_LEFT = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EAI_FAIL',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'ERR_INVALID_URL',
];
const MAY_HAVE_LEFT = [
	'ECONNRESET',
	'ECONNABORTED',
	'ETIMEDOUT',
	'ESOCKETTIMEDOUT',
	'EPIPE',
	'EPROTO',
	'ERR_BAD_RESPONSE',
	'ERR_NETWORK',
	'HPE_INVALID_CONSTANT',
	'UND_ERR_SOCKET',
	'ECONNREFUSEDLY',
];

describe('a request without an answer', () => {
	it.each(NEVER_LEFT)('certainly never left with %s', async (code) => {
		expect(await thrown(wrapped({ code }))).toMatchObject({ left: false, code, aborted: false });
		expect(await thrown(Object.assign(new Error('n8n'), { httpCode: code }))).toMatchObject({
			left: false,
			code,
		});
	});

	it.each(MAY_HAVE_LEFT)('may have left with %s', async (code) => {
		expect(await thrown(wrapped({ code }))).toMatchObject({ left: true, code, aborted: false });
	});

	it.each(['read', 'write'])('may have left when the route went away on %s', async (syscall) => {
		const gone = wrapped({ code: 'EHOSTUNREACH', syscall });
		expect(await thrown(gone)).toMatchObject({ left: true });
		const never = wrapped({ code: 'EHOSTUNREACH', syscall: 'connect' });
		expect(await thrown(never)).toMatchObject({ left: false });
	});

	it('never left when n8n itself refused it, and says in whose words', async () => {
		const answer = await thrown(new Error('Domain not allowed'));
		expect(answer).toBeInstanceOf(NoAnswer);
		expect(answer).toMatchObject({ left: false, code: undefined, message: 'Domain not allowed' });
	});

	it.each(['ERR_CANCELED', 'ABORT_ERR'])('was stopped on the way with %s', async (code) => {
		expect(await thrown(wrapped({ code }))).toMatchObject({ left: true, aborted: true });
	});

	it('may have left when Stop was pressed, whatever the error says', async () => {
		expect(await thrown(new Error('canceled'), AbortSignal.abort())).toMatchObject({
			left: true,
			aborted: true,
		});
	});

	it.each(['text', undefined, null, 7])('bears %p', async (error) => {
		expect(await thrown(error)).toMatchObject({ left: false, aborted: false });
	});

	it('bears errors that cause each other', async () => {
		const one: { cause?: unknown } = new Error('one');
		one.cause = { cause: one };
		expect(await thrown(one)).toBeInstanceOf(NoAnswer);
	});

	it('is the refusal of the credential, however deep n8n wraps it', async () => {
		const refusal = new CredentialRefusal('The API Key in the credential is empty', 'Paste it.');
		expect(await thrown(refusal)).toBe(refusal);
		expect(await thrown({ cause: refusal })).toBe(refusal);
		expect(await thrown({ cause: { cause: refusal } })).toBe(refusal);
	});
});

describe('a request', () => {
	const sent = async (request: Parameters<ReturnType<typeof senderOf>>[0], full: unknown = {}) => {
		const calls: unknown[][] = [];
		const send = senderOf(async (...args) => {
			calls.push(args);
			return await Promise.resolve(full);
		});
		const answer = await send(request);
		return { answer, options: calls[0][1] as IHttpRequestOptions, args: calls[0], calls };
	};

	it('goes through the credential, follows no redirect and throws no status', async () => {
		const { options, args } = await sent({
			method: 'GET',
			path: '/a/b',
			query: { x: 1, y: undefined, z: 'q&r' },
			timeoutMs: 5,
		});
		expect(args[0]).toBe('outXApi');
		expect(options).toMatchObject({
			method: 'GET',
			url: 'https://api.outx.ai/a/b',
			qs: { x: 1, z: 'q&r' },
			timeout: 5,
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		});
		expect(Object.keys(options.qs ?? {})).toEqual(['x', 'z']);
		expect(options).not.toHaveProperty('body');
		expect(options).not.toHaveProperty('json');
	});

	it('has a time-out of its own', async () => {
		const { options } = await sent({ method: 'POST', path: '/x', body: { a: 1 } });
		expect(options.timeout).toBeGreaterThan(0);
		expect(options.timeout).toBeLessThan(300_000);
		expect(options.body).toEqual({ a: 1 });
	});

	it.each([
		['as text', '{"id":1234567890123456789}', '{"id":1234567890123456789}'],
		['parsed by somebody else', { id: 1 }, '{"id":1}'],
		['missing', undefined, ''],
	])('gives a body that came %s as text', async (_, body, text) => {
		const full = { statusCode: '429', headers: { 'Retry-After': 5, ETag: ['a', 'b'] }, body };
		const { answer } = await sent({ method: 'GET', path: '/x' }, full);
		expect(answer).toEqual({ status: 429, headers: { 'retry-after': '5', etag: 'a,b' }, text });
	});

	it.each(['text', null])('bears the answer %p', async (full) => {
		const { answer } = await sent({ method: 'GET', path: '/x' }, full);
		expect(answer).toEqual({ status: 0, headers: {}, text: '' });
	});
});

describe('an error of which n8n 1.123 and 2.20 keep the words only', () => {
	it('is the refusal of the credential where it says what to do', async () => {
		const { message, description } = new CredentialRefusal('The key is empty', 'Paste it again.');
		const kept = Object.assign(new Error(message), { name: 'NodeApiError', description });
		expect(((await thrown(kept)) as Failure).facts).toMatchObject({
			reason: 'authentication',
			outcome: 'notSent',
			what: 'The key is empty',
			next: 'Paste it again.',
		});
	});

	it.each(['', 'Something else.', undefined])(
		'is no refusal with the description %j',
		async (description) => {
			const kept = Object.assign(new Error('It broke. Try again.'), { description });
			expect(await thrown(kept)).toBeInstanceOf(NoAnswer);
		},
	);

	it.each([
		['read EHOSTUNREACH', true],
		['write ENETUNREACH', true],
		['connect EHOSTUNREACH 10.0.0.1:443', false],
		['getaddrinfo ENOTFOUND read', false],
	])('tells by %j whether the request had left: %s', async (words, left) => {
		const code = words.split(' ').find((word) => word.startsWith('E'));
		const kept = Object.assign(new Error('wrapped'), { httpCode: code, messages: [words] });
		expect(await thrown(kept)).toMatchObject({ left });
	});
});

describe('a request whose answer never ends', () => {
	/** A helper that answers when its signal is aborted, or never. */
	const set = (heedsSignal: boolean, stop?: AbortSignal) => {
		const clock = new FakeClock();
		const signals: AbortSignal[] = [];
		const context = {
			getExecutionCancelSignal: () => stop,
			helpers: {
				async httpRequestWithAuthentication(
					this: { getExecutionCancelSignal: () => AbortSignal },
					_type: string,
					options: IHttpRequestOptions,
				) {
					// As n8n does: its own signal goes in front of any other (rules.md §2.1).
					const signal = this.getExecutionCancelSignal();
					signals.push(signal, options.abortSignal as AbortSignal);
					return await new Promise((_, reject) => {
						if (!heedsSignal) return;
						signal.addEventListener('abort', () =>
							reject(Object.assign(new Error('canceled'), { code: 'ERR_CANCELED' })),
						);
					});
				},
			},
		} as unknown as IAllExecuteFunctions;
		const send = n8nSend(context, 'outXApi', 'https://api.outx.ai', {}, stop, clock);
		return { clock, signals, send };
	};

	it.each([true, false])(
		'is given up after two minutes (n8n heeds the signal: %s)',
		async (heeds) => {
			const { clock, signals, send } = set(heeds);
			const asked = send({ method: 'POST', path: '/x' }).catch((error: unknown) => error);
			await clock.pass(119_000);
			expect(signals.every(({ aborted }) => !aborted)).toBe(true);
			await clock.pass(1_000);
			expect(await asked).toBeInstanceOf(NoAnswer);
			expect(await asked).toMatchObject({ left: true, code: 'ETIMEDOUT', aborted: false });
			expect(signals).toHaveLength(2);
			expect(signals.every(({ aborted }) => aborted)).toBe(true);
			await clock.run();
			expect(clock.sleeping).toBe(0);
		},
	);

	it('has a time of its own where it needs one', async () => {
		const { clock, send } = set(false);
		const begun = clock.now();
		for (const [request, ms] of [
			[{ deadlineMs: 15_000, timeoutMs: 15_000 }, 15_000],
			[{ timeoutMs: 180_000 }, 180_000],
			[{ timeoutMs: 1_000 }, 120_000],
		] as const) {
			const at = clock.now();
			let over = 0;
			void send({ method: 'POST', path: '/x', ...request }).catch(() => {
				over = clock.now() - at;
			});
			await clock.pass(200_000);
			expect(over).toBe(ms);
		}
		expect(clock.now()).toBeGreaterThan(begun);
	});

	it('ends at once with Stop, as a stopped one', async () => {
		const stop = new AbortController();
		const { clock, send } = set(true, stop.signal);
		const asked = send({ method: 'POST', path: '/x' }).catch((error: unknown) => error);
		await clock.pass(5_000);
		stop.abort();
		await settled();
		expect(await asked).toMatchObject({ left: true, aborted: true });
	});

	it('leaves no timer behind that lasts longer than a second', async () => {
		const { clock } = set(true);
		const context = {
			helpers: { httpRequestWithAuthentication: async () => await Promise.resolve({}) },
		} as unknown as IAllExecuteFunctions;
		await n8nSend(
			context,
			'x',
			'https://x.example',
			{},
			undefined,
			clock,
		)({
			method: 'GET',
			path: '/',
		});
		expect(Math.max(0, ...clock.slept)).toBeLessThanOrEqual(1_000);
		await clock.pass(1_000);
		expect(clock.sleeping).toBe(0);
	});
});
