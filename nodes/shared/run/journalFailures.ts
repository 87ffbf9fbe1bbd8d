import { Failure, LOOK_FIRST } from '../failures/failure';
import type { SubjectKind } from '../operation/types';
import { storeWords } from '../sending/claims';

/** The places of the day are all taken. */
export function dayIsFull(maxPerDay: number, on: SubjectKind): Failure {
	const many = on === 'post' ? 'Posts' : 'People';
	return new Failure({
		reason: 'limitReached',
		outcome: 'notSent',
		what: `The most ${many.toLowerCase()} per day that this node may reach (${maxPerDay}) are reached`,
		next: `Run the remaining items tomorrow, or raise 'Most ${many} per Day'.`,
		stopsBatch: true,
	});
}

/** Nobody can say whether an act would be a second one. */
export function memoryUnreadable(error: unknown): Failure {
	if (error instanceof Failure) return error;
	return new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: `n8n's database could not tell whether this was sent before (${storeWords(error)}), so nothing was sent`,
		next: 'Run this item again when the database answers.',
		stopsBatch: false,
	});
}

/** A guard that counts over executions, in a workflow that has no place to count in. */
export function needsSaving(option: string): Failure {
	return new Failure({
		reason: 'invalidInput',
		outcome: 'notSent',
		what: `'${option}' cannot be kept, because this workflow was never saved: n8n remembers nothing of it`,
		next: 'Save the workflow and run it again, or remove the option.',
		stopsBatch: true,
	});
}

/** In an earlier try this item acted on somebody under another kind of name. */
export function unclearPerson(): Failure {
	return new Failure({
		reason: 'invalidInput',
		outcome: 'notSent',
		what: 'An earlier try of this execution already acted for this item, and nothing tells whether it was the same person',
		next: 'Name the person as in the earlier try, or run the item in a new execution if it is somebody else.',
		stopsBatch: false,
	});
}

/** Another retry of this execution began the act, and nothing tells how it ended. */
export function openInRetry(): Failure {
	return new Failure({
		reason: 'cancelled',
		outcome: 'unknown',
		what: 'Another retry of this execution began this act, and nothing tells whether it was carried out',
		next: LOOK_FIRST,
		stopsBatch: false,
	});
}
