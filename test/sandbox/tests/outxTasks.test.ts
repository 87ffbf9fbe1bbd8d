import { PEOPLE } from '../index';
import { NOON, startBench, urnOf } from './client';
import type { Bench } from './client';

let bench: Bench;
beforeAll(async () => {
	bench = await startBench();
});
afterAll(async () => await bench.stop());
beforeEach(() => {
	bench.sandbox.reset();
	bench.clock.now = NOON;
});

async function message(key: string = PEOPLE.connected, text = 'Hi'): Promise<string> {
	const body = { recipient_urn: urnOf(bench, key), message: text };
	const answer = await bench.call('outX', 'POST', '/linkedin-agent/send-message', body);
	return String(answer.body.api_agent_task_id);
}

async function status(id: string): Promise<unknown> {
	const path = `/linkedin-agent/get-task-status?api_agent_task_id=${id}`;
	return (await bench.call('outX', 'GET', path)).body.data.status;
}

test('a task is pending behind another, processing in its turn, then completed', async () => {
	const [first, second] = [await message(), await message(PEOPLE.connectedToo)];
	expect([await status(first), await status(second)]).toEqual(['processing', 'pending']);
	bench.clock.now += 200;
	expect([await status(first), await status(second)]).toEqual(['completed', 'processing']);
	bench.clock.now += 200;
	expect(await status(second)).toBe('completed');
	expect(bench.sandbox.deliveries.map(({ at }) => at - NOON)).toEqual([200, 400]);
	bench.sandbox.assertClean();
});

test('a vendor without the processing state shows pending until the end', async () => {
	bench.sandbox.world.outX.showsProcessing = false;
	const id = await message();
	expect(await status(id)).toBe('pending');
	bench.clock.now += 200;
	expect(await status(id)).toBe('completed');
});

test('deliveries count although nobody reads the tasks, at the time they happened', async () => {
	bench.sandbox.world.outX.taskDuration = (task) => task.number * 1000;
	await message(PEOPLE.connected, 'one');
	await message(PEOPLE.connectedToo, 'two');
	expect(bench.sandbox.deliveries).toEqual([]);
	bench.clock.now += 3_600_000;
	expect(bench.sandbox.deliveries.map(({ at, text }) => [at - NOON, text])).toEqual([
		[1000, 'one'],
		[3000, 'two'],
	]);
});

test('two browsers work side by side and still in order of creation', async () => {
	const { outX } = bench.sandbox.world;
	outX.browsers = 2;
	outX.taskDuration = (task) => (task.number === 1 ? 1000 : 300);
	for (const text of ['one', 'two', 'three']) await message(PEOPLE.connected, text);
	bench.clock.now += 1000;
	expect(bench.sandbox.deliveries.map(({ at, text }) => [at - NOON, text])).toEqual([
		[300, 'two'],
		[600, 'three'],
		[1000, 'one'],
	]);
});

test.each(['extensionOnline', 'browserOpen'] as const)(
	'without %s no task moves on',
	async (name) => {
		const { world } = bench.sandbox;
		await message();
		bench.clock.now += 150;
		world.outX[name] = false;
		bench.clock.now += 10_000;
		expect(bench.sandbox.deliveries).toEqual([]);
		world.outX[name] = true;
		bench.clock.now += 49;
		expect(bench.sandbox.deliveries).toEqual([]);
		bench.clock.now += 1;
		expect(bench.sandbox.deliveries.map(({ at }) => at - NOON)).toEqual([10_200]);
	},
);

test.each(['failed', 'error', 'cancelled', 'weird'])(
	'a task can be made to end %s',
	async (word) => {
		bench.sandbox.world.outX.nextTask({ status: word, output: { error: 'Scripted' } });
		const [scripted, normal] = [await message(), await message()];
		bench.clock.now += 400;
		expect([await status(scripted), await status(normal)]).toEqual([word, 'completed']);
		expect(bench.sandbox.deliveries).toHaveLength(1);
		bench.sandbox.assertClean();
	},
);

test('a failed task can have reached its person all the same', async () => {
	bench.sandbox.world.outX.nextTask({ status: 'failed', delivered: true });
	await message();
	bench.clock.now += 200;
	expect(bench.sandbox.deliveries).toHaveLength(1);
	expect(bench.sandbox.world.outX.tasks).toMatchObject([{ status: 'failed', output: null }]);
});

test.each([
	[{ output: { sent: true } }, 1],
	[{ output: { sent: false } }, 0],
	[{ output: {} }, 0],
	[{ duration: 50 }, 1],
])('a task that completes with %j delivers %i', async (ending, count) => {
	bench.sandbox.world.outX.nextTask(ending);
	await message();
	bench.clock.now += 200;
	expect(bench.sandbox.world.outX.tasks[0].status).toBe('completed');
	expect(bench.sandbox.deliveries).toHaveLength(count);
});

test('a stuck task stays as it is and keeps no browser busy', async () => {
	const { outX } = bench.sandbox.world;
	outX.nextTask({ status: 'pending' });
	outX.nextTask({ duration: Infinity });
	const ids = [await message(), await message(), await message()];
	bench.clock.now += 86_400_000;
	expect([await status(ids[0]), await status(ids[1]), await status(ids[2])]).toEqual([
		'pending',
		'processing',
		'completed',
	]);
});

test('ids are UUIDs that depend on the seed and the order only', async () => {
	const first = [await message(), await message()];
	bench.sandbox.reset();
	bench.clock.now += 5;
	expect([await message(), await message()]).toEqual(first);
	expect(first[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('thousands of queued tasks are settled in no time', async () => {
	const { outX } = bench.sandbox.world;
	const input = { recipient_urn: urnOf(bench, PEOPLE.connected), message: 'Hi' };
	for (let i = 0; i < 20_000; i += 1) outX.create('agent_send_message', input);
	bench.clock.now += 20_000 * 200;
	const started = Date.now();
	expect(bench.sandbox.deliveries).toHaveLength(20_000);
	expect(Date.now() - started).toBeLessThan(2000);
});
