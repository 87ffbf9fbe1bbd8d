import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { DeduplicationStore } from '../support/engine';
import type { EngineResult } from '../support/engine';
import type { RunSpec } from './support/fixture';
import { locator, shownError, useFixture } from './support/fixture';

const fixture = useFixture();

const FREE = { pauseMin: 0, pauseMax: 0 };
const recipient = locator('={{ $json.profile }}');
const [first, second, third, fourth] = ['jane-doe-sales', 'john-doe-123', 'zoe-vdberg', 'soren-kh'];
const to = (...slugs: string[]): IDataObject[] => slugs.map((profile) => ({ profile }));

const VENDORS: ReadonlyArray<{ node: RunSpec['node']; call: string }> = [
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
const words = (result: EngineResult): unknown[] =>
	result.json('Node').map(({ outcome, reason }) => reason ?? outcome);

/** n8n's database, which fails at the calls named by number, from 1. */
class FailingStore extends DeduplicationStore {
	calls = 0;

	constructor(
		private readonly failing: (call: number) => boolean,
		private readonly writes = false,
	) {
		super();
	}

	override async checkProcessedAndRecord(
		...args: Parameters<DeduplicationStore['checkProcessedAndRecord']>
	): ReturnType<DeduplicationStore['checkProcessedAndRecord']> {
		const fails = this.failing(++this.calls);
		if (fails && !this.writes) throw new Error('SQLITE_BUSY: database is locked');
		const output = await super.checkProcessedAndRecord(...args);
		if (fails) throw new Error('SQLITE_BUSY: database is locked');
		return output;
	}
}

describe.each(VENDORS)('$node, with the options left alone', ({ node, call }) => {
	it('sends to nobody again when the workflow is simply run again', async () => {
		const deduplication = new DeduplicationStore();
		const spec: RunSpec = { node, parameters: message(), items: to(first, second), deduplication };
		expect(words(await fixture.run(spec))).toEqual(['sent', 'sent']);
		const again = await fixture.run({
			...spec,
			items: to(`https://fr.linkedin.com/in/${second}/?trk=x`, first, third),
			deduplication: DeduplicationStore.restore(deduplication.serialise()),
		});
		expect(words(again)).toEqual(['alreadySent', 'alreadySent', 'sent']);
		expect(again.json('Node')[0]).toMatchObject({
			outcome: 'skipped',
			recipient: { publicIdentifier: second },
			response: { message: expect.stringMatching(/^An earlier execution .* already/) as unknown },
		});
		await passTime(1_000);
		expect(delivered()).toEqual([first, second, third]);
	});

	it('does send another text, and the same one where the operator says so', async () => {
		const deduplication = new DeduplicationStore();
		const spec: RunSpec = { node, parameters: message(), items: to(first), deduplication };
		await fixture.run(spec);
		const another = message({}, { message: 'Hello again' });
		expect(words(await fixture.run({ ...spec, parameters: another }))).toEqual(['sent']);
		const again = message({ sendAgain: true });
		expect(words(await fixture.run({ ...spec, parameters: again }))).toEqual(['sent']);
		await passTime(1_000);
		expect(delivered()).toEqual([first, first, first]);
	});

	it('says of what may have been sent that it may, and leaves it', async () => {
		const deduplication = new DeduplicationStore();
		fixture.sandbox.faults.add({ kind: 'html', match: call, processed: true });
		const spec: RunSpec = { node, parameters: message(), items: to(first), deduplication };
		const ran = await fixture.run(spec);
		const again = await fixture.run(spec);
		const isUnclear = ran.error !== undefined;
		if (isUnclear) expect(shownError(ran).details).toMatchObject({ outcome: 'unknown' });
		expect(again.json('Node')[0]).toMatchObject({
			reason: 'alreadySent',
			response: {
				message: expect.stringMatching(
					isUnclear ? /may have done this/ : /did this already/,
				) as unknown,
			},
		});
		await passTime(5_000);
		expect(delivered()).toEqual([first]);
	});

	it('goes on after Stop and another run, and after Stop and Retry', async () => {
		const deduplication = new DeduplicationStore();
		const spec: RunSpec = {
			node,
			parameters: message({ pauseMin: 60, pauseMax: 60 }),
			items: to(first, second, third),
			deduplication,
		};
		const started = fixture.start(spec);
		void sleep(100_000).then(() => started.cancel());
		const stopped = await fixture.time.drive(started.result);
		expect(stopped.status).toBe('canceled');
		const before = delivered();
		expect(before.length).toBeGreaterThan(0);
		await fixture.run({ ...spec, parameters: message() });
		await fixture.run({ ...spec, parameters: message(), retryOf: stopped });
		await passTime(5_000);
		expect(delivered()).toEqual([first, second, third]);
	});

	it('sends once when three triggers fire in the same moment', async () => {
		const deduplication = new DeduplicationStore();
		const spec: RunSpec = { node, parameters: message(), items: to(first), deduplication };
		const runs = [0, 1, 2].map(() => fixture.start(spec).result);
		const ends = (await fixture.time.drive(Promise.all(runs))).flatMap(words);
		expect(ends.sort()).toEqual(['alreadySent', 'alreadySent', 'sent']);
		expect(delivered()).toEqual([first]);
	});
});

describe.each(VENDORS)('$node, when n8n retries an execution', ({ node, call }) => {
	/** One whose second item failed: the first was reached, the others were not. */
	async function failed(deduplication: DeduplicationStore): Promise<[RunSpec, EngineResult]> {
		fixture.sandbox.faults.add({ kind: 'throttle', match: call, skip: 1 });
		const spec: RunSpec = {
			node,
			parameters: message(),
			items: [first, second, third].map((profile) => ({
				profile,
				address: `https://www.linkedin.com/in/${profile}`,
				other: profile === second ? fourth : profile,
			})),
			deduplication,
		};
		const result = await fixture.run(spec);
		expect(result.error).toBeDefined();
		await passTime(10_000);
		return [spec, result];
	}

	const edits: ReadonlyArray<[string, IDataObject]> = [
		['another column', { recipient: locator('={{ $json.address }}') }],
		['another mode', { recipient: locator('={{ $json.profile }}', 'id') }],
		[
			'the name that n8n adds to a picked person',
			{ recipient: { ...recipient, cachedResultName: 'Jane Doe' } },
		],
		['the text', { message: 'Hello, without the typo' }],
		['column and text', { recipient: locator('={{ $json.address }}'), message: 'Hi' }],
	];

	it.each(edits)('reaches nobody twice after the operator mended %s', async (_, edit) => {
		const deduplication = new DeduplicationStore();
		const [spec, original] = await failed(deduplication);
		const parameters = message({}, edit);
		const retried = await fixture.run({ ...spec, parameters, retryOf: original });
		expect(words(retried)).toEqual(['sent', 'sent', 'sent']);
		// The first comes out as it was.
		expect(retried.json('Node')[0]).toMatchObject({ recipient: { input: first } });
		await passTime(5_000);
		expect(delivered()).toEqual([first, second, third]);
	});

	it.each(edits)('nor when Retry is pressed on the original again, %s mended', async (_, edit) => {
		const deduplication = new DeduplicationStore();
		const [spec, original] = await failed(deduplication);
		fixture.sandbox.faults.add({ kind: 'throttle', match: call, skip: 1 });
		const retry = await fixture.run({ ...spec, retryOf: original });
		expect(retry.error).toBeDefined();
		await passTime(10_000);
		expect(delivered()).toEqual([first, second]);
		const parameters = message({}, edit);
		const again = await fixture.run({ ...spec, parameters, retryOf: original });
		expect(words(again)).toEqual(['sent', 'sent', 'sent']);
		expect(again.json('Node')[1]).toMatchObject({ response: { sentByEarlierRetry: true } });
		const ofRetry = await fixture.run({ ...spec, parameters, retryOf: retry });
		expect(words(ofRetry)).toEqual(['sent', 'sent', 'sent']);
		await passTime(5_000);
		expect(delivered()).toEqual([first, second, third]);
	});

	it('leaves those alone whom an earlier execution reached, though the text is edited before the retry', async () => {
		const deduplication = new DeduplicationStore();
		const earlier: RunSpec = { node, parameters: message(), items: to(first), deduplication };
		await fixture.run(earlier);
		await passTime(5_000);
		fixture.sandbox.faults.add({ kind: 'throttle', match: call });
		const spec: RunSpec = { ...earlier, items: to(first, second) };
		const original = await fixture.run(spec);
		expect(original.error).toBeDefined();
		await passTime(10_000);
		const parameters = message({}, { message: 'Hello, edited' });
		const retried = await fixture.run({ ...spec, parameters, retryOf: original });
		expect(words(retried)).toEqual(['alreadySent', 'sent']);
		const again = message({ sendAgain: true }, { message: 'Hello, edited' });
		const wanted = await fixture.run({ ...spec, parameters: again, retryOf: original });
		expect(words(wanted)).toEqual(['sent', 'sent']);
		await passTime(5_000);
		expect(delivered()).toEqual([first, second, first]);
	});

	it('writes to the right person where the operator corrected who it is', async () => {
		const deduplication = new DeduplicationStore();
		const [spec, original] = await failed(deduplication);
		const parameters = message({}, { recipient: locator('={{ $json.other }}') });
		const retried = await fixture.run({ ...spec, parameters, retryOf: original });
		expect(
			retried.json('Node').map((one) => (one.recipient as IDataObject)?.publicIdentifier),
		).toEqual([first, fourth, third]);
		await passTime(5_000);
		expect(delivered()).not.toContain(second);
		expect(delivered().filter((one) => one === first)).toHaveLength(1);
	});
});

describe("when n8n's database fails", () => {
	const spec = (deduplication: DeduplicationStore, sending: IDataObject = {}): RunSpec => ({
		node: 'connectSafely',
		parameters: message(sending),
		items: to(first, second),
		onError: 'continueRegularOutput',
		deduplication,
	});

	it('sends nothing that could be a second time, and says so', async () => {
		const result = await fixture.run(spec(new FailingStore(() => true)));
		expect(result.json('Node')).toMatchObject([
			{
				error: expect.stringMatching(
					/database could not tell .*locked.*nothing was sent/,
				) as unknown,
				details: { outcome: 'notSent', retrySafe: true },
			},
			{ details: { outcome: 'notSent' } },
		]);
		expect(delivered()).toEqual([]);
	});

	it.each([2, 3, 4, 5, 6, 7, 8])(
		'at call %i and the next, whether it wrote or not: nobody is reached twice or called reached',
		async (nth) => {
			for (const writes of [false, true]) {
				fixture.sandbox.reset();
				const store = new FailingStore((call) => call === nth || call === nth + 1, writes);
				const ran = await fixture.run(spec(store));
				const outcomes = ran.json('Node');
				const named = outcomes.map(
					({ outcome, details }) => outcome ?? (details as IDataObject).outcome,
				);
				const sent = delivered();
				expect(named.map((one, index) => one === 'sent' && [first, second][index])).toEqual(
					[first, second].map((one) => sent.includes(one) && one),
				);
				// What stays noted though it was not sent has said so.
				const again = await fixture.run(spec(store));
				for (const [index, { reason }] of again.json('Node').entries()) {
					if (reason !== 'alreadySent' || named[index] === 'sent') continue;
					const { description } = outcomes[index].details as IDataObject;
					expect(description).toMatch(/'Send Again'/);
				}
				expect(new Set(delivered()).size).toBe(delivered().length);
			}
		},
	);

	it('still calls sent what went out, when it fails afterwards', async () => {
		const store = new FailingStore((call) => call > 5);
		const result = await fixture.run({ ...spec(store), items: to(first) });
		expect(words(result)).toEqual(['sent']);
	});
});

describe('a workflow that was never saved', () => {
	const unsaved = { workflowId: '' };

	it('sends, and says that it cannot remember', async () => {
		const result = await fixture.run({
			node: 'connectSafely',
			parameters: message(),
			items: to(first, first, second),
			...unsaved,
		});
		expect(words(result)).toEqual(['sent', 'duplicateInInput', 'sent']);
		expect(
			result
				.hints('Node')
				.map(({ message: text }) => text)
				.join(),
		).toMatch(/never saved, so the node cannot remember/);
	});

	it.each([
		[{ maxPerDay: 5 }, 'Most People per Day'],
		[{ skipContacted: true }, 'Skip People Already Contacted'],
	])('refuses %j, which it could not keep', async (sending, option) => {
		const result = await fixture.run({
			node: 'connectSafely',
			parameters: message(sending),
			items: to(first),
			...unsaved,
		});
		expect(shownError(result).message).toContain(`'${option}' cannot be kept`);
		expect(delivered()).toEqual([]);
	});
});

describe('whatever the time zone of the workflow is called', () => {
	it.each(['GMT+2', 'DEFAULT', 'Nowhere/City'])('%s: no outcome is lost', async (timezone) => {
		const result = await fixture.run({
			node: 'connectSafely',
			parameters: message({ maxPerDay: 1, onLimit: 'skip' }),
			items: to(first, second),
			timezone,
		});
		expect(words(result)).toEqual(['sent', 'limitReached']);
		expect(
			result
				.hints('Node')
				.map(({ message: text }) => text)
				.join(),
		).toMatch(/UTC/);
	});
});
