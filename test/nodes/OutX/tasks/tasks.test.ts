import type { z } from 'zod';

import {
	lookUpFailure,
	taskFailure,
	taskText,
	taskTimeout,
	isCompleted,
	isRunning,
} from '../../../../nodes/OutX/tasks/taskStates';
import { checkedTaskId, Tasks } from '../../../../nodes/OutX/tasks/tasks';
import type { Task } from '../../../../nodes/OutX/tasks/task';
import type { WaitEnd } from '../../../../nodes/OutX/tasks/taskWatch';
import { waitInput } from '../../../../nodes/OutX/tasks/waiting';
import { failedInvitationRules } from '../../../../nodes/OutX/failures';
import { actTask, lookUp } from '../../../../nodes/OutX/tasks/settle';
import { Failure, Skip } from '../../../../nodes/shared/failures/failure';
import type { FailureFacts } from '../../../../nodes/shared/failures/failure';
import type { Client } from '../../../../nodes/shared/http/client';
import type { HttpRequest } from '../../../../nodes/shared/http/types';
import type { JsonValue } from '../../../../nodes/shared/json/types';
import type { RunTools } from '../../../../nodes/shared/operation/types';
import { FakeClock, settled } from '../../shared/fakes';

const task = (status: string, output: JsonValue = null): Task => ({
	id: 'task-1',
	status,
	input: {},
	output,
});

describe('task states', () => {
	it.each([
		['pending', true, false],
		['processing', true, false],
		['queued', true, false],
		['', true, false],
		['uncompleted', true, false],
		['completed', false, true],
		['COMPLETED', false, true],
		['failed', false, false],
		['error', false, false],
		['cancelled', false, false],
		['canceled', false, false],
	])('%s', (status, running, completed) => {
		expect([isRunning(status), isCompleted(status)]).toEqual([running, completed]);
	});
});

describe('taskText', () => {
	it.each<[JsonValue, string]>([
		['plain', 'plain'],
		[{ error: 'a', message: 'b' }, 'a'],
		[{ message: 'b' }, 'b'],
		[{ error: { message: 'deep' } }, 'deep'],
		[{ error: {}, message: 'b' }, 'b'],
		[{ error: '', reason: 'c' }, 'c'],
		[{ details: 'd' }, 'd'],
		[{ error: 500, message: 'b' }, 'b'],
		[{ other: 'x' }, ''],
		[null, ''],
		[7, ''],
		[['x'], ''],
	])('finds the words in %j', (output, text) => {
		expect(taskText(output)).toBe(text);
	});
});

describe('taskFailure', () => {
	it.each([
		['failed', { error: 'Recipient is not a 1st-degree connection' }, 'notConnected', 'notSent'],
		['failed', 'You are not first degree', 'notConnected', 'notSent'],
		['failed', 'Clicked send, but not a 1st-degree connection', 'notConnected', 'unknown'],
		['error', 'Recipient is not a 1st-degree connection', 'notConnected', 'unknown'],
		['failed', null, 'taskFailed', 'unknown'],
		['failed', { error: 'Page did not load' }, 'taskFailed', 'unknown'],
		['failed', 'clicked send but no confirmation came', 'taskFailed', 'unknown'],
		['failed', 'could not find the send button', 'taskFailed', 'unknown'],
		['failed', 'Extension is not connected', 'extensionOffline', 'unknown'],
		['failed', 'limited profile visibility', 'forbidden', 'unknown'],
		['failed', 'Recipient not found', 'notFound', 'unknown'],
		['failed', 'Message already sent', 'taskFailed', 'unknown'],
		['failed', 'Already connected', 'taskFailed', 'unknown'],
		['error', 'boom', 'taskFailed', 'unknown'],
		['cancelled', null, 'taskFailed', 'unknown'],
		['error', { error: 'Not connected' }, 'taskFailed', 'unknown'],
		['failed', { error: 'Weekly limit reached' }, 'taskFailed', 'unknown'],
		['error', { error: 'Time limit exceeded' }, 'taskFailed', 'unknown'],
	])('reads %s with %j as %s', (status, output, reason, outcome) => {
		const failure = taskFailure(task(status, output)) as Failure;
		expect(failure.facts).toMatchObject({ reason, outcome, taskId: 'task-1' });
	});

	it('stops the batch at a limit', () => {
		const failure = taskFailure(task('failed', { error: 'Weekly limit reached' })) as Failure;
		expect(failure.facts.stopsBatch).toBe(true);
	});

	it('quotes no novel', () => {
		const failure = taskFailure(task('failed', 'x'.repeat(5_000))) as Failure;
		expect(failure.facts.vendorText?.length).toBeLessThanOrEqual(300);
		expect((taskFailure(task('z'.repeat(500))) as Failure).facts.what.length).toBeLessThan(200);
	});

	it('is a skip where nothing was left to do', () => {
		const skip = taskFailure(task('failed', 'Already connected'), failedInvitationRules);
		expect(skip).toBeInstanceOf(Skip);
		for (const [status, text] of [
			['error', 'Already connected'],
			['failed', 'Invitation was sent, then: already connected'],
			['failed', 'Clicked connect; invitation already pending'],
		]) {
			const failure = taskFailure(task(status, text), failedInvitationRules) as Failure;
			expect(failure.facts).toMatchObject({ reason: 'taskFailed', outcome: 'unknown' });
		}
	});
});

describe('lookUpFailure', () => {
	it.each([
		['failed', 'Already connected', 'taskFailed'],
		['failed', 'Not connected', 'taskFailed'],
		['cancelled', '', 'taskFailed'],
		['error', 'boom', 'taskFailed'],
		['error', 'Profile not found', 'notFound'],
	])('of a task that is %s with %j sent nothing', (status, output, reason) => {
		const failure = lookUpFailure(task(status, output));
		expect(failure.facts).toMatchObject({ reason, outcome: 'notSent', taskId: 'task-1' });
		expect(`${failure.facts.what} ${failure.facts.next}`).not.toMatch(/carried out|invitation/);
	});
});

describe('taskTimeout', () => {
	it('names the task, its state and how long was waited', () => {
		const { facts } = taskTimeout(task('processing'), 150);
		expect(facts).toMatchObject({ reason: 'timeout', outcome: 'unknown', taskId: 'task-1' });
		expect(facts.what).toContain('"processing" after 150 seconds');
		expect(facts.next).toContain('task-1');
	});
});

describe('checkedTaskId', () => {
	it.each(['550e8400-e29b-41d4-a716-446655440000', 'abc_123'])('takes %s', (id) => {
		expect(checkedTaskId(id)).toBe(id);
	});

	it.each(['', 'a b', 'a/b', '../x', 'a?b', 'é', 'a\nb', 'x'.repeat(101)])('refuses %j', (id) => {
		expect(() => checkedTaskId(id)).toThrow(/'Task ID' is not a task ID/);
	});
});

describe('how long to wait', () => {
	const patience = (isTool: boolean, maxWait?: number): number =>
		new Tasks({} as Client, { isTool } as RunTools).longestWait({
			...waitInput.parse({ maxWait }),
		});

	it('is 150 seconds, 20 for an AI agent, and what the operator says for both', () => {
		expect([patience(false), patience(true)]).toEqual([150, 20]);
		expect([patience(false, 7), patience(true, 0)]).toEqual([7, 0]);
	});
});

describe('how to wait', () => {
	it('has the defaults of the surface', () => {
		expect(waitInput.parse({})).toEqual({
			waitForResult: true,
			maxWait: undefined,
			pollInterval: 5,
			onTimeout: 'returnTask',
		});
	});

	it.each([{ maxWait: -1 }, { pollInterval: 0 }, { pollInterval: 0.5 }, { onTimeout: 'never' }])(
		'refuses %j',
		(given) => {
			expect(waitInput.safeParse(given).success).toBe(false);
		},
	);
});

type Look = JsonValue | Failure;

const passing = (facts: Partial<FailureFacts> = {}): Failure =>
	new Failure({ reason: 'vendorUnavailable', outcome: 'notSent', what: 'w', next: 'n', ...facts });

/** Tasks behind a client whose looks show these states in turn, the last one for ever. */
function setUp(looks: Look[], signal?: AbortSignal) {
	const clock = new FakeClock();
	const at: number[] = [];
	const start = clock.now();
	const answer = async (request: HttpRequest, schema: z.ZodTypeAny): Promise<unknown> => {
		if (request.method === 'POST') {
			const data = { success: true, api_agent_task_id: 'task-1' };
			return await Promise.resolve({ data: schema.parse(data) as unknown, headers: {} });
		}
		at.push(clock.now() - start);
		const look = looks[Math.min(at.length, looks.length) - 1];
		if (look instanceof Failure) throw look;
		const data = { data: { id: 'task-1', ...(look as object) } };
		return { data: schema.parse(data) as unknown, headers: {} };
	};
	const client = { read: answer, readOnce: answer, act: answer } as unknown as Client;
	const tools = { clock, signal } as unknown as RunTools;
	const tasks = new Tasks(client, tools);
	const waitFor = async (waiting: object = {}): Promise<WaitEnd | Failure> => {
		const waited = tasks
			.waitFor('task-1', 'act', waitInput.parse(waiting), start)
			.catch((error: unknown) => error as Failure);
		await clock.run();
		return await waited;
	};
	return { clock, at, tasks, waitFor, api: { client, tasks, companyIds: new Map() } };
}

const pending = { status: 'pending', task_output: null };
const done = { status: 'completed', task_input: { a: 1 }, task_output: { sent: true } };

describe('waiting for a task', () => {
	it('looks soon, soon again, and then ever more seldom', async () => {
		const { at, waitFor } = setUp([pending]);
		await waitFor({ maxWait: 30 });
		expect(at).toEqual([1_000, 2_500, 5_000, 10_000, 15_000, 20_000, 25_000, 30_000]);
	});

	it('gives the task as it ended', async () => {
		const { waitFor } = setUp([pending, done]);
		expect(await waitFor()).toEqual({
			task: { id: 'task-1', status: 'completed', input: { a: 1 }, output: { sent: true } },
			finished: true,
		});
	});

	it('looks once where no time is given', async () => {
		const { at, waitFor } = setUp([pending]);
		expect(await waitFor({ maxWait: 0 })).toMatchObject({ finished: false });
		expect(at).toEqual([0]);
	});

	it.each([
		passing(),
		passing({ reason: 'unexpectedAnswer' }),
		passing({ reason: 'throttled' }),
		passing({ reason: 'limitReached' }),
	])('bears a look that tells nothing: $facts.reason', async (bad) => {
		const { waitFor } = setUp([bad, bad, done]);
		expect(await waitFor()).toMatchObject({ finished: true });
	});

	it('is quiet for as long as a throttle asks, but not beyond the wait', async () => {
		const quiet = passing({ reason: 'throttled', retryAfterMs: 20_000 });
		const { at, waitFor } = setUp([quiet, pending, quiet]);
		await waitFor({ maxWait: 30 });
		expect(at).toEqual([1_000, 21_000, 25_000, 30_000]);
	});

	it('bears not being shown a task that is there, but not for ever', async () => {
		const gone = passing({ reason: 'notFound', httpCode: '404' });
		const once = setUp([gone, pending, gone, gone, done]);
		expect(await once.waitFor()).toMatchObject({ finished: true });
		const forGood = setUp([pending, gone, gone, gone, done]);
		expect(((await forGood.waitFor()) as Failure).facts).toMatchObject({
			reason: 'notFound',
			taskId: 'task-1',
		});
		expect(forGood.at).toHaveLength(4);
		const never = setUp([gone]);
		expect(((await never.waitFor({ maxWait: 1 })) as Failure).facts.reason).toBe('notFound');
		const elsewhere = passing({ reason: 'unexpectedAnswer', httpCode: '404' });
		expect(((await setUp([elsewhere]).waitFor()) as Failure).facts.httpCode).toBe('404');
	});

	it.each(['authentication', 'extensionOffline'] as const)(
		'ends with the task ID when a look says %s',
		async (reason) => {
			const { waitFor, at } = setUp([pending, passing({ reason })]);
			expect(((await waitFor()) as Failure).facts).toMatchObject({ reason, taskId: 'task-1' });
			expect(at).toHaveLength(2);
		},
	);

	it('ends with the task ID on Stop', async () => {
		const stop = new AbortController();
		const { clock, tasks } = setUp([pending], stop.signal);
		const waited = tasks
			.waitFor('task-1', 'act', waitInput.parse({}), clock.now())
			.catch((error: unknown) => error);
		await clock.pass(7_300);
		stop.abort();
		await settled();
		expect(((await waited) as Failure).facts).toMatchObject({
			reason: 'cancelled',
			taskId: 'task-1',
		});
	});

	it('does not fail over a task_input of another shape', async () => {
		for (const task_input of ['text', [1], 7, null, undefined]) {
			const { waitFor } = setUp([{ ...done, task_input } as JsonValue]);
			const end = (await waitFor()) as WaitEnd;
			expect([end.finished, end.task.input]).toEqual([true, {}]);
		}
	});
});

describe('an act that is a task', () => {
	const choice = (more: object = {}) => waitInput.parse(more);
	const settle = async (looks: Look[], more: object = {}) => {
		const { clock, api, at } = setUp(looks);
		const ended = actTask(api, 'task-1', clock.now(), choice(more))
			.settle()
			.catch((error: unknown) => error);
		await clock.run();
		return { ended: await ended, at };
	};

	it('is sent only if its output says so', async () => {
		expect((await settle([done])).ended).toEqual({ taskId: 'task-1', response: { sent: true } });
		const outputs: JsonValue[] = [null, {}, { sent: 'true' }, [], 'sent'];
		for (const output of outputs) {
			const { ended } = await settle([{ status: 'completed', task_output: output }]);
			expect((ended as Failure).facts).toMatchObject({
				reason: 'unexpectedAnswer',
				outcome: 'unknown',
				taskId: 'task-1',
			});
		}
	});

	it('is not sent if its output says that', async () => {
		for (const [error, reason, outcome] of [
			['Recipient is not a 1st-degree connection', 'notConnected', 'notSent'],
			['Not connected', 'taskFailed', 'unknown'],
			['', 'taskFailed', 'unknown'],
		]) {
			const said = { sent: false, error };
			const { ended } = await settle([{ status: 'completed', task_output: said }]);
			expect((ended as Failure).facts).toMatchObject({ reason, outcome });
		}
	});

	it('is pending, with its last state, when the wait is over', async () => {
		const { ended } = await settle([{ status: 'processing' }], { maxWait: 10 });
		expect(ended).toEqual({
			taskId: 'task-1',
			finished: false,
			response: { status: 'processing' },
		});
	});

	it('is not looked at when it is not to be waited for', async () => {
		const { ended, at } = await settle([done], { waitForResult: false });
		expect(ended).toMatchObject({ finished: false });
		expect(at).toEqual([]);
	});

	it('may still be carried out when the looking breaks off', async () => {
		const { ended } = await settle([passing({ reason: 'authentication', what: 'Key refused' })]);
		const { facts } = ended as Failure;
		expect(facts).toMatchObject({ reason: 'authentication', outcome: 'unknown', taskId: 'task-1' });
		expect(facts.what).toBe('Key refused, while OutX was still at work on this item');
		expect(facts.next).toContain('task-1');
	});

	it('does not say after Stop that it was never attempted', async () => {
		const stop = new AbortController();
		const { clock, api } = setUp([pending], stop.signal);
		const ended = actTask(api, 'task-1', clock.now(), choice())
			.settle()
			.catch((error: unknown) => error);
		await clock.pass(3_000);
		stop.abort();
		await settled();
		const { facts } = (await ended) as Failure;
		expect(facts).toMatchObject({ reason: 'cancelled', outcome: 'unknown', taskId: 'task-1' });
		expect(facts.what).not.toMatch(/before this item was attempted/);
	});
});

describe('a look-up', () => {
	it('never speaks of sending, however its task ends', async () => {
		for (const status of ['failed', 'cancelled', 'error']) {
			for (const output of ['', 'Already connected', 'boom']) {
				const { clock, api } = setUp([{ status, task_output: output }]);
				const ended = lookUp(api, '/x', {}, waitInput.parse({})).catch((error: unknown) => error);
				await clock.run();
				expect(await ended).toBeInstanceOf(Failure);
				expect(((await ended) as Failure).facts.outcome).toBe('notSent');
			}
		}
	});
});
