import { PEOPLE } from '../index';
import type { FaultSpec, Vendor } from '../index';
import { NOON, startBench, urnOf, v1Body, v2Body } from './client';
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

type Act = 'outX' | 'connectSafely' | 'v1' | 'v2';
const ACTS: readonly Act[] = ['outX', 'connectSafely', 'v1', 'v2'];
const URL = 'https://www.linkedin.com/in/jane-doe-sales';

/** Writes to a connection through one of the four APIs. */
async function write(act: Act): Promise<Reply> {
	switch (act) {
		case 'outX': {
			const body = { recipient_urn: urnOf(bench, PEOPLE.connectedToo), message: 'Hi' };
			return await bench.call('outX', 'POST', '/linkedin-agent/send-message', body);
		}
		case 'connectSafely': {
			const body = { recipientProfileId: PEOPLE.connectedToo, message: 'Hi' };
			return await bench.call('connectSafely', 'POST', '/message', body);
		}
		case 'v1': {
			const body = v1Body({ linkedin_url: URL, message_text: 'Hi' });
			return await bench.call('linkupApi', 'POST', '/v1/messages/send-message', body);
		}
		case 'v2': {
			const body = v2Body('send', { profile_url: URL, message_text: 'Hi' });
			return await bench.call('linkupApi', 'POST', '/v2/messages', body);
		}
	}
}

/** How many messages arrived once every task has had its time. */
function arrived(): number {
	bench.clock.now += 60_000;
	return bench.sandbox.deliveries.length;
}

describe.each(ACTS)('%s', (act) => {
	test.each([
		['resetBefore', 0],
		['resetAfter', 1],
	] as const)('%s breaks the connection, %i delivered', async (kind, count) => {
		bench.sandbox.faults.add({ kind });
		await expect(write(act)).rejects.toThrow();
		expect(bench.sandbox.requests).toMatchObject([{ status: 0, fault: kind }]);
		expect(arrived()).toBe(count);
		expect((await write(act)).status).toBe(200);
	});

	test.each([true, false])(
		'status 502, HTML, empty and cut JSON, processed %s',
		async (processed) => {
			const { faults } = bench.sandbox;
			faults.add({ kind: 'status', status: 502, processed });
			faults.add({ kind: 'status', status: 503, body: '<h1>503</h1>', processed });
			faults.add({ kind: 'html', processed });
			faults.add({ kind: 'empty', processed });
			faults.add({ kind: 'cutJson', processed });
			faults.add({ kind: 'errorIn200', text: 'Nope', processed });
			const bad = await write(act);
			expect([bad.status, bad.text]).toEqual([502, expect.stringContaining('Bad gateway')]);
			const page = await write(act);
			expect([page.status, page.headers['content-type']]).toEqual([503, 'text/html']);
			const html = await write(act);
			expect([html.status, html.text.slice(0, 9)]).toEqual([200, '<!DOCTYPE']);
			const empty = await write(act);
			expect([empty.status, empty.text]).toEqual([200, '']);
			const cut = await write(act);
			expect(cut.status).toBe(200);
			expect(cut.text).not.toBe('');
			expect(() => JSON.parse(cut.text) as unknown).toThrow();
			const no = await write(act);
			expect([no.status, no.text]).toEqual([200, expect.stringContaining('Nope')]);
			expect(arrived()).toBe(processed ? 6 : 0);
			bench.sandbox.assertClean();
		},
	);

	test('throttle passes soon, quota does not, neither delivers', async () => {
		bench.sandbox.faults.add({ kind: 'throttle' });
		bench.sandbox.faults.add({ kind: 'quota' });
		const throttle = await write(act);
		expect([throttle.status, throttle.headers['retry-after']]).toEqual([429, '2']);
		const quota = await write(act);
		expect(quota.status).toBe(act === 'v1' ? 200 : 429);
		expect(quota.headers).not.toHaveProperty('retry-after');
		expect(quota.text).toMatch(/limit/i);
		expect(arrived()).toBe(0);
	});

	test('redirect points elsewhere', async () => {
		bench.sandbox.faults.add({ kind: 'redirect' });
		const answer = await write(act);
		expect([answer.status, answer.headers.location]).toEqual([302, '/_sandbox/moved']);
		expect(arrived()).toBe(0);
	});

	test.each([true, false])('slow answers late but rightly, processed %s', async (processed) => {
		bench.sandbox.faults.add({ kind: 'slow', delayMs: 60, processed });
		const started = Date.now();
		const answering = write(act);
		const answer = await answering;
		expect(Date.now() - started).toBeGreaterThanOrEqual(55);
		expect(answer.status).toBe(200);
		expect(arrived()).toBe(1);
		bench.sandbox.assertClean();
	});
});

describe('the texts', () => {
	const quotaOf = async (act: Act): Promise<unknown> => {
		bench.sandbox.faults.add({ kind: 'quota' });
		return (await write(act)).body;
	};

	test('of quotas', async () => {
		expect(await quotaOf('outX')).toEqual({
			error: 'LinkedIn invitation limit reached. Please try again later.',
		});
		expect(await quotaOf('connectSafely')).toEqual({
			error: 'Rate limit exceeded for MESSAGE: 100/100 used. Resets at 2026-11-19T00:00:00.000Z',
			success: false,
		});
		expect(await quotaOf('v1')).toEqual({
			status: 'error',
			message: 'Rate limit exceeded. Please try again later',
		});
		expect(await quotaOf('v2')).toMatchObject({ error: { code: 'RATE_LIMITED' } });
	});

	test('of a hold on connection requests', async () => {
		bench.sandbox.faults.add({ kind: 'quota' });
		const body = { profileId: PEOPLE.stranger };
		const answer = await bench.call('connectSafely', 'POST', '/connect', body);
		expect(answer.body).toEqual({
			error: 'Rate limit exceeded for CONNECT: 90/90 used. Resets at 2026-11-23T00:00:00Z',
			success: false,
			holdUntil: '2026-11-19T12:00:00Z',
		});
	});

	test('of errors inside 200, with a code where the vendor has one', async () => {
		bench.sandbox.faults.add({ kind: 'errorIn200', text: 'Restricted', code: 'CHANNEL_ERROR' });
		expect((await write('v2')).body).toMatchObject({
			success: false,
			error: { code: 'CHANNEL_ERROR', message: 'Restricted' },
		});
	});
});

describe('which requests are struck', () => {
	async function struck(spec: Partial<FaultSpec>, acts: readonly Act[]): Promise<boolean[]> {
		bench.sandbox.faults.add({ kind: 'status', status: 599, ...spec });
		const statuses: boolean[] = [];
		for (const act of acts) statuses.push((await write(act)).status === 599);
		return statuses;
	}

	test('the first one, unless times says otherwise', async () => {
		expect(await struck({}, ['v1', 'v1'])).toEqual([true, false]);
		expect(await struck({ times: 2 }, ['v1', 'v1', 'v1'])).toEqual([true, true, false]);
	});

	test('not the first ones when skip says so', async () => {
		expect(await struck({ skip: 2 }, ['v1', 'v1', 'v1', 'v1'])).toEqual([
			false,
			false,
			true,
			false,
		]);
	});

	test.each<[Vendor, boolean[]]>([
		['outX', [true, false, false, false]],
		['connectSafely', [false, true, false, false]],
		['linkupApi', [false, false, true, true]],
	])('of vendor %s', async (vendor, expected) => {
		expect(await struck({ vendor, times: 9 }, ACTS)).toEqual(expected);
	});

	test.each([
		['POST /message', [false, true, false, false]],
		['/message', [false, true, false, false]],
		['GET /message', [false, false, false, false]],
		[/POST .*send-message$/, [true, false, true, false]],
	])('that match %s', async (match, expected) => {
		expect(await struck({ match, times: 9 }, ACTS)).toEqual(expected);
	});

	test('that a function picks, or a template of the contract', async () => {
		const match: FaultSpec['match'] = ({ body }) => JSON.stringify(body).includes('"action"');
		expect(await struck({ match, times: 9 }, ACTS)).toEqual([false, false, false, true]);
		bench.sandbox.faults.clear();
		const fault = bench.sandbox.faults.add({
			kind: 'status',
			status: 503,
			match: 'GET /relationship/{profileId}',
		});
		const answer = await bench.call('connectSafely', 'GET', '/relationship/jane-doe-sales');
		expect([answer.status, fault.fired, fault.seen]).toEqual([503, 1, 1]);
	});

	test('a share of them, the same after every reset', async () => {
		const many = Array.from({ length: 40 }, () => 'v1' as const);
		const first = await struck({ rate: 0.25 }, many);
		const count = first.filter(Boolean).length;
		expect(count).toBeGreaterThan(3);
		expect(count).toBeLessThan(20);
		bench.sandbox.reset();
		expect(await struck({ rate: 0.25 }, many)).toEqual(first);
	});

	test('a matcher that throws is a violation, not the end of the server', async () => {
		const match = (): boolean => {
			throw new Error('Oops');
		};
		bench.sandbox.faults.add({ kind: 'empty', match });
		await expect(write('v1')).rejects.toThrow();
		expect(bench.sandbox.violations).toMatchObject([
			{ problems: ['the sandbox failed: Error: Oops'] },
		]);
		bench.sandbox.faults.clear();
		expect((await write('v1')).status).toBe(200);
	});

	test('none that was cleared or removed', async () => {
		bench.sandbox.faults.remove(bench.sandbox.faults.add({ kind: 'empty' }));
		bench.sandbox.faults.add({ kind: 'empty' });
		bench.sandbox.faults.clear();
		expect((await write('v1')).text).not.toBe('');
	});
});

test('closing gives up on slow answers', async () => {
	const other = await startBench();
	other.sandbox.faults.add({ kind: 'slow', delayMs: 3_600_000 });
	const waiting = other.call('connectSafely', 'GET', '/accounts');
	const settled = expect(waiting).rejects.toThrow();
	while (other.sandbox.requests.length === 0) {
		await bench.call('connectSafely', 'GET', '/accounts');
	}
	await other.sandbox.close();
	await settled;
	await other.stop();
});
