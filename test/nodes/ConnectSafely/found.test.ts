import type { IDataObject } from 'n8n-workflow';

import { locator, shownError, useFixture } from '../../workflows/support/fixture';

const fixture = useFixture();

const run = async (id: string, parameters: IDataObject, items: IDataObject[] = [{}]) => {
	const [resource, operation] = id.split('.');
	const spec = { node: 'connectSafely', items } as const;
	return await fixture.run({ ...spec, parameters: { resource, operation, ...parameters } });
};

const answers = (call: string, answer: unknown): void => {
	fixture.sandbox.scripts.set(call, () => answer);
};

const pathsAsked = (): string[] => fixture.sandbox.requests.map(({ path }) => path);

/** A refusal of one call, in the vendor's own form. */
const refused = (match: string, status: number, error: string): void => {
	const body = JSON.stringify({ success: false, error });
	fixture.sandbox.faults.add({ kind: 'status', status, match, body });
};

describe('the search for posts', () => {
	const POSTS = { success: true, posts: [{ urn: 'old' }], pagination: { hasMore: false } };

	it.each([
		[403, 'This feature is not available in your region'],
		[400, 'Posts V2 is being rolled out'],
		[404, 'Not found'],
	])('takes the older call where the newer one is refused (%i: %s)', async (status, text) => {
		refused('POST /search/posts/v2', status, text);
		answers('POST /posts/search', POSTS);
		const result = await run('post.search', { keywords: 'AI' });
		expect(result.error).toBeUndefined();
		expect(result.json('Node')).toEqual([{ urn: 'old' }]);
		expect(pathsAsked()).toEqual(['/search/posts/v2', '/posts/search']);
	});

	it.each([
		[401, 'Unauthorized'],
		[403, 'Your trial has expired'],
		[429, 'Rate limit exceeded for SEARCH_POSTS'],
		[400, 'keywords: Required'],
	])('does not where it is refused for another reason (%i: %s)', async (status, text) => {
		refused('POST /search/posts/v2', status, text);
		answers('POST /posts/search', POSTS);
		expect(shownError(await run('post.search', { keywords: 'AI' })).details).toMatchObject({
			outcome: 'notSent',
		});
		expect(pathsAsked()).not.toContain('/posts/search');
	});

	it.each([
		{ filters: { datePosted: 'past-week' } },
		{ filters: { authorJobTitles: 'CRO' } },
		{ options: { sortBy: 'date_posted' } },
	])('asks only the call that knows %j', async (more) => {
		answers('POST /posts/search', POSTS);
		expect((await run('post.search', { keywords: 'AI', ...more })).error).toBeUndefined();
		expect(pathsAsked()).toEqual(['/posts/search']);
	});
});

describe('an answer about something else is not handed out', () => {
	it('posts of somebody else', async () => {
		answers('POST /posts/latest', {
			success: true,
			profileUrn: 'urn:li:fsd_profile:ACoAAOTHER99',
			posts: [],
		});
		const recipient = locator('urn:li:fsd_profile:ACoAAEXAMPLE', 'urn');
		const { message, details } = shownError(await run('post.getAll', { recipient }));
		expect(details).toMatchObject({ reason: 'otherPerson', outcome: 'notSent' });
		expect(message).toContain('ACoAAOTHER99');
	});

	it.each([
		['company.get', { company: '1441' }, 'POST /search/companies/details', 'company'],
		['company.get', { company: 'acme' }, 'POST /search/companies/details', 'company'],
		['job.get', { job: '4445130438' }, 'POST /search/jobs/details', 'job'],
	])('%s %j', async (id, named, call, noun) => {
		answers(
			call,
			noun === 'job'
				? { success: true, jobId: '4445130437', title: 'Sales Lead' }
				: { success: true, company: { id: '999', name: 'Other', universalName: 'other' } },
		);
		const { message, details } = shownError(await run(id, named));
		expect(details).toMatchObject({ reason: 'unexpectedAnswer', retrySafe: true });
		expect(message).toMatch(new RegExp(`another ${noun}`));
	});

	it.each([
		['urn:li:activity:7430667226199830529', true],
		['urn:li:activity:7430667226199830528', false],
		['urn:li:activity:7430667226199830520', false],
		// A share's number is another than its activity's, whatever they are.
		['urn:li:share:7430667226199830529', false],
		['urn:li:ugcPost:7430667226199830529', true],
	])('a post: %s', async (post, isOther) => {
		answers('POST /posts/scrape', {
			success: true,
			data: {
				content: 'Post text',
				activityUrn: 'urn:li:activity:7430667226199830528',
				featuredActivityUrn: 'urn:li:activity:7430667226199830520',
				ugcPostUrn: 'urn:li:ugcPost:7430667225633550337',
				shareUrn: null,
			},
		});
		const result = await run('post.get', { post });
		if (isOther) expect(shownError(result).message).toMatch(/another post/);
		else expect(result.json('Node')).toMatchObject([{ text: 'Post text' }]);
	});

	it('a company in another spelling is the same', async () => {
		answers('POST /search/companies/details', {
			success: true,
			company: { id: '1441', name: 'Google', universalName: 'Google' },
		});
		const result = await run('company.get', { company: 'linkedin.com/company/GOOGLE' });
		expect(result.json('Node')).toEqual([{ name: 'Google', id: '1441' }]);
	});
});

describe('a look-up that finds nothing says so, with status 200 too', () => {
	it.each([
		['company.get', { company: '1441' }, 'POST /search/companies/details', { company: null }],
		['company.get', { company: '1441' }, 'POST /search/companies/details', { company: {} }],
		['job.get', { job: '4445130437' }, 'POST /search/jobs/details', { jobId: '4445130437' }],
		['group.get', { group: '12345678' }, 'POST /search/groups/details', { group: {} }],
		[
			'post.get',
			{ post: 'urn:li:activity:7430667226199830528' },
			'POST /posts/scrape',
			{ data: {}, message: 'Done' },
		],
		[
			'post.get',
			{ post: 'urn:li:activity:7430667226199830528' },
			'POST /posts/scrape',
			{ originalUrl: 'https://www.linkedin.com/posts/a', finalUrl: 'https://www.linkedin.com/404' },
		],
		[
			'post.get',
			{ post: 'urn:li:activity:7430667226199830528' },
			'POST /posts/scrape',
			{ data: { content: ' ', author: { name: '' }, engagement: { likes: 0 }, scraped: true } },
		],
	])('%s', async (id, named, call, answer) => {
		// What the contract does not foresee comes all the same.
		fixture.sandbox.faults.add({
			kind: 'status',
			status: 200,
			match: call,
			body: JSON.stringify({ success: true, ...answer }),
		});
		const { details } = shownError(await run(id, named));
		expect(details).toMatchObject({ reason: 'notFound', outcome: 'notSent' });
	});

	it('in the words of the field that names it', async () => {
		refused('POST /search/companies/details', 404, 'Company not found');
		const { message, description } = shownError(await run('company.get', { company: '1441' }));
		expect(`${message} ${description}`).toMatch(/did not find this company.*'Company'/s);
	});

	it('and a missing LinkedIn account is no missing company', async () => {
		refused('POST /search/companies/details', 404, 'Account not found');
		const { message } = shownError(await run('company.get', { company: '1441' }));
		expect(message).toMatch(/LinkedIn account/);
	});
});

describe('a search is never wider than was meant', () => {
	it.each([
		['post.search', {}],
		['company.search', {}],
		['group.search', {}],
		['job.search', {}],
		['job.search', { filters: { datePosted: 'anyTime', workplaceType: '' } }],
		['searchHelper.findLocations', {}],
	])('%s without words %j', async (id, more) => {
		const { details } = shownError(await run(id, { keywords: ' ', ...more }));
		expect(details).toMatchObject({ reason: 'invalidInput' });
		expect(fixture.sandbox.requests).toEqual([]);
	});

	it.each([
		['job.search', { keywords: '={{ $json.words }}', filters: { workplaceType: 'remote' } }],
		['job.search', { keywords: 'CRO', filters: { geoId: '={{ $json.place }}' } }],
		['job.search', { keywords: 'CRO', filters: { workplaceType: '={{ $json.where }}' } }],
		['group.getMembers', { group: '1', filters: { memberName: '={{ $json.who }}' } }],
		['group.getMembers', { group: '1', filters: { roles: '={{ $json.roles }}' } }],
		['post.search', { keywords: 'AI', filters: { authorJobTitles: '={{ $json.title }}' } }],
	])('%s with an expression that names nothing %j', async (id, parameters) => {
		const { details } = shownError(await run(id, parameters));
		expect(details).toMatchObject({ reason: 'invalidInput' });
		expect(fixture.sandbox.requests).toEqual([]);
	});

	it('refuses an address that is no search for companies', async () => {
		const keywords = 'https://www.linkedin.com/sales/search/people?query=(filters:List())';
		const { message } = shownError(await run('company.search', { keywords }));
		expect(message).toMatch(/'Keywords' holds an address/);
		expect(fixture.sandbox.requests).toEqual([]);
	});

	it.each([
		['job.search', { filters: { geoId: 'Berlin' } }, /'Location ID' must be a number/],
		['searchHelper.findLocations', { filters: { countryCodes: 'Germany' } }, /two letters/],
	])('%s refuses what would narrow nothing: %j', async (id, more, words) => {
		const { message } = shownError(await run(id, { keywords: 'Berlin', ...more }));
		expect(message).toMatch(words);
		expect(fixture.sandbox.requests).toEqual([]);
	});

	it('spells kinds of work as the vendor does', async () => {
		const filters = { workplaceType: 'Remote', employmentType: 'Full Time, part-time' };
		await run('job.search', { filters });
		expect(fixture.sandbox.requests[0].body).toMatchObject({
			filters: { workplaceType: ['remote'], employmentType: ['full-time', 'part-time'] },
		});
	});

	it('refuses a role that there is not', async () => {
		const parameters = { group: '1', filters: { roles: '={{ $json.roles }}' } };
		const { message } = shownError(
			await run('group.getMembers', parameters, [{ roles: 'owner, admin' }]),
		);
		expect(message).toMatch(/'Roles' must hold only: MANAGER, MEMBER, OWNER/);
	});
});

describe('refusals in words of what was asked', () => {
	it('of a group the account is not in', async () => {
		refused('POST /groups/members', 403, 'You are not a member of this group');
		const { message, description } = shownError(await run('group.getMembers', { group: '1' }));
		expect(`${message} ${description}`).toMatch(/not a member of this group.*Join the group/s);
	});

	it('of visitors that only Premium accounts see', async () => {
		refused('POST /profile/visitors', 403, 'Not allowed: LinkedIn Premium required');
		const { message } = shownError(await run('profile.getVisitors', {}));
		expect(message).toMatch(/who viewed its profile/);
		expect(message).not.toMatch(/InMail/);
	});
});
