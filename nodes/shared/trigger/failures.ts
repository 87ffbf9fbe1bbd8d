import { Failure } from '../failures/failure';
import type { FailureReason } from '../failures/failure';

/** Faults that pass by themselves: the next poll is the next try. */
const PASSING: ReadonlySet<FailureReason> = new Set<FailureReason>([
	'vendorUnavailable',
	'unexpectedAnswer',
	'throttled',
	'timeout',
	'cancelled',
]);

const GOES_ON =
	'Nothing is lost: the next poll looks again. If this came up on activating the workflow, activate it again in a few minutes.';

/**
 * A failure in the words of a trigger: it has no items to run again, but polls that come by themselves
 * while its workflow is active.
 *
 * @param isSample 'Fetch Test Event' met it
 */
export function forTrigger(failure: Failure, isSample: boolean): Failure {
	const { reason, next } = failure.facts;
	if (PASSING.has(reason)) {
		return failure.with({ next: isSample ? 'Try again in a few minutes.' : GOES_ON });
	}
	const again = isSample ? 'fetch the test event again' : 'see that the workflow is active';
	return failure.with({
		next: next
			.replace(/run (?:(?:the|this) item again|the remaining items)/, again)
			.replace(/\b(?:this|the) item\b/, 'this node'),
	});
}

/** The time of a poll is over, and nothing was heard in it. */
export function noAnswerInTime(): Failure {
	return new Failure({
		reason: 'vendorUnavailable',
		outcome: 'notSent',
		what: 'No answer came within the time that n8n gives to one poll',
		next: GOES_ON,
	});
}
