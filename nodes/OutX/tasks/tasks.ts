import { z } from 'zod';

import { invalidInput } from '../../shared/failures/failure';
import type { Client } from '../../shared/http/client';
import { isObject } from '../../shared/json/json';
import type { JsonObject, JsonValue } from '../../shared/json/types';
import type { RunTools } from '../../shared/operation/types';
import type { Task, TaskKind } from './task';
import { TaskWatch } from './taskWatch';
import type { WaitEnd } from './taskWatch';
import { DEFAULT_MAX_WAIT, TOOL_MAX_WAIT } from './waiting';
import type { Waiting } from './waiting';

const STATUS_PATH = '/linkedin-agent/get-task-status';

const json = z.custom<JsonValue>((value) => value !== undefined);

const createdAnswer = z.object({ api_agent_task_id: z.string().trim().min(1) }).passthrough();

const statusAnswer = z.object({
	data: z.object({
		id: z.unknown(),
		status: z.string().trim().min(1),
		// Said for our information only: whatever it looks like, it must not hide how the task ended.
		task_input: json.nullish(),
		task_output: json.nullish(),
	}),
});

/** A status read that takes longer tells nothing any more: the next one is due. */
const READ_TIMEOUT_MS = 15_000;

/** Creates OutX's tasks, reads them and waits for them. */
export class Tasks {
	private readonly watch: TaskWatch;

	constructor(
		private readonly client: Client,
		private readonly tools: RunTools,
	) {
		const { clock, signal } = tools;
		const read = async (taskId: string): Promise<Task> => await this.read(taskId, 'readOnce');
		this.watch = new TaskWatch({ read, clock, signal });
	}

	/**
	 * Creates a task that reaches a person: requested once.
	 *
	 * @returns the task's id
	 */
	async act(path: string, body: JsonObject): Promise<string> {
		const { data } = await this.client.sendOnce({ method: 'POST', path, body }, createdAnswer);
		return data.api_agent_task_id;
	}

	/** Creates a task that only looks something up. */
	async look(path: string, body: JsonObject): Promise<string> {
		const { data } = await this.client.read({ method: 'POST', path, body }, createdAnswer);
		return data.api_agent_task_id;
	}

	/** Reads a task now. Throws `Failure` when OutX does not know it. */
	async get(taskId: string): Promise<Task> {
		return await this.read(taskId, 'read');
	}

	/**
	 * Waits until the task ends or the time for it is over, together with all other tasks of the run.
	 *
	 * @param kind what creates tasks of this kind: OutX works through them in order
	 * @param createdAt in ms; undefined where it is not known: then the time counts from now
	 * @throws `Failure` with the task's id: the task lives on without us
	 */
	async waitFor(
		taskId: string,
		kind: TaskKind,
		waiting: Waiting,
		createdAt?: number,
	): Promise<WaitEnd> {
		return await this.watch.end({
			taskId,
			queue: kind,
			createdAt,
			maxWait: this.longestWait(waiting) * 1_000,
			interval: waiting.pollInterval * 1_000,
		});
	}

	/** How long a task is waited for, in seconds. */
	longestWait({ maxWait }: Waiting): number {
		return maxWait ?? (this.tools.isTool ? TOOL_MAX_WAIT : DEFAULT_MAX_WAIT);
	}

	private async read(taskId: string, how: 'read' | 'readOnce'): Promise<Task> {
		const query = { api_agent_task_id: taskId };
		const { data } = await this.client[how](
			{
				method: 'GET',
				path: STATUS_PATH,
				query,
				timeoutMs: READ_TIMEOUT_MS,
				deadlineMs: READ_TIMEOUT_MS,
			},
			statusAnswer,
		);
		const { status, task_input: input, task_output: output } = data.data;
		return {
			id: taskId,
			status,
			input: isObject(input) ? (input as JsonObject) : {},
			output: output ?? null,
		};
	}

	/** Now, in ms since 1970. */
	now(): number {
		return this.tools.clock.now();
	}
}

/** Refuses what cannot be a task's id before it is asked for. */
export function checkedTaskId(taskId: string): string {
	if (/^[\w-]{1,100}$/.test(taskId)) return taskId;
	throw invalidInput(
		"'Task ID' is not a task ID of OutX",
		"Use the field 'taskId' of an earlier OutX node's output.",
	);
}
