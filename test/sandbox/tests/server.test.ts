import { request } from 'undici';
import { ACCOUNTS, KEYS, PEOPLE, startSandbox } from '../index';
import type { Sandbox } from '../index';
import { NOON, startBench, urnOf, v1Body } from './client';
import type { Bench, Reply } from './client';

let bench: Bench;
beforeAll(async () => {
	bench = await startBench();
});
afterAll(async () => await bench.stop());
beforeEach(() => {
	bench.sandbox.reset();
	bench.clock.now = NOON;
});

const JSON_TYPE = { 'content-type': 'application/json' };
const control = async (method: string, name: string, body?: unknown): Promise<Reply> =>
	await bench.raw(method, `/_sandbox/${name}`, body ? JSON.stringify(body) : '', JSON_TYPE);

/** Some of everything, faults included. */
async function script({ sandbox, clock, call }: Bench): Promise<void> {
	sandbox.faults.add({ kind: 'status', status: 500, rate: 0.3 });
	for (let i = 0; i < 10; i += 1) {
		clock.now += 1000;
		const person = sandbox.world.people[i];
		const recipient_urn = `urn:li:person:${person.memberId}`;
		await call('outX', 'POST', '/linkedin-agent/send-message', { recipient_urn, message: `${i}` });
		const message = { recipientProfileId: person.publicIdentifier, message: `${i}` };
		await call('connectSafely', 'POST', '/message', message);
		const linkedin_url = `https://www.linkedin.com/in/${encodeURIComponent(person.publicIdentifier)}`;
		await call('linkupApi', 'POST', '/v1/network/connect', v1Body({ linkedin_url }));
	}
	clock.now += 60_000;
}

const record = ({ requests, deliveries }: Sandbox): unknown =>
	JSON.parse(JSON.stringify({ requests, deliveries }));

describe('the log', () => {
	test('holds every request without its secrets', async () => {
		await bench.call('outX', 'GET', '/linkedin-agent/get-task-status?api_agent_task_id=5');
		await bench.call('connectSafely', 'GET', `/relationship/${encodeURIComponent('josé-garcía')}`);
		expect(bench.sandbox.requests).toMatchObject([
			{
				at: NOON,
				vendor: 'outX',
				method: 'GET',
				path: '/linkedin-agent/get-task-status',
				query: { api_agent_task_id: '5' },
				headers: { 'x-api-key': '[hidden]' },
				status: 404,
			},
			{ path: '/relationship/jos%C3%A9-garc%C3%ADa', headers: { authorization: '[hidden]' } },
		]);
		expect(JSON.stringify(bench.sandbox.requests)).not.toContain(KEYS.outX);
	});

	test('is the same for the same seed and the same calls', async () => {
		await script(bench);
		const first = record(bench.sandbox);
		bench.sandbox.reset();
		bench.clock.now = NOON;
		await script(bench);
		expect(record(bench.sandbox)).toEqual(first);
		const other = await startBench();
		await script(other);
		expect(record(other.sandbox)).toEqual(first);
		await other.stop();
	});
});

/** What is set, leaving out what is made of objects. */
const switches = (state: object): unknown =>
	Object.entries(state).filter(([, value]) => typeof value !== 'object');

describe('reset', () => {
	test('brings everything back, in the objects tests already hold', async () => {
		const { sandbox } = bench;
		const { requests, violations, world } = sandbox;
		const { outX, connectSafely, linkup } = world;
		const before = [outX, connectSafely, linkup].map(switches);
		const people = JSON.stringify(world.people);
		await script(bench);
		outX.hasAdmin = false;
		outX.browsers = 3;
		outX.extensionOnline = false;
		connectSafely.trialOver = true;
		linkup.credits = 1;
		linkup.logins.pop();
		world.addPerson({ firstName: 'A', lastName: 'B' });
		await bench.call('outX', 'GET', '/nothing');
		sandbox.reset();
		bench.clock.now = NOON;
		expect([requests, violations, sandbox.deliveries, outX.tasks]).toEqual([[], [], [], []]);
		expect([outX.hasAdmin, outX.browsers, outX.extensionOnline]).toEqual([true, 1, true]);
		expect([connectSafely.trialOver, linkup.credits, linkup.logins.length]).toEqual([
			false,
			1_000_000,
			2,
		]);
		expect(connectSafely.quotas.used(ACCOUNTS.connectSafelyDefault, 'MESSAGE')).toBe(0);
		expect([outX, connectSafely, linkup].map(switches)).toEqual(before);
		expect(JSON.stringify(world.people)).toBe(people);
	});
});

describe('from outside', () => {
	test('a browser sees what this is', async () => {
		const page = await bench.raw('GET', '/', '', {});
		expect(page.headers['content-type']).toBe('text/plain; charset=utf-8');
		for (const text of [...Object.values(bench.sandbox.baseUrls), ...Object.values(KEYS)]) {
			expect(page.text).toContain(text);
		}
		bench.sandbox.assertClean();
	});

	test('deliveries, requests, state and violations can be read', async () => {
		const body = { recipient_urn: urnOf(bench, PEOPLE.connected), message: 'Hi' };
		await bench.call('outX', 'POST', '/linkedin-agent/send-message', body);
		expect((await control('GET', 'deliveries')).body).toEqual([]);
		bench.clock.now += 200;
		expect((await control('GET', 'deliveries')).body).toMatchObject([{ text: 'Hi' }]);
		expect((await control('GET', 'requests')).body).toHaveLength(1);
		expect((await control('GET', 'violations')).body).toEqual([]);
		const state = (await control('GET', 'state')).body;
		expect(state.people).toHaveLength(bench.sandbox.world.people.length);
		expect(state.outX.tasks).toMatchObject([{ status: 'completed' }]);
		expect((await control('GET', 'nothing')).status).toBe(404);
	});

	test('faults and settings can be made, and everything reset', async () => {
		const fault = { kind: 'status', status: 503, match: 'GET /accounts' };
		expect((await control('POST', 'faults', fault)).status).toBe(200);
		expect((await bench.call('connectSafely', 'GET', '/accounts')).status).toBe(503);
		expect((await control('GET', 'faults')).body).toMatchObject([{ fired: 1 }]);
		await control('DELETE', 'faults');
		expect(bench.sandbox.faults.all).toEqual([]);
		expect((await control('POST', 'faults', { status: 500 })).status).toBe(400);
		const settings = { outX: { taskDuration: 5000 }, linkup: { credits: 3 } };
		expect((await control('POST', 'settings', settings)).body.linkup.credits).toBe(3);
		expect(bench.sandbox.world.outX.taskDuration).toBe(5000);
		expect((await control('POST', 'settings', { outX: { speed: 1 } })).body.error).toBe(
			'No setting outX.speed',
		);
		expect((await control('POST', 'settings', { outX: { tasks: [] } })).status).toBe(400);
		await control('POST', 'reset');
		expect(bench.sandbox.world.outX.taskDuration).toBe(200);
	});
});

test('the clock is Date.now, so that a faked Date moves it', async () => {
	jest.useFakeTimers({
		now: NOON,
		doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval', 'clearTimeout'],
	});
	const sandbox = await startSandbox();
	const { memberId } = sandbox.world.person(PEOPLE.connected);
	await request(`${sandbox.baseUrls.outX}/linkedin-agent/send-message`, {
		method: 'POST',
		headers: { 'x-api-key': sandbox.keys.outX, ...JSON_TYPE },
		body: JSON.stringify({ recipient_urn: `urn:li:person:${memberId}`, message: 'Hi' }),
	}).then(async ({ body }) => await body.dump());
	expect(sandbox.deliveries).toEqual([]);
	jest.setSystemTime(NOON + 200);
	expect(sandbox.deliveries).toMatchObject([{ at: NOON + 200 }]);
	jest.useRealTimers();
	await sandbox.close();
});

test('a request costs well under a millisecond', async () => {
	const body = v1Body({ linkedin_url: 'https://www.linkedin.com/in/jane-doe-sales' });
	const ask = async (): Promise<unknown> =>
		await bench.call('linkupApi', 'POST', '/v1/network/invitation-status', body);
	for (let i = 0; i < 200; i += 1) await ask();
	const started = performance.now();
	for (let i = 0; i < 1000; i += 1) await ask();
	expect((performance.now() - started) / 1000).toBeLessThan(5);
});
