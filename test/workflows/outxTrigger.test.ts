import { NodeHelpers, sleep, Workflow } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';

import { OutXApi } from '../../credentials/OutXApi.credentials';
import { OutXTrigger } from '../../nodes/OutX/OutXTrigger.node';
import { remember } from '../../nodes/shared/trigger/memory';
import { ACCOUNTS, fullName, profileUrl, profileUrn } from '../sandbox';
import type { Ending, Person } from '../sandbox';
import type { Collected, Interaction, NewCollected } from '../sandbox/outx/collected';
import { fromClasses, listSearch } from '../support/engine';
import { Poller } from '../support/poll';
import type { PollerOptions } from '../support/poll';
import { locator, useFixture } from './support/fixture';

const fixture = useFixture();
const TYPE = 'n8n-nodes-linkedin-outreach.outXTrigger';
const nodeTypes = fromClasses({ [TYPE]: OutXTrigger }, [OutXApi]);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const POSTS = '/api-posts';
const FETCH_CONNECTIONS = '/linkedin-agent/fetch-connections';
const TASK_STATUS = '/linkedin-agent/get-task-status';

const outX = () => fixture.sandbox.world.outX;
const watchlist = () => outX().watchlists.ours[0];
const credentials = (more: IDataObject = {}) => ({
	outXApi: { ...fixture.credentials.outXApi, ...more } as Record<string, string>,
});
const pollerFor = (parameters: IDataObject, more: Partial<PollerOptions> = {}): Poller =>
	new Poller({ nodeTypes, type: TYPE, parameters, credentials: credentials(), ...more });
const settingsOf = (event: string, more: IDataObject = {}): IDataObject => ({
	event,
	watchlist: locator(watchlist().id, 'id'),
	...more,
});

const drive = async <T>(promise: Promise<T>): Promise<T> => await fixture.time.drive(promise);
const later = async (ms: number): Promise<void> => await drive(sleep(ms));
const poll = async (poller: Poller) => await drive(poller.poll());
const ids = (records: IDataObject[] | null): unknown[] => (records ?? []).map(({ id }) => id);
/** An active trigger: its first poll has noted what is there. */
async function active(parameters: IDataObject, more?: Partial<PollerOptions>): Promise<Poller> {
	const poller = pollerFor(parameters, more);
	expect(await drive(poller.activate())).toBeNull();
	return poller;
}
const activeFor = async (event: string, more?: IDataObject, options?: Partial<PollerOptions>) =>
	await active(settingsOf(event, more), options);

/** So many posts that were written just now, newest first in the list as OutX has them. */
const collect = (count: number, given: NewCollected = {}): Collected[] =>
	outX().watchlists.collect(watchlist(), count, { at: fixture.time.now(), ...given });
const requestsTo = (path: string) => fixture.sandbox.requests.filter((one) => one.path === path);
const pagesRead = (path = POSTS): number[] =>
	requestsTo(path).map(({ query }) => Number(query.page));

/** What a poll that fails shows, and what n8n is told about it. */
async function failureOf(run: Promise<unknown>): Promise<{
	message: string;
	description: string;
	failure?: unknown;
	context: { details: IDataObject };
}> {
	try {
		await drive(run);
	} catch (error) {
		return error as never;
	}
	throw new Error('It did not fail');
}

describe('OutX Trigger: new collected posts', () => {
	it('emits nothing of what is there, and each post that comes once, oldest first', async () => {
		collect(3);
		const trigger = await activeFor('newCollectedPost');
		const [one, two] = collect(2);
		expect(ids(await poll(trigger))).toEqual([one.id, two.id]);
		expect(await poll(trigger)).toBeNull();
		const [three] = collect(1);
		expect(ids(await poll(trigger))).toEqual([three.id]);
	});

	it('gives a post in ten fields, or as OutX has it', async () => {
		const simple = await activeFor('newCollectedPost');
		const raw = await activeFor('newCollectedPost', { simplify: false });
		const [{ id, activity }] = collect(1, { content: 'We are hiring 🚀' });
		const urn = `urn:li:activity:${activity}`;
		expect(await poll(simple)).toEqual([
			{
				id,
				source: 'linkedin',
				url: `https://linkedin.com/feed/update/${urn}`,
				urn,
				author: 'Jane Doe',
				text: 'We are hiring 🚀',
				createdAt: '2026-11-23T12:00:00.000Z',
				likes: 4,
				comments: 4,
				shares: 4,
			},
		]);
		expect(await poll(raw)).toMatchObject([{ id, linkedin_post_urn: urn, bookmark: true }]);
	});

	it('looks at the last week and a day, newest first, with the filters', async () => {
		const filters = { labels: 'hot lead, other', englishOnly: true, searchTerm: 'hiring' };
		await activeFor('newCollectedPost', { filters });
		expect(requestsTo(POSTS).map(({ query }) => query)).toEqual([
			{
				watchlist_id: watchlist().id,
				labels: 'hot lead,other',
				lang: 'en',
				search_term: 'hiring',
				start_date: '2026-11-15',
				page: '1',
				page_size: '100',
			},
		]);
	});

	it('keeps to a From Day within that week, and asks for nothing after To Day', async () => {
		await activeFor('newCollectedPost', { filters: { fromDate: '2026-11-20T00:00:00' } });
		await activeFor('newCollectedPost', {
			filters: { fromDate: '2026-01-20', toDate: '2027-01-01' },
		});
		const days = requestsTo(POSTS).map(({ query }) => [query.start_date, query.end_date]);
		expect(days).toEqual([
			['2026-11-20', undefined],
			['2026-11-15', '2027-01-01'],
		]);
		await activeFor('newCollectedPost', { filters: { toDate: '2026-11-14' } });
		expect(requestsTo(POSTS)).toHaveLength(2);
	});

	it('finds posts that were collected days after they were written', async () => {
		for (let days = 6; days > 0; days--) collect(100, { at: fixture.time.now() - days * DAY });
		const trigger = await activeFor('newCollectedPost');
		const [late] = collect(1, { at: fixture.time.now() - 6 * DAY });
		watchlist().posts.push(...watchlist().posts.splice(0, 1));
		expect(watchlist().posts.at(-1)?.id).toBe(late.id);
		expect(ids(await poll(trigger))).toEqual([late.id]);
		expect(await poll(trigger)).toBeNull();
	});

	it('loses and repeats nothing when pages shift while they are read', async () => {
		collect(250);
		const trigger = await activeFor('newCollectedPost');
		const wanted = collect(250).map(({ id }) => id);
		const arrive = (): boolean => {
			wanted.push(...collect(3).map(({ id }) => id));
			return false;
		};
		const arriving = fixture.sandbox.faults.add({ kind: 'empty', match: arrive });
		const emitted = ids(await poll(trigger));
		fixture.sandbox.faults.remove(arriving);
		emitted.push(...ids(await poll(trigger)));
		expect(emitted).toHaveLength(new Set(emitted).size);
		expect(emitted.sort()).toEqual(wanted.sort());
	});

	it.each(['bare', 'nothing', 'hasMore', 'totalPages', 'misleadingTotal'] as const)(
		'reads to the end where pages say %s about it',
		async (shape) => {
			outX().pagesShape = shape;
			collect(150);
			const trigger = await activeFor('newCollectedPost');
			const wanted = collect(260).map(({ id }) => id);
			expect(ids(await poll(trigger)).sort()).toEqual(wanted.sort());
		},
	);

	it('emits 5,000 posts that come at once, each once, in bounded steps', async () => {
		const trigger = await activeFor('newCollectedPost');
		const wanted = collect(5_000).map(({ id }) => id);
		const emitted: unknown[] = [];
		let polls = 0;
		for (let found = await poll(trigger); found !== null; found = await poll(trigger)) {
			expect(found.length).toBeLessThan(2_100);
			emitted.push(...ids(found));
			polls++;
		}
		expect(polls).toBe(3);
		expect(emitted).toHaveLength(5_000);
		expect(new Set(emitted)).toEqual(new Set(wanted));
		// Three names of each are remembered.
		expect(JSON.stringify(trigger.state).length).toBeLessThan(5_000 * 3 * 8 + 800);
	}, 120_000);

	it('holds neither names nor texts in its state', async () => {
		const trigger = await activeFor('newCollectedPost', { filters: { searchTerm: 'hiring' } });
		collect(5);
		await poll(trigger);
		const state = JSON.stringify(trigger.state);
		expect(state).not.toMatch(/Jane|hiring|post-|urn|sandbox/);
		expect(Object.keys(trigger.state.state as object)).toEqual([
			'signature',
			'isSettled',
			'round',
			'grew',
			'seen',
			'clocks',
			'start',
			'check',
		]);
	});

	it('starts afresh when its settings change, instead of emitting what is there', async () => {
		const trigger = await activeFor('newCollectedPost', { filters: { labels: 'hot lead' } });
		collect(20);
		const changed = trigger.restart({
			parameters: settingsOf('newCollectedPost', { filters: { labels: 'competitor' } }),
		});
		expect(await drive(changed.activate())).toBeNull();
		const [{ id }] = collect(1, { labels: ['competitor'] });
		expect(ids(await poll(changed))).toEqual([id]);
	});

	it('does not start afresh because a day moves with the calendar', async () => {
		const filters = {
			fromDate: "={{ $now.minus({ days: 2 }).toFormat('yyyy-MM-dd') }}",
			labels: '',
		};
		const trigger = await activeFor('newCollectedPost', { filters });
		expect(requestsTo(POSTS)[0].query.start_date).toBe('2026-11-21');
		await later(DAY);
		const [{ id }] = collect(1);
		expect(ids(await poll(trigger))).toEqual([id]);
		expect(requestsTo(POSTS).at(-1)?.query.start_date).toBe('2026-11-22');
	});

	it.each([
		[
			'newCollectedPost',
			{ filters: { labels: 'hot lead', savedOnly: true } },
			'aRsH1ObO9gdKLVISE-AEM3',
		],
		['newInteraction', { interactionType: 'like' }, 'pFHF53k5NBpQsPCIkJZ1Zk'],
	])('does not start %s afresh because of an update', async (event, more, signature) => {
		// Saved workflows hold it: with another one they would miss what comes while n8n is updated.
		const trigger = await activeFor(event, more);
		expect(trigger.state.state).toMatchObject({ signature });
	});

	it('does not start afresh because Simplify changes', async () => {
		const trigger = await activeFor('newCollectedPost');
		const [{ id }] = collect(1);
		const raw = trigger.restart({
			parameters: settingsOf('newCollectedPost', { simplify: false }),
		});
		expect(await poll(raw)).toMatchObject([{ id, bookmark: true }]);
	});

	describe('of an odd kind', () => {
		const answers = (data: unknown[]): void => {
			const body = JSON.stringify({ data });
			fixture.sandbox.faults.add({ kind: 'status', status: 200, body, match: POSTS });
		};
		const at = Date.parse('2026-11-23T11:00:00Z');

		it.each<[string, unknown]>([
			['ms', at],
			['seconds', at / 1_000],
			['ISO 8601', '2026-11-23T11:00:00Z'],
			['a date without a zone', '2026-11-23 11:00:00'],
			['garbage', 'yesterday'],
			['nothing', undefined],
			['null', null],
			['far ahead', 4_102_444_800_000],
			['long ago', '2001-01-01'],
		])(
			'dated by %s, is old in a first poll, new in a later one, and emitted once',
			async (_, date) => {
				answers([{ id: 'old', created_at: date }]);
				const trigger = await activeFor('newCollectedPost');
				answers([
					{ id: 'new', created_at: date },
					{ id: 'old', created_at: date },
				]);
				expect(ids(await poll(trigger))).toEqual(['new']);
				await later(DAY);
				answers([{ id: 'new', created_at: date }]);
				expect(await poll(trigger)).toBeNull();
			},
		);

		it('is known by its URN, its address or its text where it has no ID', async () => {
			const trigger = await activeFor('newCollectedPost', { simplify: false });
			const odd = [
				{ id: null, linkedin_post_urn: 'urn:li:activity:1', likes_count: 1 },
				{ id: { $gt: '' }, linkedin_post_url: 'https://linkedin.com/1', likes_count: 1 },
				{ id: '  ', content: 'A text', created_at: at, likes_count: 1 },
				{ id: 7, likes_count: 1 },
				{ id: 'x'.repeat(200_000), likes_count: 1 },
				{ id: '__proto__', likes_count: 1 },
				{},
			];
			answers(odd);
			expect(await poll(trigger)).toHaveLength(odd.length);
			answers(odd.map((post) => ({ ...post, likes_count: 2 })));
			expect(await poll(trigger)).toBeNull();
			expect(JSON.stringify(trigger.state).length).toBeLessThan(500);
		});

		it('passes any field on as it is', async () => {
			const trigger = await activeFor('newCollectedPost', { simplify: false });
			const strange = { id: 'a', 'ünïcode 🚀': [{ a: null }], html: '<b>&amp;</b>', error: 'x' };
			answers([strange, 7, null, 'x']);
			expect(await poll(trigger)).toEqual([strange]);
		});
	});
});

describe('OutX Trigger: answers and clocks that cannot be trusted', () => {
	const answer = (body: string, times = 1): void => {
		fixture.sandbox.faults.add({ kind: 'status', status: 200, body, match: POSTS, times });
	};

	it.each(['{}', '{"message":"ok"}', 'null', '[]', '{"entries":[]}', '{"data":null}', ''])(
		'does not take %j for a first look',
		async (body) => {
			collect(60);
			const trigger = pollerFor(settingsOf('newCollectedPost'));
			answer(body, 20);
			const shown = await failureOf(trigger.activate());
			expect(shown.message).toMatch(/^OutX gave an answer/);
			expect(shown.description).toMatch(/^Nothing is lost: the next poll looks again/);
			expect(trigger.state).toEqual({});
			fixture.sandbox.faults.clear();
			expect(await drive(trigger.activate())).toBeNull();
			const [{ id }] = collect(1);
			expect(ids(await poll(trigger))).toEqual([id]);
		},
	);

	it('says so when the test event is fetched, and not that nothing is there', async () => {
		answer('{"message":"ok"}', 20);
		const shown = await failureOf(pollerFor(settingsOf('newCollectedPost')).poll('manual'));
		expect(shown.message).toBe('OutX gave an answer without the list of posts in it');
		expect(shown.description).toBe('Try again in a few minutes.');
	});

	it.each([-20, 60])('bears a clock that is wrong by %d days for one poll', async (days) => {
		const start = fixture.time.now();
		for (let day = 30; day > 0; day--) collect(3, { at: start - day * DAY });
		for (let jump = 0; jump < 4; jump++) {
			const trigger = pollerFor(settingsOf('newCollectedPost'));
			const emitted: unknown[] = [];
			const wanted: unknown[] = [];
			for (let number = 0; number < 7; number++) {
				if (number > 2) wanted.push(collect(1, { at: start })[0].id);
				fixture.time.set(start + number * MINUTE + (number === jump ? days * DAY : 0));
				emitted.push(...ids(await poll(trigger)));
			}
			expect(emitted).toEqual(wanted);
		}
	});

	it.each([{ seen: null }, { seen: [] }, { isSettled: 1 }, { clocks: {} }, { check: '' }])(
		'starts afresh when a part of its state was damaged: %j',
		async (part) => {
			const trigger = await activeFor('newCollectedPost');
			const { state } = trigger.state as { state: IDataObject };
			const node = { state: { ...state, ...part } };
			collect(5);
			const damaged = trigger.restart({ saved: JSON.stringify({ 'node:Trigger': node }) });
			expect(await poll(damaged)).toBeNull();
			const [{ id }] = collect(1);
			expect(ids(await poll(damaged))).toEqual([id]);
			expect(await poll(damaged)).toBeNull();
		},
	);
});

describe('OutX Trigger: polls that do not go as planned', () => {
	/** Each page takes so many seconds: OutX asks for them once. */
	const slow = (seconds: number): void => {
		let asked = 0;
		const isFirst = ({ path }: { path: string }): boolean => path === POSTS && asked++ % 2 === 0;
		const fault = { kind: 'throttle', retryAfter: seconds, times: 1_000, match: isFirst } as const;
		fixture.sandbox.faults.add(fault);
	};
	const hang = (): void => {
		fixture.sandbox.faults.add({ kind: 'slow', delayMs: HOUR, times: 99, match: POSTS });
	};

	it('emits each post once over two polls at the same time', async () => {
		collect(150);
		const trigger = await activeFor('newCollectedPost');
		const wanted = collect(250).map(({ id }) => id);
		const both = await drive(Promise.all([trigger.poll(), trigger.poll()]));
		const emitted = both.flatMap(ids);
		expect(emitted).toHaveLength(wanted.length);
		expect(emitted.sort()).toEqual(wanted.sort());
		expect(await poll(trigger)).toBeNull();
	});

	it('is not deceived about the end by a page that repeats the one before', async () => {
		const old = collect(300, { at: fixture.time.now() - HOUR }).map(({ id }) => id);
		const came: string[] = [];
		const isSecond = ({ query }: { query: Record<string, string> }): boolean => {
			if (query.page === '2' && came.length === 0) {
				came.push(...collect(100, { at: fixture.time.now() - HOUR }).map(({ id }) => id));
			}
			return false;
		};
		fixture.sandbox.faults.add({ kind: 'empty', match: isSecond });
		const trigger = await activeFor('newCollectedPost');
		const emitted = ids(await poll(trigger));
		expect(emitted.filter((id) => old.includes(String(id)))).toEqual([]);
		expect(emitted.sort()).toEqual(came.sort());
	});

	it('loses nothing that comes while two first polls overlap', async () => {
		collect(150);
		const trigger = pollerFor(settingsOf('newCollectedPost'));
		fixture.sandbox.faults.add({ kind: 'throttle', retryAfter: 5, match: POSTS });
		const first = trigger.activate();
		const second = trigger.poll();
		await later(2 * SECOND);
		const [{ id }] = collect(1, { at: fixture.time.now() - HOUR });
		expect(await drive(Promise.all([first, second]))).toEqual([null, null]);
		expect(ids(await poll(trigger))).toEqual([id]);
	});

	it('emits what fits into its time, and the rest with the next polls', async () => {
		const trigger = await activeFor('newCollectedPost', {}, { budgetMs: 36_000 });
		const wanted = collect(950).map(({ id }) => id);
		slow(9);
		const emitted: unknown[] = [];
		const steps: number[] = [];
		while (emitted.length < wanted.length) {
			const began = fixture.time.now();
			const found = ids(await poll(trigger));
			expect(fixture.time.now() - began).toBeLessThanOrEqual(32 * SECOND);
			emitted.push(...found);
			steps.push(found.length);
			expect(steps.length).toBeLessThan(10);
		}
		expect(steps[0]).toBe(300);
		expect(emitted).toHaveLength(new Set(emitted).size);
		expect(emitted.sort()).toEqual(wanted.sort());
	});

	it.each([
		['36 s', 36_000, 31],
		['what n8n grants where it has no limit', undefined, 45],
		['an n8n that grants nothing', 'none' as const, 25],
	])('ends within %s', async (_, budgetMs, seconds) => {
		const trigger = await activeFor('newCollectedPost', {}, { budgetMs });
		collect(1_000);
		hang();
		const began = fixture.time.now();
		const shown = await failureOf(trigger.poll());
		expect(shown.message).toMatch(/No answer came within the time/);
		expect(shown.description).toMatch(/next poll looks again/);
		expect((fixture.time.now() - began) / SECOND).toBeGreaterThanOrEqual(seconds);
		expect((fixture.time.now() - began) / SECOND).toBeLessThanOrEqual(seconds + 1);
	});

	it('carries a first look over several polls, without emitting what was there', async () => {
		collect(950, { at: fixture.time.now() - HOUR });
		slow(9);
		const trigger = await activeFor('newCollectedPost', {}, { budgetMs: 36_000 });
		await later(MINUTE);
		const wanted = collect(2).map(({ id }) => id);
		expect(await poll(trigger)).toBeNull();
		expect(await poll(trigger)).toBeNull();
		let found = await poll(trigger);
		for (let polls = 0; found === null && polls < 5; polls++) found = await poll(trigger);
		expect(ids(found).sort()).toEqual(wanted.sort());
	});

	it('retries a page that fails in passing', async () => {
		collect(150);
		const trigger = await activeFor('newCollectedPost');
		const wanted = collect(150).map(({ id }) => id);
		for (const status of [500, 503, 502]) {
			fixture.sandbox.faults.add({ kind: 'status', status, match: POSTS, skip: 1 });
		}
		expect(ids(await poll(trigger)).sort()).toEqual(wanted.sort());
	});

	it('emits the pages before one that fails, and the others when it works again', async () => {
		const trigger = await activeFor('newCollectedPost');
		const wanted = collect(500).map(({ id }) => id);
		const isThird = ({ query }: { query: Record<string, string> }) => query.page === '3';
		const fault = { kind: 'status', status: 503, times: 1_000, match: isThird } as const;
		const broken = fixture.sandbox.faults.add(fault);
		const emitted = ids(await poll(trigger));
		expect(emitted).toHaveLength(200);
		const before = JSON.stringify(trigger.state);
		const shown = await failureOf(trigger.poll());
		expect(shown.message).toMatch(/OutX had a fault of its own/);
		expect(shown.failure).toMatchObject({ cause: 'temporarily-unavailable' });
		expect(JSON.stringify(trigger.state)).toBe(before);
		fixture.sandbox.faults.remove(broken);
		emitted.push(...ids(await poll(trigger)));
		expect(emitted).toHaveLength(new Set(emitted).size);
		expect(emitted.sort()).toEqual(wanted.sort());
	});

	it('does not take a first look that fails for one that is over', async () => {
		collect(500);
		const trigger = pollerFor(settingsOf('newCollectedPost'));
		const isThird = ({ query }: { query: Record<string, string> }) => query.page === '3';
		fixture.sandbox.faults.add({ kind: 'html', times: 5, match: isThird });
		await failureOf(trigger.activate());
		expect(trigger.state).toEqual({});
		fixture.sandbox.faults.clear();
		expect(await drive(trigger.activate())).toBeNull();
		expect(await poll(trigger)).toBeNull();
	});

	it('loses nothing when the process dies, and repeats nothing that was saved', async () => {
		const trigger = await activeFor('newCollectedPost');
		const [first] = collect(1);
		expect(ids(await poll(trigger))).toEqual([first.id]);
		const [second] = collect(1);
		const dying = trigger.restart();
		expect(ids(await poll(dying))).toEqual([second.id]);
		expect(ids(await poll(trigger.restart()))).toEqual([second.id]);
		expect(await poll(dying.restart())).toBeNull();
		expect(await poll(dying.restart())).toBeNull();
	});

	it('goes on from what was saved where n8n keeps the state of each poll for itself', async () => {
		const trigger = await activeFor('newCollectedPost', {}, { durable: true });
		const [first] = collect(1);
		expect(ids(await poll(trigger.restart()))).toEqual([first.id]);
		expect(ids(await poll(trigger))).toEqual([first.id]);
		expect(await poll(trigger.restart())).toBeNull();
		const [second] = collect(1);
		expect(ids(await poll(trigger.restart()))).toEqual([second.id]);
	});
});

describe('OutX Trigger: new interactions', () => {
	const react = (post: Collected, name: string, more: Partial<Interaction> = {}): Interaction => {
		const author = {
			id: name,
			full_name: name,
			author_slug: name,
			headline: '',
			author_type: 'user',
		};
		const interaction: Interaction = {
			id: `${name}-${post.id}`,
			type: 'like',
			text: null,
			at: fixture.time.now(),
			author,
			...more,
		};
		post.interactions.push(interaction);
		return interaction;
	};

	it('emits each once, wherever it stands in the list', async () => {
		const posts = collect(150);
		for (const post of posts) for (const name of ['a', 'b']) react(post, name);
		const trigger = await activeFor('newInteraction');
		const wanted = [posts[0], posts[70], posts[149]].map((post) => react(post, 'c').id);
		expect(ids(await poll(trigger)).sort()).toEqual(wanted.sort());
		expect(await poll(trigger)).toBeNull();
		expect(pagesRead('/api-interactions').slice(0, 11)).toEqual([
			...[1, 2, 3, 4, 5],
			...[1, 2, 3, 4, 5],
			1,
		]);
	});

	it('gives the kind that is wanted, in ten fields or as OutX has it', async () => {
		const [post] = collect(1);
		const simple = await activeFor('newInteraction', { interactionType: 'comment' });
		const raw = await activeFor('newInteraction', { simplify: false });
		react(post, 'liker');
		const { id } = react(post, 'commenter', { type: 'comment', text: 'Great point' });
		expect(await poll(simple)).toEqual([
			{
				id,
				interactionType: 'comment',
				text: 'Great point',
				createdAt: '2026-11-23T12:00:00.000Z',
				authorId: 'commenter',
				authorName: 'commenter',
				authorSlug: 'commenter',
				authorHeadline: '',
				postId: post.id,
				postUrn: `urn:li:activity:${post.activity}`,
			},
		]);
		const both = await poll(raw);
		expect(both).toHaveLength(2);
		expect(both).toContainEqual(expect.objectContaining({ interaction_type: 'like' }));
	});

	it('takes nothing for news that is older than a month', async () => {
		const [post] = collect(1);
		const trigger = await activeFor('newInteraction');
		react(post, 'then', { at: fixture.time.now() - 31 * DAY });
		const { id } = react(post, 'lately', { at: fixture.time.now() - 29 * DAY });
		expect(ids(await poll(trigger))).toEqual([id]);
	});

	it('reads a long list round, 20 pages at each poll, and finds what stands deep in it', async () => {
		const posts = collect(1_250);
		for (const post of posts) for (const name of ['a', 'b']) react(post, name);
		const trigger = await activeFor('newInteraction');
		expect(pagesRead('/api-interactions')).toHaveLength(54);
		const { id } = react(posts[10], 'late');
		expect(await poll(trigger)).toBeNull();
		expect(ids(await poll(trigger))).toEqual([id]);
		expect(await poll(trigger)).toBeNull();
	}, 60_000);
});

describe('OutX Trigger: new connections', () => {
	const world = () => fixture.sandbox.world;
	let made = 0;
	/** Somebody who accepts an invitation now. */
	const accept = (): Person => {
		const person = world().addPerson({
			firstName: 'Pat',
			lastName: `Number ${++made}`,
			publicIdentifier: `pat-${made}`,
		});
		world().connect(ACCOUNTS.outXAdmin, person);
		return person;
	};
	const acceptMany = (count: number): Person[] => Array.from({ length: count }, accept);
	const slugs = (records: IDataObject[] | null): unknown[] =>
		(records ?? []).map(({ publicIdentifier }) => publicIdentifier);
	const slugOf = ({ publicIdentifier }: Person): string => publicIdentifier;
	const looks = () => requestsTo(FETCH_CONNECTIONS);
	const ends = (ending: Ending): void => outX().nextTask(ending);
	const connection = async (more: IDataObject = {}, options?: Partial<PollerOptions>) =>
		await active({ event: 'newConnection', ...more }, options);

	it('emits whoever was added since the last look, with what the next node needs on top', async () => {
		const trigger = await connection();
		const one = accept();
		const two = accept();
		await later(HOUR);
		expect(await poll(trigger)).toEqual(
			[one, two].map((person) => ({
				name: fullName(person),
				headline: person.headline,
				publicIdentifier: person.publicIdentifier,
				profileUrl: profileUrl(person),
				urn: profileUrn(person),
			})),
		);
		await later(HOUR);
		expect(await poll(trigger)).toBeNull();
		expect(looks().map(({ body }) => body)).toEqual(
			[1, 2, 3].map(() => ({ sort_type: 'RECENTLY_ADDED', start: 0, count: 100 })),
		);
	});

	it('gives people as OutX has them where Simplify is off', async () => {
		const trigger = await connection({ simplify: false });
		const person = accept();
		await later(HOUR);
		expect(await poll(trigger)).toMatchObject([
			{ profile_slug: person.publicIdentifier, profile_urn: profileUrn(person) },
		]);
	});

	it('looks once an hour, however often it polls, and asks nothing in between', async () => {
		const trigger = await connection();
		const before = fixture.sandbox.requests.length;
		for (let minute = 0; minute < 58; minute++) {
			await later(MINUTE);
			expect(await poll(trigger)).toBeNull();
		}
		expect(fixture.sandbox.requests).toHaveLength(before);
		await later(2 * MINUTE);
		await poll(trigger);
		expect(looks()).toHaveLength(2);
	});

	it('looks as often as its option allows, and refuses less than 15 minutes', async () => {
		const trigger = await connection({ options: { lookEvery: 15 } });
		await later(14 * MINUTE);
		await poll(trigger);
		expect(looks()).toHaveLength(1);
		await later(MINUTE);
		await poll(trigger);
		expect(looks()).toHaveLength(2);
		const often = pollerFor({ event: 'newConnection', options: { lookEvery: 5 } });
		const shown = await failureOf(often.activate());
		expect(shown.message).toBe("'Look at Most Every' must be a number from 15 to 10080");
		expect(shown.description).toBe('Correct the field and see that the workflow is active.');
	});

	it('looks again when the clock was set back', async () => {
		const trigger = await connection();
		const person = accept();
		const { signature, check, ...state } = trigger.state.state as IDataObject;
		expect(check).toMatch(/^[\w-]{8}$/);
		const node: IDataObject = {};
		const memory = {
			get: () => node.state,
			set: (kept: unknown) => Object.assign(node, { state: kept }),
		};
		remember(memory, String(signature), {
			...state,
			look: { at: fixture.time.now() + DAY, tasks: [] },
		});
		const ahead = trigger.restart({ saved: JSON.stringify({ 'node:Trigger': node }) });
		expect(slugs(await poll(ahead))).toEqual([slugOf(person)]);
		expect(looks()).toHaveLength(2);
	});

	it('reads a look that takes long with the next polls, and orders no other', async () => {
		const trigger = await connection();
		const person = accept();
		await later(HOUR);
		outX().taskDuration = 10 * MINUTE;
		const began = fixture.time.now();
		expect(await poll(trigger)).toBeNull();
		expect(fixture.time.now() - began).toBeLessThanOrEqual(46 * SECOND);
		for (let polls = 0; polls < 8; polls++) {
			await later(MINUTE);
			const asked = requestsTo(TASK_STATUS).length;
			expect(await poll(trigger)).toBeNull();
			expect(requestsTo(TASK_STATUS)).toHaveLength(asked + 1);
		}
		await later(2 * MINUTE);
		expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
		expect(looks()).toHaveLength(2);
	});

	it('takes a look that is under way up again when the process dies', async () => {
		outX().taskDuration = 10 * MINUTE;
		const trigger = await connection();
		await later(10 * MINUTE);
		const again = trigger.restart();
		expect(await poll(again)).toBeNull();
		outX().taskDuration = SECOND;
		const person = accept();
		await later(HOUR);
		expect(slugs(await poll(again))).toEqual([slugOf(person)]);
		expect(looks()).toHaveLength(2);
	});

	it('reads on until somebody known turns up', async () => {
		acceptMany(30);
		const trigger = await connection();
		const wanted = acceptMany(250).map(slugOf);
		await later(HOUR);
		expect(slugs(await poll(trigger))).toEqual(wanted);
		const starts = looks().map(({ body }) => (body as { start: number }).start);
		expect(starts).toEqual([0, 0, 100, 200]);
	});

	it('keeps the pages it has while another takes long', async () => {
		const trigger = await connection();
		const wanted = acceptMany(150).map(slugOf);
		await later(HOUR);
		outX().taskDuration = ({ input }) => (input.start === 100 ? 10 * MINUTE : SECOND);
		expect(await poll(trigger)).toBeNull();
		await later(10 * MINUTE);
		expect(slugs(await poll(trigger))).toEqual(wanted);
		expect(looks()).toHaveLength(3);
	});

	it('does not take old connections for new that move up behind people who left', async () => {
		const many = acceptMany(150);
		const trigger = await connection();
		for (const person of many.slice(-40, -10)) world().disconnect(ACCOUNTS.outXAdmin, person);
		const person = accept();
		await later(HOUR);
		expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
		await later(HOUR);
		expect(await poll(trigger)).toBeNull();
	});

	it('emits nobody when the list is of another account', async () => {
		const trigger = await connection();
		for (const person of world().related(ACCOUNTS.outXAdmin, 'connected')) {
			world().disconnect(ACCOUNTS.outXAdmin, person);
		}
		acceptMany(120);
		await later(HOUR);
		expect(await poll(trigger)).toBeNull();
		const person = accept();
		await later(HOUR);
		expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
	});

	it.each([
		[{}],
		[null],
		[{ connections: [] }],
		[[]],
		[{ connections: [{ name: 'LinkedIn Member' }] }],
	])('does not take a look that shows %j for one at all', async (output) => {
		acceptMany(120);
		ends({ status: 'completed', output });
		const trigger = await connection();
		await later(HOUR);
		expect(await poll(trigger)).toBeNull();
		const person = accept();
		await later(HOUR);
		ends({ status: 'completed', output });
		expect(await poll(trigger)).toBeNull();
		await later(HOUR);
		expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
		expect(looks()).toHaveLength(4);
	});

	const oldestFirst = (people: Person[]) =>
		people.map((person) => ({
			name: fullName(person),
			profile_slug: person.publicIdentifier,
			profile_urn: profileUrn(person),
		}));
	const shows = (people: Person[]): void =>
		ends({
			status: 'completed',
			output: { connections: oldestFirst(people), total: people.length } as never,
		});

	it('emits nobody old when a look comes in another order, and loses nobody by it', async () => {
		const many = acceptMany(140);
		const trigger = await connection();
		const person = accept();
		await later(HOUR);
		shows(many.slice(0, 100));
		expect(await poll(trigger)).toBeNull();
		await later(HOUR);
		expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
		await later(HOUR);
		expect(await poll(trigger)).toBeNull();
	});

	it('goes on with an order that stays, without taking anybody in it for new', async () => {
		const many = acceptMany(140);
		const trigger = await connection();
		for (let look = 0; look < 3; look++) {
			await later(HOUR);
			shows(many.slice(0, 100));
			expect(await poll(trigger)).toBeNull();
		}
	});

	it('says so when looks tell nothing again and again, and loses nobody by it', async () => {
		const trigger = await connection();
		const person = accept();
		for (let look = 0; look < 2; look++) {
			await later(HOUR);
			ends({ status: 'completed', output: { message: 'ok' } });
			expect(await poll(trigger)).toBeNull();
		}
		await later(HOUR);
		ends({ status: 'completed', output: { message: 'ok' } });
		const shown = await failureOf(trigger.poll());
		expect(shown.message).toMatch(/^The last looks at your connections told nothing/);
		expect(shown.description).toMatch(/^Nothing is lost/);
		await later(MINUTE);
		expect(await poll(trigger)).toBeNull();
		await later(HOUR);
		expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
	});

	it.each([null, 'x', [], { seen: null }, { signature: 'x' }])(
		'starts afresh when its state was damaged: %j',
		async (state) => {
			const trigger = await connection();
			const saved = JSON.stringify({ 'node:Trigger': { state } });
			acceptMany(20);
			await later(HOUR);
			const damaged = trigger.restart({ saved });
			expect(await poll(damaged)).toBeNull();
			const person = accept();
			await later(HOUR);
			expect(slugs(await poll(damaged))).toEqual([slugOf(person)]);
		},
	);

	it.each([null, 'x', 7, []])('works where n8n has %j in the place of its state', async (node) => {
		const trigger = (await connection()).restart({
			saved: JSON.stringify({ 'node:Trigger': node }),
		});
		expect(await poll(trigger)).toBeNull();
		const person = accept();
		await later(HOUR);
		expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
		await later(HOUR);
		expect(await poll(trigger.restart())).toBeNull();
	});

	it('starts afresh with another key, whose account it may not be', async () => {
		const trigger = await connection();
		accept();
		await later(HOUR);
		const { baseUrl } = credentials().outXApi;
		const moved = trigger.restart({ credentials: credentials({ baseUrl: `${baseUrl}/` }) });
		expect(await poll(moved)).toHaveLength(1);
		outX().keyRevoked = true;
		await later(HOUR);
		const shown = await failureOf(moved.poll());
		expect(shown.message).toBe('OutX did not accept the API key');
		expect(shown.failure).toEqual({ cause: 'credential-invalid' });
	});

	it('orders one look for two polls at the same time, and emits each person once', async () => {
		const trigger = await connection();
		const person = accept();
		await later(HOUR);
		const both = await drive(Promise.all([trigger.poll(), trigger.poll()]));
		expect(both.flatMap(slugs)).toEqual([slugOf(person)]);
		expect(looks()).toHaveLength(2);
		expect(await poll(trigger)).toBeNull();
	});

	it('emits each person once when two polls read the same look', async () => {
		const trigger = await connection();
		const person = accept();
		await later(HOUR);
		outX().taskDuration = MINUTE;
		await poll(trigger);
		await later(MINUTE);
		const both = await drive(Promise.all([trigger.poll(), trigger.poll()]));
		expect(both.flatMap(slugs)).toEqual([slugOf(person)]);
	});

	it('tries again at the next poll when a look could not be ordered', async () => {
		const trigger = await connection();
		const person = accept();
		await later(HOUR);
		const before = JSON.stringify(trigger.state);
		const down = { kind: 'status', status: 503, times: 4, match: FETCH_CONNECTIONS } as const;
		fixture.sandbox.faults.add(down);
		const shown = await failureOf(trigger.poll());
		expect(shown.failure).toMatchObject({ cause: 'temporarily-unavailable' });
		expect(JSON.stringify(trigger.state)).toBe(before);
		expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
	});

	describe('when a look comes to nothing', () => {
		const dead: Array<[string, () => void, RegExp]> = [
			[
				'it failed',
				() => ends({ status: 'failed', output: { error: 'Page did not load' } }),
				/extension could not do this/,
			],
			[
				'OutX has lost it',
				() => {
					const body = '{"error":"Agent task not found"}';
					const match = `GET ${TASK_STATUS}`;
					fixture.sandbox.faults.add({ kind: 'status', status: 404, times: 3, body, match });
				},
				/has lost the look at your connections/,
			],
		];

		it.each(dead)(
			'tells once that %s, and looks again when it is time',
			async (_, arrange, says) => {
				const trigger = await connection();
				const person = accept();
				await later(HOUR);
				arrange();
				const shown = await failureOf(trigger.poll());
				expect(shown.message).toMatch(says);
				const wait = (shown.failure as { retryAfterMs: number }).retryAfterMs;
				expect(shown.failure).toEqual({ cause: 'temporarily-unavailable', retryAfterMs: wait });
				expect(wait).toBe(HOUR);
				for (let polls = 0; polls < 5; polls++) {
					await later(MINUTE);
					expect(await poll(trigger)).toBeNull();
				}
				expect(looks()).toHaveLength(2);
				await later(55 * MINUTE);
				expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
			},
		);

		it.each(dead)(
			'tells that %s until it is time, where n8n keeps nothing of a poll that fails',
			async (_, arrange, says) => {
				const trigger = await connection({}, { durable: true });
				const person = accept();
				await later(HOUR);
				outX().taskDuration = MINUTE;
				arrange();
				const asFirst = await drive(trigger.poll().catch((error: Error) => error.message));
				if (asFirst === null) {
					await later(MINUTE);
					const shown = await failureOf(trigger.poll());
					expect(shown.message).toMatch(says);
					expect((shown.failure as { retryAfterMs: number }).retryAfterMs).toBeLessThan(HOUR);
				} else expect(asFirst).toMatch(says);
				// n8n backs off for as long as it was told.
				await later(HOUR);
				outX().taskDuration = SECOND;
				expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
				expect(looks()).toHaveLength(3);
			},
		);

		it('gives a look up that no browser came for within a day, and tells it', async () => {
			const trigger = await connection();
			const person = accept();
			await later(HOUR);
			ends({ status: 'pending' });
			expect(await poll(trigger)).toBeNull();
			await later(23 * HOUR);
			expect(await poll(trigger)).toBeNull();
			await later(HOUR);
			const shown = await failureOf(trigger.poll());
			expect(shown.message).toMatch(/No browser with the OutX extension has looked/);
			expect(shown.description).toMatch(/^Open Chrome/);
			expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
		});

		it('bears with looks at the task that tell nothing', async () => {
			const trigger = await connection();
			const person = accept();
			await later(HOUR);
			outX().taskDuration = 2 * MINUTE;
			await poll(trigger);
			for (const kind of ['html', 'resetBefore', 'cutJson'] as const) {
				fixture.sandbox.faults.add({ kind, match: `GET ${TASK_STATUS}` });
				await later(MINUTE);
				expect(await poll(trigger)).toBeNull();
			}
			expect(slugs(await poll(trigger))).toEqual([slugOf(person)]);
		});
	});
});

describe('OutX Trigger: fetching a test event', () => {
	const sample = async (parameters: IDataObject) => {
		const poller = pollerFor(parameters);
		const records = await drive(poller.poll('manual'));
		expect(poller.state).toEqual({});
		return records;
	};

	it('shows the newest posts, of any age, and keeps no state', async () => {
		const shown = await sample(settingsOf('newCollectedPost'));
		expect(ids(shown)).toEqual(['post-1', 'post-2', 'post-3']);
		collect(2);
		expect(ids(await sample(settingsOf('newCollectedPost')))).toEqual([
			'post-3',
			'post-4',
			'post-5',
		]);
		const interactions = await sample(settingsOf('newInteraction'));
		expect(interactions).toHaveLength(3);
	});

	it('shows the newest connections', async () => {
		const newest = fixture.sandbox.world.related(ACCOUNTS.outXAdmin, 'connected').slice(-3);
		const shown = await sample({ event: 'newConnection' });
		expect(shown?.map(({ urn }) => urn)).toEqual(newest.map(profileUrn));
		expect(requestsTo(FETCH_CONNECTIONS).map(({ body }) => body)).toEqual([
			{ sort_type: 'RECENTLY_ADDED', start: 0, count: 3 },
		]);
	});

	it('leaves the state of an active trigger alone', async () => {
		const trigger = await activeFor('newCollectedPost');
		const [{ id }] = collect(1);
		const before = JSON.stringify(trigger.state);
		expect(ids(await drive(trigger.poll('manual')))).toContain(id);
		expect(JSON.stringify(trigger.state)).toBe(before);
		expect(ids(await poll(trigger))).toEqual([id]);
	});

	it.each([
		['newCollectedPost', /has not found any post/],
		['newInteraction', /Nobody has liked or commented/],
	])('says that there is nothing yet for %s', async (event, says) => {
		watchlist().posts.length = 0;
		const shown = await failureOf(pollerFor(settingsOf(event)).poll('manual'));
		expect(shown.message).toMatch(says);
		expect(shown.description).toMatch(/activate the workflow/);
	});

	it('says what to do when no browser reads the connections in time', async () => {
		outX().browserOpen = false;
		const shown = await failureOf(pollerFor({ event: 'newConnection' }).poll('manual'));
		expect(shown.message).toBe(
			'No browser with the OutX extension has read your connections in time',
		);
		expect(shown.description).toMatch(/Open Chrome .* fetch the test event again\.$/);
	});
});

describe('OutX Trigger: what an operator is told', () => {
	const events = ['newCollectedPost', 'newInteraction', 'newConnection'];

	it.each(events)('that the key is wrong, on activating %s', async (event) => {
		const key = 'outx-key-of-somebody-else';
		const trigger = pollerFor(settingsOf(event), { credentials: credentials({ apiKey: key }) });
		const shown = await failureOf(trigger.activate());
		expect(shown.message).toBe('OutX did not accept the API key');
		expect(shown.description).toMatch(/^Open the OutX credential/);
		expect(shown.failure).toEqual({ cause: 'credential-invalid' });
		expect(JSON.stringify(shown)).not.toContain(key);
		expect(trigger.state).toEqual({});
	});

	it.each(events)('that no browser is there, on polling for %s', async (event) => {
		const trigger = await activeFor(event);
		await later(HOUR);
		outX().extensionOnline = false;
		const before = JSON.stringify(trigger.state);
		const shown = await failureOf(trigger.poll());
		expect(shown.message).toMatch(/No browser with the OutX extension/);
		expect(shown.description).toMatch(/wait a minute and see that the workflow is active/);
		expect(shown.context.details.reason).toBe('extensionOffline');
		expect(JSON.stringify(trigger.state)).toBe(before);
	});

	it('that the watchlist is gone, or of another team', async () => {
		const trigger = await activeFor('newCollectedPost');
		const { id } = outX().watchlists.add({ name: 'Other' });
		const gone = pollerFor(settingsOf('newCollectedPost', { watchlist: locator(id, 'list') }));
		watchlist().foreign = true;
		const foreign = await failureOf(trigger.poll());
		expect(foreign.message).toBe('This belongs to another OutX team');
		expect(foreign.failure).toEqual({ cause: 'configuration-invalid' });
		outX().watchlists.delete(id);
		expect((await failureOf(gone.activate())).message).toBe('OutX knows no watchlist with this ID');
	});

	it('that OutX asks to slow down, and n8n for how long', async () => {
		const trigger = await activeFor('newCollectedPost');
		const throttle = { kind: 'throttle', retryAfter: 20, times: 9, match: POSTS } as const;
		fixture.sandbox.faults.add(throttle);
		const shown = await failureOf(trigger.poll());
		expect(shown.failure).toEqual({ cause: 'rate-limited', retryAfterMs: 20_000 });
		expect(shown.description).toMatch(/^Nothing is lost/);
	});

	it.each<[IDataObject, RegExp]>([
		[{ watchlist: locator('', 'list') }, /'Watchlist' is empty/],
		[{ watchlist: locator('../api-team', 'id') }, /'Watchlist' holds no ID/],
		[{ filters: { fromDate: 'soon' } }, /'From Day' is not a day/],
	])('that a field cannot be used: %j', async (more, says) => {
		const shown = await failureOf(pollerFor(settingsOf('newCollectedPost', more)).activate());
		expect(shown.message).toMatch(says);
		expect(shown.description).toMatch(/see that the workflow is active/);
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('that an expression cannot be read', async () => {
		const filters = { labels: "={{ $('Nowhere').item.json.label }}" };
		const shown = await failureOf(
			pollerFor(settingsOf('newCollectedPost', { filters })).activate(),
		);
		expect(shown.description).toMatch(/Check the expressions/);
	});
});

describe('OutX Trigger: in the editor', () => {
	const { description } = new OutXTrigger();

	it.each([
		['newCollectedPost', 'watchlist filters simplify'],
		['newInteraction', 'watchlist interactionType simplify'],
		['newConnection', 'lookNotice simplify options'],
	])('shows for %s: %s', (event, fields) => {
		const node = { typeVersion: 1 } as INode;
		const shown = description.properties
			.filter((field) =>
				NodeHelpers.displayParameter({ event }, field, node, description, { event }),
			)
			.map(({ name }) => name);
		expect(shown).toEqual(['event', ...fields.split(' ')]);
	});

	it.each([
		['newCollectedPost', 'new collected post'],
		['newConnection', 'new connection'],
		['newInteraction', 'new interaction'],
	])('says on the canvas for %s: %s', (event, words) => {
		const type = new OutXTrigger();
		const node: INode = {
			id: '1',
			name: 'Trigger',
			type: TYPE,
			typeVersion: 1,
			position: [0, 0],
			parameters: { event },
		};
		const types = {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		};
		const workflow = new Workflow({
			nodes: [node],
			connections: {},
			active: false,
			nodeTypes: types,
		});
		const { subtitle } = description;
		expect(workflow.expression.getSimpleParameterValue(node, subtitle, 'internal', {})).toBe(words);
	});

	it('lists the watchlists of all types', async () => {
		outX().watchlists.add({ name: 'Rivals', type: 'company' });
		const { results } = await drive(
			listSearch({
				nodeTypes,
				type: TYPE,
				method: 'searchWatchlists',
				parameters: settingsOf('newCollectedPost'),
				credentials: credentials(),
			}),
		);
		expect(results.map(({ name }) => name)).toEqual(['Hiring (keywords)', 'Rivals (companies)']);
	});
});
