import type { OutXApi } from '../../../../nodes/OutX/api';
import type { TriggerEvent } from '../../../../nodes/shared/trigger/event';
import { newCollectedPost, newInteraction } from '../../../../nodes/OutX/trigger/watchlistEvents';
import { Failure } from '../../../../nodes/shared/failures/failure';
import type { HttpRequest } from '../../../../nodes/shared/http/types';
import type { JsonObject, JsonValue } from '../../../../nodes/shared/json/types';
import type { Poll } from '../../../../nodes/shared/trigger/run';
import { FakeMemory, timeFor } from '../../shared/trigger/fakes';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const HOUR = 3_600_000;

type Answers = (page: number, from?: string) => JsonValue;

/** A trigger whose vendor answers as it is told. */
class Trigger {
	memory = new FakeMemory();
	now = NOW;

	constructor(private readonly event: TriggerEvent<OutXApi>) {}

	/** What one poll emits. */
	async poll(answers: Answers): Promise<JsonObject[]> {
		const answerTo = (query: HttpRequest['query']): JsonValue => {
			const from = query?.start_date;
			return answers(Number(query?.page), from === undefined ? undefined : String(from));
		};
		const client = {
			read: async ({ query }: HttpRequest) =>
				await Promise.resolve({ data: answerTo(query), headers: {} }),
		};
		const poll = {
			api: { client } as unknown as OutXApi,
			accountScope: 'x',
			deadline: { ...timeFor(1_000), leftMs: () => 1_000 },
			memory: this.memory,
			now: this.now,
			isSample: false,
			tell: () => {},
		} as unknown as Poll<OutXApi>;
		const raw = { watchlist: { __rl: true, mode: 'id', value: 'w-1' }, simplify: false };
		return await this.event.poll(poll, raw, {});
	}

	/** The sentence of a poll that fails. */
	async failureOf(answers: Answers): Promise<string> {
		const error: unknown = await this.poll(answers).catch((caught: unknown) => caught);
		if (error instanceof Failure) return `${error.facts.reason}: ${error.message}`;
		return `No failure: ${JSON.stringify(error)}`;
	}
}

const post = (n: number): JsonObject => ({
	id: `post-${n}`,
	linkedin_post_urn: `urn:li:activity:71234567890${10_000_000 + n}`,
	content: `Post ${n}`,
	created_at: NOW - n * HOUR,
});
const interaction = (n: number): JsonObject => ({
	id: `interaction-${n}`,
	interaction_type: 'comment',
	text: `Comment ${n}`,
	created_at: NOW - n * HOUR,
	author: { id: `author-${n}`, author_slug: `jane-${n}`, full_name: 'Jane Doe' },
	post: { id: 'post-1', linkedin_post_urn: 'urn:li:activity:7123456789010000001' },
});
const OLD = Array.from({ length: 60 }, (_, n) => n + 2);

const EVENTS = [
	['newCollectedPost', newCollectedPost, post],
	['newInteraction', newInteraction, interaction],
] as const;

/** Pages of 25 under `data`, as the vendor documents them. */
const pagesOf =
	(records: JsonObject[]): Answers =>
	(page) => ({ data: records.slice((page - 1) * 25, page * 25) });

/** Answers with status 200 that do not have the list. */
const WITHOUT_LIST: JsonValue[] = [
	{},
	{ message: 'ok' },
	{ success: true },
	{ status: 'ok' },
	{ ok: true, result: null },
	[],
	[[]],
	[null],
	[1, 2, 3],
	['ok'],
	[{}],
	[{ message: 'ok' }],
	[{ error: 'timeout' }],
	{ data: null },
	{ data: {} },
	{ data: '' },
	{ data: 'ok' },
	{ data: 7 },
	{ data: true },
	{ data: '[{"id":1}]' },
	{ data: { message: 'ok' } },
	{ data: { posts: null, interactions: null } },
	{ data: { '0': post(1), '1': post(2) } },
	{ data: [[post(1), post(2)]] },
	{ data: ['post-1', 'post-2'] },
	{ data: [null, null] },
	{ data: [{}] },
	{ data: [{ error: 'x' }, { error: 'y' }] },
	{ data: [], error: { code: 500, message: 'x' } },
	{ data: [], error: 'upstream' },
	{ data: [], errors: [{ message: 'partial' }] },
	{ data: [], errors: 'x' },
	{ data: [], success: false },
	{ data: [], success: 'false' },
	{ data: [], ok: false },
	{ data: [], status: 'error' },
	{ data: [], status: 'FAILED' },
	{ data: [], exception: 'java.lang.NullPointerException' },
	{ data: [], pagination: { has_more: true } },
	{ data: [], meta: { hasNextPage: true } },
	{ data: [], total: 60 },
	{ data: [], pagination: { total_count: 60 } },
	{ data: [], meta: { totalItems: '60' } },
	{ data: [], next_page: 2, has_more: true },
	{ entries: [] },
	{ records: [] },
	{ Data: [] },
	{ DATA: [] },
	{ list: [], count: 0 },
	{ posts_list: [] },
	{ a: [], b: [] },
	{ a: [post(1)], b: [post(2)] },
	{ errors: [{ id: 1, message: 'x', created_at: NOW }] },
	{ warnings: [{ id: 1, content: 'x', created_at: NOW }] },
	{ error_messages: [{ id: 'e', content: 'x' }] },
	{ watchlists: [{ id: 'w-1', name: 'Hiring' }] },
	{ members: [{ id: 'm-1', email: 'x@example.com' }] },
	{ labels: [{ id: 1, name: 'hot lead' }] },
	{ series: [{ date: '2026-11-20', count: 5 }] },
	{ keywords: ['a', 'b'] },
	{ response: { data: { posts: [post(1)] } } },
	{ body: { data: [post(1)] } },
	{ result: { items: [interaction(1)] } },
	{ statusCode: 200, body: '{"data":[]}' },
	{ html: '<html></html>' },
	{ maintenance: true, retry_after: 60 },
	{ login_required: true, url: 'https://outx.ai/login' },
	{ data: { data: { data: [post(1)] } } },
];

/** Answers with one of these records in them that do have the list. */
const WITH_LIST: Array<(records: JsonObject[]) => JsonValue> = [
	(data) => ({ data }),
	(data) => ({ data, success: true }),
	(data) => ({ data, total: data.length }),
	(data) => ({ data, error: null, errors: [] }),
	(data) => ({ success: true, status: 'ok', data, message: 'ok' }),
	(posts) => ({ posts }),
	(interactions) => ({ interactions }),
	(results) => ({ results }),
	(items) => ({ items, labels: [{ id: 1 }] }),
	(posts) => ({ data: { posts } }),
	(interactions) => ({ data: { interactions, series: [{ date: 'x', count: 1 }] } }),
	(data) => ({ data: { data } }),
	(posts) => ({ data: [], posts }),
	(posts) => ({ data: null, posts }),
	(posts) => ({ data: {}, posts }),
	(data) => ({ data, has_more: false, total: 2 }),
	(data) => ({ data, pagination: { has_more: false, page: 1, total_pages: 1 } }),
	(data) => ({ data: [null, ...data, 7, 'x'] }),
	(data) => data,
	(entries) => ({ entries }),
	(records) => ({ records, total: 1 }),
	(data) => ({ data, series: [{ date: '2026-11-20', count: 5 }], errors: [] }),
];

describe.each(EVENTS)('%s: an answer without the list', (_name, event, record) => {
	const old = OLD.map(record);

	it.each(WITHOUT_LIST)('is no first look: %j', async (answer) => {
		const trigger = new Trigger(event);
		for (let poll = 0; poll < 3; poll++) {
			expect(await trigger.failureOf(() => answer)).toMatch(
				/^unexpectedAnswer: OutX gave an answer without the list of (?:posts|interactions) in it$/,
			);
		}
		expect(trigger.memory.get()).toBeUndefined();
		expect(await trigger.poll(pagesOf(old))).toEqual([]);
		expect(await trigger.poll(pagesOf([record(1), ...old]))).toEqual([record(1)]);
	});

	it.each(WITHOUT_LIST)('ends no first look where it is the second page: %j', async (answer) => {
		const trigger = new Trigger(event);
		const cut: Answers = (page) => (page === 2 ? answer : pagesOf(old)(page));
		expect(await trigger.failureOf(cut)).toMatch(/^unexpectedAnswer/);
		expect(await trigger.poll(pagesOf(old))).toEqual([]);
		expect(await trigger.poll(pagesOf(old))).toEqual([]);
	});

	it.each(WITHOUT_LIST)('is not "nothing new": %j', async (answer) => {
		const trigger = new Trigger(event);
		await trigger.poll(pagesOf(old));
		const before = JSON.stringify(trigger.memory.get());
		for (let poll = 0; poll < 3; poll++) {
			expect(await trigger.failureOf(() => answer)).toMatch(/^unexpectedAnswer/);
		}
		expect(JSON.stringify(trigger.memory.get())).toBe(before);
		expect(await trigger.poll(pagesOf([record(1), ...old]))).toEqual([record(1)]);
		expect(await trigger.poll(pagesOf([record(1), ...old]))).toEqual([]);
	});
});

describe.each(EVENTS)('%s: an answer with the list', (_name, event, record) => {
	it.each(WITH_LIST.map((answer) => [JSON.stringify(answer([])), answer] as const))(
		'is a look: %s',
		async (_text, answer) => {
			const trigger = new Trigger(event);
			const pages =
				(...numbers: number[]): Answers =>
				(page) =>
					answer(page === 1 ? numbers.map(record) : []);
			// Behind the last page the vendor says so in its own form.
			const once =
				(...numbers: number[]): Answers =>
				(page) =>
					page === 1 ? pages(...numbers)(1) : emptied(answer);
			expect(await trigger.poll(once(3, 2))).toEqual([]);
			expect(await trigger.poll(once(1, 3, 2))).toEqual([record(1)]);
			expect(await trigger.poll(once(2, 1, 3))).toEqual([]);
		},
	);

	it.each<JsonValue>([
		{ data: [] },
		{ posts: [] },
		{ interactions: [], total: 0 },
		{ data: { items: [] } },
		{ data: [], has_more: false },
		{ data: [], total: 0, error: null },
		{ data: [], pagination: { total_pages: 0 } },
	])('is a look when it is empty under a known name: %j', async (answer) => {
		const trigger = new Trigger(event);
		expect(await trigger.poll(() => answer)).toEqual([]);
		expect(await trigger.poll(pagesOf([record(1)]))).toEqual([record(1)]);
	});
});

/** The page behind the last: without what an answer says of its first one. */
function emptied(answer: (records: JsonObject[]) => JsonValue): JsonValue {
	const empty = answer([]);
	if (Array.isArray(empty)) return empty;
	const { posts, ...rest } = empty as JsonObject;
	const inner = rest.data;
	if (Array.isArray(inner) && inner.length > 0) return { ...rest, data: [] };
	return { ...rest, ...(posts !== undefined && { posts }) };
}

describe('a post whose names change', () => {
	const URN = 'urn:li:activity:7123456789012345678';
	const full: JsonObject = {
		id: 41,
		linkedin_post_urn: URN,
		linkedin_post_url: `https://www.linkedin.com/feed/update/${URN}`,
		content: 'Hello',
		author: 'Jane',
		created_at: NOW,
	};
	const text = { content: 'Hello', author: 'Jane', created_at: NOW };

	it.each<[JsonObject, JsonObject]>([
		[full, { ...text, id: '41' }],
		[full, { ...text, id: ' 41 ' }],
		[full, { ...text, linkedin_post_urn: URN }],
		[full, { ...text, id: 99, linkedin_post_urn: URN }],
		[full, { ...text, id: 'new', linkedin_post_urn: URN.toUpperCase() }],
		[full, { id: 'new', linkedin_post_urn: 'urn:li:share:7123456789012345678' }],
		[full, { id: 'new', linkedin_post_urn: 'urn:li:ugcPost:7123456789012345678' }],
		[full, { id: 'new', linkedin_post_urn: `urn:li:fsd_update:(${URN},MAIN_FEED)` }],
		[full, { id: 'new', linkedin_post_urn: '7123456789012345678' }],
		[full, { id: 'new', urn: URN }],
		[full, { id: 'new', post_url: `https://linkedin.com/feed/update/${URN}/?utm_source=x` }],
		[full, { id: 'new', url: `http://de.linkedin.com/feed/update/${URN}` }],
		[
			full,
			{
				id: 'new',
				linkedin_post_url:
					'https://www.linkedin.com/posts/jane_hello-activity-7123456789012345678-aBcD',
			},
		],
		[full, { ...text, id: null }],
		[full, { ...text, id: '' }],
		[full, { ...text, id: 0 }],
		[full, { ...text, id: 'undefined' }],
		[full, { ...text, id: {} }],
		[full, { ...text, content: ' Hello\n', created_at: '2026-11-23T12:00:00Z' }],
		[text, full],
		[text, { ...text, created_at: NOW / 1_000 }],
		[text, { ...text, author: { full_name: 'Jane' } }],
		[{ id: 'ABC-41' }, { id: 'abc-41' }],
		[{ id: '550E8400-E29B-41D4' }, { id: '550e8400-e29b-41d4' }],
		[{ id: '7123456789012345678' }, { id: '7123456789012345678', content: 'x' }],
		[{ _id: 'a1', content: 'x' }, { id: 'a1' }],
		[{ post_id: 'a1' }, { id: 'a1', _id: 'a2' }],
		[
			{ id: 1, reddit_post_url: 'https://www.reddit.com/r/x/comments/abc12/title/' },
			{ id: 2, reddit_post_url: 'https://old.reddit.com/r/x/comments/ABC12/' },
		],
		[
			{ id: 1, post_url: 'https://example.com/p/77?utm=1' },
			{ id: 2, post_url: 'http://www.example.com/p/77/' },
		],
	])('is the same one: %j, %j', async (before, after) => {
		const trigger = new Trigger(newCollectedPost);
		await trigger.poll(pagesOf([post(9)]));
		expect(await trigger.poll(pagesOf([before, post(9)]))).toEqual([before]);
		expect(await trigger.poll(pagesOf([after, post(9)]))).toEqual([]);
		expect(await trigger.poll(pagesOf([{ ...full, ...before, ...after }, post(9)]))).toEqual([]);
		const twice = new Trigger(newCollectedPost);
		await twice.poll(pagesOf([post(9)]));
		expect(await twice.poll(pagesOf([before, after]))).toHaveLength(1);
	});

	it.each<[JsonObject, JsonObject]>([
		[{ id: 1 }, { id: 11 }],
		[
			{ id: 1, content: 'Same', author: 'Jane', created_at: NOW },
			{ id: 2, content: 'Same', author: 'Jane', created_at: NOW },
		],
		[
			{ id: 'aB', content: 'x' },
			{ id: 'Ab', content: 'x' },
		],
		[
			{ id: 1, linkedin_post_url: 'https://www.linkedin.com/feed/' },
			{ id: 2, linkedin_post_url: 'https://www.linkedin.com/feed/' },
		],
		[
			{ id: 1, linkedin_post_url: 'https://www.linkedin.com/in/jane-doe-123/' },
			{ id: 2, linkedin_post_url: 'https://www.linkedin.com/in/jane-doe-123/' },
		],
		[
			{ id: 1, url: 'https://example.com/news/77' },
			{ id: 2, url: 'https://example.com/news/77' },
		],
		[
			{ id: 0, content: 'a' },
			{ id: 0, content: 'b' },
		],
		[
			{ id: null, linkedin_post_urn: 'urn:li:activity:7123456789012345678' },
			{ id: null, linkedin_post_urn: 'urn:li:activity:7123456789012345679' },
		],
		[
			{ linkedin_post_urn: 'urn:li:activity:55', content: 'x' },
			{ linkedin_post_urn: 'urn:li:share:55', content: 'y' },
		],
		[
			{ id: 'undefined', content: 'a', created_at: NOW },
			{ id: 'undefined', content: 'a', created_at: NOW + 5_000 },
		],
		[
			{ content: 'Congrats', author: 'Jane' },
			{ content: 'Congrats', author: 'John' },
		],
	])('is not another one: %j, %j', async (one, other) => {
		const trigger = new Trigger(newCollectedPost);
		await trigger.poll(pagesOf([post(9)]));
		expect(await trigger.poll(pagesOf([one, post(9)]))).toEqual([one]);
		expect(await trigger.poll(pagesOf([other, one, post(9)]))).toEqual([other]);
	});
});

describe('an interaction whose names change', () => {
	const one = interaction(1);
	const author = { id: 'new-author', author_slug: 'JANE-1' };
	const of = { id: 'new-post', linkedin_post_urn: 'urn:li:activity:7123456789010000001' };

	it.each<[JsonObject]>([
		[{ ...one, id: 'new' }],
		[{ ...one, id: 77 }],
		[{ ...one, id: null }],
		[{ ...one, id: 'new', author, post: of }],
		[{ ...one, id: 'new', created_at: '2026-11-23T11:00:00.500Z' }],
		[{ ...one, id: 'new', created_at: (NOW - HOUR) / 1_000 }],
		[{ ...one, id: 'new', interaction_type: 'COMMENT', text: 'Comment  1 ' }],
		[{ id: 'INTERACTION-1', interaction_type: 'like' }],
	])('is the same one: %j', async (after) => {
		const trigger = new Trigger(newInteraction);
		await trigger.poll(pagesOf([interaction(9)]));
		expect(await trigger.poll(pagesOf([one, interaction(9)]))).toEqual([one]);
		expect(await trigger.poll(pagesOf([after, interaction(9)]))).toEqual([]);
	});

	it.each<[JsonObject]>([
		[{ ...one, id: 'x', text: 'Another comment' }],
		[{ ...one, id: 'x', interaction_type: 'like', text: null }],
		[{ ...one, id: 'x', author: { id: 'b', author_slug: 'john' } }],
		[
			{
				...one,
				id: 'x',
				post: { id: 'p2', linkedin_post_urn: 'urn:li:activity:7123456789010000002' },
			},
		],
		[{ ...one, id: 'x', created_at: NOW }],
		[{ ...one, id: 'x', author: null }],
	])('is not another one: %j', async (other) => {
		const trigger = new Trigger(newInteraction);
		await trigger.poll(pagesOf([interaction(9)]));
		expect(await trigger.poll(pagesOf([one, interaction(9)]))).toEqual([one]);
		expect(await trigger.poll(pagesOf([other, one, interaction(9)]))).toEqual([other]);
	});
});

describe('state that was damaged', () => {
	const VALUES: unknown[] = [null, '', 'x', 0, -1, 1.5, 1e18, true, false, [], {}, [[]], { a: 1 }];
	const FIELDS = ['signature', 'isSettled', 'round', 'grew', 'seen', 'clocks', 'start', 'check'];
	const old = OLD.map(post);

	async function settled(): Promise<Record<string, unknown>> {
		const trigger = new Trigger(newCollectedPost);
		await trigger.poll(pagesOf(old));
		return trigger.memory.get() as Record<string, unknown>;
	}

	async function heals(state: unknown): Promise<void> {
		const trigger = new Trigger(newCollectedPost);
		trigger.memory = new FakeMemory(state);
		expect(await trigger.poll(pagesOf(old))).toEqual([]);
		expect(await trigger.poll(pagesOf([post(1), ...old]))).toEqual([post(1)]);
		expect(await trigger.poll(pagesOf([post(1), ...old]))).toEqual([]);
	}

	it('names every field there is', async () => {
		expect(Object.keys(await settled()).sort()).toEqual([...FIELDS].sort());
	});

	it.each(FIELDS)('in the field %s heals, and emits nothing old', async (field) => {
		const state = await settled();
		for (const value of VALUES) await heals({ ...state, [field]: value });
		await heals(Object.fromEntries(Object.entries(state).filter(([name]) => name !== field)));
	});

	it.each<[string, (state: Record<string, unknown>) => unknown]>([
		['null', () => null],
		['a text', () => 'x'],
		['a number', () => 7],
		['a list', () => []],
		['nothing', () => ({})],
		['cut JSON', (state) => JSON.stringify(state).slice(0, 60)],
		['JSON as text', (state) => JSON.stringify(state)],
		['its entries', (state) => Object.entries(state)],
		['nested', (state) => ({ state })],
		['twice in a list', (state) => [state, state]],
		[
			'the first version',
			({ signature }) => ({ signature, since: NOW, isSettled: true, seen: {} }),
		],
		[
			'the first version with days',
			({ signature }) => ({
				signature,
				since: NOW,
				isSettled: true,
				seen: { '20780': 'AAAAAAAABBBBBBBB' },
			}),
		],
		['a cursor of another node', () => ({ lastTimeChecked: '2026-11-23T12:00:00Z' })],
		['a list of IDs', () => ({ possibleDuplicates: ['a', 'b'], lastId: 7 })],
		['a field more', (state) => ({ ...state, page: 7 })],
		['half the hashes', (state) => ({ ...state, seen: { '1': 'AAAAAAAA' } })],
		['a hash cut', (state) => ({ ...state, seen: { '1': 'AAAAAAAABBB' } })],
		['rounds that are no numbers', (state) => ({ ...state, seen: { x: 'AAAAAAAA' } })],
		['lists of hashes', (state) => ({ ...state, seen: { '1': ['AAAAAAAA'] } })],
		['5 MB of hashes', (state) => ({ ...state, seen: { '1': 'A'.repeat(5_000_000) } })],
		[
			'100,000 rounds',
			(state) => ({
				...state,
				seen: Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [n, 'AAAAAAAA'])),
			}),
		],
		[
			'keys of objects',
			(state) => JSON.parse(`{"__proto__":{"a":1},"constructor":7,"x":${JSON.stringify(state)}}`),
		],
		['dates out of range', (state) => ({ ...state, clocks: [8.64e15, -8.64e15], start: 8.64e15 })],
		['the check of another state', (state) => ({ ...state, isSettled: false })],
	])('as a whole heals, and emits nothing old: %s', async (_name, damage) => {
		await heals(damage(await settled()));
	});

	it('deep as no JSON is heals, too', async () => {
		const trigger = new Trigger(newCollectedPost);
		const deep: unknown = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
		const state = { ...(await settled()), seen: deep };
		let kept: unknown = state;
		trigger.memory = { get: () => kept, set: (next: unknown) => (kept = next) } as never;
		expect(await trigger.poll(pagesOf(old))).toEqual([]);
		expect(await trigger.poll(pagesOf([post(1), ...old]))).toEqual([post(1)]);
	});
});

describe.each(EVENTS)('%s: a clock that jumps', (_name, event, record) => {
	const DAY = 24 * HOUR;
	const old = [...OLD.map(record), ...Array.from({ length: 40 }, (_, n) => record((n + 3) * 24))];
	/** The vendor keeps to the day it is asked from; interactions know none. */
	const asked =
		(records: JsonObject[]): Answers =>
		(page, from) => {
			const first = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
			return pagesOf(records.filter(({ created_at: at }) => Number(at) >= first))(page);
		};

	it.each([-400, -60, -20, -8, -1, 1, 8, 20, 60, 400])(
		'%d days for one poll emits nothing old and loses nothing, at whatever poll',
		async (days) => {
			for (let jump = 0; jump < 5; jump++) {
				const trigger = new Trigger(event);
				const emitted: JsonObject[] = [];
				const list = [...old];
				for (let poll = 0; poll < 9; poll++) {
					if (poll > 2) list.unshift({ ...record(1), ...named(event, poll) });
					trigger.now = NOW + poll * 60_000 + (poll === jump ? days * DAY : 0);
					emitted.push(...(await trigger.poll(asked(list))));
				}
				expect(emitted.map(({ id }) => id)).toEqual([3, 4, 5, 6, 7, 8].map((n) => `new-${n}`));
			}
		},
	);
});

const named = (event: TriggerEvent<OutXApi>, n: number): JsonObject =>
	event === newCollectedPost
		? { id: `new-${n}`, linkedin_post_urn: `urn:li:activity:72234567890${10_000_000 + n}` }
		: { id: `new-${n}`, text: `New ${n}` };
