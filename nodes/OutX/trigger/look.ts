import { Failure, passOn } from '../../shared/errors/failure';
import type { JsonObject } from '../../shared/http/types';
import type { Deadline } from '../../shared/poll/deadline';
import type { OutXApi } from '../api';
import { recordsOf } from '../records';
import { isCompleted, lookUpFailure } from '../taskStates';

const PATH = '/linkedin-agent/fetch-connections';

/** outx.openapi.yaml: 100 records at most per task. */
export const PAGE = 100;

/** The vendor's advice (outx.md, "Task lifecycle"). */
const POLL_INTERVAL = 5;

/** Orders the nth page of the newest connections, from 0: one act on LinkedIn. Returns the task's ID. */
export async function order(api: OutXApi, page: number): Promise<string> {
	const body = { sort_type: 'RECENTLY_ADDED', start: page * PAGE, count: PAGE };
	return await api.tasks.look(PATH, body);
}

/** The task came to nothing, and looking at it again will not change that. */
export class DeadTask extends Error {
	constructor(
		readonly failure: Failure,
		/** How long after the look began that could be told, in ms. */
		readonly afterMs = 0,
	) {
		super(failure.message);
		this.name = 'DeadTask';
	}
}

const LOST = {
	what: 'OutX has lost the look at your connections that was under way',
	next: 'Nothing to do: the trigger starts another look by itself.',
} as const;

function dead(error: unknown): unknown {
	if (!(error instanceof Failure)) return error;
	const { reason } = error.facts;
	// OutX does not know the task, or does not take its own ID for one.
	const isLost = reason === 'notFound' || reason === 'invalidInput';
	return isLost ? new DeadTask(error.with(LOST)) : error;
}

/**
 * The people on a page that was ordered; undefined while the browser has not been there.
 *
 * @param orderedAt in ms, of one that was ordered just now: it is waited for; any other is looked at once
 * @throws `DeadTask`; `Failure` where the task may still be well
 */
export async function collect(
	api: OutXApi,
	deadline: Deadline,
	taskId: string,
	orderedAt?: number,
): Promise<JsonObject[] | undefined> {
	const maxWait = orderedAt === undefined ? 0 : Math.max(0, deadline.leftMs - 1_000) / 1_000;
	const waiting = { maxWait, pollInterval: POLL_INTERVAL, onTimeout: 'returnTask' } as const;
	const end = await deadline
		.within(async () => await api.tasks.waitFor(taskId, 'lookUp', waiting, orderedAt))
		.catch((error: unknown) => {
			throw passOn(dead(error));
		});
	if (!end?.finished) return undefined;
	if (!isCompleted(end.task.status)) throw new DeadTask(lookUpFailure(end.task));
	return recordsOf(end.task.output, ['connections', 'results']);
}
