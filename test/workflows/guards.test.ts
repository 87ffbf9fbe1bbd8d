import type { IDataObject } from 'n8n-workflow';

import { PEOPLE } from '../sandbox';
import { DEFAULT_SEED } from '../sandbox/constants';
import { postsOfPerson } from '../sandbox/outx/posts';
import { World } from '../sandbox/world/world';
import { locator, shownError, useFixture } from './support/fixture';
import type { RunSpec } from './support/fixture';

const fixture = useFixture();

const ACTS: ReadonlyArray<readonly [RunSpec['node'], string, string, IDataObject]> = [
	['outX', 'message', 'send', { message: 'Hello' }],
	['outX', 'connection', 'sendRequest', {}],
	['outX', 'post', 'like', {}],
	['outX', 'post', 'comment', { comment: 'Yes' }],
	['connectSafely', 'message', 'send', { message: 'Hello' }],
	['connectSafely', 'connection', 'sendRequest', {}],
	['linkupApi', 'message', 'send', { message: 'Hello' }],
	['linkupApi', 'connection', 'sendRequest', {}],
];

const MEMBERS: ReadonlyArray<readonly [member: string, label: RegExp]> = [
	['dryRun', /'Dry Run'/],
	['maxPerDay', /'Most (?:People|Posts) per Day'/],
	['onLimit', /'When a Limit Is Reached'/],
	['pauseMax', /'Pause at Most/],
	['pauseMin', /'Pause at Least/],
	['sendAgain', /'Send Again'/],
	['skipContacted', /'Skip (?:People|Posts) Already/],
	['textCheck', /'Text Check'/],
];

const who = (operation: string): string =>
	operation === 'send' ? PEOPLE.connected : PEOPLE.stranger;

/** The sandbox's world is the same for every test of a seed, and the posts in it are. */
const world = new World(DEFAULT_SEED, () => 0);
const [aPost] = postsOfPerson(world.person(PEOPLE.connected), world);

const run = async (
	[node, resource, operation, more]: (typeof ACTS)[number],
	parameters: IDataObject,
	extra: Partial<RunSpec> = {},
) =>
	await fixture.run({
		node,
		items: [{ name: 'Jane' }],
		...extra,
		parameters: {
			resource,
			operation,
			...(resource === 'post'
				? { post: String(aPost.social_urn) }
				: { recipient: locator(who(operation), 'id') }),
			...more,
			...parameters,
		},
	});

async function refused(...args: Parameters<typeof run>): Promise<string> {
	const shown = shownError(await run(...args));
	expect(shown.details).toMatchObject({ reason: 'invalidInput', outcome: 'notSent' });
	expect(fixture.sandbox.requests).toEqual([]);
	return shown.message;
}

describe.each(ACTS)('%s %s.%s', (...act) => {
	it.each(MEMBERS.filter(([name]) => name !== 'textCheck' || act[2] !== 'like'))(
		'asks for nothing when the expression of %s yields nothing',
		async (name, label) => {
			for (const nothing of ['$json.misspelt', 'null', "''", '[]', '$json.a.b', "'no'", '{}']) {
				const said = await refused(act, { sending: { [name]: `={{ ${nothing} }}` } });
				expect(said).toMatch(label);
			}
		},
	);

	it('asks for nothing when the whole collection is an expression that yields none', async () => {
		for (const nothing of ['$json.misspelt', 'null', "''", '[]', '"dryRun"', '[{}]', '{}', '1']) {
			expect(await refused(act, { sending: `={{ ${nothing} }}` })).toMatch(/^'Sending' /);
		}
		expect(await refused(act, { sending: '{"dryRun":true}' })).toMatch(/^'Sending' must hold/);
	});

	it('tells a misspelt member of an expression, and reads a right one', async () => {
		expect(await refused(act, { sending: '={{ { dryrun: true } }}' })).toMatch(
			/'dryrun' is no option of it: it is written 'dryRun'/,
		);
		const result = await run(act, { sending: '={{ { dryRun: true } }}' });
		expect(result.json('Node')).toMatchObject([{ outcome: 'dryRun' }]);
		expect(fixture.sandbox.deliveries).toEqual([]);
	});

	it('has its defaults for what was left alone', async () => {
		const result = await run(act, { sending: { pauseMin: 0, pauseMax: 0 } });
		expect(result.error).toBeUndefined();
		expect(fixture.sandbox.deliveries).toHaveLength(1);
	});
});

describe('who acts', () => {
	const [, , , , send] = ACTS;

	it.each(['$json.misspelt', 'null', "''", '[]', '({})', 'true', "'undefined'"])(
		'is not the default account when the expression yields %s',
		async (nothing) => {
			const value = `={{ ${nothing} }}`;
			expect(await refused(send, { account: locator(value, 'id') })).toContain(
				"'LinkedIn Account'",
			);
			const said = await refused(send, { account: value });
			expect(said.match(/'LinkedIn Account'/g)).toHaveLength(1);
			// n8n itself wants the subject while the type is an expression.
			const normal = await refused(send, { messageType: value, subject: 'Hello' });
			expect(normal).toContain("'Message Type'");
		},
	);

	it('is the default account when it was left alone', async () => {
		const sending = { pauseMin: 0, pauseMax: 0 };
		for (const account of [
			{ __rl: true, mode: 'list', value: '' },
			{ mode: 'list', value: '' },
		]) {
			fixture.sandbox.reset();
			expect((await run(send, { account, sending })).error).toBeUndefined();
			expect(fixture.sandbox.deliveries).toHaveLength(1);
		}
	});

	it('is one item alone that is refused, with On Error set to continue', async () => {
		const result = await run(
			send,
			{
				recipient: locator('={{ $json.who }}'),
				sending: { pauseMin: 0, pauseMax: 0, dryRun: '={{ $json.dry }}' },
			},
			{
				items: [
					{ who: PEOPLE.connected, dry: false },
					{ who: 'somebody-else-1' },
					{ who: PEOPLE.connectedToo, dry: true },
				],
				onError: 'continueRegularOutput',
			},
		);
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'sent' },
			{
				error: expect.stringContaining("'Dry Run' was set but is empty") as string,
				details: { outcome: 'notSent', recipient: { input: 'somebody-else-1' } },
			},
			{ outcome: 'dryRun' },
		]);
		expect(fixture.sandbox.deliveries).toHaveLength(1);
	});
});

describe('a batch', () => {
	it('is refused as a whole, and told once what to do', async () => {
		const shown = shownError(
			await run(
				ACTS[4],
				{ recipient: locator('={{ $json.who }}'), sending: { dryRun: '={{ $json.dry_run }}' } },
				{ items: ['a-person-1', 'a-person-2', 'a-person-3'].map((who) => ({ who, dryRun: true })) },
			),
		);
		expect(shown.message).toMatch(/^Nothing was sent, because 3 of 3 items cannot be used/);
		expect(shown.description).toMatch(
			/^Item 0: 'Dry Run' was set but is empty: .* Item 2: .*misspelt\. Open the field and check/,
		);
		expect(shown.description.match(/Open the field/g)).toHaveLength(1);
		expect(fixture.sandbox.requests).toEqual([]);
	});
});

describe('an item that is not what it should be', () => {
	const recipient = locator('={{ $json.URL }}');
	const CASES: ReadonlyArray<readonly [string, IDataObject, RegExp, RegExp]> = [
		['is empty', {}, /the item is empty/, /'Always Output Data' off/],
		['has empty fields only', { URL: '', Name: null }, /the item is empty/, /'Always Output Data'/],
		[
			'is a note of Connections.csv',
			{ 'Notes:': 'When exporting your connection data, you may notice …' },
			/three lines of notes/,
			/Skip the first three lines/,
		],
		[
			'is a person of Connections.csv below its notes',
			{ 'Notes:': 'Jane', _1: 'Doe', _2: 'https://www.linkedin.com/in/jane-doe' },
			/three lines of notes/,
			/'Starting Line' to 4/,
		],
		[
			'is a whole list',
			{ data: [{ URL: 'jane-doe' }, { URL: 'john-doe' }] },
			/a whole list in 'data'/,
			/Split Out node with the field 'data'/,
		],
		['is an error', { error: 'Bad request' }, /the error of a node before/, /error output/],
		['lacks the field', { url: 'jane-doe' }, /check the name of the field/, /Correct the field/],
	];

	it.each(CASES)('is explained: it %s', async (_, item, what, next) => {
		for (const act of ACTS.filter(([, resource]) => resource !== 'post')) {
			const shown = shownError(await run(act, { recipient }, { items: [item] }));
			expect(shown.message).toMatch(/^'Recipient' is empty: /);
			expect(shown.message).toMatch(what);
			expect(shown.description).toMatch(next);
			expect(fixture.sandbox.requests).toEqual([]);
		}
	});
});

describe('reads', () => {
	const READS: ReadonlyArray<readonly [RunSpec['node'], IDataObject, RegExp]> = [
		[
			'outX',
			{ resource: 'profile', operation: 'search', filters: { countries: '={{ $json.x }}' } },
			/'Countries' was set but is empty/,
		],
		[
			'outX',
			{
				resource: 'profile',
				operation: 'search',
				filters: { title: 'CTO', company: '={{ $json.x }}' },
			},
			/'Company' was set but is empty/,
		],
		[
			'outX',
			{ resource: 'profile', operation: 'search', filters: '={{ $json.x }}' },
			/'Filters' was set but is empty/,
		],
		[
			'outX',
			{ resource: 'connection', operation: 'getAll', limit: '={{ $json.x }}' },
			/'Limit' was set but is empty/,
		],
		[
			'outX',
			{
				resource: 'watchlist',
				operation: 'update',
				watchlist: locator('550e8400-e29b-41d4-a716-446655440000', 'id'),
				updateFields: { name: 'New', collecting: '={{ $json.x }}' },
			},
			/'Collecting' was set but is empty/,
		],
		[
			'connectSafely',
			{ resource: 'account', operation: 'getAll', returnAll: '={{ $json.x }}' },
			/'Return All' was set but is empty/,
		],
		[
			'connectSafely',
			{
				resource: 'connection',
				operation: 'getRelationship',
				recipient: locator(PEOPLE.connected, 'id'),
				account: locator('={{ $json.x }}', 'id'),
			},
			/'LinkedIn Account' was set but is empty/,
		],
		[
			'linkupApi',
			{
				resource: 'profile',
				operation: 'get',
				recipient: locator(PEOPLE.connected, 'id'),
				simplify: '={{ $json.x }}',
			},
			/'Simplify' was set but is empty/,
		],
	];

	it.each(READS)('%s asks for nothing with %j', async (node, parameters, words) => {
		const shown = shownError(await fixture.run({ node, parameters, items: [{ a: 1 }] }));
		expect(shown.message).toMatch(words);
		expect(shown.details).toMatchObject({ reason: 'invalidInput', outcome: 'notSent' });
		expect(fixture.sandbox.requests).toEqual([]);
	});
});
