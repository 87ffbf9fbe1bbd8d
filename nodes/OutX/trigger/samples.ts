import { Failure } from '../../shared/errors/failure';
import type { JsonObject } from '../../shared/http/types';
import { noAnswerInTime } from '../../shared/poll/failures';

/** Records that 'Fetch Test Event' shows. */
export const SAMPLES = 3;

/**
 * The sample among the newest records, oldest first as in a poll.
 *
 * @param newest undefined: they did not come in time
 * @throws `Failure` when there is nothing to show
 */
export function sampled(newest: JsonObject[] | undefined, nothingYet: string): JsonObject[] {
	if (newest === undefined) throw noAnswerInTime();
	if (newest.length > 0) return newest.slice(0, SAMPLES).reverse();
	throw new Failure({
		reason: 'notFound',
		outcome: 'notSent',
		what: nothingYet,
		next: 'Nothing is wrong: activate the workflow, and it starts with the first one that comes.',
	});
}
