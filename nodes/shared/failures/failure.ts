/** Why an item did not get through, in the words operators branch on (docs/outputs.md). */
export const FAILURE_REASONS = [
	'invalidInput',
	'authentication',
	'forbidden',
	'extensionOffline',
	'notFound',
	'notConnected',
	'limitReached',
	'throttled',
	'insufficientCredits',
	'otherPerson',
	'noteRefused',
	'outsideHours',
	'taskFailed',
	'timeout',
	'vendorUnavailable',
	'unexpectedAnswer',
	'cancelled',
] as const;

export type FailureReason = (typeof FAILURE_REASONS)[number];

/** Why nothing was attempted for an item, although nothing is wrong (docs/outputs.md). */
export type SkipReason =
	| 'alreadySent'
	| 'alreadyContacted'
	| 'duplicateInInput'
	| 'alreadyConnected'
	| 'alreadyInvited'
	| 'limitReached'
	| 'outsideHours';

/**
 * `notSent`: certain that nothing reached anybody. `unknown`: the request left this machine and no
 * answer settles what became of it.
 */
export type FailureOutcome = 'notSent' | 'unknown';

/** Somebody else than was asked for, as an answer names them: plain data. */
export interface FoundPerson {
	readonly name?: string;
	readonly profileUrl?: string;
	readonly publicIdentifier?: string;
	readonly urn?: string;
}

export interface FailureFacts {
	readonly reason: FailureReason;
	readonly outcome: FailureOutcome;
	/** One sentence: what happened, in the operator's words. */
	readonly what: string;
	/** One sentence: what to do next. */
	readonly next: string;
	/** The words the failure came with, if it came with any: the vendor's own unless `saidBy` names another. */
	readonly vendorText?: string;
	/** Who spoke, where it was not the vendor: n8n, this node, somebody in between. */
	readonly saidBy?: string;
	/** HTTP status of the answer, or the network's error code. */
	readonly httpCode?: string;
	readonly taskId?: string;
	/** Shortest wait the vendor asked for, in ms. */
	readonly retryAfterMs?: number;
	/** When a limit resets: ISO 8601, UTC. */
	readonly resetsAt?: string;
	/** Of `otherPerson`: whom the service named instead. */
	readonly found?: FoundPerson;
	/** True when any further attempt in this run would end the same way. */
	readonly stopsBatch?: boolean;
}

/** The one error of this package below n8n's floor. It holds plain data, so it can be stored and rebuilt. */
export class Failure extends Error {
	readonly facts: FailureFacts;

	constructor(facts: FailureFacts) {
		super(facts.what);
		this.name = 'Failure';
		this.facts = facts;
	}

	/** True only where repeating cannot deliver twice. */
	get retrySafe(): boolean {
		return this.facts.outcome === 'notSent';
	}

	/** The same failure with some facts changed. */
	with(changes: Partial<FailureFacts>): Failure {
		return new Failure({ ...this.facts, ...changes });
	}
}

/** The vendor says that the act is not needed: an outcome, not an error. */
export class Skip extends Error {
	constructor(
		readonly reason: SkipReason,
		readonly vendorText?: string,
	) {
		super(reason);
		this.name = 'Skip';
	}
}

/** Input that was refused before anything left. `what` names the field by its display name. */
export function invalidInput(what: string, next: string): Failure {
	return new Failure({ reason: 'invalidInput', outcome: 'notSent', what, next });
}

/** A new execution knows what a stopped one did, as long as the text is the same. */
export const GO_ON =
	'Run the workflow again with the same list: those who were reached already are skipped, the others get it.';

/** What to do about an act that may have been carried out. */
export const LOOK_FIRST =
	'Look at the conversation, the invitation or the post on LinkedIn before repeating this item.';

/** Stop was pressed. `outcome` says whether a request was already under way. */
export function cancelled(outcome: FailureOutcome = 'notSent'): Failure {
	return new Failure({
		reason: 'cancelled',
		outcome,
		what:
			outcome === 'notSent'
				? 'The execution was stopped before this item was attempted'
				: 'The execution was stopped while a request was under way, so it may have been carried out',
		next: outcome === 'notSent' ? GO_ON : LOOK_FIRST,
		stopsBatch: true,
	});
}

/** An earlier try of this execution ended while the request was under way, and left no word on it. */
export function cutOff(): Failure {
	return new Failure({
		reason: 'cancelled',
		outcome: 'unknown',
		what: 'An earlier try of this execution was cut off while this request was under way, so it may have been carried out',
		next: LOOK_FIRST,
		stopsBatch: false,
	});
}

/** What is caught and not ours to judge, on its way up: n8n's lint wants no bare rethrow. */
export const passOn = (error: unknown): unknown => error;
