import { sleep } from 'n8n-workflow';
import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { readMember } from '../../nodes/shared/linkedin';
import { DEFAULT_SEED } from '../sandbox/constants';
import { fullName, PEOPLE } from '../sandbox';
import { uuid } from '../sandbox/random';
import { listSearch } from '../support/listSearch';
import { locator, nodeTypes, shownError, useFixture } from './support/fixture';
import type { Fixture, RunSpec } from './support/fixture';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';
import {
	badLooks,
	callFailures,
	profileAddress,
	taskFailures,
	taskReadFailures,
} from './support/outx';
import { expectToFitSchema } from './support/schema';

const fixture = useFixture();

const FETCH_CONNECTIONS = '/linkedin-agent/fetch-connections';
const FETCH_PROFILE = '/linkedin-agent/fetch-profile';
const SEARCH_PROFILES = '/linkedin-agent/search-profiles';
const TASK_STATUS = '/linkedin-agent/get-task-status';

const requestsTo = (path: string) =>
	fixture.sandbox.requests.filter((request) => request.path === path);
const bodies = (path: string): IDataObject[] =>
	requestsTo(path).map(({ body }) => body as IDataObject);

/** The id of the nth task of a test, from 1: the sandbox counts them out. */
const taskIdOf = (number: number): string => uuid(`${DEFAULT_SEED}|task|${number}`);

const NOBODY_S_TASK = '550e8400-e29b-41d4-a716-446655440000';

const run = async (parameters: IDataObject, extra: Partial<RunSpec> = {}) =>
	await fixture.run({ node: 'outX', ...extra, parameters });

const recipient = locator('={{ $json.profile }}');

const noAdmin: FailureCase = {
	name: 'the team has no admin',
	reason: 'forbidden',
	arrange: ({ sandbox }) => {
		sandbox.world.outX.hasAdmin = false;
	},
	says: /team has no admin/,
	httpCode: '404',
};

operationSuite(fixture, {
	node: 'outX',
	resource: 'connection',
	operation: 'getAll',
	isAct: false,
	parameters: { keyword: '={{ $json.name }}', returnAll: true },
	items: [{ name: 'jane doe' }, { name: 'Doe' }, { name: 'garcía' }],
	happy: (json) => {
		const { memberId } = fixture.sandbox.world.person('jane-doe-sales');
		expect(json).toEqual([
			{
				name: 'Jane Doe',
				headline: 'VP of Sales at Acme',
				publicIdentifier: 'jane-doe-sales',
				profileUrl: 'https://www.linkedin.com/in/jane-doe-sales',
				urn: `urn:li:fsd_profile:${memberId}`,
			},
		]);
		expectToFitSchema('OutX', 'connection', 'getAll', json);
	},
	badItem: { name: 'x'.repeat(201) },
	badReason: 'invalidInput',
	failures: [
		noAdmin,
		{
			name: 'the limit is no number of people',
			reason: 'invalidInput',
			parameters: { returnAll: false, limit: 0 },
			says: /'Limit' must be a whole number from 1 to/,
		},
		...callFailures(`POST ${FETCH_CONNECTIONS}`, false),
		...taskFailures(false),
	],
});

operationSuite(fixture, {
	node: 'outX',
	resource: 'profile',
	operation: 'get',
	isAct: false,
	parameters: { recipient },
	items: [PEOPLE.connected, PEOPLE.stranger, PEOPLE.groupMember].map((slug) => ({
		profile: profileAddress(slug),
	})),
	happy: (json, { sandbox }) => {
		const { memberId } = sandbox.world.person(PEOPLE.connected);
		expect(json).toEqual([
			{
				name: 'José García',
				headline: 'Director Comercial at Iberia Cloud',
				location: 'Madrid, Spain',
				title: 'Director Comercial',
				company: 'Iberia Cloud',
				publicIdentifier: PEOPLE.connected,
				profileUrl: `https://www.linkedin.com/in/${encodeURIComponent(PEOPLE.connected)}`,
				urn: `urn:li:fsd_profile:${memberId}`,
			},
		]);
		expectToFitSchema('OutX', 'profile', 'get', json);
		expect(bodies(FETCH_PROFILE)).toEqual([{ profile_slug: PEOPLE.connected }]);
	},
	badItem: { profile: 'https://www.linkedin.com/school/mit' },
	badReason: 'invalidInput',
	failures: [
		{
			name: 'the recipient is empty',
			reason: 'invalidInput',
			parameters: { recipient: locator('={{ $json.nothing }}') },
			says: /'Recipient' is empty: check the name of the field/,
		},
		{
			name: 'the recipient is a kind of URN nobody can look up',
			reason: 'invalidInput',
			parameters: { recipient: locator('urn:li:member:123456789', 'urn') },
			says: /cannot look a person up by this kind of URN/,
		},
		{
			name: 'nobody has this profile',
			reason: 'notFound',
			parameters: { recipient: locator(profileAddress(PEOPLE.unknown)) },
			says: /did not find this person/,
		},
		{
			name: 'the profile comes back empty',
			reason: 'notFound',
			parameters: { recipient: locator(profileAddress(PEOPLE.unknown)) },
			arrange: ({ sandbox }) => {
				sandbox.world.outX.unknownProfile = 'empty';
			},
			says: /did not find this person/,
		},
		{
			name: 'LinkedIn shows this account no more profiles',
			reason: 'limitReached',
			arrange: ({ sandbox }) =>
				sandbox.world.outX.nextTask({
					status: 'failed',
					output: { error: 'Profile view limit reached' },
				}),
			says: /takes no more of these/,
		},
		{
			name: "a look-up's words are not taken for those of an invitation",
			reason: 'taskFailed',
			arrange: ({ sandbox }) =>
				sandbox.world.outX.nextTask({
					status: 'failed',
					output: { error: 'Another sync is already pending' },
				}),
			says: /extension could not do this/,
		},
		...callFailures(`POST ${FETCH_PROFILE}`, false),
		...taskFailures(false),
	],
});

operationSuite(fixture, {
	node: 'outX',
	resource: 'profile',
	operation: 'search',
	isAct: false,
	parameters: { filters: { company: '={{ $json.company }}' }, limit: 10 },
	items: [{ company: 'Acme' }, { company: 'Rhein Software' }, { company: 'Nordlys' }],
	happy: (json, { sandbox }) => {
		const staff = sandbox.world.people.filter(({ company }) => company.name === 'Acme');
		expect(staff.length).toBeGreaterThan(1);
		expect(json.map(({ name }) => name)).toEqual(staff.map(fullName));
		expect(json[0]).toEqual({
			name: fullName(staff[0]),
			headline: staff[0].headline,
			location: staff[0].location,
			connectionDegree: '1st',
			publicIdentifier: staff[0].publicIdentifier,
			profileUrl: `https://www.linkedin.com/in/${staff[0].publicIdentifier}`,
			urn: `urn:li:fsd_profile:${staff[0].memberId}`,
		});
		expectToFitSchema('OutX', 'profile', 'search', json);
	},
	badItem: { company: 'x'.repeat(1_001) },
	badReason: 'invalidInput',
	failures: [
		noAdmin,
		{
			name: 'there is no filter',
			reason: 'invalidInput',
			parameters: { filters: {} },
			says: /search has no filter/,
		},
		{
			name: 'more than one search can give is asked for',
			reason: 'invalidInput',
			parameters: { limit: 51 },
			says: /'Limit' must be a whole number from 1 to 50/,
		},
		...callFailures(`POST ${SEARCH_PROFILES}`, false),
		...taskFailures(false),
	],
});

/** Tasks 1 to 3, done by the time the clock shows a second more. */
const threeTasks = ({ sandbox }: Fixture): void => {
	const slugs = [PEOPLE.connected, PEOPLE.connectedToo, PEOPLE.stranger];
	sandbox.world.outX.browsers = 3;
	for (const slug of slugs)
		sandbox.world.outX.create('agent_profile_fetch', { profile_slug: slug });
};

const threeIds = [1, 2, 3].map((number) => ({ id: taskIdOf(number) }));

const taskIdFailures: FailureCase[] = [
	{
		name: 'the task ID is empty',
		reason: 'invalidInput',
		parameters: { taskId: '={{ $json.nothing }}' },
		says: /'Task ID' is empty/,
	},
	{
		name: 'the task ID is none',
		reason: 'invalidInput',
		parameters: { taskId: 'https://api.outx.ai/task?id=1&x=2' },
		says: /'Task ID' is not a task ID/,
	},
	{
		name: 'nobody knows the task',
		reason: 'notFound',
		parameters: { taskId: NOBODY_S_TASK },
		says: /knows no task with this ID/,
		httpCode: '404',
	},
];

operationSuite(fixture, {
	node: 'outX',
	resource: 'task',
	operation: 'get',
	isAct: false,
	parameters: { taskId: '={{ $json.id }}' },
	arrange: threeTasks,
	items: threeIds,
	happy: (json) => {
		expect(json).toEqual([
			{
				taskId: taskIdOf(1),
				status: 'processing',
				finished: false,
				input: { task_type: 'agent_profile_fetch', profile_slug: PEOPLE.connected },
				output: null,
			},
		]);
		expectToFitSchema('OutX', 'task', 'get', json);
		expect(fixture.sandbox.requests).toHaveLength(1);
	},
	badItem: { id: 'urn:li:person:ACoAAA' },
	badReason: 'invalidInput',
	failures: [...taskIdFailures, ...callFailures(`GET ${TASK_STATUS}`, false)],
});

operationSuite(fixture, {
	node: 'outX',
	resource: 'task',
	operation: 'waitFor',
	isAct: false,
	parameters: { taskId: '={{ $json.id }}' },
	arrange: threeTasks,
	items: threeIds,
	happy: (json) => {
		expect(json).toMatchObject([
			{ taskId: taskIdOf(1), status: 'completed', finished: true, output: { name: 'José García' } },
		]);
		expectToFitSchema('OutX', 'task', 'waitFor', json);
	},
	badItem: { id: '' },
	badReason: 'invalidInput',
	failures: [
		...taskIdFailures,
		...callFailures(`GET ${TASK_STATUS}`, false).filter(
			// Passing faults cost a look, not the wait: see below.
			({ reason }) => ['authentication', 'invalidInput', 'extensionOffline'].includes(reason),
		),
		...taskReadFailures(),
	],
});

describe('OutX connection.getAll', () => {
	const getAll = { resource: 'connection', operation: 'getAll' };

	/** 260 connections more than the seed's. */
	const befriend = (count: number): void => {
		const { world } = fixture.sandbox;
		for (let i = 0; i < count; i++) {
			world.connect(
				world.outX.accountId,
				world.addPerson({ firstName: `Friend${i}`, lastName: 'Many' }),
			);
		}
	};
	const everybody = (): string[] => {
		const { world } = fixture.sandbox;
		return world
			.related(world.outX.accountId, 'connected')
			.map(({ publicIdentifier }) => publicIdentifier);
	};
	const slugs = (json: IDataObject[]): unknown[] =>
		json.map(({ publicIdentifier }) => publicIdentifier);

	it('gets all of many connections, each once, a hundred per task', async () => {
		befriend(260);
		const result = await run({ ...getAll, returnAll: true });
		expect(slugs(result.json('Node'))).toEqual(everybody());
		expect(everybody().length).toBeGreaterThan(250);
		expect(bodies(FETCH_CONNECTIONS)).toEqual([
			{ start: 0, count: 100 },
			{ start: 100, count: 100 },
			{ start: 200, count: 100 },
		]);
		expect(result.output('Node').every(({ pairedItem }) => pairedItem !== undefined)).toBe(true);
	});

	it('asks once more when the last page is full, and bears the empty one', async () => {
		befriend(200 - everybody().length);
		const result = await run({ ...getAll, returnAll: true });
		expect(slugs(result.json('Node'))).toEqual(everybody());
		expect(bodies(FETCH_CONNECTIONS).map(({ start }) => start)).toEqual([0, 100, 200]);
	});

	it('returns up to the limit, and asks for no more than that', async () => {
		befriend(260);
		const result = await run({ ...getAll, limit: 130 });
		expect(slugs(result.json('Node'))).toEqual(everybody().slice(0, 130));
		expect(bodies(FETCH_CONNECTIONS)).toEqual([
			{ start: 0, count: 100 },
			{ start: 100, count: 30 },
		]);
	});

	it('returns 50 unless told otherwise', async () => {
		befriend(60);
		expect((await run(getAll)).json('Node')).toHaveLength(50);
	});

	it('filters by name and sorts by age on every page', async () => {
		befriend(120);
		const result = await run({
			...getAll,
			returnAll: true,
			keyword: ' Many ',
			sort: 'recentlyAdded',
		});
		const wanted = everybody().filter((slug) => slug.endsWith('-many'));
		expect(slugs(result.json('Node'))).toEqual(wanted.reverse());
		expect(bodies(FETCH_CONNECTIONS)).toEqual([
			{ keyword: 'Many', sort_type: 'RECENTLY_ADDED', start: 0, count: 100 },
			{ keyword: 'Many', sort_type: 'RECENTLY_ADDED', start: 100, count: 100 },
		]);
	});

	it.each(['profiles', 'results', 'array'] as const)(
		'reads a list of the shape %s',
		async (shape) => {
			befriend(110);
			fixture.sandbox.world.outX.listShape = shape;
			const result = await run({ ...getAll, returnAll: true });
			expect(slugs(result.json('Node'))).toEqual(everybody());
		},
	);

	it('gives the records as the vendor does when it is not to simplify', async () => {
		const result = await run({ ...getAll, limit: 1, simplify: false });
		const person = fixture.sandbox.world.person(everybody()[0]);
		expect(result.json('Node')).toEqual([
			{
				name: fullName(person),
				headline: person.headline,
				profile_slug: person.publicIdentifier,
				profile_urn: `urn:li:fsd_profile:${person.memberId}`,
			},
		]);
	});

	it('hands over the first task when it is not to wait', async () => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		const result = await run({ ...getAll, returnAll: true, waitForResult: false });
		expect(result.json('Node')).toEqual([
			{
				taskId: taskIdOf(1),
				status: 'pending',
				finished: false,
				input: { start: 0, count: 100 },
				output: null,
			},
		]);
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('keeps the pages it has when a later one does not end in time', async () => {
		befriend(150);
		fixture.sandbox.world.outX.taskDuration = ({ number }) => (number === 1 ? 200 : 3_600_000);
		const result = await run({ ...getAll, returnAll: true, options: { maxWait: 20 } });
		const json = result.json('Node');
		expect(slugs(json.slice(0, 100))).toEqual(everybody().slice(0, 100));
		expect(json.slice(100)).toMatchObject([{ taskId: taskIdOf(2), finished: false }]);
	});
});

describe('OutX profile.get', () => {
	const get = {
		resource: 'profile',
		operation: 'get',
		recipient: locator(profileAddress(PEOPLE.connected)),
	};

	it('reads the nested shape like the flat one', async () => {
		const flat = (await run(get)).json('Node');
		fixture.sandbox.world.outX.profileShape = 'nested';
		const nested = (await run(get)).json('Node');
		expect(nested).toEqual(flat);
		expect(Object.keys(nested[0]).length).toBeLessThanOrEqual(10);
	});

	it.each(['flat', 'nested'] as const)('keeps every field of the %s shape', async (shape) => {
		fixture.sandbox.world.outX.profileShape = shape;
		const result = await run({ ...get, simplify: false });
		const [task] = fixture.sandbox.world.outX.tasks;
		const output = task.output as IDataObject;
		expect(result.json('Node')).toEqual([shape === 'nested' ? output.profile : output]);
		expect(result.json('Node')[0].headline).toBe('Director Comercial at Iberia Cloud');
	});

	it('gives what little a hidden profile shows', async () => {
		const hidden = { ...get, recipient: locator(PEOPLE.restricted, 'id') };
		expect((await run(hidden)).json('Node')).toEqual([
			{ name: 'LinkedIn Member', headline: '', location: '' },
		]);
	});

	it.each([
		['a percent-encoded address', locator(profileAddress(PEOPLE.groupMember)), PEOPLE.groupMember],
		['a public identifier', locator(PEOPLE.stranger, 'id'), PEOPLE.stranger],
	])('asks for the bare slug when given %s', async (_, given, slug) => {
		await run({ ...get, recipient: given });
		expect(bodies(FETCH_PROFILE)).toEqual([{ profile_slug: slug }]);
	});

	it('asks for the id of a URN', async () => {
		const { memberId } = fixture.sandbox.world.person(PEOPLE.stranger);
		await run({ ...get, recipient: locator(`urn:li:fsd_profile:${memberId}`, 'urn') });
		expect(bodies(FETCH_PROFILE)).toEqual([{ profile_slug: memberId }]);
	});

	it('gives the task as an item when the wait is over', async () => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		const result = await run({ ...get, options: { maxWait: 30 } });
		expect(result.json('Node')).toEqual([
			{
				taskId: taskIdOf(1),
				status: 'processing',
				finished: false,
				input: { task_type: 'agent_profile_fetch', profile_slug: PEOPLE.connected },
				output: null,
			},
		]);
		expect(fixture.time.elapsed()).toBeLessThan(31_000);
	});

	it('ends with the task ID in the error when that is asked for', async () => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		const result = await run({ ...get, options: { maxWait: 30, onTimeout: 'fail' } });
		const { details, description } = shownError(result);
		expect(details).toMatchObject({ reason: 'timeout', taskId: taskIdOf(1) });
		expect(description).toContain(taskIdOf(1));
		expect(requestsTo(FETCH_PROFILE)).toHaveLength(1);
	});

	it('takes at most ten people at a time, and keeps their order', async () => {
		fixture.sandbox.world.outX.browsers = 12;
		const people = fixture.sandbox.world.people.slice(0, 12);
		const durations = [9, 1, 8, 2, 7, 3, 6, 4, 5, 1, 1, 1];
		fixture.sandbox.world.outX.taskDuration = ({ number }) => durations[number - 1] * 1_000;
		const result = await run(
			{ ...get, recipient },
			{ items: people.map(({ publicIdentifier }) => ({ profile: publicIdentifier })) },
		);
		expect(result.json('Node').map(({ name }) => name)).toEqual(people.map(fullName));
		const { tasks } = fixture.sandbox.world.outX;
		const atOnce = tasks.map(
			({ created }) =>
				tasks.filter((t) => t.created <= created && (t.finished ?? Infinity) > created).length,
		);
		expect(Math.max(...atOnce)).toBe(10);
	});

	it('stops asking once the key is refused, and says of the rest that they were not attempted', async () => {
		const people = fixture.sandbox.world.people.slice(0, 12);
		const result = await run(
			{ ...get, recipient },
			{
				items: people.map(({ publicIdentifier }) => ({ profile: publicIdentifier })),
				onError: 'continueRegularOutput',
				credentials: { outXApi: { ...fixture.credentials.outXApi, apiKey: 'wrong-key' } } as never,
			},
		);
		const json = result.json('Node');
		expect(json).toHaveLength(12);
		expect(json.every(({ details }) => (details as IDataObject).reason === 'authentication')).toBe(
			true,
		);
		expect(json.at(-1)?.error).toMatch(/^Not attempted, because an earlier item met this/);
		expect(fixture.sandbox.requests.length).toBeLessThanOrEqual(10);
	});

	it("does not blame one item's task on those behind it", async () => {
		fixture.sandbox.world.outX.taskDuration = 3_000;
		const people = fixture.sandbox.world.people.slice(0, 12);
		const started = fixture.start({
			node: 'outX',
			parameters: { ...get, recipient },
			items: people.map(({ publicIdentifier }) => ({ profile: publicIdentifier })),
			onError: 'continueRegularOutput',
		});
		void sleep(500).then(() => {
			fixture.sandbox.world.outX.keyRevoked = true;
		});
		const json = (await fixture.time.drive(started.result)).json('Node');
		const taskIds = json.map(({ details }) => (details as IDataObject).taskId);
		expect(taskIds.slice(0, 10).every((id) => typeof id === 'string')).toBe(true);
		expect(taskIds.slice(10)).toEqual([undefined, undefined]);
	});
});

describe('OutX profile.search', () => {
	const search = { resource: 'profile', operation: 'search' };

	it('refuses a search without a filter before any request', async () => {
		const result = await run({ ...search, filters: { company: '  ', geoUrn: ' , ;' } });
		expect(shownError(result).details.reason).toBe('invalidInput');
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it("sends every filter under the vendor's name, lists as arrays", async () => {
		await run({
			...search,
			limit: 7,
			filters: {
				keywords: ' sales ',
				title: 'VP',
				company: 'Acme',
				firstName: 'Jane',
				lastName: 'Doe',
				school: 'MIT',
				geoUrn: '103644278, 101165590 ,',
				currentCompany: '1441',
				industry: '4;6',
				pastCompany: '1441\n1035',
				profileLanguage: 'en, de',
			},
		});
		expect(bodies(SEARCH_PROFILES)).toEqual([
			{
				keywords: 'sales',
				title: 'VP',
				company: 'Acme',
				first_name: 'Jane',
				last_name: 'Doe',
				school: 'MIT',
				geo_urn: ['103644278', '101165590'],
				current_company: ['1441'],
				industry: ['4', '6'],
				past_company: ['1441', '1035'],
				profile_language: ['en', 'de'],
				count: 7,
			},
		]);
	});

	it.each(['profiles', 'results', 'array'] as const)(
		'reads hits of the shape %s',
		async (shape) => {
			fixture.sandbox.world.outX.listShape = shape;
			const result = await run({ ...search, filters: { company: 'Acme' }, limit: 2 });
			expect(result.json('Node').map(({ publicIdentifier }) => publicIdentifier)).toEqual([
				'jane-doe-sales',
				'john-doe-123',
			]);
		},
	);

	it('returns no more than the limit even when the vendor does', async () => {
		const hits = [1, 2, 3].map((n) => ({ name: `Hit ${n}` }));
		fixture.sandbox.world.outX.nextTask({ output: { profiles: hits } });
		const result = await run({ ...search, filters: { title: 'CTO' }, limit: 2, simplify: false });
		expect(result.json('Node')).toEqual(hits.slice(0, 2));
	});

	it('gives no item for a search without hits', async () => {
		const result = await run({ ...search, filters: { lastName: 'Nobody-has-this' } });
		expect(result.error).toBeUndefined();
		expect(result.json('Node')).toEqual([]);
	});

	it('hands over the task when it is not to wait', async () => {
		const result = await run({ ...search, filters: { title: 'CTO' }, waitForResult: false });
		expect(result.json('Node')).toEqual([
			{
				taskId: taskIdOf(1),
				status: 'pending',
				finished: false,
				input: { title: 'CTO', count: 50 },
				output: null,
			},
		]);
	});
});

describe('OutX reads in rough weather', () => {
	const search = { resource: 'profile', operation: 'search', filters: { company: 'Acme' } };
	const get = { resource: 'task', operation: 'get', taskId: taskIdOf(1) };

	it.each([
		['creating a task', search, `POST ${SEARCH_PROFILES}`],
		['reading one', get, `GET ${TASK_STATUS}`],
	])('succeed after two faults of the vendor when %s', async (_, parameters, match) => {
		threeTasks(fixture);
		fixture.sandbox.faults.add({ kind: 'status', status: 502, match, times: 2 });
		const result = await run(parameters);
		expect(result.error).toBeUndefined();
		expect(result.json('Node').length).toBeGreaterThan(0);
		const path = match.split(' ')[1];
		expect(
			requestsTo(path)
				.map(({ status }) => status)
				.slice(0, 3),
		).toEqual([502, 502, 200]);
	});

	it.each([
		['creating a task', search, `POST ${SEARCH_PROFILES}`],
		['reading one', get, `GET ${TASK_STATUS}`],
	])('wait a throttle out for as long as it asks, when %s', async (_, parameters, match) => {
		threeTasks(fixture);
		fixture.sandbox.faults.add({ kind: 'throttle', match, retryAfter: 17 });
		const result = await run(parameters);
		expect(result.error).toBeUndefined();
		const [first, second] = requestsTo(match.split(' ')[1]);
		expect(second.at - first.at).toBeGreaterThanOrEqual(17_000);
		expect(second.at - first.at).toBeLessThan(18_000);
	});

	it('give up at the second throttle', async () => {
		const match = `POST ${SEARCH_PROFILES}`;
		fixture.sandbox.faults.add({ kind: 'throttle', match, retryAfter: 5, times: 10 });
		const result = await run(search);
		expect(shownError(result).details).toMatchObject({ reason: 'throttled', retrySafe: true });
		expect(fixture.sandbox.requests).toHaveLength(2);
	});

	it('give up at the fourth fault', async () => {
		const match = `POST ${SEARCH_PROFILES}`;
		fixture.sandbox.faults.add({ kind: 'status', status: 503, match, times: 10 });
		const result = await run(search);
		expect(shownError(result).details).toMatchObject({ reason: 'vendorUnavailable' });
		expect(fixture.sandbox.requests).toHaveLength(4);
		expect(fixture.time.elapsed()).toBeLessThan(10_000);
	});

	it('do not repeat what was refused', async () => {
		const match = `POST ${SEARCH_PROFILES}`;
		fixture.sandbox.faults.add({ kind: 'status', status: 400, match, times: 10 });
		const result = await run(search);
		expect(shownError(result).details).toMatchObject({ reason: 'invalidInput', httpCode: '400' });
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('end at once with a quota that ends tomorrow', async () => {
		const match = `POST ${SEARCH_PROFILES}`;
		fixture.sandbox.faults.add({ kind: 'throttle', match, retryAfter: 86_400, times: 10 });
		const result = await run(search);
		expect(shownError(result).details).toMatchObject({ reason: 'limitReached' });
		expect(fixture.sandbox.requests).toHaveLength(1);
	});
});

describe('OutX task.get', () => {
	const get = async (status: string) => {
		const task = fixture.sandbox.world.outX.create('agent_search_profiles', { title: 'CTO' });
		if (status !== 'pending' && status !== 'processing') {
			await fixture.time.drive(sleep(1_000));
		}
		const result = await run({ resource: 'task', operation: 'get', taskId: task.id });
		expectToFitSchema('OutX', 'task', 'get', result.json('Node'));
		return result.json('Node');
	};

	it.each([
		['pending', null, false],
		['processing', null, false],
		['completed', { profiles: [] }, true],
		['failed', { error: 'Profile not found' }, true],
		['cancelled', null, true],
		['dreaming', null, false],
	])('shows a task that is %s, without judging it', async (status, output, finished) => {
		fixture.sandbox.world.outX.nextTask({ status, output });
		const input = { task_type: 'agent_search_profiles', title: 'CTO' };
		expect(await get(status)).toEqual([{ taskId: taskIdOf(1), status, finished, input, output }]);
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('reads a task whose input has a shape of its own', async () => {
		const data = { id: 'x', status: 'completed', task_input: '{"a":1}', task_output: [1] };
		fixture.sandbox.faults.add({ kind: 'html', body: JSON.stringify({ success: true, data }) });
		const result = await run({ resource: 'task', operation: 'get', taskId: NOBODY_S_TASK });
		expect(result.json('Node')).toMatchObject([{ status: 'completed', output: [1] }]);
	});
});

describe('OutX task.waitFor', () => {
	const waitFor = { resource: 'task', operation: 'waitFor', taskId: taskIdOf(1) };
	const begin = () => fixture.sandbox.world.outX.create('agent_send_message', MESSAGE());
	const MESSAGE = () => ({
		recipient_urn: `urn:li:person:${fixture.sandbox.world.person(PEOPLE.connected).memberId}`,
		message: 'Hello',
	});

	it('refuses a task ID that is none without asking', async () => {
		const result = await run({ ...waitFor, taskId: '../api-team' });
		expect(shownError(result).details.reason).toBe('invalidInput');
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('calls a failed task a failure, with its ID and its words', async () => {
		fixture.sandbox.world.outX.nextTask({
			status: 'failed',
			output: { error: 'Page did not load' },
		});
		begin();
		const { details, description } = shownError(await run(waitFor));
		expect(details).toMatchObject({ reason: 'taskFailed', taskId: taskIdOf(1) });
		expect(description).toContain('Page did not load');
	});

	it('says why when the words of a failed task tell', async () => {
		fixture.sandbox.world.outX.nextTask({
			status: 'failed',
			output: { error: 'Recipient is not a 1st-degree connection' },
		});
		begin();
		const { details } = shownError(await run(waitFor));
		expect(details).toMatchObject({ reason: 'notConnected', taskId: taskIdOf(1) });
	});

	it('passes an invitation on that was not needed', async () => {
		fixture.sandbox.world.outX.nextTask({
			status: 'failed',
			output: { error: 'Invitation already pending' },
		});
		const { outX } = fixture.sandbox.world;
		outX.create('agent_send_connection_request', { profile_urn: MESSAGE().recipient_urn });
		const result = await run(waitFor);
		expect(result.json('Node')).toMatchObject([
			{ taskId: taskIdOf(1), status: 'failed', finished: true, reason: 'alreadyInvited' },
		]);
		expectToFitSchema('OutX', 'task', 'waitFor', result.json('Node'));
	});

	it('counts the wait from its own start, not from the creation of the task', async () => {
		fixture.sandbox.world.outX.taskDuration = 400_000;
		begin();
		await fixture.time.drive(sleep(300_000));
		const result = await run(waitFor);
		expect(result.json('Node')).toMatchObject([{ status: 'completed', output: { sent: true } }]);
	});

	it.each([
		[0, 1],
		[12, 6],
	])('gives the task back after %d seconds', async (maxWait, most) => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		begin();
		const result = await run({ ...waitFor, options: { maxWait } });
		expect(result.json('Node')).toMatchObject([
			{ taskId: taskIdOf(1), status: 'processing', finished: false },
		]);
		expect(fixture.time.elapsed()).toBeGreaterThanOrEqual(maxWait * 1_000);
		expect(fixture.time.elapsed()).toBeLessThan(maxWait * 1_000 + 500);
		expect(fixture.sandbox.requests.length).toBeLessThanOrEqual(most);
	});

	it('fails after the wait when that is asked for', async () => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		begin();
		const result = await run({ ...waitFor, options: { maxWait: 12, onTimeout: 'fail' } });
		const { details, message } = shownError(result);
		expect(message).toMatch(/still "processing" after 12 seconds/);
		expect(details).toMatchObject({ reason: 'timeout', taskId: taskIdOf(1) });
	});

	it('looks no more often than the poll interval says, once it has settled', async () => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		begin();
		await run({ ...waitFor, options: { maxWait: 120, pollInterval: 30 } });
		const at = fixture.sandbox.requests.map((request) => request.at);
		const gaps = at.slice(1).map((time, i) => time - at[i]);
		expect(Math.max(...gaps)).toBeLessThanOrEqual(30_100);
		expect(gaps.length).toBeLessThan(14);
		expect(gaps.slice(0, -1)).toEqual([...gaps.slice(0, -1)].sort((a, b) => a - b));
	});

	it('bears bad looks, throttles included, and learns how the task ended', async () => {
		fixture.sandbox.world.outX.taskDuration = 20_000;
		begin();
		badLooks(fixture);
		const result = await run(waitFor);
		expect(result.json('Node')).toMatchObject([{ status: 'completed', finished: true }]);
	});

	it('waits for several tasks at once', async () => {
		const { outX } = fixture.sandbox.world;
		outX.browsers = 4;
		outX.taskDuration = 30_000;
		for (let i = 0; i < 4; i++) begin();
		const ids = [1, 2, 3, 4].map((number) => ({ id: taskIdOf(number) }));
		const result = await run({ ...waitFor, taskId: '={{ $json.id }}' }, { items: ids });
		expect(result.json('Node').map(({ taskId }) => taskId)).toEqual(ids.map(({ id }) => id));
		expect(fixture.time.elapsed()).toBeLessThan(40_000);
	});

	it('reacts to Stop within a second', async () => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		begin();
		const started = fixture.start({ node: 'outX', parameters: waitFor });
		void sleep(20_000).then(() => started.cancel());
		const result = await fixture.time.drive(started.result);
		expect(result.status).toBe('canceled');
		expect(fixture.time.elapsed()).toBeLessThan(21_000);
	});
});

describe('output schemas of the acts', () => {
	it.each([
		['message', 'send', { message: 'Hello' }, PEOPLE.connected],
		['connection', 'sendRequest', { note: '' }, PEOPLE.stranger],
	])('name every field of %s.%s', async (resource, operation, parameters, slug) => {
		const act = { resource, operation, ...parameters, recipient: locator(profileAddress(slug)) };
		const outputs = [
			await run({ ...act, sending: { dryRun: true } }),
			await run({ ...act, waitForResult: false }),
			await run({ ...act, recipient: locator(PEOPLE.connectedToo, 'id') }),
		].flatMap((result) => result.json('Node'));
		expect(new Set(outputs.map(({ outcome }) => outcome)).size).toBe(3);
		expectToFitSchema('OutX', resource, operation, outputs);
	});
});

describe('a quota that ends tomorrow', () => {
	it('fails its own execution, and does not keep the next one waiting for a day', async () => {
		const message = {
			resource: 'message',
			operation: 'send',
			recipient: locator(PEOPLE.connected, 'id'),
			message: 'Hello',
			sending: { pauseMin: 0, pauseMax: 0 },
		};
		const match = 'POST /linkedin-agent/send-message';
		fixture.sandbox.faults.add({ kind: 'throttle', match, retryAfter: 86_400 });
		expect(shownError(await run(message)).details).toMatchObject({ reason: 'limitReached' });
		expect((await run(message)).json('Node')).toMatchObject([{ outcome: 'sent' }]);
		expect(fixture.time.elapsed()).toBeLessThan(60_000);
	});
});

describe('the list of connections in the editor', () => {
	const open = async (
		extra: { filter?: string; paginationToken?: string } = {},
		credential: IDataObject = {},
	): Promise<INodeListSearchResult> =>
		await fixture.time.drive(
			listSearch({
				nodeTypes,
				type: 'n8n-nodes-linkedin-outreach.outX',
				method: 'searchConnections',
				parameters: { resource: 'message', operation: 'send' },
				credentials: { outXApi: { ...fixture.credentials.outXApi, ...credential } as never },
				...extra,
			}),
		);

	it('shows people by name, with a value that names them as a recipient', async () => {
		const { world } = fixture.sandbox;
		const { results, paginationToken } = await open();
		const connected = world.related(world.outX.accountId, 'connected');
		expect(results).toHaveLength(connected.length);
		expect(paginationToken).toBeUndefined();
		for (const [index, { name, value, url }] of results.entries()) {
			const person = connected[index];
			expect(name).toBe(`${fullName(person)} · ${person.headline}`);
			expect(readMember(value)).toMatchObject({ memberId: person.memberId });
			expect(readMember(url)).toMatchObject({ publicIdentifier: person.publicIdentifier });
		}
	});

	it('gives values that a message can be sent to', async () => {
		const { results } = await open({ filter: 'jane' });
		expect(results).toHaveLength(1);
		const result = await run({
			resource: 'message',
			operation: 'send',
			recipient: locator(String(results[0].value), 'list'),
			message: 'Hello',
			sending: { pauseMin: 0, pauseMax: 0 },
		});
		expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
		expect(requestsTo(FETCH_PROFILE)).toHaveLength(0);
	});

	it('looks for what is typed, and for nothing when only blanks are', async () => {
		await open({ filter: ' Jane ' });
		await open({ filter: '  ' });
		expect(bodies(FETCH_CONNECTIONS)).toEqual([
			{ keyword: 'Jane', start: 0, count: 40 },
			{ start: 0, count: 40 },
		]);
	});

	it('goes through the pages by token until there are no more', async () => {
		const { world } = fixture.sandbox;
		for (let i = 0; i < 70; i++) {
			world.connect(
				world.outX.accountId,
				world.addPerson({ firstName: `F${i}`, lastName: 'Many' }),
			);
		}
		const values: unknown[] = [];
		let paginationToken: unknown;
		do {
			const page = await open({ paginationToken: paginationToken as string | undefined });
			values.push(...page.results.map(({ value }) => value));
			paginationToken = page.paginationToken;
		} while (paginationToken !== undefined);
		const connected = world.related(world.outX.accountId, 'connected');
		expect(values).toEqual(connected.map(({ memberId }) => `urn:li:fsd_profile:${memberId}`));
		expect(bodies(FETCH_CONNECTIONS).map(({ start }) => start)).toEqual([0, 40, 80]);
	});

	it.each([
		['the key is wrong', { apiKey: 'wrong-key' }, /did not accept the API key/],
		['the base URL is unsafe', { baseUrl: 'http://example.com' }, /Base URL uses http/],
	])("speaks the operator's language when %s", async (_, credential, says) => {
		await expect(open({}, credential)).rejects.toMatchObject({
			message: expect.stringMatching(says),
			description: expect.stringMatching(/\.(?: OutX said|$)/),
		});
	});

	it("speaks the operator's language when no browser is online", async () => {
		fixture.sandbox.world.outX.extensionOnline = false;
		await expect(open()).rejects.toMatchObject({
			message: expect.stringContaining('No browser with the OutX extension'),
			description: expect.stringContaining('Open Chrome'),
		});
	});

	it('gives up after a while, and says what else can be done', async () => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		await expect(open()).rejects.toMatchObject({
			message: expect.stringContaining('45 seconds'),
			description: expect.stringContaining('By Profile URL'),
		});
		expect(fixture.time.elapsed()).toBeLessThan(46_000);
	});
});
