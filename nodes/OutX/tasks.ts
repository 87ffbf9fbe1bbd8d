import { z } from 'zod';

import { Failure, invalidInput, passOn } from '../shared/errors/failure';
import type { Client } from '../shared/http/client';
import { isObject } from '../shared/http/json';
import type { JsonObject, JsonValue } from '../shared/http/types';
import type { RunTools } from '../shared/operation/types';
import { wait } from '../shared/wait/wait';
import { isRunning } from './taskStates';
import type { Waiting } from './waiting';

/** A LinkedIn agent task as get-task-status shows it. */
export interface Task {
	readonly id: string;
	/** As OutX words it: pending, processing, completed, failed, or one never heard of. */
	readonly status: string;
	readonly input: JsonObject;
	readonly output: JsonValue;
}

export interface WaitEnd {
	readonly task: Task;
	/** False: the wait ended before the task did. */
	readonly finished: boolean;
}

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

/** Short tasks end within seconds: the first looks come quickly, the gaps then grow to the poll interval. */
const FIRST_GAP_MS = 1_000;
const GAP_GROWTH = 1.5;

/** Reads that tell nothing about the task cost one look, not the task (field.md). */
function isPassing(error: unknown): error is Failure {
	return (
		error instanceof Failure &&
		['vendorUnavailable', 'unexpectedAnswer', 'throttled', 'limitReached'].includes(
			error.facts.reason,
		)
	);
}

/** Creates OutX's tasks, reads them and waits for them. */
export class Tasks {
	constructor(
		private readonly client: Client,
		private readonly tools: RunTools,
	) {}

	/**
	 * Creates a task that reaches a person: requested once.
	 *
	 * @returns the task's id
	 */
	async act(path: string, body: JsonObject): Promise<string> {
		const { data } = await this.client.act({ method: 'POST', path, body }, createdAnswer);
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
	 * Waits until the task ends or `maxWait` seconds after `createdAt` (ms) are over, with one last look at
	 * that moment. Every failure carries the task's id: the task lives on without us.
	 */
	async waitFor(taskId: string, createdAt: number, waiting: Waiting): Promise<WaitEnd> {
		const { clock, signal } = this.tools;
		const deadline = createdAt + waiting.maxWait * 1_000;
		let last: Task = { id: taskId, status: 'pending', input: {}, output: null };
		let gap = Math.min(FIRST_GAP_MS, waiting.pollInterval * 1_000);
		try {
			for (;;) {
				const isLastLook = clock.now() >= deadline;
				let quiet = 0;
				try {
					last = await this.read(taskId, 'readOnce');
					if (!isRunning(last.status)) return { task: last, finished: true };
				} catch (error) {
					if (!isPassing(error)) throw passOn(error);
					quiet = error.facts.retryAfterMs ?? 0;
				}
				if (isLastLook) return { task: last, finished: false };
				const pause = Math.max(gap, quiet);
				await wait(Math.min(pause, Math.max(0, deadline - clock.now())), clock, signal);
				gap = Math.min(gap * GAP_GROWTH, waiting.pollInterval * 1_000);
			}
		} catch (error) {
			throw withTaskId(error, taskId);
		}
	}

	private async read(taskId: string, how: 'read' | 'readOnce'): Promise<Task> {
		const query = { api_agent_task_id: taskId };
		const { data } = await this.client[how](
			{ method: 'GET', path: STATUS_PATH, query },
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

function withTaskId(error: unknown, taskId: string): unknown {
	return error instanceof Failure ? error.with({ taskId }) : error;
}

/** Refuses what cannot be a task's id before it is asked for. */
export function checkedTaskId(taskId: string): string {
	if (/^[\w-]{1,100}$/.test(taskId)) return taskId;
	throw invalidInput(
		"'Task ID' is not a task ID of OutX",
		"Use the field 'taskId' of an earlier OutX node's output.",
	);
}
