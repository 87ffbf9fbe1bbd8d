import type { IDataObject } from 'n8n-workflow';

import type { Ending } from '../sandbox';
import { DEFAULT_SEED } from '../sandbox/constants';
import { postsOfCompany } from '../sandbox/outx/posts';
import { World } from '../sandbox/world/world';
import { shownError, useFixture } from './support/fixture';
import type { RunSpec } from './support/fixture';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';
import { callFailures, taskFailures } from './support/outx';
import { expectToFitSchema } from './support/schema';

const fixture = useFixture();

const FETCH_COMPANY = '/linkedin-agent/fetch-company';
const FETCH_POSTS = '/linkedin-agent/fetch-company-posts';
const SEARCH = '/linkedin-agent/search-profiles';

const run = async (parameters: IDataObject, extra: Partial<RunSpec> = {}) =>
	await fixture.run({ node: 'outX', ...extra, parameters });
const bodies = (path: string): IDataObject[] =>
	fixture.sandbox.requests
		.filter((request) => request.path === path)
		.map(({ body }) => body as IDataObject);
const ends = (ending: Ending): void => fixture.sandbox.world.outX.nextTask(ending);

/** The sandbox's world is the same for every test of a seed. */
const world = new World(DEFAULT_SEED, () => 0);
const companies = world.people.map(({ company }) => company);
const acme = companies.find(({ name }) => name === 'Acme') ?? companies[0];
const other = companies.find(({ slug }) => slug !== acme.slug) ?? companies[0];

const company = '={{ $json.company }}';
const items: IDataObject[] = [
	`https://de.linkedin.com/company/${acme.slug.toUpperCase()}/about/?trk=x`,
	`urn:li:fsd_company:${other.id}`,
	other.slug,
].map((text) => ({ company: text }));

const companyFailures: FailureCase[] = [
	{
		name: 'the company is empty',
		reason: 'invalidInput',
		parameters: { company: '={{ $json.nothing }}' },
		says: /'Company' is empty: check the name of the field/,
	},
	{
		name: 'the company is a profile',
		reason: 'invalidInput',
		parameters: { company: 'https://www.linkedin.com/in/jane-doe' },
		says: /'Company' is not usable.*is the profile of a person, not a company page/,
	},
	{
		name: 'nobody knows this company',
		reason: 'notFound',
		parameters: { company: 'https://www.linkedin.com/company/no-such-company' },
		says: /did not find this company/,
	},
	{
		name: 'LinkedIn shows no more pages today',
		reason: 'limitReached',
		arrange: ({ sandbox }) =>
			sandbox.world.outX.nextTask({ status: 'failed', output: { error: 'Too many requests' } }),
		says: /takes no more of these/,
	},
	...taskFailures(false),
];

operationSuite(fixture, {
	node: 'outX',
	resource: 'company',
	operation: 'get',
	isAct: false,
	parameters: { company },
	items,
	happy: (json) => {
		expect(json).toMatchObject([{ name: 'Acme', headquarters: 'Paris, France' }]);
		expect(Object.keys(json[0])).toHaveLength(6);
		expect(bodies(FETCH_COMPANY)).toEqual([{ company_slug: acme.slug }]);
		expectToFitSchema('OutX', 'company', 'get', json);
	},
	badItem: { company: 'Acme Inc' },
	badReason: 'invalidInput',
	failures: [
		{
			name: 'the company comes back empty',
			reason: 'notFound',
			parameters: { company: 'no-such-company' },
			arrange: ({ sandbox }) => {
				sandbox.world.outX.unknownProfile = 'empty';
			},
			says: /did not find this company/,
		},
		...callFailures(`POST ${FETCH_COMPANY}`, false),
		...companyFailures,
	],
});

operationSuite(fixture, {
	node: 'outX',
	resource: 'company',
	operation: 'getPosts',
	isAct: false,
	parameters: { company },
	items,
	happy: (json) => {
		expect(json).toEqual(postsOfCompany(acme, world));
		expect(bodies(FETCH_POSTS)).toEqual([{ company_slug: acme.slug }]);
		expectToFitSchema('OutX', 'company', 'getPosts', json);
	},
	badItem: { company: 'https://lnkd.in/e4Xy12' },
	badReason: 'invalidInput',
	failures: [
		{
			name: 'the limit is no number of posts',
			reason: 'invalidInput',
			parameters: { limit: 1.5 },
			says: /'Limit' must be a whole number from 1 to/,
		},
		...callFailures(`POST ${FETCH_POSTS}`, false),
		...companyFailures,
	],
});

describe('OutX company.get', () => {
	const get = { resource: 'company', operation: 'get', company: acme.slug };

	it.each([
		[{ name: 'Acme', 'ünïcode 🚀': [1, null], nested: { deep: { a: '<b>' } } }],
		[{ company: { name: 'Acme', id: 1 } }],
	])('passes on whole what OutX knows: %j', async (output) => {
		ends({ status: 'completed', output });
		const expected = 'company' in output ? output.company : output;
		expect((await run(get)).json('Node')).toEqual([expected]);
	});

	it.each([[null], [{}], [{ company: {} }], [[]], ['']])('finds nothing in %j', async (output) => {
		ends({ status: 'completed', output });
		expect(shownError(await run(get)).details).toMatchObject({ reason: 'notFound' });
	});

	it('hands over the task when it is not to wait', async () => {
		const result = await run({ ...get, waitForResult: false });
		expect(result.json('Node')).toMatchObject([
			{ status: 'pending', finished: false, input: { company_slug: acme.slug } },
		]);
		expect(fixture.sandbox.requests).toHaveLength(1);
	});
});

describe('OutX company.getPosts', () => {
	it.each([1, 2, 50])('gives %d posts at most', async (limit) => {
		const parameters = { resource: 'company', operation: 'getPosts', company: acme.id, limit };
		const result = await run(parameters);
		expect(result.json('Node')).toEqual(postsOfCompany(acme, world).slice(0, limit));
	});
});

describe('OutX profile.search by company and place', () => {
	const search = (filters: IDataObject, extra: IDataObject = {}) =>
		run({ resource: 'profile', operation: 'search', filters, limit: 10, ...extra });
	const staff = world.people.filter(({ company: { slug } }) => slug === acme.slug);

	it.each([
		['its number', acme.id],
		['a number an expression gives', Number(acme.id)],
		['its number in an address', `https://www.linkedin.com/company/${acme.id}/about`],
		['its URN', `urn:li:organization:${acme.id}`],
		[
			'the search that "See all employees" opens',
			`https://www.linkedin.com/search/results/people/?currentCompany=%5B%22${acme.id}%22%5D&origin=x`,
		],
	])('takes a company by %s, without a look-up', async (_, currentCompany) => {
		const result = await search({ currentCompany });
		expect(bodies(SEARCH)).toEqual([{ current_company: [acme.id], count: 10 }]);
		expect(bodies(FETCH_COMPANY)).toHaveLength(0);
		expect(result.json('Node')).toHaveLength(staff.length);
	});

	it('takes the numbers saved workflows hold, separated by commas', async () => {
		await search({ currentCompany: ' 1441 ,1035;7', pastCompany: '1441', geoUrn: '1, 2' });
		expect(bodies(SEARCH)).toEqual([
			{
				current_company: ['1441', '1035', '7'],
				past_company: ['1441'],
				geo_urn: ['1', '2'],
				count: 10,
			},
		]);
	});

	it('looks a company up whose number is not known, each once', async () => {
		fixture.sandbox.world.outX.tellsCompanyUrn = true;
		const result = await search({
			currentCompany: `linkedin.com/company/${acme.slug}, ${acme.id}, 1035`,
			pastCompany: acme.slug,
		});
		expect(result.error).toBeUndefined();
		expect(bodies(FETCH_COMPANY)).toEqual([{ company_slug: acme.slug }]);
		expect(bodies(SEARCH)).toEqual([
			{ current_company: [acme.id, '1035'], past_company: [acme.id], count: 10 },
		]);
	});

	const forEach = (count: number) => ({
		items: Array.from({ length: count }, (_, index) => ({ keywords: `k${index}` })),
		onError: 'continueRegularOutput' as const,
	});
	const byKeywords = {
		resource: 'profile',
		operation: 'search',
		filters: { currentCompany: acme.slug, keywords: '={{ $json.keywords }}' },
	};

	it('looks a company up once per execution', async () => {
		fixture.sandbox.world.outX.tellsCompanyUrn = true;
		await run(byKeywords, forEach(12));
		expect(bodies(FETCH_COMPANY)).toHaveLength(1);
		expect(bodies(SEARCH)).toHaveLength(12);
	});

	it('does not remember a look-up that failed', async () => {
		fixture.sandbox.world.outX.tellsCompanyUrn = true;
		ends({ status: 'failed', output: { error: 'Page did not load' } });
		const result = await run(byKeywords, forEach(12));
		const errors = result.json('Node').filter(({ error }) => error !== undefined);
		expect(bodies(FETCH_COMPANY)).toHaveLength(2);
		expect(errors.length).toBeGreaterThan(0);
		expect(bodies(SEARCH)).toHaveLength(12 - errors.length);
	});

	it('looks up even when the search itself is not to be waited for', async () => {
		fixture.sandbox.world.outX.tellsCompanyUrn = true;
		const result = await search({ currentCompany: acme.slug }, { waitForResult: false });
		expect(result.json('Node')).toMatchObject([
			{ finished: false, input: { current_company: [acme.id] } },
		]);
	});

	it('says what else can be done when OutX does not tell the number', async () => {
		const { message, description, details } = shownError(
			await search({ currentCompany: `linkedin.com/company/${acme.slug}` }),
		);
		expect(message).toMatch(/does not tell LinkedIn's number of the company "acme"/);
		expect(description).toMatch(/number of its employees/);
		expect(details).toMatchObject({ outcome: 'notSent', retrySafe: true });
		expect(bodies(SEARCH)).toHaveLength(0);
	});

	it('says so when the company does not exist', async () => {
		const { details, message } = shownError(await search({ pastCompany: 'no-such-company' }));
		expect(details).toMatchObject({ reason: 'notFound' });
		expect(message).toMatch(/did not find this company/);
	});

	it('takes countries from the list beside other places, each once', async () => {
		await search({ countries: ['101282230', '105015875'], geoUrn: '101282230, 90009712' });
		expect(bodies(SEARCH)).toEqual([
			{ geo_urn: ['101282230', '105015875', '90009712'], count: 10 },
		]);
	});

	it('names what is no place, before anything leaves', async () => {
		const { message } = shownError(await search({ geoUrn: '103644278, Paris' }));
		expect(message).toMatch(/'Locations' is not usable: LinkedIn has no place .* "Paris"/);
		expect(fixture.sandbox.requests).toHaveLength(0);
	});
});
