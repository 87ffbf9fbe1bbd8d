import type {
	IAllExecuteFunctions,
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { Failure, passOn } from '../failures/failure';
import { isObject } from '../json/json';
import type { HttpAnswer, HttpSend } from '../http/types';
import { NoAnswer } from '../http/types';
import type { Clock } from '../wait/wait';
import { clock as realClock } from './clock';

/** n8n's own time-out counts from the last byte: whoever sends one now and then never meets it. */
const DEFAULT_TIMEOUT_MS = 60_000;

/** A request and its answer, from beginning to end. */
const DEADLINE_MS = 120_000;

/** Codes of the network stack, and of TLS, for a request that never reached the other side. */
const NEVER_LEFT =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|CERT_.+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.+|ERR_TLS_CERT_ALTNAME_INVALID|ERR_INVALID_URL)$/;

const ABORTED = /^(ERR_CANCELED|ABORT_ERR)$/;

/** The error and what caused it, outermost first. */
function chainOf(error: unknown): Array<Record<string, unknown>> {
	const chain: Array<Record<string, unknown>> = [];
	for (let at = error; isObject(at) && chain.length < 5; at = at.cause) chain.push(at);
	return chain;
}

/**
 * n8n 1.123 and 2.20 keep the words of an error they wrap, and lose the error. A credential's refusal
 * is known by its message, which ends in its description.
 */
function retold(error: unknown): Failure | undefined {
	if (!isObject(error)) return undefined;
	const { message, description } = error;
	if (typeof message !== 'string' || typeof description !== 'string') return undefined;
	if (description === '' || !message.endsWith(`. ${description}`)) return undefined;
	return new Failure({
		reason: 'authentication',
		outcome: 'notSent',
		what: message.slice(0, -description.length - 2),
		next: description,
		stopsBatch: true,
	});
}

/** Whether the line broke under a request: told by the system call, or by its name in n8n's words. */
function brokeUnderWay({ syscall, messages }: Record<string, unknown>): boolean {
	if (syscall === 'read' || syscall === 'write') return true;
	const words: unknown[] = Array.isArray(messages) ? messages : [];
	return words.some((text) => /^(?:read|write) E/.test(String(text)));
}

/**
 * n8n wraps what went wrong in a NodeApiError whose `httpCode` or cause carries the network's code
 * (n8n-core, request-helper-functions). An error without any code came from n8n itself, before sending: a blocked domain,
 * its SSRF guard, the credential.
 */
function noAnswer(error: unknown, signal: AbortSignal | undefined): NoAnswer | Failure {
	const chain = chainOf(error);
	// What the credential itself refuses comes wrapped; it says best what is wrong.
	const refused = chain.find((cause) => cause instanceof Failure);
	if (refused instanceof Failure) return refused;
	const told = retold(error);
	if (told) return told;
	const code = chain.flatMap((at) => [at.code, at.httpCode]).find((at) => typeof at === 'string');
	// A route may also go away under a request that is on its way.
	const underWay = chain.some(brokeUnderWay);
	const message = error instanceof Error ? error.message : 'no answer';
	const aborted = signal?.aborted === true || (code !== undefined && ABORTED.test(code));
	return new NoAnswer(
		code === undefined ? aborted : underWay || !NEVER_LEFT.test(code),
		code,
		aborted,
		message,
	);
}

function lowerCased(headers: unknown): Record<string, string> {
	if (!isObject(headers)) return {};
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

function toAnswer(full: unknown): HttpAnswer {
	if (!isObject(full)) return { status: 0, headers: {}, text: '' };
	const { statusCode, headers, body } = full;
	return {
		status: Number(statusCode),
		headers: lowerCased(headers),
		// An intermediate layer may have parsed it already.
		text: typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body),
	};
}

const FIRST_SLICE_MS = 8;
const LONGEST_SLICE_MS = 1_000;

/**
 * True after that many ms, unless it is over before. n8n's timers cannot be called off, so they are short,
 * and shorter still at the beginning: most requests end soon, and nothing may outlast them for long.
 */
async function elapsed(ms: number, clock: Clock, over: AbortSignal): Promise<boolean> {
	let left = ms;
	for (let slice = FIRST_SLICE_MS; left > 0; slice = Math.min(2 * slice, LONGEST_SLICE_MS)) {
		const part = Math.min(slice, left);
		await clock.sleep(part);
		if (over.aborted) return false;
		left -= part;
	}
	return true;
}

/** Ends whatever is still to come when the time for it is over; the answer then leaves everything open. */
async function withinTime<T>(
	ms: number,
	clock: Clock,
	signal: AbortSignal | undefined,
	ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const cut = new AbortController();
	const over = new AbortController();
	const either = AbortSignal.any([cut.signal, ...(signal ? [signal] : [])]);
	const answered = ask(either);
	const late = elapsed(ms, clock, over.signal).then(async (isLate) =>
		isLate ? TOO_LATE : await answered,
	);
	try {
		const first = await Promise.race([answered, late]);
		if (first !== TOO_LATE) return first as T;
		// Nobody waits for it any more.
		answered.catch(() => undefined);
		cut.abort();
		throw new NoAnswer(true, 'ETIMEDOUT', false, `no whole answer within ${ms / 1_000} s`);
	} finally {
		late.catch(() => undefined);
		over.abort();
	}
}

const TOO_LATE = Symbol('too late');

/**
 * The context with another signal: n8n hands the one it finds there to every request, and ours ends
 * requests that trickle as well as stopped ones.
 */
function withSignal(context: IAllExecuteFunctions, signal: AbortSignal): IAllExecuteFunctions {
	if (!('getExecutionCancelSignal' in context)) return context;
	return Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	}) as IAllExecuteFunctions;
}

/**
 * Requests through n8n's own authenticated helper: its proxy, SSRF guard, domain limits and Stop apply.
 * Every status is returned, not thrown: that also keeps n8n from sending a request answered with 401
 * twice (n8n-core, request-helper-functions). Redirects are not followed, so a key never travels to another host.
 */
export function n8nSend(
	context: IAllExecuteFunctions,
	credentialType: string,
	baseUrl: string,
	credential: ICredentialDataDecryptedObject,
	signal?: AbortSignal,
	clock: Clock = realClock,
): HttpSend {
	return async (request) => {
		const options: IHttpRequestOptions = {
			method: request.method,
			url: `${baseUrl}${request.path}`,
			headers: { Accept: 'application/json' },
			qs: Object.fromEntries(
				Object.entries(request.query ?? {}).filter(([, value]) => value !== undefined),
			),
			...(request.body !== undefined && { body: request.body }),
			// Read as text: the parser of this package keeps long numbers, n8n's rounds them.
			encoding: 'text',
			timeout: request.timeoutMs ?? DEFAULT_TIMEOUT_MS,
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		};
		const ask = async (either: AbortSignal): Promise<unknown> =>
			await context.helpers.httpRequestWithAuthentication.call(
				withSignal(context, either),
				credentialType,
				{ ...options, abortSignal: either },
				// Handing over what was read once keeps n8n from reading and decrypting it for each request.
				{ credentialsDecrypted: { id: '', name: '', type: credentialType, data: credential } },
			);
		const ms = request.deadlineMs ?? Math.max(DEADLINE_MS, options.timeout ?? 0);
		try {
			return toAnswer(await withinTime(ms, clock, signal, ask));
		} catch (error) {
			throw error instanceof NoAnswer ? passOn(error) : noAnswer(error, signal);
		}
	};
}
