import { z } from 'zod';

import { requiredId } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { taskId } from '../../fields';
import { taskRecord } from '../../tasks/settle';
import { isRunning } from '../../tasks/taskStates';
import { checkedTaskId } from '../../tasks/tasks';

const input = z.object({ taskId: requiredId('Task ID') });

/**
 * GET /linkedin-agent/get-task-status, once (docs.outx.ai, Get Task Status).
 *
 * Out: `taskId`, `status` in the vendor's words, `finished`, and the task's `input` and `output` as they
 * are. A failed task is a fact here, not an error: Wait For is for those who need it to have worked.
 */
export const getTask = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'task',
	operation: 'get',
	name: 'Get',
	action: 'Get task',
	description: 'See how far a task is, without waiting',
	parameters: [taskId],
	input,
	async perform(api, { taskId: id }) {
		const task = await api.tasks.get(checkedTaskId(id));
		return taskRecord(task, !isRunning(task.status));
	},
});
