import { seededRandom } from './random';
import type { Call, Vendor } from './types';

/** What can go wrong between a client and a vendor. */
export type FaultKind =
	/** The socket is destroyed, nothing was done. */
	| 'resetBefore'
	/** Carried out, then the socket is destroyed. */
	| 'resetAfter'
	/** The answer takes `delayMs`; carried out after the delay, or at once when `processed`. */
	| 'slow'
	/** An HTTP status, 500 unless given; `body` replaces the vendor's JSON. */
	| 'status'
	/** 429 that passes soon: Retry-After in `retryAfter` seconds, 2 unless given. */
	| 'throttle'
	/** 429 of a quota, hours away. */
	| 'quota'
	/** 200 with an HTML page. */
	| 'html'
	/** 200 with nothing. */
	| 'empty'
	/** 200 with JSON that stops in the middle. */
	| 'cutJson'
	/** 200 with the vendor's way of saying no in it; `text` and `code` say what. */
	| 'errorIn200'
	/** 302 to another path. */
	| 'redirect'
	/** A 5xx (`status`, 500 unless given) in the vendor's form, with words that promise too much. */
	| 'telling5xx'
	/** 200 that calls itself a success, with the same words beside it. */
	| 'success200'
	/** One byte every `delayMs`, 5 s unless given, without end; the request is carried out first. */
	| 'trickle'
	/** An OutX task that fails in words nobody documented; `processed`: after it was carried out. */
	| 'taskFails'
	/** Carried out, 500 in answer, and the conversation shows it only after `delayMs`, an hour unless given. */
	| 'showsLate'
	/** The vendor's messages carry times that are `delayMs` off, or in seconds with `inSeconds`. */
	| 'clockOff';

/** Words that say what a refusal says, of every kind the vendors' tables know. */
export const TELLING = [
	'LinkedIn session has expired, please reconnect',
	'LinkedIn profile not found',
	'Rate limit exceeded. Please try again later',
	'Your trial has expired. Please subscribe to continue',
	'Already connected with this profile',
	'Connection request already sent',
	'Recipient is not a 1st-degree connection',
	'Invalid API key',
	'Insufficient credits available',
	'This member has blocked you',
] as const;

export type Matcher = string | RegExp | ((request: Call) => boolean);

export interface FaultSpec {
	kind: FaultKind;
	vendor?: Vendor;
	/**
	 * `POST /message`, `/message`, a template of the contract, a RegExp over `POST /message`, or a
	 * function.
	 */
	match?: Matcher;
	/** How often it strikes: once, or without end when `rate` is given. */
	times?: number;
	/** How many matching requests pass first. */
	skip?: number;
	/** Share of matching requests it strikes, drawn from the seed. */
	rate?: number;
	/** Carried out before the answer goes wrong. Kinds that say so in their name ignore it. */
	processed?: boolean;
	delayMs?: number;
	status?: number;
	body?: string;
	retryAfter?: number;
	text?: string;
	code?: string;
	location?: string;
	inSeconds?: boolean;
}

export interface Fault extends FaultSpec {
	/** How often it struck so far. */
	fired: number;
	/** How many matching requests it has seen. */
	seen: number;
}

/** The faults in force; the first that fits a request strikes. */
export class Faults {
	private faults: Fault[] = [];
	private random: () => number;

	constructor(private readonly seed: number) {
		this.random = seededRandom(seed);
	}

	add(spec: FaultSpec): Fault {
		const fault: Fault = { ...spec, fired: 0, seen: 0 };
		this.faults.push(fault);
		return fault;
	}

	remove(fault: Fault): void {
		this.faults = this.faults.filter((other) => other !== fault);
	}

	/** No faults, and the random numbers start over. */
	clear(): void {
		this.faults = [];
		this.random = seededRandom(this.seed);
	}

	get all(): readonly Fault[] {
		return this.faults;
	}

	/** The fault that strikes this request. */
	strike(call: Call, template: string | undefined): Fault | undefined {
		for (const fault of this.faults) {
			if (this.strikes(fault, call, template)) {
				fault.fired += 1;
				return fault;
			}
		}
		return undefined;
	}

	private strikes(fault: Fault, call: Call, template: string | undefined): boolean {
		const times = fault.times ?? (fault.rate === undefined ? 1 : Infinity);
		if (fault.fired >= times) return false;
		if (fault.vendor && fault.vendor !== call.vendor) return false;
		if (!matches(fault.match, call, template)) return false;
		fault.seen += 1;
		if (fault.seen <= (fault.skip ?? 0)) return false;
		return fault.rate === undefined || this.random() < fault.rate;
	}
}

function matches(match: Matcher | undefined, call: Call, template: string | undefined): boolean {
	if (match === undefined) return true;
	if (typeof match === 'function') return match(call);
	const names = [call.path, template].filter((path) => path !== undefined);
	if (match instanceof RegExp) return match.test(`${call.method} ${call.path}`);
	return names.some((path) => match === path || match === `${call.method} ${path}`);
}
