import { Failure, passOn } from '../../shared/failures/failure';
import type { JsonObject } from '../../shared/json/types';
import { noAnswerInTime } from '../../shared/trigger/failures';
import type { Poll } from '../../shared/trigger/run';
import type { OutXApi } from '../api';
import { listIn } from '../../shared/operation/records';
import { isCompleted, lookUpFailure } from '../tasks/taskStates';
import type { Look } from './connectionState';

/** outx.openapi.yaml: 100 records at most per task. */
export const PAGE = 100;

/** A browser that does not come for so long needs somebody to open it. */
export const GIVE_UP_MS = 24 * 60 * 60_000;

/** Orders the nth page of the newest connections, from 0: one act on LinkedIn. */
export async function orderLook({ api, deadline }: Poll<OutXApi>, page: number): Promise<string> {
	const body = { sort_type: 'RECENTLY_ADDED', start: page * PAGE, count: PAGE };
	const look = async () => await api.tasks.look('/linkedin-agent/fetch-connections', body);
	const taskId = await deadline.within(look);
	if (taskId === undefined) throw noAnswerInTime();
	return taskId;
}

/**
 * The people on a page that was ordered; 'noList' where the browser brought something else; undefined while
 * none has been there; a `Failure` that it comes to nothing. Throws one where the task may still be well.
 *
 * @param orderedAt in ms, of one that was ordered just now: it is waited for; any other is looked at once
 */
export async function collectLook(
	{ api, deadline }: Poll<OutXApi>,
	taskId: string,
	orderedAt?: number,
): Promise<JsonObject[] | 'noList' | Failure | undefined> {
	const maxWait = orderedAt === undefined ? 0 : Math.max(0, deadline.leftMs() / 1_000 - 1);
	const waiting = { maxWait, pollInterval: 5, onTimeout: 'returnTask' } as const;
	try {
		const end = await deadline.within(
			async () => await api.tasks.waitFor(taskId, 'lookUp', waiting, orderedAt),
		);
		if (!end?.finished) return undefined;
		const { task } = end;
		if (!isCompleted(task.status)) return lookUpFailure(task);
		return listIn(task.output, ['connections', 'results'])?.records ?? 'noList';
	} catch (error) {
		// OutX does not know the task, or does not take its own ID for one.
		if (!(error instanceof Failure) || !/^(notFound|invalidInput)$/.test(error.facts.reason)) {
			throw passOn(error);
		}
		return error.with({
			what: 'OutX has lost the look at your connections that was under way',
			next: 'Nothing to do: the trigger starts another look by itself.',
		});
	}
}

export const notComing = (): Failure =>
	new Failure({
		reason: 'extensionOffline',
		outcome: 'notSent',
		what: 'No browser with the OutX extension has looked at your connections for a day',
		next: 'Open Chrome with the OutX extension on the computer that is signed in to LinkedIn: the trigger looks again by itself.',
	});

/** Several looks in a row told nothing. Nobody of them was noted. */
export const blank = (): Failure =>
	new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: 'The last looks at your connections told nothing: OutX gave no list, or not the newest first',
		next: 'Nothing is lost: the trigger looks again by itself.',
	});

/** Whether a look is under way for too long, by a clock that did not jump since the last poll. */
export function isLate({ at, waitedAt = at }: Look, now: number): boolean {
	return now - at >= GIVE_UP_MS && now - waitedAt < GIVE_UP_MS;
}

/** A look that began when the clock was ahead begins now. */
export const begunBy = (look: Look, now: number): Look => ({
	...look,
	at: Math.min(look.at, now),
	waitedAt: Math.min(look.waitedAt ?? look.at, now),
});
