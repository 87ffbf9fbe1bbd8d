import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS, KEYS, PEOPLE } from '../sandbox';
import { listSearch } from '../support/listSearch';
import { locator, nodeTypes, shownError, useFixture } from './support/fixture';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';
import { expectToFitSchema } from './support/schema';

const fixture = useFixture();

const { connectSafelyDefault, connectSafelySecond, connectSafelyWarmup } = ACCOUNTS;

const profileAddress = (slug: string): string =>
	`https://www.linkedin.com/in/${encodeURIComponent(slug)}/?trk=people-search`;

const items = (...slugs: string[]): IDataObject[] =>
	slugs.map((slug) => ({ profile: profileAddress(slug) }));

const memberId = (slug: string): string => fixture.sandbox.world.person(slug).memberId;
const urn = (slug: string): string => `urn:li:fsd_profile:${memberId(slug)}`;
const paths = (): string[] => fixture.sandbox.requests.map(({ path }) => path);
const bodies = (): unknown[] => fixture.sandbox.requests.map(({ body }) => body);

const recipient = locator('={{ $json.profile }}');

/** What can go wrong with every call that only reads: nothing of it is ever unclear. */
function readFailures(match: string): FailureCase[] {
	return [
		{
			name: 'the key is wrong',
			reason: 'authentication',
			credentials: { connectSafelyAiApi: { apiKey: 'key-of-somebody-else' } },
			says: /did not accept the API key/,
			httpCode: '401',
		},
		{
			name: 'the trial is over',
			reason: 'forbidden',
			arrange: ({ sandbox }) => {
				sandbox.world.connectSafely.trialOver = true;
			},
			says: /trial is over/,
			httpCode: '403',
		},
		{
			name: 'the vendor throttles on and on',
			reason: 'throttled',
			arrange: ({ sandbox }) => sandbox.faults.add({ kind: 'throttle', match, times: 10 }),
			says: /slow down/,
			httpCode: '429',
		},
		...([500, 502] as const).map(
			(status): FailureCase => ({
				name: `the vendor goes on answering ${status}`,
				reason: 'vendorUnavailable',
				arrange: ({ sandbox }) => sandbox.faults.add({ kind: 'status', status, match, times: 10 }),
				says: /fault of its own/,
				httpCode: String(status),
			}),
		),
		{
			name: 'the line goes on breaking',
			reason: 'vendorUnavailable',
			arrange: ({ sandbox }) => sandbox.faults.add({ kind: 'resetBefore', match, times: 10 }),
			says: /line to ConnectSafely\.ai broke before an answer came/,
		},
		{
			name: 'nothing listens at the base URL',
			reason: 'vendorUnavailable',
			credentials: { connectSafelyAiApi: { baseUrl: 'http://127.0.0.1:9' } },
			says: /could not be reached/,
			httpCode: 'ECONNREFUSED',
		},
		...(['html', 'empty', 'cutJson', 'redirect'] as const).map(
			(kind): FailureCase => ({
				name: `the answer is of the kind ${kind}`,
				reason: 'unexpectedAnswer',
				arrange: ({ sandbox }) => sandbox.faults.add({ kind, match, processed: true, times: 10 }),
				says: /answer this node cannot read/,
			}),
		),
		{
			name: 'the answer has another shape',
			reason: 'unexpectedAnswer',
			arrange: ({ sandbox }) =>
				sandbox.faults.add({ kind: 'status', status: 200, body: '{"profile":7}', match }),
			says: /answer this node cannot read/,
			httpCode: '200',
		},
		{
			name: 'a 200 says no in words nobody knows',
			reason: 'unexpectedAnswer',
			arrange: ({ sandbox }) =>
				sandbox.faults.add({ kind: 'errorIn200', text: 'Something odd happened', match }),
			says: /answer this node does not know/,
		},
	];
}

const personFailures: FailureCase[] = [
	{
		name: 'the recipient is known by a Sales Navigator ID only',
		reason: 'invalidInput',
		parameters: ({ sandbox }) => ({
			recipient: locator(sandbox.world.person(PEOPLE.connected).salesId, 'id'),
		}),
		says: /by a Sales Navigator or Recruiter ID only/,
	},
	{
		name: 'the account is no ID',
		reason: 'invalidInput',
		parameters: { account: locator('a/b', 'id') },
		says: /'LinkedIn Account' is not an account ID/,
	},
	{
		name: 'nobody has this profile',
		reason: 'notFound',
		parameters: { recipient: locator(profileAddress(PEOPLE.unknown)) },
		says: /did not find this person/,
	},
];

operationSuite(fixture, {
	node: 'connectSafely',
	resource: 'connection',
	operation: 'getRelationship',
	isAct: false,
	parameters: { recipient },
	items: items(PEOPLE.connected, PEOPLE.stranger, PEOPLE.invited),
	happy: ([json]) => {
		expectToFitSchema('ConnectSafely', 'connection', 'getRelationship', [json]);
		expect(json).toEqual({
			connected: true,
			invitationSent: false,
			invitationReceived: false,
			status: 'CONNECTED',
			profileUrn: urn(PEOPLE.connected),
			accountId: connectSafelyDefault,
		});
		expect(paths()).toEqual([`/relationship/${encodeURIComponent(PEOPLE.connected)}`]);
	},
	badItem: { profile: 'Jane Doe' },
	badReason: 'invalidInput',
	failures: [
		...personFailures,
		{
			name: 'there is no such account',
			reason: 'notFound',
			parameters: { account: locator('60d21b4667d0d8992e6fffff', 'id') },
			says: /knows no LinkedIn account with this ID/,
			httpCode: '404',
		},
		...readFailures('GET /relationship/{profileId}'),
	],
});

operationSuite(fixture, {
	node: 'connectSafely',
	resource: 'profile',
	operation: 'get',
	isAct: false,
	parameters: { recipient },
	items: items(PEOPLE.connected, PEOPLE.stranger, PEOPLE.restricted),
	happy: ([json]) => {
		expectToFitSchema('ConnectSafely', 'profile', 'get', [json]);
		const person = fixture.sandbox.world.person(PEOPLE.connected);
		expect(json).toEqual({
			name: 'José García',
			headline: person.headline,
			location: person.country,
			isConnected: true,
			profileUrl: `https://www.linkedin.com/in/${encodeURIComponent(PEOPLE.connected)}`,
			urn: urn(PEOPLE.connected),
		});
		expect(bodies()).toEqual([{ profileId: PEOPLE.connected }]);
	},
	badItem: { profile: profileAddress(PEOPLE.unknown) },
	badReason: 'notFound',
	failures: [
		...personFailures,
		{
			name: 'the key may not use the account',
			reason: 'forbidden',
			parameters: { account: locator('60d21b4667d0d8992e6fffff', 'id') },
			says: /may not use this LinkedIn account/,
			httpCode: '403',
		},
		{
			name: 'the profiles of the day are used up',
			reason: 'limitReached',
			arrange: ({ sandbox }) =>
				sandbox.world.connectSafely.quotas.spend(connectSafelyDefault, 'PROFILE_VIEW', 120),
			says: /looked at the profiles of the day/,
			httpCode: '429',
		},
		...readFailures('POST /profile'),
	],
});

operationSuite(fixture, {
	node: 'connectSafely',
	resource: 'account',
	operation: 'getAll',
	isAct: false,
	parameters: { returnAll: false, limit: '={{ $json.limit }}' },
	items: [{ limit: 2 }, { limit: 50 }, { limit: 1 }],
	happy: (json) => {
		expectToFitSchema('ConnectSafely', 'account', 'getAll', json);
		expect(json).toMatchObject([
			{ id: connectSafelyDefault, firstName: 'Carla', status: 'AVAILABLE', apiSeatAllocated: true },
			{ id: connectSafelySecond },
		]);
		expect(paths()).toEqual(['/accounts']);
	},
	badItem: { limit: 0 },
	badReason: 'invalidInput',
	failures: [
		{
			name: 'the limit is no number',
			reason: 'invalidInput',
			parameters: { limit: '={{ "many" }}' },
			says: /'Limit' must be a whole number/,
		},
		...readFailures('GET /accounts'),
	],
});

operationSuite(fixture, {
	node: 'connectSafely',
	resource: 'account',
	operation: 'getQuota',
	isAct: false,
	parameters: { account: locator('={{ $json.account }}', 'id') },
	items: [connectSafelyDefault, connectSafelySecond, connectSafelyWarmup].map((account) => ({
		account,
	})),
	happy: (json) => {
		expectToFitSchema('ConnectSafely', 'account', 'getQuota', json);
		expect(json.map(({ feature }) => feature)).toEqual(
			expect.arrayContaining(['MESSAGE', 'CONNECT', 'PROFILE_VIEW']),
		);
		expect(json.find(({ feature }) => feature === 'CONNECT')).toEqual({
			accountId: connectSafelyDefault,
			feature: 'CONNECT',
			window: 'weekly',
			used: 12,
			limit: 90,
			linkedinLimit: 100,
			remaining: 78,
			limitReached: false,
			limitReachedAt: null,
			resetAt: '2026-11-30T00:00:00.000Z',
		});
		expect(paths()).toEqual([`/account/${connectSafelyDefault}/quota`]);
	},
	arrange: ({ sandbox }) =>
		sandbox.world.connectSafely.quotas.spend(connectSafelyDefault, 'CONNECT', 12),
	badItem: { account: 'not an ID' },
	badReason: 'invalidInput',
	failures: [
		{
			name: 'there is no such account',
			reason: 'notFound',
			parameters: { account: locator('60d21b4667d0d8992e6fffff', 'id') },
			says: /knows no LinkedIn account with this ID/,
			httpCode: '404',
		},
		{
			name: 'the account is blank',
			reason: 'invalidInput',
			parameters: { account: locator('={{ "" }}', 'id') },
			says: /'LinkedIn Account' is empty/,
		},
		{
			name: 'the account would lead elsewhere',
			reason: 'invalidInput',
			parameters: { account: locator('..', 'id') },
			says: /'LinkedIn Account' is not an account ID/,
		},
		...readFailures('GET /account/{accountId}/quota'),
	],
});

describe('ConnectSafely.ai reads', () => {
	const run = async (parameters: IDataObject, people: IDataObject[] = [{}]) =>
		await fixture.run({ node: 'connectSafely', parameters, items: people });
	const relationship = { resource: 'connection', operation: 'getRelationship', recipient };
	const profile = { resource: 'profile', operation: 'get', recipient };
	const getAccounts = { resource: 'account', operation: 'getAll' };
	const getQuota = {
		resource: 'account',
		operation: 'getQuota',
		account: locator(connectSafelyDefault, 'list'),
	};

	describe.each([
		['connection.getRelationship', relationship],
		['profile.get', profile],
		['account.getAll', getAccounts],
		['account.getQuota', getQuota],
	])('%s', (_, parameters) => {
		it('tries again after 502 and a throttle, and waits as long as it is asked to', async () => {
			fixture.sandbox.faults.add({ kind: 'throttle', retryAfter: 20 });
			fixture.sandbox.faults.add({ kind: 'status', status: 502, times: 2 });
			const result = await run(parameters, items(PEOPLE.connected));
			expect(result.error).toBeUndefined();
			expect(result.json('Node').length).toBeGreaterThan(0);
			const [first, second] = fixture.sandbox.requests;
			expect(fixture.sandbox.requests.map(({ status }) => status)).toEqual([429, 502, 502, 200]);
			expect(second.at - first.at).toBeGreaterThanOrEqual(20_000);
		});

		it('asks once what is answered with 401 or 500', async () => {
			fixture.sandbox.faults.add({ kind: 'status', status: 500 });
			await run(parameters, items(PEOPLE.connected));
			fixture.sandbox.world.connectSafely.keyRevoked = true;
			await run(parameters, items(PEOPLE.connected));
			expect(fixture.sandbox.requests.map(({ status }) => status)).toEqual([500, 401]);
		});
	});

	it('asks about the relationship of a certain account, with every slug encoded', async () => {
		const people = items(PEOPLE.connected, '张伟', 'дмитро-шевченко');
		const result = await run(
			{ ...relationship, account: locator(connectSafelySecond, 'id') },
			people,
		);
		expect(paths().sort()).toEqual(
			[PEOPLE.connected, '张伟', 'дмитро-шевченко']
				.map((slug) => `/relationship/${connectSafelySecond}/${encodeURIComponent(slug)}`)
				.sort(),
		);
		expect(result.json('Node')).toMatchObject([
			{ connected: true, accountId: connectSafelySecond },
			{ connected: true },
			{ connected: true },
		]);
	});

	it('encodes what may stand in a slug but means something in an address', async () => {
		await run({ ...relationship, recipient: locator('jane-doe,-mba', 'id') });
		expect(paths()).toEqual(['/relationship/jane-doe%2C-mba']);
	});

	it.each([
		['connection.getRelationship', relationship],
		['profile.get', profile],
	])('%s asks by ID who is known by URN only', async (_, parameters) => {
		const people = [{ profile: urn(PEOPLE.connected) }];
		expect((await run(parameters, people)).json('Node')).toHaveLength(1);
		const [{ path, body }] = fixture.sandbox.requests;
		expect(path + JSON.stringify(body)).toContain(memberId(PEOPLE.connected));

		fixture.sandbox.world.connectSafely.memberIdsAsSlugs = 'never';
		const shown = shownError(await run(parameters, people));
		expect(shown.details).toMatchObject({ reason: 'notFound' });
		expect(shown.description).toMatch(/'Recipient' holds a URN: use the address of the profile/);
	});

	it('does not blame a URN where an address was given', async () => {
		const shown = shownError(await run(relationship, items(PEOPLE.unknown)));
		expect(shown.description).not.toMatch(/URN/);
	});

	it('sends the switches of a profile that are on, and keeps what they bring', async () => {
		const options = {
			includeEducation: true,
			includeExperience: true,
			includeGeoLocation: true,
			includeSkills: true,
			includeContact: true,
			forceRefresh: true,
		};
		const account = locator(connectSafelySecond, 'id');
		const result = await run({ ...profile, account, options }, items(PEOPLE.stranger));
		expect(bodies()).toEqual([
			{ accountId: connectSafelySecond, profileId: PEOPLE.stranger, ...options },
		]);
		const [json] = result.json('Node');
		expectToFitSchema('ConnectSafely', 'profile', 'get', [json]);
		expect(json).toMatchObject({
			location: 'Paris, France',
			experience: [{ title: 'Head of Marketing' }],
			education: [{ schoolName: expect.any(String) }],
			skills: [{ name: 'Negotiation' }],
			isConnected: false,
		});
		expect(Object.keys(json).length).toBeLessThanOrEqual(10);
	});

	it('leaves switches out that are off', async () => {
		const options = { forceRefresh: false, includeSkills: false };
		await run({ ...profile, options }, items(PEOPLE.stranger));
		expect(bodies()).toEqual([{ profileId: PEOPLE.stranger }]);
	});

	it('returns a profile raw', async () => {
		const result = await run({ ...profile, simplify: false }, items(PEOPLE.connected));
		expect(result.json('Node')).toMatchObject([
			{
				success: true,
				accountId: connectSafelyDefault,
				cached: false,
				profile: { entityUrn: urn(PEOPLE.connected), connectionDegree: 'DISTANCE_1' },
			},
		]);
	});

	it('returns all accounts, or up to the limit', async () => {
		expect((await run({ ...getAccounts, returnAll: true })).json('Node')).toHaveLength(3);
		expect((await run({ ...getAccounts, limit: 2 })).json('Node')).toHaveLength(2);
	});

	describe('the list of accounts', () => {
		const search = async (filter?: string, credentials: IDataObject = {}) =>
			await listSearch({
				nodeTypes,
				type: 'n8n-nodes-linkedin-outreach.connectSafely',
				method: 'searchAccounts',
				path: 'parameters.account',
				parameters: { resource: 'message', operation: 'send' },
				credentials: {
					connectSafelyAiApi: { ...fixture.credentials.connectSafelyAiApi, ...credentials },
				} as never,
				filter,
			});

		it('offers those that can act, by the name of the person', async () => {
			const { world } = fixture.sandbox;
			const other = { vendor: 'connectSafely', lastName: 'Other' } as const;
			world.addAccount({ ...other, id: 'acc_busy', firstName: 'Busy', status: 'IN_USE' });
			world.addAccount({ ...other, id: 'acc_dead', firstName: 'Dead', status: 'ERROR' });
			world.addAccount({ ...other, id: 'acc_cold', firstName: 'Cold', status: 'WARMUP' });
			world.addAccount({ ...other, id: 'acc_unseated', firstName: 'Noseat', seat: false });
			world.addAccount({ ...other, id: 'acc_old', firstName: 'Old', status: 'FREE' });
			const { results } = await search();
			expect(results.map(({ name, value }) => [name, value])).toEqual([
				['Carla Díaz', connectSafelyDefault],
				['Colin Second', connectSafelySecond],
				['Busy Other (in use)', 'acc_busy'],
				['Old Other', 'acc_old'],
			]);
			expect(results[0].url).toBe('https://www.linkedin.com/in/carla-d%C3%ADaz');
		});

		it('has the vendor filter it', async () => {
			const { results } = await search(' colin ');
			expect(results).toMatchObject([{ value: connectSafelySecond }]);
			expect(fixture.sandbox.requests.map(({ query }) => query)).toEqual([{ q: 'colin' }]);
		});

		it('asks for all when the filter is blank', async () => {
			await search(' ');
			expect(fixture.sandbox.requests.map(({ query }) => query)).toEqual([{}]);
		});

		it("says in the operator's words why it is empty, without the key", async () => {
			fixture.sandbox.world.connectSafely.keyRevoked = true;
			const error = (await search().catch((caught: unknown) => caught)) as Error;
			expect(error.message).toBe('ConnectSafely.ai did not accept the API key');
			expect(JSON.stringify(error)).not.toContain(KEYS.connectSafely);
			expect(fixture.sandbox.requests).toHaveLength(1);
		});
	});
});
