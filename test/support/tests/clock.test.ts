import { sleep } from 'n8n-workflow';

import { simulatedTime } from '../clock';
import type { SimulatedTime } from '../clock';
import { runNode } from '../engine';
import { fs, http, nextTurn, once, performance, root } from '../node';

import { echoServer } from './echoServer';
import type { EchoServer } from './echoServer';
import { examples } from './examples';

let server: EchoServer;
let time: SimulatedTime;

beforeEach(async () => {
	server = await echoServer();
	time = simulatedTime({ now: '2026-11-21T09:00:00Z' });
});

afterEach(async () => {
	time.restore();
	await server.close();
});

const post = async (parameters: object, count = 1, rest: object = {}) =>
	await runNode({
		nodeTypes: examples,
		type: 'examples.post',
		parameters: { ...parameters },
		items: Array.from({ length: count }, (_, n) => ({ n })),
		credentials: { genericApi: { apiKey: 'k', baseUrl: server.url } },
		...rest,
	});

it('passes minutes in milliseconds, with real requests between them', async () => {
	const started = performance.now();
	const result = await time.drive(post({ pause: 60_000 }, 10));

	expect(result.status).toBe('success');
	expect(server.received).toHaveLength(10);
	expect(time.elapsed()).toBe(600_000);
	expect(new Date().toISOString()).toBe('2026-11-21T09:10:00.000Z');
	expect(performance.now() - started).toBeLessThan(5_000);
});

it('waits between the tries of Retry On Fail', async () => {
	server.next.push(500);
	await time.drive(post({}, 1, { retryOnFail: true, waitBetweenTries: 5_000 }));

	expect(server.received).toHaveLength(2);
	expect(time.elapsed()).toBe(5_000);
});

it('does not run out a time-out while an answer is on its way', async () => {
	let timedOut = 0;
	const guarded = async (): Promise<void> => {
		const timer = sleep(100).then(() => timedOut++);
		for (let n = 0; n < 50; n++) await get(server.url);
		expect(timedOut).toBe(0);
		await timer;
	};
	await time.drive(guarded());

	expect(timedOut).toBe(1);
});

it('runs out a time-out when the server never answers', async () => {
	server.next.push('hang');
	const hanging = Promise.race([get(server.url), sleep(30_000).then(() => 'timed out')]);

	expect(await time.drive(hanging)).toBe('timed out');
	expect(time.elapsed()).toBe(30_000);
});

it('lets a server of the same process wait for simulated time', async () => {
	const slow = http.createServer((_, response) => {
		void sleep(4_000).then(() => response.end('late'));
	});
	slow.listen(0, '127.0.0.1');
	await once(slow, 'listening');
	const { port } = slow.address() as { port: number };

	expect(await time.drive(get(`http://127.0.0.1:${port}`))).toBe('late');
	expect(time.elapsed()).toBe(4_000);
	slow.closeAllConnections();
	slow.close();
});

it('asks the busy probe before it jumps', async () => {
	let reads = 20;
	const work = async (): Promise<number> => {
		while (reads > 0) {
			await fs.promises.readFile(`${root}/package.json`);
			reads--;
		}
		return time.elapsed();
	};
	void sleep(1_000);

	expect(await time.drive(work(), { busy: () => reads > 0 })).toBe(0);
});

it('passes a rejection on', async () => {
	const failing = sleep(10).then(() => {
		throw new Error('late');
	});
	await expect(time.drive(failing)).rejects.toThrow('late');
});

it('gives up on endless timers and on a promise nobody settles', async () => {
	const endless = (async () => {
		for (;;) await sleep(1);
	})();
	await expect(time.drive(endless, { maxJumps: 50 })).rejects.toThrow('after 50 timers');

	time.restore();
	time = simulatedTime();
	const never = new Promise(() => {});
	await expect(time.drive(never, { maxRealMs: 20 })).rejects.toThrow('Nothing happened for 20 ms');
});

it('leaves turns of the event loop real', async () => {
	await nextTurn();
	expect(time.elapsed()).toBe(0);
});

async function get(url: string): Promise<string> {
	const request = http.get(url);
	const [response] = (await once(request, 'response')) as [AsyncIterable<Buffer>];
	let text = '';
	for await (const chunk of response) text += chunk.toString();
	return text;
}
