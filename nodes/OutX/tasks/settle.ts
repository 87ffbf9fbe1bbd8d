import { Failure, LOOK_FIRST } from '../../shared/failures/failure';
import type { FailureRule } from '../../shared/failures/rules';
import { isObject } from '../../shared/json/json';
import type { JsonObject, JsonValue } from '../../shared/json/types';
import type { Receipt, TaskReceipt } from '../../shared/operation/types';
import type { OutXApi } from '../api';
import { failedInvitationRules, failedTaskRules } from '../failures';
import { isCompleted, lookUpFailure, taskFailure, taskTimeout } from './taskStates';
import type { Task } from './task';
import type { WaitChoice } from './waiting';

/**
 * Look-ups of one run under way at once. One browser works through them in turn, and each is waited for
 * from its creation: with more of them the last would outlast the usual wait.
 */
export const TASKS_AT_ONCE = 10;

/** A task as items show it. */
export function taskRecord(task: Task, finished: boolean): JsonObject {
	const { id, status, input, output } = task;
	return { taskId: id, status, finished, input, output };
}

/**
 * An act is done only if its output says `sent: true` (linkedin-agent/send-message, "Completed Response");
 * the state alone proves nothing.
 */
function sentReceipt(task: Task, rules: readonly FailureRule[]): Receipt {
	if (!isCompleted(task.status)) throw taskFailure(task, rules);
	const sent = isObject(task.output) ? task.output.sent : undefined;
	if (sent === true) return { taskId: task.id, response: task.output };
	if (sent === false) throw taskFailure({ ...task, status: 'failed' }, rules);
	throw new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'unknown',
		what: 'The OutX task is completed, but does not say whether anything was sent',
		next: LOOK_FIRST,
		taskId: task.id,
	});
}

const messageReceipt = (task: Task): Receipt => sentReceipt(task, failedTaskRules);

/** Judges the task of an invitation, which may not have been needed. */
export const invitationReceipt = (task: Task): Receipt => sentReceipt(task, failedInvitationRules);

/** The wait for an act broke off: the task is still there, and may be carried out. */
function waitBroke(error: unknown): unknown {
	if (!(error instanceof Failure)) return error;
	const { reason, what, next, taskId } = error.facts;
	const look = `Task › Wait For with the task ID ${taskId}`;
	if (reason === 'cancelled') {
		return error.with({
			outcome: 'unknown',
			what: 'The execution was stopped, while OutX was still at work on this item',
			next: `Use ${look} to learn how it ends.`,
		});
	}
	return error.with({
		outcome: 'unknown',
		what: `${what}, while OutX was still at work on this item`,
		next: `${next} Then use ${look} instead of starting it again.`,
	});
}

/**
 * An act that OutX took as a task: waits for its end, or hands the task over at once.
 *
 * @param receiptOf judges the task that has ended; throws where it was not carried out, or may not have been
 */
export function actTask(
	api: OutXApi,
	taskId: string,
	createdAt: number,
	choice: WaitChoice,
	receiptOf: (task: Task) => Receipt = messageReceipt,
): TaskReceipt {
	return {
		taskId,
		async settle() {
			if (!choice.waitForResult) {
				return { taskId, finished: false, response: { status: 'pending' } };
			}
			const { task, finished } = await api.tasks
				.waitFor(taskId, 'act', choice, createdAt)
				.catch((error: unknown) => {
					throw waitBroke(error);
				});
			if (finished) return receiptOf(task);
			if (choice.onTimeout === 'fail') throw taskTimeout(task, api.tasks.longestWait(choice));
			return { taskId, finished: false, response: { status: task.status } };
		},
	};
}

/**
 * Runs a look-up task.
 *
 * @param rules what a failed one says; those of a person's unless given
 * @returns its output, or the task itself when it is not to be waited for or did not end in time
 */
export async function lookUp(
	api: OutXApi,
	path: string,
	body: JsonObject,
	choice: WaitChoice,
	rules?: readonly FailureRule[],
): Promise<{ output: JsonValue; taskId: string } | { unfinished: JsonObject }> {
	const createdAt = api.tasks.now();
	const taskId = await api.tasks.look(path, body);
	if (!choice.waitForResult) {
		const task = { id: taskId, status: 'pending', input: body, output: null };
		return { unfinished: taskRecord(task, false) };
	}
	const { task, finished } = await api.tasks.waitFor(taskId, 'lookUp', choice, createdAt);
	if (finished && isCompleted(task.status)) return { output: task.output, taskId };
	if (finished) throw lookUpFailure(task, rules);
	if (choice.onTimeout === 'fail') throw taskTimeout(task, api.tasks.longestWait(choice));
	return { unfinished: taskRecord(task, false) };
}
