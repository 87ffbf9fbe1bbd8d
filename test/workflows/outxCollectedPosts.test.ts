import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { DEFAULT_SEED } from '../sandbox/constants';
import type { Collected, NewCollected } from '../sandbox/outx/collected';
import { uuid } from '../sandbox/random';
import type { Watchlist } from '../sandbox/outx/watchlists';
import { shownError, useFixture } from './support/fixture';
import type { RunSpec } from './support/fixture';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';
import { badWatchlists, callFailures } from './support/outx';
import { expectToFitSchema } from './support/schema';

const fixture = useFixture();

const POSTS = '/api-posts';

/** The seed's watchlist, with post-1 to post-3; the newest comes first. */
const HIRING = uuid(`${DEFAULT_SEED}|watchlist|1`);

const byId = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });

const run = async (parameters: IDataObject, extra: Partial<RunSpec> = {}) =>
	await fixture.run({
		node: 'outX',
		...extra,
		parameters: { resource: 'collectedPost', operation: 'getAll', ...parameters },
	});

const queries = (): Array<Record<string, string>> =>
	fixture.sandbox.requests.filter(({ path }) => path === POSTS).map(({ query }) => query);

const seed = (): Watchlist => {
	const [first] = fixture.sandbox.world.outX.watchlists.ours;
	return first;
};

const collect = (count: number, given: NewCollected = {}): Collected[] =>
	fixture.sandbox.world.outX.watchlists.collect(seed(), count, given);

const idsOf = (json: IDataObject[]): unknown[] => json.map(({ id }) => id);

/** Every post of the seed's watchlist, newest first. */
const everyId = (): string[] => seed().posts.map(({ id }) => id);

operationSuite(fixture, {
	node: 'outX',
	resource: 'collectedPost',
	operation: 'getAll',
	isAct: false,
	parameters: { watchlist: byId(HIRING), limit: '={{ $json.limit }}' },
	items: [{ limit: 1 }, { limit: 2 }, { limit: 3 }],
	happy: (json) => {
		const [newest] = seed().posts;
		const urn = `urn:li:activity:${String(newest.activity)}`;
		expect(json).toEqual([
			{
				id: 'post-3',
				source: 'linkedin',
				url: `https://linkedin.com/feed/update/${urn}`,
				urn,
				author: 'Jane Doe',
				text: 'Post 3: we are hiring',
				createdAt: new Date(newest.at).toISOString(),
				likes: 3,
				comments: 3,
				shares: 3,
			},
		]);
		expect(queries()).toEqual([{ watchlist_id: HIRING, page: '1', page_size: '1' }]);
		expectToFitSchema('OutX', 'collectedPost', 'getAll', json);
	},
	badItem: { limit: 'many' },
	badReason: 'invalidInput',
	failures: [
		...badWatchlists(),
		{
			name: 'the watchlist is two',
			reason: 'invalidInput',
			parameters: { watchlist: byId(`${HIRING},${HIRING}`) },
			says: /'Watchlist' holds no ID/,
		},
		{
			name: 'the days are the wrong way round',
			reason: 'invalidInput',
			parameters: { filters: { fromDate: '2026-11-02', toDate: '2026-11-01' } },
			says: /'From Day' is later than 'To Day'/,
		},
		{
			name: 'the day is none',
			reason: 'invalidInput',
			parameters: { filters: { fromDate: '={{ "2026-02-30" }}' } },
			says: /'From Day' is not a day/,
		},
		{
			name: 'a company is a person',
			reason: 'invalidInput',
			parameters: { filters: { companies: 'https://www.linkedin.com/in/jane-doe' } },
			says: /'Companies' is not usable in line 1/,
		},
		...callFailures(`GET ${POSTS}`, false),
	],
});

describe('OutX collectedPost.getAll', () => {
	const all = { watchlist: byId(HIRING), returnAll: true };

	it('gives nothing for a watchlist that has found nothing', async () => {
		const { id } = fixture.sandbox.world.outX.watchlists.add();
		const result = await run({ ...all, watchlist: byId(id) });
		expect(result.error).toBeUndefined();
		expect(result.json('Node')).toEqual([]);
	});

	it.each([
		['nothing', 3],
		['misleadingTotal', 3],
		['hasMore', 3],
		['totalPages', 3],
	] as const)('gets all of 250 posts, each once, when pages say %s', async (shape, requests) => {
		collect(247);
		fixture.sandbox.world.outX.pagesShape = shape;
		const result = await run(all);
		expect(idsOf(result.json('Node'))).toEqual(everyId());
		expect(queries().map(({ page, page_size: size }) => `${page} of ${size}`)).toEqual(
			Array.from({ length: requests }, (_, index) => `${index + 1} of 100`),
		);
	});

	it('reads a page that is a bare list', async () => {
		fixture.sandbox.world.outX.pagesShape = 'bare';
		expect(idsOf((await run(all)).json('Node'))).toEqual(everyId());
	});

	it.each(['nothing', 'hasMore', 'totalPages'] as const)(
		'gets all of them from a vendor that gives fewer per page than asked for (%s)',
		async (shape) => {
			collect(61);
			fixture.sandbox.world.outX.pagesShape = shape;
			fixture.sandbox.world.outX.largestPage = 20;
			expect(idsOf((await run(all)).json('Node'))).toEqual(everyId());
			expect(queries()).toHaveLength(4);
		},
	);

	it('gets all of 1,000 posts in ten pages', async () => {
		collect(997);
		const result = await run(all);
		expect(idsOf(result.json('Node'))).toEqual(everyId());
		// The last page is full: only an empty one shows that it was the last.
		expect(queries()).toHaveLength(11);
	});

	it('gets each post once while new ones move the pages', async () => {
		collect(297);
		const before = everyId();
		fixture.sandbox.world.outX.postsArriving = 7;
		const found = idsOf((await run(all)).json('Node'));
		expect(new Set(found).size).toBe(found.length);
		expect(found).toEqual(before);
	});

	it('ends with a vendor that gives the same page for ever', async () => {
		fixture.sandbox.faults.add({
			kind: 'status',
			status: 200,
			body: JSON.stringify({ data: [{ id: 'same' }], has_more: true }),
			match: `GET ${POSTS}`,
			times: 1_000,
		});
		expect((await run(all)).json('Node')).toEqual([{ id: 'same' }]);
		expect(queries()).toHaveLength(3);
	});

	it.each([{ posts: [{ id: 1 }] }, { data: { posts: [{ id: 1 }], total_pages: 1 } }, [{ id: 1 }]])(
		'finds the posts in %j',
		async (body) => {
			const answer = { kind: 'status', status: 200, body: JSON.stringify(body) } as const;
			fixture.sandbox.faults.add({ ...answer, match: `GET ${POSTS}` });
			expect((await run({ ...all, returnAll: false, limit: 1 })).json('Node')).toEqual([{ id: 1 }]);
		},
	);

	it('stops at the limit, and passes posts through whole when not simplified', async () => {
		collect(20, { source: 'reddit' });
		const result = await run({ watchlist: byId(HIRING), limit: 5, simplify: false });
		const posts = result.json('Node');
		expect(idsOf(posts)).toEqual(everyId().slice(0, 5));
		expect(posts[0]).toMatchObject({ source: 'reddit', videos: null, tags: ['competitor'] });
		expect(queries()).toHaveLength(1);
		const simple = await run({ watchlist: byId(HIRING), limit: 1 });
		expect(simple.json('Node')).toMatchObject([
			{ source: 'reddit', url: 'https://www.reddit.com/r/x/post-23' },
		]);
	});

	it('sends every filter as the vendor wants it', async () => {
		const [newest] = seed().posts;
		const result = await run({
			watchlist: byId(HIRING),
			sort: 'popular_first',
			filters: {
				companies: 'https://www.linkedin.com/company/acme/\nnordlys',
				englishOnly: true,
				fromDate: '2026-10-01T00:00:00',
				interactedOnly: true,
				labels: 'hot lead, 求人',
				people: 'https://www.linkedin.com/in/jane-doe-sales\nravi-patel-42',
				postSlug: `https://www.linkedin.com/posts/${newest.slug}?utm_source=share`,
				postType: 'article',
				savedOnly: true,
				searchTerm: ' we are & hiring ',
				seniority: 'VP',
				toDate: '={{ DateTime.fromISO("2026-11-30", { zone: "utc" }) }}',
				trendingOnly: true,
			},
		});
		expect(result.error).toBeUndefined();
		expect(queries()).toEqual([
			{
				watchlist_id: HIRING,
				labels: 'hot lead,求人',
				people_slug: 'jane-doe-sales,ravi-patel-42',
				company_slug: 'acme,nordlys',
				search_term: 'we are & hiring',
				is_saved: 'true',
				lang: 'en',
				start_date: '2026-10-01',
				end_date: '2026-11-30',
				post_type: 'article',
				sort_by: 'popular_first',
				seniority_level: 'VP',
				trending: 'true',
				interacted: 'true',
				linkedin_post_slug: newest.slug,
				page: '1',
				page_size: '50',
			},
		]);
	});

	it('sends no filter that is off or blank', async () => {
		await run({
			watchlist: byId(HIRING),
			filters: { savedOnly: false, englishOnly: false, labels: ' ', fromDate: '', people: '' },
		});
		expect(queries()[0]).toEqual({ watchlist_id: HIRING, page: '1', page_size: '50' });
	});
});

/** What a like and a comment of the team's admin on a post look like. */
const acts = [
	['like', 'likeCollectedPost', {}],
	['comment', 'commentOnCollectedPost', { comment: 'Schöne Zahlen — danke! 👋' }],
] as const;

const ADMIN = 'olivia@sandbox.example';
const COLLEAGUE = 'tom@sandbox.example';

const member = (value: string): IDataObject => ({ __rl: true, mode: 'email', value });

const reactionFailures: FailureCase[] = [
	{
		name: 'the post is a LinkedIn address',
		reason: 'invalidInput',
		parameters: {
			post: 'https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678',
		},
		says: /'Post ID' holds a LinkedIn address/,
	},
	{
		name: 'the post is empty',
		reason: 'invalidInput',
		parameters: { post: '={{ $json.nothing }}' },
		says: /'Post ID' is empty/,
	},
	{
		name: 'no team member is chosen',
		reason: 'invalidInput',
		parameters: { teamMember: member('={{ $json.nothing }}') },
		says: /'Team Member' is empty/,
	},
	{
		name: 'the team member is no address',
		reason: 'invalidInput',
		parameters: { teamMember: member('Olivia Admin') },
		says: /'Team Member' is not an email address/,
	},
	{
		name: 'the company has no name',
		reason: 'invalidInput',
		parameters: { actAs: 'company', companyTitle: '={{ $json.nothing }}' },
		says: /'Company Name' is empty/,
	},
	{
		name: 'nobody of the team has this address',
		reason: 'invalidInput',
		parameters: { teamMember: member('nobody@sandbox.example') },
		says: /could not use the team member/,
		httpCode: '400',
	},
	{
		name: 'the member does not manage this page',
		reason: 'invalidInput',
		parameters: { actAs: 'company', companyTitle: 'Nordlys' },
		says: /could not use the company page/,
		httpCode: '400',
	},
	{
		name: 'no watchlist of the team has this post',
		reason: 'invalidInput',
		parameters: { post: 'post-99' },
		says: /could not use the post/,
		httpCode: '400',
	},
	{
		name: 'the post is from Reddit',
		reason: 'invalidInput',
		parameters: { post: 'post-4' },
		arrange: () => collect(1, { source: 'reddit' }),
		says: /cannot be liked or commented on/,
		httpCode: '400',
	},
	{
		name: 'the answer names no task',
		reason: 'unexpectedAnswer',
		outcome: 'unknown',
		arrange: ({ sandbox }) =>
			sandbox.faults.add({
				kind: 'status',
				status: 200,
				body: '{"success":true}',
				match: /^POST \/api-(?:like|comment)$/,
			}),
		says: /cannot read \(field task_id\)/,
	},
];

let hours = 0;

for (const [operation, action, more] of acts) {
	const parameters = { post: '={{ $json.id }}', teamMember: member(ADMIN), ...more };
	const PATH = `/api-${operation}`;

	operationSuite(fixture, {
		node: 'outX',
		resource: 'collectedPost',
		operation,
		isAct: true,
		parameters,
		items: [1, 2, 3].map((number) => ({ id: `post-${number}` })),
		happy: ([json], { sandbox }, [delivery]) => {
			const post = seed().posts[2];
			expect(json).toEqual({
				outcome: 'pending',
				vendor: 'outX',
				action,
				post: { input: 'post-1', id: 'post-1' },
				taskId: delivery.taskId,
				response: {
					success: true,
					message: expect.stringMatching(/task created successfully/) as unknown,
					task_id: delivery.taskId,
				},
			});
			expect(delivery).toMatchObject({
				kind: operation,
				from: ADMIN,
				to: `urn:li:activity:${String(post.activity)}`,
			});
			expect(delivery.text).toBe('comment' in more ? more.comment : undefined);
			expect(sandbox.requests).toMatchObject([
				{ path: PATH, body: { post_id: 'post-1', user_email: ADMIN, actor_type: 'user' } },
			]);
			expectToFitSchema('OutX', 'collectedPost', operation, [json]);
		},
		badItem: { id: 'urn:li:activity:7123456789012345678' },
		badReason: 'invalidInput',
		failures: [...reactionFailures, ...callFailures(`POST ${PATH}`, true)],
	});

	describe(`OutX collectedPost.${operation}`, () => {
		const act = async (changed: IDataObject = {}, extra: Partial<RunSpec> = {}) =>
			await run({ operation, ...parameters, ...changed }, extra);
		const items = (...ids: string[]): IDataObject[] => ids.map((id) => ({ id }));
		const noPause = { pauseMin: 0, pauseMax: 0 };

		it('acts for a company page', async () => {
			const result = await act(
				{ actAs: 'company', companyTitle: ' Acme ' },
				{ items: items('post-1') },
			);
			expect(result.json('Node')).toMatchObject([{ outcome: 'pending' }]);
			expect(fixture.sandbox.requests[0].body).toMatchObject({
				user_email: ADMIN,
				actor_type: 'company',
				company_title: 'Acme',
			});
			expect(fixture.sandbox.deliveries).toMatchObject([{ from: 'Acme' }]);
		});

		it('sends no company name that is left over', async () => {
			await act({ companyTitle: 'Acme' }, { items: items('post-1') });
			expect(fixture.sandbox.requests[0].body).not.toHaveProperty('company_title');
		});

		it('keeps a pause between two posts of one member', async () => {
			await act({}, { items: items('post-1', 'post-2', 'post-3') });
			const [first, second, third] = fixture.sandbox.deliveries.map(({ at }) => at);
			for (const gap of [second - first, third - second]) {
				expect(gap).toBeGreaterThanOrEqual(30_000);
				expect(gap).toBeLessThanOrEqual(61_000);
			}
		});

		it('does not make one member wait for another', async () => {
			const two = [
				{ id: 'post-1', who: ADMIN },
				{ id: 'post-2', who: COLLEAGUE },
			];
			// Each test begins at the same moment, but the pauses of an earlier one are still in force.
			await fixture.time.drive(sleep(++hours * 3_600_000));
			await act({ teamMember: member('={{ $json.who }}') }, { items: two });
			const [first, second] = fixture.sandbox.deliveries;
			expect([first.from, second.from]).toEqual([ADMIN, COLLEAGUE]);
			expect(second.at - first.at).toBeLessThan(30_000);
		});

		it('takes the same post twice for a duplicate', async () => {
			const result = await act(
				{ sending: noPause },
				{ items: items('post-1', 'post-2', 'post-1') },
			);
			expect(result.json('Node')).toMatchObject([
				{ outcome: 'pending' },
				{ outcome: 'pending' },
				{ outcome: 'skipped', reason: 'duplicateInInput', post: { id: 'post-1' } },
			]);
			expect(fixture.sandbox.deliveries).toHaveLength(2);
		});

		it('does nothing in a dry run', async () => {
			const result = await act({ sending: { dryRun: true } }, { items: items('post-1') });
			expect(result.json('Node')).toMatchObject([
				{ outcome: 'dryRun', text: 'comment' in more ? more.comment : `Like as ${ADMIN}` },
			]);
			expect(fixture.sandbox.requests).toEqual([]);
		});

		it('keeps to the most posts per day', async () => {
			const sending = { ...noPause, maxPerDay: 2, onLimit: 'skip' };
			const result = await act({ sending }, { items: items('post-1', 'post-2', 'post-3') });
			expect(result.json('Node').map(({ outcome }) => outcome)).toEqual([
				'pending',
				'pending',
				'skipped',
			]);
			expect(fixture.sandbox.deliveries).toHaveLength(2);
		});

		it('does not repeat on a retry what OutX has queued', async () => {
			const body = '{"error":"Invalid post_id"}';
			const refusal = { kind: 'status', status: 400, body } as const;
			fixture.sandbox.faults.add({ ...refusal, match: `POST ${PATH}`, skip: 1 });
			const result = await act(
				{ sending: noPause },
				{ items: items('post-1', 'post-2'), retryOnFail: true, maxTries: 2 },
			);
			expect(result.json('Node')).toMatchObject([{ outcome: 'pending' }, { outcome: 'pending' }]);
			const asked = fixture.sandbox.requests.map(({ body: sent }) => (sent as IDataObject).post_id);
			expect(asked).toEqual(['post-1', 'post-2', 'post-2']);
			expect(fixture.sandbox.deliveries).toHaveLength(2);
		});
	});
}

describe('OutX collectedPost.like', () => {
	it('lets several members like one post', async () => {
		const result = await run(
			{
				operation: 'like',
				post: 'post-1',
				teamMember: member('={{ $json.who }}'),
				sending: { pauseMin: 0, pauseMax: 0 },
			},
			{ items: [{ who: ADMIN }, { who: COLLEAGUE }, { who: ADMIN.toUpperCase() }] },
		);
		expect(result.json('Node').map(({ outcome }) => outcome)).toEqual([
			'pending',
			'pending',
			'skipped',
		]);
	});
});

describe('OutX collectedPost.comment', () => {
	it.each([
		['x'.repeat(1_251), /'Comment' has 1251 characters, and LinkedIn takes 1250/],
		[' \n ', /'Comment' is empty/],
	])('refuses what LinkedIn would not take', async (comment, says) => {
		const parameters = { operation: 'comment', post: 'post-1', teamMember: member(ADMIN), comment };
		expect(shownError(await run(parameters)).message).toMatch(says);
		expect(fixture.sandbox.requests).toEqual([]);
	});
});
