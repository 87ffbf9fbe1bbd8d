import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS, PEOPLE } from '../sandbox';
import { DeduplicationStore } from '../support/engine';
import type { RunSpec } from './support/fixture';
import { locator, shownError, useFixture } from './support/fixture';

const fixture = useFixture();

const FREE = { pauseMin: 0, pauseMax: 0 };
const recipient = locator('={{ $json.profile }}');
const to = (...slugs: string[]): IDataObject[] => slugs.map((profile) => ({ profile }));
const [first, second, third] = ['jane-doe-sales', 'john-doe-123', 'zoe-vdberg'];

/** A message through each vendor, and the call that carries it. */
const VENDORS: ReadonlyArray<{ node: RunSpec['node']; call: string; more?: IDataObject }> = [
	{ node: 'outX', call: 'POST /linkedin-agent/send-message' },
	{ node: 'connectSafely', call: 'POST /message' },
	{ node: 'linkupApi', call: 'POST /v1/messages/send-message' },
];

const message = (sending: IDataObject = {}, more: IDataObject = {}): IDataObject => ({
	resource: 'message',
	operation: 'send',
	recipient,
	message: 'Hello',
	sending: { ...FREE, ...sending },
	...more,
});

const delivered = (): string[] => fixture.sandbox.deliveries.map((one) => one.publicIdentifier);

const passTime = async (ms: number): Promise<void> => await fixture.time.drive(sleep(ms));

describe.each(VENDORS)('$node never sends twice', ({ node, call }) => {
	it('with Retry On Fail, when an item in the middle fails once', async () => {
		fixture.sandbox.faults.add({ kind: 'throttle', match: call, skip: 1 });
		const result = await fixture.run({
			node,
			parameters: message(),
			items: to(first, second, third),
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1_000,
		});
		expect(result.error).toBeUndefined();
		expect(result.json('Node').map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
		await passTime(1_000);
		expect(delivered()).toEqual([first, second, third]);
	});

	it('with Retry On Fail, when the answer of an item was lost after it was carried out', async () => {
		fixture.sandbox.faults.add({ kind: 'resetAfter', match: call, skip: 1 });
		const result = await fixture.run({
			node,
			parameters: message(),
			items: to(first, second, third),
			retryOnFail: true,
			maxTries: 4,
			waitBetweenTries: 1_000,
		});
		await passTime(5_000);
		const attempts = fixture.sandbox.requests.filter(
			({ method, path }) => `${method} ${path}` === call,
		);
		// Where the service shows what became of the second, the third goes out as well.
		const reached = result.error ? [first, second] : [first, second, third];
		expect(delivered()).toEqual(reached);
		expect(attempts).toHaveLength(reached.length);
		if (result.error) {
			expect(shownError(result)).toMatchObject({ itemIndex: 1, details: { outcome: 'unknown' } });
		} else {
			expect(result.json('Node').map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
		}
	});

	it('with "Retry execution" of a failed execution', async () => {
		fixture.sandbox.faults.add({ kind: 'throttle', match: call, skip: 1 });
		const spec: RunSpec = { node, parameters: message(), items: to(first, second, third) };
		const failed = await fixture.run(spec);
		expect(shownError(failed).details).toMatchObject({ reason: 'throttled', retrySafe: true });
		await passTime(10_000);
		const retried = await fixture.run({ ...spec, retryOf: failed });
		expect(retried.error).toBeUndefined();
		expect(retried.json('Node').map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
		await passTime(1_000);
		expect(delivered()).toEqual([first, second, third]);
	});

	it('with "Retry execution" after credential, pauses and text were changed', async () => {
		fixture.sandbox.faults.add({ kind: 'throttle', match: call, skip: 1 });
		const spec: RunSpec = { node, parameters: message(), items: to(first, second) };
		const failed = await fixture.run(spec);
		await passTime(10_000);
		const renewed = Object.fromEntries(
			Object.entries(fixture.credentials).map(([type, data]) => [
				type,
				{ ...data, baseUrl: `${String(data.baseUrl)}/`, password: 'a-new-password' },
			]),
		);
		await fixture.run({
			...spec,
			parameters: message({ pauseMin: 1, pauseMax: 2 }, { message: 'Hello, without the typo' }),
			credentials: renewed as RunSpec['credentials'],
			retryOf: failed,
		});
		await passTime(10_000);
		expect(delivered()).toEqual([first, second]);
	});

	it('to one person under several spellings in one input', async () => {
		const { memberId } = fixture.sandbox.world.person(first);
		const result = await fixture.run({
			node,
			parameters: message(),
			items: to(
				`https://www.linkedin.com/in/${first}/?trk=x`,
				`LinkedIn: de.linkedin.com/in/${first.toUpperCase()}/de`,
				second,
				`urn:li:fsd_profile:${memberId}`,
				first,
			),
		});
		const outcomes = result.json('Node').map(({ outcome, reason }) => reason ?? outcome);
		await passTime(1_000);
		// ConnectSafely's answer names the URN; LinkupAPI's does not, so a bare URN is a stranger to it.
		const urnKnown = node !== 'linkupApi';
		expect(outcomes).toEqual([
			'sent',
			'duplicateInInput',
			'sent',
			urnKnown ? 'duplicateInInput' : 'sent',
			'duplicateInInput',
		]);
		expect(delivered()).toHaveLength(urnKnown ? 2 : 3);
	});

	it('but does send two different texts to one person', async () => {
		const result = await fixture.run({
			node,
			parameters: message({}, { message: '={{ $json.text }}' }),
			items: [
				{ profile: first, text: 'one' },
				{ profile: first, text: 'two' },
				{ profile: second, text: 'two' },
			],
		});
		expect(result.json('Node').map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
	});

	it('to somebody contacted in an earlier execution, with skipContacted', async () => {
		const deduplication = new DeduplicationStore();
		const parameters = message({ skipContacted: true });
		await fixture.run({ node, parameters, items: to(first, second), deduplication });
		const again = await fixture.run({
			node,
			parameters,
			items: to(`https://fr.linkedin.com/in/${second}/`, third),
			deduplication: DeduplicationStore.restore(deduplication.serialise()),
		});
		expect(again.json('Node')).toMatchObject([
			{ outcome: 'skipped', reason: 'alreadyContacted' },
			{ outcome: 'sent' },
		]);
		await passTime(1_000);
		expect(delivered()).toEqual([first, second, third]);
	});

	it('and forgets a contact whose act certainly did not happen', async () => {
		const deduplication = new DeduplicationStore();
		const parameters = message({ skipContacted: true });
		fixture.sandbox.faults.add({ kind: 'throttle', match: call });
		await fixture.run({ node, parameters, items: to(first), deduplication });
		await passTime(10_000);
		const again = await fixture.run({ node, parameters, items: to(first), deduplication });
		expect(again.json('Node')).toMatchObject([{ outcome: 'sent' }]);
	});

	it('but keeps a contact whose act may have happened', async () => {
		const deduplication = new DeduplicationStore();
		const parameters = message({ skipContacted: true });
		fixture.sandbox.faults.add({ kind: 'html', match: call, processed: true });
		await fixture.run({ node, parameters, items: to(first), deduplication });
		const again = await fixture.run({ node, parameters, items: to(first), deduplication });
		expect(again.json('Node')).toMatchObject([{ outcome: 'skipped', reason: 'alreadyContacted' }]);
	});
});

describe('OutX on another try', () => {
	it('waits for the task it has instead of creating another', async () => {
		fixture.sandbox.world.outX.taskDuration = 60_000;
		const { memberId } = fixture.sandbox.world.person(PEOPLE.connected);
		const result = await fixture.run({
			node: 'outX',
			parameters: message(
				{},
				{
					recipient: locator(`urn:li:person:${memberId}`, 'urn'),
					options: { maxWait: 40, onTimeout: 'fail' },
				},
			),
			retryOnFail: true,
			maxTries: 5,
			waitBetweenTries: 5_000,
		});
		expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
		expect(fixture.sandbox.world.outX.tasks).toHaveLength(1);
	});
});

describe('before the first act', () => {
	it('all items are checked, and the failure names every bad one', async () => {
		const items = to(first, 'Jane Doe', second, 'https://www.linkedin.com/company/acme');
		const result = await fixture.run({ node: 'connectSafely', parameters: message(), items });
		const shown = shownError(result);
		expect(shown.message).toMatch(/Nothing was sent, because 2 of 4 items cannot be used/);
		expect(shown.description).toMatch(/Item 1: .*Item 3: .*company/);
		expect(shown.itemIndex).toBe(1);
		expect(fixture.sandbox.requests).toHaveLength(0);
	});
});

describe('a dry run', () => {
	it.each(VENDORS)('of $node shows text and receiver and sends nothing', async ({ node, call }) => {
		const deduplication = new DeduplicationStore();
		const parameters = message({ dryRun: true, skipContacted: true, maxPerDay: 2 });
		const items = to(first, first, second);
		const result = await fixture.run({ node, parameters, items, deduplication });
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'dryRun', text: 'Hello', recipient: { publicIdentifier: first } },
			{ outcome: 'skipped', reason: 'duplicateInInput' },
			{ outcome: 'dryRun', text: 'Hello', recipient: { publicIdentifier: second } },
		]);
		const acting = fixture.sandbox.requests.filter(
			({ method, path }) => `${method} ${path}` === call,
		);
		expect(acting).toHaveLength(0);
		const real = message({ skipContacted: true, maxPerDay: 2 });
		const after = await fixture.run({
			node,
			parameters: real,
			items: to(first, second),
			deduplication,
		});
		expect(after.json('Node').map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
	});
});

describe('a second try that meets a wall at its first item', () => {
	it('still knows what the first try did behind it', async () => {
		const items = to('marie-lefevre-3b2', first, second);
		const match = 'POST /message';
		fixture.sandbox.faults.add({ kind: 'status', status: 404, match });
		fixture.sandbox.faults.add({ kind: 'quota', match, skip: 2 });
		const result = await fixture.run({
			node: 'connectSafely',
			parameters: message(),
			items,
			// n8n tries again when the first item holds an error (rules.md §2.3).
			onError: 'continueRegularOutput',
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 1_000,
		});
		expect(result.json('Node')).toMatchObject([
			{ details: { reason: 'limitReached', outcome: 'notSent' } },
			{ outcome: 'sent' },
			{ outcome: 'sent' },
		]);
		expect(delivered()).toEqual([first, second]);
	});
});

describe('sixteen executions at the same time', () => {
	it('note everybody they reach, though n8n keeps them in one row without a lock', async () => {
		const deduplication = new DeduplicationStore();
		const people = fixture.sandbox.world.people.slice(0, 16).map((one) => one.publicIdentifier);
		const accounts = [ACCOUNTS.connectSafelyDefault, ACCOUNTS.connectSafelySecond];
		const spec = (profile: string, index: number): RunSpec => ({
			node: 'connectSafely',
			parameters: message(
				{ skipContacted: true },
				{ account: { __rl: true, mode: 'id', value: accounts[index % 2] } },
			),
			items: [{ profile }],
			deduplication,
		});
		const runs = people.map((profile, index) => fixture.start(spec(profile, index)).result);
		await fixture.time.drive(Promise.all(runs));
		expect(new Set(delivered())).toEqual(new Set(people));
		const again = await fixture.run({ ...spec(people[0], 0), items: to(...people) });
		expect(again.json('Node').map(({ reason }) => reason)).toEqual(
			people.map(() => 'alreadyContacted'),
		);
	});
});

describe('a second try, when the first reached somebody further down the list', () => {
	it('does not reach them again through the item further up that failed', async () => {
		const match = 'POST /v1/messages/send-message';
		// The first two items are refused; the third, the same person as the second, goes out.
		fixture.sandbox.faults.add({ kind: 'throttle', match, times: 2 });
		const result = await fixture.run({
			node: 'linkupApi',
			parameters: message(),
			items: to(second, first, `https://fr.linkedin.com/in/${first}/fr`),
			onError: 'continueRegularOutput',
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 5_000,
		});
		expect(delivered()).toEqual([first, second]);
		expect(result.json('Node').map(({ outcome, reason }) => reason ?? outcome)).toEqual([
			'sent',
			'duplicateInInput',
			'sent',
		]);
	});
});
