import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { outX } from '../../nodes/OutX/vendor';
import { PEOPLE } from '../sandbox';
import { DEFAULT_SEED } from '../sandbox/constants';
import type { NewWatchlist, Watchlist, WatchlistType } from '../sandbox/outx/watchlists';
import { uuid } from '../sandbox/random';
import { listSearch } from '../support/listSearch';
import { nodeTypes, shownError, useFixture } from './support/fixture';
import type { Fixture, RunSpec } from './support/fixture';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';
import { callFailures, profileAddress } from './support/outx';
import { expectToFitSchema } from './support/schema';

const fixture = useFixture();

const PATH = '/api-keyword-watchlist';
const TYPES = ['keyword', 'company', 'people', 'reddit'] as const;
const NOBODY_S = '550e8400-e29b-41d4-a716-446655440000';
const WEBHOOK = 'https://hooks.slack.com/services/T000/B000/sandbox-webhook-0001';

const run = async (parameters: IDataObject, extra: Partial<RunSpec> = {}) =>
	await fixture.run({
		node: 'outX',
		...extra,
		parameters: { resource: 'watchlist', ...parameters },
	});

const bodies = (method: string, path = PATH): IDataObject[] =>
	fixture.sandbox.requests
		.filter((request) => request.method === method && request.path === path)
		.map(({ body }) => body as IDataObject);

const add = (given: NewWatchlist = {}): Watchlist =>
	fixture.sandbox.world.outX.watchlists.add(given);

const ours = (): Watchlist[] => fixture.sandbox.world.outX.watchlists.ours;

const byId = (id: string): IDataObject => ({ __rl: true, mode: 'id', value: id });

/** The sandbox counts watchlists out, so a test knows an id before it is given. The seed has the first. */
function idOf(number: number): string {
	return uuid(`${DEFAULT_SEED}|watchlist|${number}`);
}

const threeMore = ({ sandbox }: Fixture): void => {
	for (let i = 0; i < 3; i++) sandbox.world.outX.watchlists.add();
};

const planIsFull: FailureCase = {
	name: 'the plan has no watchlist left',
	reason: 'limitReached',
	arrange: ({ sandbox }) => {
		sandbox.world.outX.watchlistLimit = 1;
	},
	says: /plan has no watchlist left/,
	httpCode: '402',
};

operationSuite(fixture, {
	node: 'outX',
	resource: 'watchlist',
	operation: 'create',
	changes: true,
	isAct: false,
	parameters: { keywords: '={{ $json.words }}', options: { name: '={{ $json.name }}' } },
	items: [
		{ words: 'hiring, remote work', name: 'Jobs' },
		{ words: 'CRM\nERP', name: 'Software' },
		{ words: '採用', name: '求人' },
	],
	happy: (json) => {
		const [made] = ours().slice(-1);
		expect(json).toEqual([
			{
				id: made.id,
				name: 'Jobs',
				slug: made.slug,
				type: 'keyword',
				keywords: ['hiring', 'remote work'],
				fetchFreqInHours: 12,
				created: true,
			},
		]);
		expect(bodies('POST')).toEqual([{ keywords: ['hiring', 'remote work'], name: 'Jobs' }]);
		expectToFitSchema('OutX', 'watchlist', 'create', json);
	},
	badItem: { words: ' , ', name: 'Nothing' },
	badReason: 'invalidInput',
	failures: [
		planIsFull,
		{
			name: 'there is no keyword',
			reason: 'invalidInput',
			parameters: { keywords: '={{ $json.nothing }}' },
			says: /'Keywords' is empty/,
		},
		{
			name: 'OutX does not look this often',
			reason: 'invalidInput',
			parameters: { options: { fetchFreqInHours: '={{ 5 }}' } },
			says: /'How Often to Look' must be one of: 1, 3, 6, 12, 24, 48, 72 hours/,
		},
		{
			name: 'the Slack address is another one',
			reason: 'invalidInput',
			parameters: { options: { slackWebhookUrl: 'https://app.slack.com/client/T0/C0' } },
			says: /'Slack Webhook URL' is no address of a Slack webhook/,
		},
		...callFailures(`POST ${PATH}`, true),
	],
});

operationSuite(fixture, {
	node: 'outX',
	resource: 'watchlist',
	operation: 'get',
	isAct: false,
	arrange: threeMore,
	parameters: {
		watchlist: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	},
	items: [2, 3, 4].map((number) => ({ id: idOf(number) })),
	happy: (json) => {
		expect(json).toEqual([
			{
				id: idOf(2),
				name: 'Watchlist 2',
				type: 'keyword',
				slug: `watchlist-2-${idOf(2).slice(0, 8)}`,
				paused: false,
				fetchFreqInHours: 12,
				keywords: [],
				createdAt: '2026-11-23T12:00:00.000Z',
			},
		]);
		expectToFitSchema('OutX', 'watchlist', 'get', json);
	},
	badItem: { id: 'drop table; --' },
	badReason: 'invalidInput',
	failures: [...watchlistFailures(), ...callFailures(`GET ${PATH}`, false)],
});

operationSuite(fixture, {
	node: 'outX',
	resource: 'watchlist',
	operation: 'getAll',
	isAct: false,
	parameters: { limit: '={{ $json.limit }}' },
	items: [{ limit: 1 }, { limit: 2 }, { limit: 50 }],
	happy: (json) => {
		expect(json).toMatchObject([{ name: 'Hiring', keywords: ['hiring', 'remote work'] }]);
		expectToFitSchema('OutX', 'watchlist', 'getAll', json);
	},
	badItem: { limit: 0 },
	badReason: 'invalidInput',
	failures: callFailures(`GET ${PATH}`, false),
});

operationSuite(fixture, {
	node: 'outX',
	resource: 'watchlist',
	operation: 'update',
	changes: true,
	isAct: false,
	arrange: threeMore,
	parameters: {
		watchlist: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		updateFields: { name: 'New name', fetchFreqInHours: 24, collecting: 'resume' },
	},
	items: [2, 3, 4].map((number) => ({ id: idOf(number) })),
	happy: (json) => {
		expect(json).toEqual([
			{
				id: idOf(2),
				name: 'New name',
				fetchFreqInHours: 24,
				disable: false,
				updated: true,
				message: 'Watchlist updated successfully',
			},
		]);
		expectToFitSchema('OutX', 'watchlist', 'update', json);
	},
	badItem: { id: '' },
	badReason: 'invalidInput',
	failures: [
		{
			name: 'nothing is filled in',
			reason: 'invalidInput',
			parameters: { updateFields: {} },
			says: /update changes nothing/,
		},
		{
			name: 'what is filled in is blank',
			reason: 'invalidInput',
			parameters: { updateFields: { name: '  ', keywords: ',', labels: '\n' } },
			says: /update changes nothing/,
		},
		{
			name: 'new keywords are asked for twice over',
			reason: 'invalidInput',
			parameters: { updateFields: { prompt: 'CRM users', name: 'CRM' } },
			says: /'Posts Wanted' .* cannot go together with other changes/,
		},
		{
			name: 'Slack is to be told and not to be told',
			reason: 'invalidInput',
			parameters: { updateFields: { slackWebhookUrl: WEBHOOK, removeSlackWebhook: true } },
			says: /contradict each other/,
		},
		...watchlistFailures(),
		...callFailures(`PUT ${PATH}`, true),
	],
});

operationSuite(fixture, {
	node: 'outX',
	resource: 'watchlist',
	operation: 'delete',
	changes: true,
	isAct: false,
	arrange: threeMore,
	parameters: { watchlist: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
	items: [2, 3, 4].map((number) => ({ id: idOf(number) })),
	happy: (json) => {
		const message = 'Watchlist and all related data deleted successfully';
		expect(json).toEqual([{ id: idOf(2), deleted: true, message }]);
		expect(ours().map(({ id }) => id)).toEqual([idOf(1), idOf(3), idOf(4)]);
		expect(fixture.sandbox.requests).toMatchObject([
			{ method: 'DELETE', path: PATH, query: { id: idOf(2) }, body: undefined },
		]);
		expectToFitSchema('OutX', 'watchlist', 'delete', json);
	},
	badItem: { id: '../people' },
	badReason: 'invalidInput',
	failures: [...watchlistFailures(), ...callFailures(`DELETE ${PATH}`, true)],
});

/** What may be wrong with an id. */
function watchlistFailures(): FailureCase[] {
	return [
		{
			name: 'no watchlist is chosen',
			reason: 'invalidInput',
			parameters: { watchlist: byId('={{ $json.nothing }}') },
			says: /'Watchlist' is empty/,
		},
		{
			name: 'the watchlist is an address',
			reason: 'invalidInput',
			parameters: { watchlist: byId('https://api.outx.ai/x?id=1') },
			says: /'Watchlist' holds no ID of an OutX watchlist/,
		},
		{
			name: 'nobody knows the watchlist',
			reason: 'notFound',
			parameters: { watchlist: byId(NOBODY_S) },
			says: /knows no watchlist with this ID/,
			httpCode: '404',
		},
		{
			name: 'it is a watchlist of another type',
			reason: 'notFound',
			parameters: { watchlist: byId(idOf(5)) },
			arrange: () => add({ type: 'people' }),
			says: /knows no watchlist with this ID/,
			httpCode: '404',
		},
		{
			name: 'the watchlist belongs to another team',
			reason: 'forbidden',
			parameters: { watchlist: byId(idOf(5)) },
			arrange: () => add({ foreign: true }),
			says: /belongs to another OutX team/,
			httpCode: '403',
		},
	];
}

describe('OutX watchlist.create', () => {
	const create = async (parameters: IDataObject, extra: Partial<RunSpec> = {}) =>
		await run({ operation: 'create', ...parameters }, extra);

	it.each(['keyword', 'reddit'] as const)('takes keywords with conditions (%s)', async (type) => {
		const result = await create({
			watchlistType: type,
			findBy: 'rules',
			rules: {
				rule: [
					{ keyword: ' hiring ', requiredWords: 'remote, full-time', excludedWords: 'unpaid' },
					{ keyword: 'jobs', requiredWords: 'Berlin;Wien', match: 'any' },
					{ keyword: 'remote work', match: 'any' },
				],
			},
			options: {
				labels: 'hot lead, hot lead, später',
				description: 'For the team',
				objective: 'Find companies that hire',
				fetchFreqInHours: 6,
				slackWebhookUrl: WEBHOOK,
			},
		});
		expect(result.error).toBeUndefined();
		expect(bodies('POST', `/api-${type}-watchlist`)).toEqual([
			{
				keywords: [
					{
						keyword: 'hiring',
						required_keywords: ['remote', 'full-time'],
						excluded_keywords: ['unpaid'],
					},
					{
						keyword: 'jobs',
						required_keywords: ['Berlin', 'Wien'],
						include_all_required: false,
					},
					{ keyword: 'remote work' },
				],
				labels: [{ name: 'hot lead' }, { name: 'später' }],
				description: 'For the team',
				objective: 'Find companies that hire',
				fetchFreqInHours: 6,
				slack_webhook_url: WEBHOOK,
			},
		]);
	});

	it('takes a description, and hides the fields that do not go with it', async () => {
		const result = await create({
			watchlistType: 'reddit',
			findBy: 'prompt',
			prompt: 'People who ask for a CRM',
			options: { name: 'CRM', objective: 'left over', slackWebhookUrl: WEBHOOK },
		});
		expect(result.json('Node')).toMatchObject([
			{ name: 'CRM', type: 'reddit', prompt: 'People who ask for a CRM', created: true },
		]);
		expect(bodies('POST', '/api-reddit-watchlist')).toEqual([
			{ prompt: 'People who ask for a CRM', name: 'CRM' },
		]);
	});

	it('takes people in any spelling, each once', async () => {
		const { world } = fixture.sandbox;
		const people = [
			profileAddress(PEOPLE.connected),
			` linkedin.com/in/${PEOPLE.connectedToo}/  `,
			'',
			`${PEOPLE.connectedToo}, urn:li:fsd_profile:${world.person(PEOPLE.stranger).memberId}`,
			`https://www.linkedin.com/in/${PEOPLE.openProfile},https://www.linkedin.com/in/${PEOPLE.invited}`,
		];
		const result = await create({
			watchlistType: 'people',
			// Left over from another type, where it hides fields.
			findBy: 'prompt',
			people: people.join('\r\n'),
			options: { name: 'Customers', labels: 'vip' },
		});
		expect(result.error).toBeUndefined();
		expect(bodies('POST', '/api-people-watchlist')).toEqual([
			{
				profiles: [
					PEOPLE.connected,
					PEOPLE.connectedToo,
					world.person(PEOPLE.stranger).memberId,
					PEOPLE.openProfile,
					PEOPLE.invited,
				],
				name: 'Customers',
				labels: ['vip'],
			},
		]);
	});

	it('takes a list out of an expression', async () => {
		const items = [{ people: [PEOPLE.connected, PEOPLE.stranger] }];
		await create({ watchlistType: 'people', people: '={{ $json.people }}' }, { items });
		expect(bodies('POST', '/api-people-watchlist')).toEqual([
			{ profiles: [PEOPLE.connected, PEOPLE.stranger] },
		]);
	});

	it('takes companies in any spelling', async () => {
		const companies = 'https://www.linkedin.com/company/Microsoft/about/\nurn:li:company:1441';
		await create({ watchlistType: 'company', companies });
		expect(bodies('POST', '/api-company-watchlist')).toEqual([
			{ companies: ['microsoft', '1441'] },
		]);
	});

	it.each([
		[
			{ watchlistType: 'people', people: `${PEOPLE.connected}\nhttps://linkedin.com/company/acme` },
			/'People' is not usable in line 2: "https:\/\/linkedin.com\/company\/acme" is a LinkedIn company page/,
		],
		[
			{ watchlistType: 'people', people: 'urn:li:member:123456' },
			/'People' is not usable in line 1: OutX cannot use this kind of URN/,
		],
		[
			{ watchlistType: 'company', companies: 'acme\n\nhttps://linkedin.com/in/jane-doe' },
			/'Companies' is not usable in line 3: .* is the profile of a person/,
		],
		[{ watchlistType: 'people', people: '={{ { a: 1 } }}' }, /'People' is not a text/],
		[{ watchlistType: 'people', people: '={{ $json.nothing }}' }, /'People' is empty/],
		[{ watchlistType: 'company', companies: '={{ $json.nothing }}' }, /'Companies' is empty/],
		[{ findBy: 'rules' }, /'Keywords With Conditions' is empty/],
		[
			{ findBy: 'rules', rules: { rule: [{ keyword: ' ', requiredWords: 'x' }] } },
			/'Keyword' is empty in a row of 'Keywords With Conditions'/,
		],
		[
			{ findBy: 'prompt', prompt: 'CRM users', options: { labels: 'x' } },
			/'Labels' and 'Note' cannot go together with 'Posts Wanted'/,
		],
		[{ findBy: 'prompt', prompt: '={{ $json.nothing }}' }, /'Posts Wanted' is empty/],
	] as Array<[IDataObject, RegExp]>)('refuses %j before anything leaves', async (given, says) => {
		const { message, details } = shownError(await create(given));
		expect(message).toMatch(says);
		expect(details).toMatchObject({ reason: 'invalidInput', outcome: 'notSent' });
		expect(fixture.sandbox.requests).toEqual([]);
	});

	it.each([
		[
			'resetAfter',
			/line to OutX broke before an answer came, so the watchlist may have been created/,
		],
		['html', /answer this node cannot read .* so the watchlist may have been created/],
	] as const)('asks once, also when the answer is lost (%s)', async (kind, says) => {
		fixture.sandbox.faults.add({ kind, match: `POST ${PATH}`, processed: true });
		const { message, description } = shownError(await create({ keywords: 'hiring' }));
		expect(message).toMatch(says);
		expect(description).toMatch(/Look at Watchlist › Get Many before creating it again/);
		expect(bodies('POST')).toHaveLength(1);
		expect(ours()).toHaveLength(2);
	});

	it('does not make on a retry what an earlier try made, or may have made', async () => {
		const items = [{ words: 'a' }, { words: 'b' }, { words: 'c' }];
		const refusal = { kind: 'status', status: 400, body: '{"error":"Not now"}' } as const;
		fixture.sandbox.faults.add({ ...refusal, match: `POST ${PATH}`, skip: 1 });
		const retried = { items, retryOnFail: true, maxTries: 3 };
		const result = await create({ keywords: '={{ $json.words }}' }, retried);
		expect(result.json('Node').map(({ name }) => name)).toEqual(['a', 'b', 'c']);
		expect(bodies('POST').map(({ keywords }) => keywords)).toEqual([['a'], ['b'], ['b'], ['c']]);

		fixture.sandbox.reset();
		fixture.sandbox.faults.add({ kind: 'resetAfter', match: `POST ${PATH}`, skip: 1 });
		const { message, details } = shownError(
			await create({ keywords: '={{ $json.words }}' }, retried),
		);
		expect(message).toMatch(/so the watchlist may have been created/);
		expect(details).toMatchObject({ outcome: 'unknown', retrySafe: false });
		expect(bodies('POST').map(({ keywords }) => keywords)).toEqual([['a'], ['b']]);
	});

	it('shows nobody the address of the Slack webhook', async () => {
		const options = { slackWebhookUrl: WEBHOOK };
		const made = await create({ keywords: 'hiring', options });
		expect(made.json('Node')).toMatchObject([
			{ slack_webhook_url: 'https://hooks.slack.com/[hidden]' },
		]);
		fixture.sandbox.faults.add({
			kind: 'status',
			status: 400,
			body: JSON.stringify({ error: `Cannot post to ${WEBHOOK}` }),
			match: `POST ${PATH}`,
		});
		const shown = shownError(await create({ keywords: 'hiring', options }));
		expect(shown.description).toMatch('Cannot post to https://hooks.slack.com/[hidden]');
		expect(JSON.stringify([shown, made.json('Node')])).not.toMatch(/sandbox-webhook/);
	});

	it('does not believe an answer that says it was not created', async () => {
		fixture.sandbox.faults.add({
			kind: 'status',
			status: 200,
			body: JSON.stringify({ id: NOBODY_S, created: false }),
			match: `POST ${PATH}`,
		});
		const { message } = shownError(await create({ keywords: 'hiring' }));
		expect(message).toMatch(/OutX says that the watchlist was not created/);
	});
});

describe('OutX watchlist.get and getAll', () => {
	it.each(TYPES)('reads %s watchlists', async (watchlistType) => {
		const made = add({
			type: watchlistType,
			name: 'Mine',
			profiles: ['jane-doe'],
			companies: ['acme', 'nordlys'],
			keywords: [{ keyword: 'hiring', required_keywords: ['remote'] }, 'jobs'],
			labels: ['hot lead'],
			disable: true,
			more: { slack_webhook_url: WEBHOOK },
		});
		const one = { operation: 'get', watchlistType, watchlist: byId(made.id) };
		const many = { operation: 'getAll', watchlistType, returnAll: true };
		const simple = { id: made.id, name: 'Mine', type: watchlistType, paused: true };
		expect((await run(one)).json('Node')).toEqual([
			{
				...simple,
				slug: made.slug,
				fetchFreqInHours: watchlistType === 'reddit' ? 24 : 12,
				createdAt: made.createdAt,
				...(watchlistType === 'people' && { profilesCount: 1 }),
				...(watchlistType === 'company' && { companiesCount: 2 }),
				...((watchlistType === 'keyword' || watchlistType === 'reddit') && {
					keywords: ['hiring', 'jobs'],
				}),
			},
		]);
		expect((await run(many)).json('Node').slice(-1)).toMatchObject([simple]);
		const whole = (await run({ ...one, simplify: false })).json('Node');
		expect(whole).toMatchObject([
			{
				...{ id: made.id, labels: [{ key: 'hot lead' }], disable: true },
				slack_webhook_url: 'https://hooks.slack.com/[hidden]',
			},
		]);
	});

	it('reads one that comes in a wrapper, and a bare list', async () => {
		const reply = (body: unknown) =>
			fixture.sandbox.faults.add({
				kind: 'status',
				status: 200,
				body: JSON.stringify(body),
				match: `GET ${PATH}`,
			});
		reply({ watchlists: [{ id: NOBODY_S, name: 'Wrapped' }], count: 1 });
		const one = await run({ operation: 'get', watchlist: byId(NOBODY_S) });
		expect(one.json('Node')).toEqual([{ id: NOBODY_S, name: 'Wrapped' }]);
		reply([{ id: NOBODY_S, name: 'Bare' }]);
		const many = await run({ operation: 'getAll' });
		expect(many.json('Node')).toEqual([{ id: NOBODY_S, name: 'Bare' }]);
	});

	it('gives nothing for a type nobody has made, and cuts at the limit', async () => {
		for (let i = 0; i < 60; i++) add({ type: 'people' });
		const empty = await run({ operation: 'getAll', watchlistType: 'company' });
		expect(empty.error).toBeUndefined();
		expect(empty.json('Node')).toEqual([]);
		const some = await run({ operation: 'getAll', watchlistType: 'people', limit: 7 });
		expect(some.json('Node')).toHaveLength(7);
		const all = await run({ operation: 'getAll', watchlistType: 'people', returnAll: true });
		expect(all.json('Node')).toHaveLength(60);
	});
});

describe('OutX watchlist.update', () => {
	const update = async (updateFields: IDataObject, watchlistType: WatchlistType = 'keyword') => {
		const { id } = add({ type: watchlistType, keywords: ['old'], labels: ['old'] });
		const parameters = { operation: 'update', watchlistType, watchlist: byId(id), updateFields };
		const result = await run(parameters);
		return { id, result, sent: bodies('PUT', `/api-${watchlistType}-watchlist`) };
	};

	it.each([
		[{ collecting: 'pause' }, { disable: true }],
		[{ collecting: 'resume' }, { disable: false }],
		[{ name: ' Neu ' }, { name: 'Neu' }],
		[{ fetchFreqInHours: 72 }, { fetchFreqInHours: 72 }],
		[{ slackWebhookUrl: WEBHOOK }, { slack_webhook_url: WEBHOOK }],
		[{ removeSlackWebhook: true }, { slack_webhook_url: null }],
		[{ keywords: 'a, b' }, { keywords: ['a', 'b'] }],
		[{ labels: 'x' }, { labels: [{ name: 'x' }] }],
		[
			{ keywords: 'a', rules: { rule: [{ keyword: 'b', excludedWords: 'c' }] } },
			{ keywords: ['a', { keyword: 'b', excluded_keywords: ['c'] }] },
		],
		[{ prompt: 'CRM users' }, { prompt: 'CRM users' }],
	] as Array<[IDataObject, IDataObject]>)(
		'of %j sends %j and nothing else',
		async (given, body) => {
			const { id, result, sent } = await update(given);
			expect(result.error).toBeUndefined();
			expect(sent).toEqual([{ id, ...body }]);
		},
	);

	it('adds keywords on Reddit, where that is documented', async () => {
		const { sent, id } = await update({ keywords: 'new', keywordsMode: 'add' }, 'reddit');
		expect(sent).toEqual([{ id, keywords: ['new'], append: true }]);
		expect(ours().slice(-1)[0].keywords).toEqual(['old', 'new']);
		const replaced = await update({ keywords: 'new', keywordsMode: 'replace' }, 'reddit');
		expect(replaced.sent.slice(-1)).toEqual([{ id: replaced.id, keywords: ['new'] }]);
		const leftOver = await update({ keywords: 'new', keywordsMode: 'add' });
		expect(leftOver.sent).toEqual([{ id: leftOver.id, keywords: ['new'] }]);
	});

	it.each(['people', 'company'] as const)('sends no keywords of a %s watchlist', async (type) => {
		const { sent, id } = await update({ name: 'Neu', keywords: 'a', prompt: 'b' }, type);
		expect(sent).toEqual([{ id, name: 'Neu' }]);
	});

	it('asks once, and says where to look when the answer is lost', async () => {
		fixture.sandbox.faults.add({ kind: 'resetAfter', match: `PUT ${PATH}` });
		const { result, sent } = await update({ name: 'Neu' });
		const { message, description } = shownError(result);
		expect(message).toMatch(/so the watchlist may have been updated/);
		expect(description).toMatch(/Look at Watchlist › Get before updating it again/);
		expect(sent).toHaveLength(1);
	});
});

describe('OutX watchlist.delete', () => {
	it('says beforehand that the posts go too', () => {
		const operation = outX.operations.find(({ operation: name }) => name === 'delete');
		expect(operation?.description).toMatch(/all posts .* for good/);
	});

	it.each(TYPES)('deletes %s watchlists', async (watchlistType) => {
		const { id } = add({ type: watchlistType });
		const result = await run({ operation: 'delete', watchlistType, watchlist: byId(id) });
		expect(result.json('Node')).toMatchObject([{ id, deleted: true }]);
		expect(ours().map((one) => one.id)).not.toContain(id);
	});

	it('asks once, and says where to look when the answer is lost', async () => {
		const { id } = add();
		fixture.sandbox.faults.add({ kind: 'resetAfter', match: `DELETE ${PATH}` });
		const { message, description } = shownError(
			await run({ operation: 'delete', watchlist: byId(id) }),
		);
		expect(message).toMatch(/so the watchlist may have been deleted/);
		expect(description).toMatch(/Watchlist › Get Many to see whether it is still there/);
		expect(fixture.sandbox.requests).toHaveLength(1);
	});
});

describe('the list of watchlists in the editor', () => {
	const search = async (parameters: IDataObject, filter?: string): Promise<INodeListSearchResult> =>
		await listSearch({
			nodeTypes,
			type: 'n8n-nodes-linkedin-outreach.outX',
			method: 'searchWatchlists',
			parameters,
			credentials: { outXApi: fixture.credentials.outXApi as never },
			filter,
		});

	const names = ({ results }: INodeListSearchResult): string[] => results.map(({ name }) => name);

	beforeEach(() => {
		for (const type of TYPES) add({ type, name: `Über ${type}` });
		add({ type: 'people', name: 'Not ours', foreign: true });
	});

	it('shows those of the chosen type', async () => {
		const people = { resource: 'watchlist', operation: 'get', watchlistType: 'people' };
		const found = await search(people);
		expect(found.results).toEqual([{ name: 'Über people', value: ours()[3].id }]);
		expect(names(await search({ resource: 'watchlist', operation: 'update' }))).toEqual([
			'Hiring',
			'Über keyword',
		]);
	});

	it('shows those of all types where there is none to choose', async () => {
		const posts = { resource: 'collectedPost', operation: 'getAll' };
		expect(names(await search(posts))).toEqual([
			'Hiring (keywords)',
			'Über keyword (keywords)',
			'Über company (companies)',
			'Über people (people)',
			'Über reddit (Reddit)',
		]);
		expect(names(await search(posts, ' über R'))).toEqual(['Über reddit (Reddit)']);
		expect(names(await search(posts, 'nothing'))).toEqual([]);
	});

	it('shows the others where one type cannot be read', async () => {
		const posts = { resource: 'interaction', operation: 'getAll' };
		const refuse = { kind: 'status', status: 403, times: 4 } as const;
		fixture.sandbox.faults.add({ ...refuse, match: 'GET /api-reddit-watchlist' });
		expect(names(await search(posts))).toHaveLength(4);
		fixture.sandbox.faults.clear();
		fixture.sandbox.world.outX.extensionOnline = false;
		await expect(search(posts)).rejects.toThrow(/extension has been active/);
	});
});
