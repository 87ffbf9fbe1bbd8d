import type { IDataObject } from 'n8n-workflow';

import { DEFAULT_SEED } from '../sandbox/constants';
import { react } from '../sandbox/outx/collected';
import { uuid } from '../sandbox/random';
import { shownError, useFixture } from './support/fixture';
import type { RunSpec } from './support/fixture';
import { operationSuite } from './support/operationSuite';
import { badWatchlists, callFailures } from './support/outx';
import { expectToFitSchema } from './support/schema';

const fixture = useFixture();

const PATH = '/api-interactions';

/** The seed's watchlist: three posts with a like and a comment each. */
const HIRING = uuid(`${DEFAULT_SEED}|watchlist|1`);

const byId = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });

const run = async (parameters: IDataObject = {}, extra: Partial<RunSpec> = {}) =>
	await fixture.run({
		node: 'outX',
		...extra,
		parameters: {
			resource: 'interaction',
			operation: 'getAll',
			watchlist: byId(HIRING),
			...parameters,
		},
	});

const queries = (): Array<Record<string, string>> =>
	fixture.sandbox.requests.filter(({ path }) => path === PATH).map(({ query }) => query);

const idsOf = (json: IDataObject[]): unknown[] => json.map(({ id }) => id);

const EVERY_ID = ['post-3', 'post-2', 'post-1'].flatMap((post) => [
	`like-${post}`,
	`comment-${post}`,
]);

operationSuite(fixture, {
	node: 'outX',
	resource: 'interaction',
	operation: 'getAll',
	isAct: false,
	parameters: { watchlist: byId(HIRING), limit: '={{ $json.limit }}' },
	items: [{ limit: 2 }, { limit: 1 }, { limit: 6 }],
	happy: (json) => {
		const [first] = fixture.sandbox.world.outX.watchlists.ours;
		const [post] = first.posts;
		const about = {
			createdAt: new Date(post.at + 60_000).toISOString(),
			postId: 'post-3',
			postUrn: `urn:li:activity:${String(post.activity)}`,
		};
		expect(json).toEqual([
			{
				id: 'like-post-3',
				interactionType: 'like',
				authorId: 'author-1',
				authorName: 'Jane Doe',
				authorSlug: 'jane-doe-sales',
				authorHeadline: 'VP of Sales at Acme',
				...about,
			},
			{
				id: 'comment-post-3',
				interactionType: 'comment',
				text: 'Great point',
				authorId: 'author-2',
				authorName: 'Ravi Patel',
				authorSlug: 'ravi-patel-42',
				authorHeadline: 'Engineer',
				...about,
			},
		]);
		expectToFitSchema('OutX', 'interaction', 'getAll', json);
	},
	badItem: { limit: -1 },
	badReason: 'invalidInput',
	failures: [
		...badWatchlists(),
		{
			name: 'the watchlist is a text that would leave the query',
			reason: 'invalidInput',
			parameters: { watchlist: byId(`${HIRING}&page=2`) },
			says: /'Watchlist' holds no ID/,
		},
		{
			name: 'OutX fails to read them again and again',
			reason: 'vendorUnavailable',
			arrange: ({ sandbox }) =>
				sandbox.faults.add({
					kind: 'status',
					status: 500,
					body: '{"error":"Failed to fetch interactions"}',
					match: `GET ${PATH}`,
					times: 10,
				}),
			says: /fault of its own \(status 500\)/,
			httpCode: '500',
		},
		...callFailures(`GET ${PATH}`, false),
	],
});

describe('OutX interaction.getAll', () => {
	it('asks again after a fault of OutX, a few times and each time later', async () => {
		const body = '{"error":"Failed to fetch interactions"}';
		const fault = { kind: 'status', status: 500, body, match: `GET ${PATH}` } as const;
		fixture.sandbox.faults.add({ ...fault, times: 3 });
		const result = await run();
		expect(idsOf(result.json('Node'))).toEqual(EVERY_ID);
		const times = fixture.sandbox.requests.map(({ at }) => at);
		const gaps = times.slice(1, 4).map((at, index) => at - times[index]);
		expect(gaps.every((gap) => gap >= 250)).toBe(true);

		fixture.sandbox.reset();
		fixture.sandbox.faults.add({ ...fault, times: 10 });
		expect(shownError(await run()).details).toMatchObject({ retrySafe: true });
		expect(queries()).toHaveLength(4);
	});

	it.each([
		['all', EVERY_ID, undefined],
		['like', EVERY_ID.filter((id) => id.startsWith('like')), 'like'],
		['comment', EVERY_ID.filter((id) => id.startsWith('comment')), 'comment'],
	])('lists %s', async (interactionType, ids, sent) => {
		const result = await run({ interactionType });
		expect(idsOf(result.json('Node'))).toEqual(ids);
		expect(queries()[0].interaction_type).toBe(sent);
	});

	it('keeps to the people asked for', async () => {
		const result = await run({ actorIds: 'author-2, author-9' });
		expect(idsOf(result.json('Node'))).toEqual(EVERY_ID.filter((id) => id.startsWith('comment')));
		expect(queries()[0].actor_ids).toBe('author-2,author-9');
	});

	it('gets all of 600, a hundred per page, and whole when not simplified', async () => {
		const { watchlists } = fixture.sandbox.world.outX;
		for (const post of watchlists.collect(watchlists.ours[0], 297)) react(post);
		const result = await run({ returnAll: true, simplify: false });
		const found = result.json('Node');
		expect(new Set(idsOf(found)).size).toBe(600);
		expect(found[0]).toMatchObject({ author: { author_type: 'user' }, post: { id: 'post-300' } });
		expect(queries().map(({ page_size: size }) => size)).toEqual(Array(7).fill('100'));
	});

	it('gives nothing for a watchlist nobody reacted to', async () => {
		const { id } = fixture.sandbox.world.outX.watchlists.add();
		const result = await run({ watchlist: byId(id) });
		expect(result.error).toBeUndefined();
		expect(result.json('Node')).toEqual([]);
	});
});
