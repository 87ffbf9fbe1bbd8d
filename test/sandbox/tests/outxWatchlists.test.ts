import { PLUGIN_REQUIRED } from '../index';
import { startBench } from './client';
import type { Bench, Reply } from './client';

let bench: Bench;
beforeAll(async () => {
	bench = await startBench();
});
afterAll(async () => await bench.stop());
beforeEach(() => bench.sandbox.reset());

const PATHS = ['keyword', 'people', 'company', 'reddit'].map((type) => `/api-${type}-watchlist`);
const [KEYWORD, PEOPLE, COMPANY, REDDIT] = PATHS;
const NOBODY_S = '550e8400-e29b-41d4-a716-446655440000';

const call = async (method: string, path: string, body?: unknown): Promise<Reply> =>
	await bench.call('outX', method, path, body);

const said = ({ status, body }: Reply): unknown[] => [status, body.error];

/** The seed's watchlist. */
const seed = () => bench.sandbox.world.outX.watchlists.ours[0];

describe('watchlists', () => {
	test.each([
		[KEYWORD, { keywords: ['hiring'] }],
		[REDDIT, { prompt: 'CRM users' }],
		[PEOPLE, { profiles: ['jane-doe'] }],
		[COMPANY, { companies: ['acme'] }],
	])('%s makes, shows, changes and deletes them', async (path, body) => {
		const made = await call('POST', path, { ...body, name: 'Mine', fetchFreqInHours: 6 });
		expect(made.body).toMatchObject({ name: 'Mine', fetchFreqInHours: 6, created: true });
		const one = `${path}?id=${String(made.body.id)}`;
		expect((await call('GET', one)).body).toMatchObject({ id: made.body.id, name: 'Mine' });
		const patch = { id: made.body.id, name: 'Yours', disable: true };
		expect((await call('PUT', path, patch)).body).toMatchObject({ updated: true, name: 'Yours' });
		const all = (await call('GET', path)).body;
		expect(Object.values(all.watchlists).slice(-1)).toMatchObject([
			{ name: 'Yours', disable: true },
		]);
		expect((await call('DELETE', one)).body).toMatchObject({ deleted: true });
		expect(said(await call('GET', one))).toEqual([404, 'Watchlist not found']);
		bench.sandbox.assertClean();
	});

	test.each([
		[KEYWORD, {}, 'keywords array is required and must not be empty'],
		[KEYWORD, { keywords: [' '] }, 'No valid keywords provided after cleaning'],
		[REDDIT, { prompt: ' ' }, 'prompt is required and must be a non-empty string'],
		[KEYWORD, { keywords: ['a'], fetchFreqInHours: 5 }, 'Invalid fetchFreqInHours'],
		[PEOPLE, { profiles: [] }, 'profiles array is required and must not be empty'],
		[COMPANY, { companies: [''] }, 'No valid company identifiers provided'],
	])('POST %s refuses %j', async (path, body, error) => {
		expect(said(await call('POST', path, body))).toEqual([400, error]);
	});

	test.each([
		[{ name: 'x' }, [400, 'Missing required parameter: id']],
		[{ id: NOBODY_S, name: 'x' }, [404, 'Watchlist not found']],
		[{ id: 'seed' }, [400, 'No valid update fields provided']],
		[{ id: 'seed', name: ' ' }, [400, 'Name cannot be empty']],
		[{ id: 'seed', disable: 'yes' }, [400, 'disable must be a boolean value']],
		[{ id: 'seed', fetchFreqInHours: 2 }, [400, 'Invalid fetchFreqInHours']],
	])('PUT refuses %j', async (body, expected) => {
		const id = 'id' in body && body.id === 'seed' ? { id: seed().id } : {};
		expect(said(await call('PUT', KEYWORD, { ...body, ...id }))).toEqual(expected);
	});

	test('people and companies cannot be changed', async () => {
		const { id } = bench.sandbox.world.outX.watchlists.add({ type: 'people' });
		const answer = await call('PUT', PEOPLE, { id, keywords: ['a'] });
		expect(said(answer)).toEqual([400, 'No valid update fields provided']);
	});

	test("another team's, and another type's, are out of reach", async () => {
		const { id } = bench.sandbox.world.outX.watchlists.add({ foreign: true });
		expect(said(await call('GET', `${KEYWORD}?id=${id}`))).toEqual([403, 'Access denied']);
		expect(said(await call('DELETE', `${KEYWORD}?id=${id}`))).toEqual([403, 'Access denied']);
		const other = `${PEOPLE}?id=${seed().id}`;
		expect(said(await call('GET', other))).toEqual([404, 'Watchlist not found']);
		expect(said(await call('DELETE', KEYWORD))).toEqual([400, 'Missing required parameter: id']);
	});

	test('end with the plan', async () => {
		bench.sandbox.world.outX.watchlistLimit = 1;
		const [status, error] = said(await call('POST', KEYWORD, { keywords: ['a'] }));
		expect([status, error]).toEqual([402, expect.stringMatching(/^Your plan includes up to 1 /)]);
	});

	test('need a live extension, unless the team shares its data', async () => {
		bench.sandbox.world.outX.extensionOnline = false;
		for (const path of [...PATHS, '/api-team', `/api-posts?watchlist_id=${seed().id}`]) {
			expect(said(await call('GET', path))).toEqual([403, PLUGIN_REQUIRED]);
		}
		bench.sandbox.world.outX.globalDataSharing = true;
		expect((await call('GET', KEYWORD)).status).toBe(200);
		expect((await call('GET', '/api-team')).status).toBe(403);
	});

	test('hold bodies to the contract', async () => {
		await call('POST', KEYWORD, { keywords: ['a'], prompt: 'b' });
		await call('PUT', KEYWORD, { id: seed().id, name: 'x', colour: 'red' });
		expect(bench.sandbox.violations).toHaveLength(2);
	});
});

describe('collected posts', () => {
	const posts = async (query: string): Promise<Reply> =>
		await call('GET', `/api-posts?watchlist_id=${seed().id}&${query}`);
	const ids = ({ body }: Reply): unknown[] => Object.values(body.data).map(({ id }) => id);

	test.each([
		['page_size=2', ['post-3', 'post-2']],
		['page=2&page_size=2', ['post-1']],
		['page=3&page_size=2', []],
		['labels=hot%20lead', ['post-2']],
		['people_slug=jane-doe-sales,nobody', ['post-2']],
		['search_term=POST%201', ['post-1']],
		['is_saved=true', []],
		['lang=en', ['post-2', 'post-1']],
		['seniority_level=VP', ['post-3']],
		['trending=true', []],
		['interacted=true', ['post-3', 'post-2', 'post-1']],
		['sort_by=popular_first', ['post-3', 'post-2', 'post-1']],
		['start_date=2027-01-01', []],
	])('%s: %j', async (query, expected) => {
		expect(ids(await posts(query))).toEqual(expected);
		bench.sandbox.assertClean();
	});

	test('are refused as the vendor refuses them', async () => {
		expect(said(await posts('sort_by=recent_first'))[0]).toBe(400);
		const unknown = await call('GET', `/api-posts?watchlist_id=${NOBODY_S}`);
		expect(said(unknown)).toEqual([400, 'Invalid watchlist ID(s)']);
	});

	test('a page larger than the bound falls back to the default', async () => {
		const { outX } = bench.sandbox.world;
		outX.watchlists.collect(seed(), 60);
		expect(ids(await posts('page_size=100'))).toHaveLength(63);
		outX.largestPage = 50;
		expect(ids(await posts('page_size=100'))).toHaveLength(20);
	});

	test('more come in while they are read', async () => {
		bench.sandbox.world.outX.postsArriving = 1;
		expect(ids(await posts('page_size=1'))).toEqual(['post-3']);
		expect(ids(await posts('page_size=1'))).toEqual(['post-4']);
	});

	test('interactions go by type and by actor', async () => {
		const read = async (query: string): Promise<Reply> =>
			await call('GET', `/api-interactions?watchlist_id=${seed().id}&${query}`);
		expect(ids(await read('interaction_type=like&page_size=1'))).toEqual(['like-post-3']);
		expect(ids(await read('actor_ids=author-2'))).toHaveLength(3);
		const unknown = await call('GET', `/api-interactions?watchlist_id=${NOBODY_S}`);
		expect(said(unknown)).toEqual([400, `Invalid watchlist ID: ${NOBODY_S}`]);
	});
});

describe('likes and comments', () => {
	const user = { post_id: 'post-1', user_email: 'olivia@sandbox.example' };

	test('are queued, reach the post and tell a task nobody can read', async () => {
		const liked = await call('POST', '/api-like', user);
		const commented = await call('POST', '/api-comment', {
			...user,
			comment_text: 'Great',
			actor_type: 'company',
			company_title: 'Acme',
		});
		expect(bench.sandbox.deliveries).toMatchObject([
			{ kind: 'like', from: user.user_email, taskId: liked.body.task_id },
			{ kind: 'comment', from: 'Acme', text: 'Great', taskId: commented.body.task_id },
		]);
		bench.sandbox.assertClean();
		const status = `/linkedin-agent/get-task-status?api_agent_task_id=${String(liked.body.task_id)}`;
		expect((await call('GET', status)).status).toBe(404);
	});

	test.each([
		['like', {}, 'Missing required parameter: post_id'],
		['like', { post_id: 'post-1' }, 'Missing required parameter: user_email'],
		['comment', user, 'Missing required parameter: comment_text'],
		['comment', { ...user, comment_text: ' ' }, 'comment_text cannot be empty'],
		['like', { ...user, actor_type: 'page' }, "Invalid actor_type. Must be 'user' or 'company'"],
		[
			'like',
			{ ...user, actor_type: 'company' },
			"company_title is required when actor_type is 'company'",
		],
	])('POST /api-%s refuses %j', async (kind, body, error) => {
		expect(said(await call('POST', `/api-${kind}`, body))).toEqual([400, error]);
	});

	test('need a post with a place on LinkedIn', async () => {
		const { watchlists } = bench.sandbox.world.outX;
		const [{ id }] = watchlists.collect(seed(), 1, { source: 'reddit' });
		const answer = await call('POST', '/api-like', { ...user, post_id: id });
		expect(said(answer)).toEqual([
			400,
			'Post does not support like functionality (missing social_urn)',
		]);
		expect(bench.sandbox.deliveries).toEqual([]);
	});
});
