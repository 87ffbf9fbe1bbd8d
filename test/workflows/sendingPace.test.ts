import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS } from '../sandbox';
import { DeduplicationStore } from '../support/engine';
import type { RunSpec } from './support/fixture';
import { locator, shownError, useFixture } from './support/fixture';

const fixture = useFixture();

const recipient = locator('={{ $json.profile }}');
const to = (...slugs: string[]): IDataObject[] => slugs.map((profile) => ({ profile }));
const friends = ['jane-doe-sales', 'john-doe-123', 'zoe-vdberg', 'soren-kh', 'siobhan-obrien'];
const strangers = ['marie-lefevre-3b2', 'hiroshi-tanaka', 'yael-cohen', 'ravi-patel-42'];

const message = (sending: IDataObject = {}, more: IDataObject = {}): IDataObject => ({
	resource: 'message',
	operation: 'send',
	recipient,
	message: 'Hello',
	sending,
	...more,
});
const invitation = (sending: IDataObject = {}): IDataObject => ({
	resource: 'connection',
	operation: 'sendRequest',
	recipient,
	note: '',
	sending: { pauseMin: 0, pauseMax: 0, ...sending },
});

/** A key per test: accounts keep their distance in this process, over tests too. */
const gaps = (): number[] => {
	const at = fixture.sandbox.deliveries.map((delivery) => delivery.at);
	return at.slice(1).map((moment, index) => moment - at[index]);
};

describe('pace', () => {
	it.each(['outX', 'connectSafely', 'linkupApi'] as const)(
		'of %s is 30 to 60 seconds between two sends unless told otherwise',
		async (node) => {
			const result = await fixture.run({ node, parameters: message(), items: to(...friends) });
			expect(result.error).toBeUndefined();
			expect(gaps()).toHaveLength(friends.length - 1);
			expect(Math.min(...gaps())).toBeGreaterThanOrEqual(30_000);
			expect(Math.max(...gaps())).toBeLessThan(62_000);
			expect(new Set(gaps()).size).toBeGreaterThan(1);
		},
	);

	it('holds between executions that run at the same time in one process', async () => {
		const parameters = message({ pauseMin: 20, pauseMax: 20 });
		const runs = friends.map(
			(friend) => fixture.start({ node: 'connectSafely', parameters, items: to(friend) }).result,
		);
		await fixture.time.drive(Promise.all(runs));
		expect(fixture.sandbox.deliveries).toHaveLength(friends.length);
		expect(Math.min(...gaps())).toBeGreaterThanOrEqual(20_000);
		expect(Math.max(...gaps())).toBeLessThan(21_000);
	});

	it('is kept for each LinkedIn account by itself', async () => {
		const parameters = message(
			{ pauseMin: 600, pauseMax: 600 },
			{
				account: { __rl: true, mode: 'id', value: '={{ $json.account }}' },
			},
		);
		const { connectSafelyDefault, connectSafelySecond } = ACCOUNTS;
		// Lanes of other tests are 10 minutes away at most.
		const items = [
			{ profile: friends[0], account: connectSafelyDefault },
			{ profile: friends[1], account: connectSafelySecond },
		];
		await fixture.run({ node: 'connectSafely', parameters, items });
		expect(gaps()[0]).toBeLessThan(10_000);
	});

	it('costs nothing for people who are skipped', async () => {
		const deduplication = new DeduplicationStore();
		const known = message({ pauseMin: 0, pauseMax: 0, skipContacted: true });
		const items = to(...friends.slice(0, 4));
		await fixture.run({ node: 'linkupApi', parameters: known, items, deduplication });
		const before = fixture.time.elapsed();
		const slow = message({ pauseMin: 50, pauseMax: 50, skipContacted: true });
		const all = to(...friends);
		const result = await fixture.run({
			node: 'linkupApi',
			parameters: slow,
			items: all,
			deduplication,
		});
		expect(result.json('Node').map(({ outcome }) => outcome)).toEqual([
			...Array<string>(4).fill('skipped'),
			'sent',
		]);
		expect(fixture.time.elapsed() - before).toBeLessThan(60_000);
	});
});

describe('Stop', () => {
	it.each(['outX', 'connectSafely', 'linkupApi'] as const)(
		'ends a pause of %s at once, and what was done stays done',
		async (node) => {
			const spec: RunSpec = {
				node,
				parameters: message({ pauseMin: 300, pauseMax: 300 }),
				items: to(...friends),
			};
			const started = fixture.start(spec);
			let stoppedAt = 0;
			// The first send may itself wait for a lane of an earlier test.
			void sleep(450_000).then(() => {
				stoppedAt = Date.now();
				started.cancel();
			});
			const result = await fixture.time.drive(started.result);
			expect(result.status).toBe('canceled');
			expect(Date.now() - stoppedAt).toBeLessThan(1_000);
			const count = fixture.sandbox.deliveries.length;
			expect(count).toBeGreaterThan(0);
			expect(count).toBeLessThan(friends.length);
		},
	);

	it('ends a request under way, whose outcome is then unknown', async () => {
		fixture.sandbox.faults.add({
			kind: 'slow',
			match: 'POST /message',
			delayMs: 50_000,
			processed: true,
		});
		const started = fixture.start({
			node: 'connectSafely',
			parameters: message({ pauseMin: 0, pauseMax: 0 }),
			items: to(friends[0]),
		});
		void sleep(10_000).then(() => started.cancel());
		const begun = Date.now();
		const result = await fixture.time.drive(started.result);
		expect(result.status).toBe('canceled');
		expect(Date.now() - begun).toBeLessThan(11_000);
	});
});

describe('limits', () => {
	it('of the vendor stop the batch, and the error says how far it came and when it resets', async () => {
		const { quotas } = fixture.sandbox.world.connectSafely;
		quotas.spend(ACCOUNTS.connectSafelyDefault, 'CONNECT', 88);
		const result = await fixture.run({
			node: 'connectSafely',
			parameters: invitation(),
			items: to(...strangers),
			timezone: 'Europe/Berlin',
		});
		const shown = shownError(result);
		expect(shown.details).toMatchObject({
			reason: 'limitReached',
			outcome: 'notSent',
			retrySafe: true,
		});
		expect(shown.description).toMatch(/Of 4 items: 2 sent, 2 not sent\./);
		expect(shown.description).toMatch(
			/The limit resets on \d+ Nov 2026, \d\d:\d\d \(Europe\/Berlin\)/,
		);
		const calls = fixture.sandbox.requests.filter(({ path }) => path === '/connect');
		// The second answer says that nothing is left: a third request would only be refused.
		expect(calls).toHaveLength(2);
		expect(result.error).toMatchObject({ failure: { cause: 'quota-exhausted' } });
	});

	it('let the rest through as skipped when told so', async () => {
		fixture.sandbox.world.outX.invitationLimit = 1;
		const result = await fixture.run({
			node: 'outX',
			parameters: invitation({ onLimit: 'skip' }),
			items: to(...strangers),
		});
		expect(result.json('Node').map(({ outcome, reason }) => reason ?? outcome)).toEqual([
			'sent',
			'limitReached',
			'limitReached',
			'limitReached',
		]);
		const calls = fixture.sandbox.requests.filter(({ path }) =>
			path.endsWith('connection-request'),
		);
		expect(calls).toHaveLength(2);
	});

	it('with Continue On Fail turn the rest into items that say they were not attempted', async () => {
		fixture.sandbox.world.linkup.credits = 1;
		const result = await fixture.run({
			node: 'linkupApi',
			parameters: message({ pauseMin: 0, pauseMax: 0 }),
			items: to(...friends),
			onError: 'continueRegularOutput',
		});
		const json = result.json('Node');
		expect(json[0]).toMatchObject({ outcome: 'sent' });
		for (const item of json.slice(1)) {
			expect(item.details).toMatchObject({ reason: 'insufficientCredits', outcome: 'notSent' });
		}
		expect(json[2].error).toMatch(/Not attempted, because an earlier item/);
		expect(fixture.sandbox.requests).toHaveLength(2);
	});

	it('of people per day hold over executions, and start anew with the day of the workflow', async () => {
		const deduplication = new DeduplicationStore();
		const parameters = message({ pauseMin: 0, pauseMax: 0, maxPerDay: 3, onLimit: 'skip' });
		const spec = {
			node: 'connectSafely',
			parameters,
			deduplication,
			timezone: 'Asia/Tokyo',
		} as const;
		const run = async (...slugs: string[]): Promise<unknown[]> => {
			const result = await fixture.run({ ...spec, items: to(...slugs) });
			return result.json('Node').map(({ outcome, reason }) => reason ?? outcome);
		};
		expect(await run(friends[0], friends[1])).toEqual(['sent', 'sent']);
		expect(await run(friends[2], friends[3])).toEqual(['sent', 'limitReached']);
		// 12:00 UTC is 21:00 in Tokyo: three hours and a bit later it is tomorrow there.
		await fixture.time.drive(sleep(3.1 * 3_600_000));
		expect(await run(friends[3])).toEqual(['sent']);
	});

	it('of people per day are not used up by acts that did not happen', async () => {
		const deduplication = new DeduplicationStore();
		const parameters = message({ pauseMin: 0, pauseMax: 0, maxPerDay: 1 });
		const spec = { node: 'connectSafely', parameters, deduplication } as const;
		const missing = await fixture.run({ ...spec, items: to('nobody-with-this-name') });
		expect(shownError(missing).details).toMatchObject({ reason: 'notFound' });
		const found = await fixture.run({ ...spec, items: to(friends[0]) });
		expect(found.json('Node')).toMatchObject([{ outcome: 'sent' }]);
		const over = await fixture.run({ ...spec, items: to(friends[1]) });
		expect(shownError(over).details).toMatchObject({ reason: 'limitReached', outcome: 'notSent' });
	});
});

describe('while OutX is at work', () => {
	it('a task that fails during a pause ends the batch before the next send', async () => {
		fixture.sandbox.world.outX.taskDuration = 5_000;
		const [stranger] = strangers;
		const spec: RunSpec = {
			node: 'outX',
			parameters: message({ pauseMin: 100, pauseMax: 100 }),
			items: to(stranger, ...friends),
		};
		const result = await fixture.run(spec);
		expect(shownError(result).details).toMatchObject({ reason: 'notConnected' });
		expect(shownError(result).itemIndex).toBe(0);
		const sends = fixture.sandbox.requests.filter(({ path }) => path.endsWith('send-message'));
		expect(sends).toHaveLength(1);
	});
});

describe('a failure beside a limit that is let through', () => {
	it('still fails the node', async () => {
		const { outX } = fixture.sandbox.world;
		outX.invitationLimit = 1;
		// By URN, so that no look-up waits behind the first task: the limit is met before it fails.
		const people = strangers.map((slug) => fixture.sandbox.world.person(slug).memberId);
		outX.nextTask({ status: 'failed', output: null, duration: 5_000 });
		const result = await fixture.run({
			node: 'outX',
			parameters: invitation({ onLimit: 'skip' }),
			items: to(people[0], people[1]),
		});
		expect(shownError(result)).toMatchObject({ itemIndex: 0, details: { reason: 'taskFailed' } });
	});
});

describe('the hint after a run', () => {
	it('sums up what happened', async () => {
		const result = await fixture.run({
			node: 'linkupApi',
			parameters: message({ pauseMin: 0, pauseMax: 0 }),
			items: to(friends[0], friends[0], friends[1]),
		});
		expect(result.hints('Node')).toMatchObject([
			{ type: 'info', message: '2 sent, 1 skipped. Skipped: 1 twice in the input.' },
		]);
	});
});
