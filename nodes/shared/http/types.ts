import type { FailureRule } from '../failures/rules';
import type { JsonObject } from '../json/types';

export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Below the credential's base URL, with a leading slash; segments are already encoded. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string | number | undefined>>;
	readonly body?: JsonObject;
	/** Longest silence, in ms. */
	readonly timeoutMs?: number;
	/** Longest time for the request and its answer together, in ms: 120 s or `timeoutMs`, unless given. */
	readonly deadlineMs?: number;
	/** Texts that this request alone may be answered with; they come before the vendor's own table. */
	readonly rules?: readonly FailureRule[];
	/** Further statuses of a passing fault, for a read: it is tried again as after a 503. */
	readonly passing?: readonly number[];
	/** The answer carries a token that the operator asked for: it is not hidden from the output. */
	readonly handsOutToken?: boolean;
}

export interface HttpAnswer {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** The body as it came. */
	readonly text: string;
}

/**
 * Sends one request with the credential attached. Resolves for every HTTP status; throws
 * `NoAnswer`, or a `Failure` when the credential refuses.
 */
export type HttpSend = (request: HttpRequest) => Promise<HttpAnswer>;

/** No HTTP answer came back. */
export class NoAnswer extends Error {
	constructor(
		/** False only when it is certain that the request never reached the vendor. */
		readonly left: boolean,
		/** The network's code (ECONNRESET, ENOTFOUND …) where there is one. */
		readonly code: string | undefined,
		/** True when Stop cut the request off. */
		readonly aborted: boolean,
		message: string,
	) {
		super(message);
		this.name = 'NoAnswer';
	}
}

/** Where a quota stands, as the vendor's headers tell it. Counts are acts; `resetsAt` is ISO 8601. */
export interface RateLimit {
	action?: string;
	limit?: number;
	used?: number;
	remaining?: number;
	resetsAt?: string;
}
