import { z } from 'zod';

import { optionsField } from '../../../shared/fields/properties';
import { Skip } from '../../../shared/failures/failure';
import { requiredId } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { taskId } from '../../fields';
import { taskRecord } from '../../tasks/settle';
import { isCompleted, rulesOf, taskFailure, taskTimeout } from '../../tasks/taskStates';
import { checkedTaskId } from '../../tasks/tasks';
import { waitingInput, waitingOptions } from '../../tasks/waiting';

const input = waitingInput.extend({ taskId: requiredId('Task ID') });

/** GET /linkedin-agent/get-task-status until the task ends or the wait is over. */
export const waitForTask = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'task',
	operation: 'waitFor',
	name: 'Wait For',
	action: 'Wait for task',
	description: 'Wait until a task that was started earlier has ended',
	atOnce: Number.POSITIVE_INFINITY,
	parameters: [taskId, optionsField(waitingOptions)],
	input,
	async perform(api, { taskId: id, ...waiting }) {
		const { task, finished } = await api.tasks.waitFor(checkedTaskId(id), 'any', waiting);
		const { onTimeout } = waiting;
		if (!finished && onTimeout === 'fail') throw taskTimeout(task, api.tasks.patience(waiting));
		if (!finished || isCompleted(task.status)) return taskRecord(task, finished);
		const failure = taskFailure(task, rulesOf(task));
		if (failure instanceof Skip) return { ...taskRecord(task, true), reason: failure.reason };
		throw failure;
	},
});
