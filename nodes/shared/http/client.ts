import type { z } from 'zod';

import { Failure, LOOK_FIRST, Skip, cancelled } from '../failures/failure';
import { redactWithin } from '../failures/redact';
import type { Redact } from '../failures/redact';
import { stopsBatch } from '../failures/rules';
import { openRule } from '../failures/statuses';
import type { Clock } from '../wait/wait';
import { throwIfAborted, wait } from '../wait/wait';
import { contradictsItself } from './contradiction';
import { isObject, parseJson } from '../json/json';
import type { Dialect } from './refusal';
import { refusal } from './refusal';
import { readMoment } from './resets';
import { readRetryDelay } from './retry';
import type { HttpAnswer, HttpRequest, HttpSend } from './types';
import { NoAnswer } from './types';

export interface VendorAnswer<T> {
	readonly data: T;
	readonly headers: Readonly<Record<string, string>>;
	/** When it came, in ms: by our clock as we asked, and by the vendor's own (its Date header). */
	readonly moment?: { readonly ours: number; readonly theirs: number };
}

/** Speaks to one vendor with one credential. Every method throws `Failure` or `Skip` only. */
export interface Client {
	/** A request that is safe to repeat: retried a few times where the fault will pass. */
	read<T>(
		request: HttpRequest,
		schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	): Promise<VendorAnswer<T>>;
	/** The same, but tried once: for whoever asks again anyway. */
	readOnce<T>(
		request: HttpRequest,
		schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	): Promise<VendorAnswer<T>>;
	/** A request that alters something or reaches a person: sent once, whatever happens. */
	sendOnce<T>(
		request: HttpRequest,
		schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	): Promise<VendorAnswer<T>>;
}

export interface ClientTools {
	readonly send: HttpSend;
	readonly clock: Clock;
	readonly signal?: AbortSignal;
	/** Hides secrets in whatever the vendor says. */
	readonly redact: Redact;
	/** 0 ≤ x < 1; spreads retries. */
	readonly random?: () => number;
}

function fromNoAnswer(error: NoAnswer, label: string, redact: ClientTools['redact']): Failure {
	if (error.aborted) return cancelled(error.left ? 'unknown' : 'notSent');
	const httpCode = error.code === undefined ? {} : { httpCode: error.code };
	return error.left
		? new Failure({
				reason: 'vendorUnavailable',
				outcome: 'unknown',
				what: `The line to ${label} broke before an answer came, so it may have been carried out`,
				next: LOOK_FIRST,
				...httpCode,
			})
		: new Failure({
				reason: 'vendorUnavailable',
				outcome: 'notSent',
				what: `${label} could not be reached`,
				next: 'Check the base URL in the credential and the network of your n8n, then run the item again.',
				vendorText: redact(error.message),
				saidBy: 'n8n',
				...httpCode,
			});
}

function unexpected(dialect: Dialect, answer: HttpAnswer, problem: string): Failure {
	const isPage = /^\s*</.test(answer.text) || answer.status >= 300;
	return new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'unknown',
		what: `${dialect.label} gave an answer this node cannot read (${problem})`,
		next: isPage ? `Check the Base URL in the credential. ${LOOK_FIRST}` : LOOK_FIRST,
		httpCode: String(answer.status),
	});
}

/**
 * What an answer leaves open, it leaves open whatever its words promise: they stay to be read, but neither
 * the reason nor the advice is theirs, or somebody would follow it and act twice.
 */
function leftOpen(error: unknown, { label }: Dialect): unknown {
	if (!(error instanceof Failure)) return error;
	const { facts } = error;
	const isByWords = facts.outcome === 'unknown' && !/before repeating/.test(facts.next);
	if (!isByWords) return error;
	const { reason, what } = openRule(Number(facts.httpCode), label);
	return error.with({
		reason,
		what: `${what}, so it may have been carried out`,
		next: LOOK_FIRST,
		resetsAt: undefined,
		// What its words would end, it ends: whoever comes next would only meet it, too.
		stopsBatch: stopsBatch(facts),
	});
}

/** A success that says in the same breath that it was none. */
function contradictory({ label }: Dialect, body: unknown): Failure {
	const said = plainWords(body);
	return new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'unknown',
		what: `${label} gave an answer that contradicts itself, so it may have been carried out`,
		next: LOOK_FIRST,
		...(said !== '' && { vendorText: said.slice(0, 300) }),
	});
}

/**
 * What a refusal says outside the vendor's own form. A page of somebody in between is nothing the
 * vendor's table of texts knows of: its words must not be taken for the vendor's.
 */
function plainWords(body: unknown): string {
	if (!isObject(body)) return '';
	const said = [body.message, body.error, body.detail].find((part) => typeof part === 'string');
	return typeof said === 'string' ? said : '';
}

/** For a request that reaches nobody, "unknown" is no question: nothing was sent, and it may be repeated. */
function asNotSent(error: unknown): unknown {
	if (!(error instanceof Failure) || error.facts.outcome === 'notSent') return error;
	const { what, next } = error.facts;
	return error.with({
		outcome: 'notSent',
		what: what.replace(/, so it may have been carried out$/, ''),
		// What a read was told in words is worth following.
		next: /before repeating/.test(next) ? NOTHING_WAS_SENT : next,
	});
}

/** What counts as a passing fault of this request. */
function asPassing(error: unknown, { passing = [] }: HttpRequest): unknown {
	const isPassing = error instanceof Failure && passing.includes(Number(error.facts.httpCode));
	return isPassing ? error.with({ httpCode: '503' }) : error;
}

const NOTHING_WAS_SENT = 'Nothing was sent: try this item again in a few minutes.';

export function createClient(dialect: Dialect, tools: ClientTools): Client {
	const { send, clock, signal, redact } = tools;

	const rulesFor = ({ rules }: HttpRequest): Dialect =>
		rules ? { ...dialect, rules: [...rules, ...dialect.rules] } : dialect;

	async function once<T>(
		request: HttpRequest,
		schema: z.ZodType<T, z.ZodTypeDef, unknown>,
	): Promise<VendorAnswer<T>> {
		throwIfAborted(signal);
		const askedAt = clock.now();
		const answer = await send(request).catch((error: unknown) => {
			throw error instanceof NoAnswer ? fromNoAnswer(error, dialect.label, redact) : error;
		});
		const { text } = answer;
		const parsedBody = parseJson(text);
		const body =
			parsedBody === undefined || request.handsOutToken
				? parsedBody
				: redactWithin(parsedBody, redact);
		const complaint = dialect.complaint(body, answer.status);
		if (answer.status >= 400 || complaint) {
			const said = complaint ?? { text: plainWords(body), isForeign: true };
			const words = { ...said, text: redact(said.text) };
			throw refusal(rulesFor(request), answer, body, words, clock.now(), redact(text));
		}
		if (answer.status >= 300) throw unexpected(dialect, answer, `status ${answer.status}`);
		if (body === undefined) {
			throw unexpected(dialect, answer, text.trim() === '' ? 'it was empty' : 'it was not JSON');
		}
		const parsed = schema.safeParse(body);
		if (!parsed.success) {
			const field = parsed.error.issues[0]?.path.join('.');
			throw unexpected(dialect, answer, field ? `field ${field}` : 'its shape is unknown');
		}
		const theirs = readMoment(answer.headers.date);
		return {
			data: parsed.data,
			headers: answer.headers,
			...(theirs !== undefined && { moment: { ours: askedAt, theirs: Date.parse(theirs) } }),
		};
	}

	return {
		sendOnce: async (request, schema) => {
			const answer = await once(request, schema).catch((error: unknown) => {
				throw leftOpen(error, dialect);
			});
			if (contradictsItself(answer.data, rulesFor(request).rules))
				throw contradictory(dialect, answer.data);
			return answer;
		},
		readOnce: async (request, schema) =>
			await once(request, schema).catch((error: unknown) => {
				throw asNotSent(error);
			}),
		async read(request, schema) {
			for (let attempt = 1; ; attempt++) {
				try {
					return await once(request, schema);
				} catch (error) {
					const seen = asPassing(error, request);
					const delay = readRetryDelay(seen, attempt, tools.random ?? Math.random);
					if (delay === undefined || error instanceof Skip) throw asNotSent(error);
					await wait(delay, clock, signal);
				}
			}
		},
	};
}
