import { Skip } from '../../shared/failures/failure';
import type { OutputShape } from '../../shared/operation/output';
import { defineRead } from '../define';
import { taskId } from '../fields';
import { taskRecord } from '../tasks/settle';
import { isCompleted, isRunning, rulesOf, taskFailure, taskTimeout } from '../tasks/taskStates';
import { checkedTaskId } from '../tasks/tasks';
import { waitingOptions } from '../tasks/waiting';

const output: OutputShape = {
	...{ taskId: 'string', status: 'string', finished: 'boolean' },
	...{ input: 'object', output: 'object|array|string?' },
};

/**
 * GET /linkedin-agent/get-task-status, once (docs.outx.ai, Get Task Status).
 *
 * Out: `taskId`, `status` in the vendor's words, `finished`, and the task's `input` and `output` as they
 * are. A failed task is a fact here, not an error: Wait For is for those who need it to have worked.
 */
export const getTask = defineRead({
	resource: 'task',
	operation: 'get',
	name: 'Get',
	action: 'Get task',
	description: 'See how far a task is, without waiting',
	fields: [taskId],
	calls: ['GET /linkedin-agent/get-task-status'],
	output,
	async perform(api, { taskId: id }) {
		const task = await api.tasks.get(checkedTaskId(id));
		return taskRecord(task, !isRunning(task.status));
	},
});

/** GET /linkedin-agent/get-task-status until the task ends or the wait is over. */
export const waitForTask = defineRead({
	resource: 'task',
	operation: 'waitFor',
	name: 'Wait For',
	action: 'Wait for task',
	description: 'Wait until a task that was started earlier has ended',
	atOnce: Number.POSITIVE_INFINITY,
	fields: [taskId, waitingOptions],
	calls: ['GET /linkedin-agent/get-task-status'],
	output: { ...output, reason: 'string' },
	async perform(api, { taskId: id, ...waiting }) {
		const { task, finished } = await api.tasks.waitFor(checkedTaskId(id), 'any', waiting);
		const { onTimeout } = waiting;
		if (!finished && onTimeout === 'fail') throw taskTimeout(task, api.tasks.longestWait(waiting));
		if (!finished || isCompleted(task.status)) return taskRecord(task, finished);
		const failure = taskFailure(task, rulesOf(task));
		if (failure instanceof Skip) return { ...taskRecord(task, true), reason: failure.reason };
		throw failure;
	},
});
