/** The three vendors, by the names the package uses for them. */
export type Vendor = 'outX' | 'connectSafely' | 'linkupApi';

export const VENDORS: readonly Vendor[] = ['outX', 'connectSafely', 'linkupApi'];

export type Json = Record<string, unknown>;

/** One request, read and parsed, with the vendor's prefix taken off its path. */
export interface Call {
	at: number;
	vendor: Vendor;
	method: string;
	/** As it came over the wire, percent-escapes included, without the query. */
	path: string;
	query: Record<string, string>;
	body: unknown;
	/** What stands in the body when it is not JSON. */
	rawBody: string;
	headers: Record<string, string>;
}

/** What a vendor answers. `unchecked` answers are not held against the contract. */
export interface Answer {
	status: number;
	body?: unknown;
	raw?: string;
	headers?: Record<string, string>;
	unchecked?: boolean;
	/** The world of this vendor has no such call. */
	unrouted?: boolean;
}

export interface LoggedRequest {
	at: number;
	vendor: Vendor | 'none';
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	headers: Record<string, string>;
	/** 0 as long as there is no answer, and for ever when the socket was destroyed. */
	status: number;
	fault?: string;
}

/** A message or an invitation that reached a person, or a like or a comment that a post got. */
export interface Delivery {
	at: number;
	vendor: Vendor;
	kind: 'message' | 'invitation' | 'like' | 'comment';
	from: string;
	/** The person's member id; the post's URN, or the id the vendor has for it. */
	to: string;
	/** Empty for a post. */
	publicIdentifier: string;
	text?: string;
	subject?: string;
	messageType?: 'normal' | 'inmail';
	hasMedia?: boolean;
	taskId?: string;
}

export interface Violation {
	where: 'request' | 'answer';
	vendor: Vendor | 'none';
	method: string;
	path: string;
	problems: string[];
}

/** A vendor's whole API as one function; synchronous, so that acts never interleave. */
export type Handler = (call: Call) => Answer;

/** Reads a value as a JSON object; anything else counts as an empty one. */
export function asObject(value: unknown): Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Json)
		: {};
}
