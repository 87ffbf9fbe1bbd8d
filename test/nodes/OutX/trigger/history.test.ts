import fc from 'fast-check';

import type { OutXApi } from '../../../../nodes/OutX/api';
import { newCollectedPost } from '../../../../nodes/OutX/trigger/watchlistEvents';
import { Failure } from '../../../../nodes/shared/failures/failure';
import type { HttpRequest } from '../../../../nodes/shared/http/types';
import type { JsonObject, JsonValue } from '../../../../nodes/shared/json/types';
import type { Poll } from '../../../../nodes/shared/trigger/run';
import { FakeMemory, timeFor } from '../../shared/trigger/fakes';

const DAY = 86_400_000;
const START = Date.parse('2026-11-23T12:00:00Z');

/** What stays of a post whatever else about it changes. */
type Constant = 'urn' | 'id' | 'nothing';

interface Post {
	key: number;
	at: number;
	stays: Constant;
	/** When the vendor had it first, by the number of the step. */
	since: number;
}

interface View {
	idAs: 'number' | 'text' | 'missing' | 'null' | 'reissued';
	urnAs: 'urn' | 'share' | 'upper' | 'url' | 'slug' | 'both';
	more: boolean;
}

/** Answers in which nobody can find the list. */
const UNREADABLE: JsonValue[] = [
	{},
	{ message: 'ok' },
	[],
	{ data: null },
	{ data: {} },
	{ data: 'x' },
	{ errors: [{ message: 'x' }] },
	{ watchlists: [{ id: 'w', name: 'x' }] },
	{ a: [], b: [] },
	{ entries: [] },
	{ data: [{ error: 'x' }] },
	{ data: [], error: { code: 500 } },
	{ data: [1, 2] },
	{ response: { body: { posts: [{ id: 1, content: 'x', created_at: START }] } } },
];

const digitsOf = (key: number): string => `7123456789${String(100_000_000 + key)}`;

function shown({ key, at, stays }: Post, { idAs, urnAs, more }: View, step: number): JsonObject {
	const digits = digitsOf(key);
	const ids: Record<View['idAs'], JsonObject> = {
		number: { id: 900_000 + key },
		text: { id: String(900_000 + key) },
		missing: {},
		null: { id: null },
		reissued: { id: `new-${key}-${step}` },
	};
	const urns: Record<View['urnAs'], JsonObject> = {
		urn: { linkedin_post_urn: `urn:li:activity:${digits}` },
		share: { linkedin_post_urn: `urn:li:share:${digits}` },
		upper: { linkedin_post_urn: `URN:LI:ACTIVITY:${digits}` },
		url: {
			linkedin_post_url: `https://www.linkedin.com/feed/update/urn:li:activity:${digits}/?utm=x`,
		},
		slug: { linkedin_post_url: `https://de.linkedin.com/posts/jane_hi-activity-${digits}-aBcD` },
		both: {
			linkedin_post_urn: `urn:li:activity:${digits}`,
			linkedin_post_url: `http://linkedin.com/feed/update/urn:li:activity:${digits}`,
		},
	};
	const own = { content: `Post ${key}`, author: 'Jane Doe', created_at: at, likes_count: step };
	if (stays === 'nothing') return own;
	if (stays === 'urn') return { ...own, ...ids[idAs], ...urns[urnAs] };
	const id = ids[idAs === 'number' || idAs === 'text' ? idAs : 'text'];
	return { ...own, ...id, ...(more && urns[urnAs]) };
}

/** Raw and simplified records alike say which post they are. */
const keyOf = (record: JsonObject): number => Number(/\d+/.exec(String(record.content))?.[0]);

type Damage = (state: Record<string, unknown>) => unknown;

const DAMAGES: Damage[] = [
	() => null,
	() => [],
	() => 'x',
	() => 7,
	(state) => JSON.stringify(state).slice(0, 40),
	(state) => Object.entries(state),
	(state) => ({ ...state, seen: null }),
	(state) => ({ ...state, seen: {} }),
	(state) => ({ ...state, seen: [] }),
	(state) => ({ ...state, seen: { '1': 7 } }),
	(state) => ({ ...state, isSettled: 'yes' }),
	(state) => ({ ...state, check: undefined }),
	(state) => ({ ...state, clocks: ['x'] }),
	(state) => ({ ...state, start: 0 }),
	({ signature }) => ({ signature }),
	({ signature }) => ({ signature, since: START, isSettled: true, seen: {} }),
];

type Step =
	| { kind: 'add'; count: number; stays: Constant; agoDays: number }
	| { kind: 'delete' | 'reorder'; where: number }
	| { kind: 'damage'; how: number }
	| { kind: 'restart' }
	| {
			kind: 'poll';
			skewDays: number;
			pages: number;
			bad: Array<{ page: number; how: number }>;
			arriving: number;
			leaving: boolean;
			view: View;
			after: number;
	  };

const view: fc.Arbitrary<View> = fc.record({
	idAs: fc.constantFrom('number', 'text', 'missing', 'null', 'reissued'),
	urnAs: fc.constantFrom('urn', 'share', 'upper', 'url', 'slug', 'both'),
	more: fc.boolean(),
});
const where = fc.double({ min: 0, max: 0.999, noNaN: true });
const steps: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record({
			kind: fc.constant('add' as const),
			count: fc.integer({ min: 1, max: 8 }),
			stays: fc.constantFrom<Constant>('urn', 'id', 'nothing'),
			agoDays: fc.integer({ min: 0, max: 6 }),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'reorder' as const), where }),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant('damage' as const),
			how: fc.nat({ max: DAMAGES.length - 1 }),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
	{
		weight: 6,
		arbitrary: fc.record({
			kind: fc.constant('poll' as const),
			skewDays: fc.constantFrom(0, 0, 0, 0, -20, 60, -400, 5),
			pages: fc.constantFrom(1, 2, 50, 50, 50),
			bad: fc.array(
				fc.record({
					page: fc.integer({ min: 1, max: 6 }),
					how: fc.integer({ min: -1, max: UNREADABLE.length - 1 }),
				}),
				{ maxLength: 1 },
			),
			arriving: fc.nat({ max: 2 }),
			leaving: fc.boolean(),
			view,
			after: fc.constantFrom(1, 60, 24 * 60),
		}),
	},
);

/** A vendor, n8n and what they ought to do. */
class Model {
	private posts: Post[] = [];
	private made = 0;
	private step = 0;
	private time = START;
	private memory = new FakeMemory();
	private saved?: { state: unknown; old: Set<number>; exempt: Set<number>; lookBegan?: number };
	private isRandom = false;
	readonly emitted: number[] = [];
	/** There when a first look began that ended well: never to be emitted from then on. */
	private old = new Set<number>();
	/** Came while or before a first look ended: may be emitted or not. */
	private exempt = new Set<number>();
	/** The step at which the first look under way began. */
	private lookBegan?: number;

	constructor(private readonly pageSize: number) {}

	add(count: number, stays: Constant, agoDays = 0): void {
		for (let n = 0; n < count; n++) {
			const post = { key: ++this.made, at: this.time - agoDays * DAY, stays, since: this.step };
			this.posts.push(post);
		}
		if (!this.isRandom) this.posts.sort((a, b) => b.at - a.at || b.key - a.key);
	}

	private removed = 0;

	/** A first look knows those that came above by one that was there: not all of the top page leave. */
	private remove(where: number): void {
		if (this.lookBegan === undefined) this.removed = 0;
		else if (++this.removed > this.pageSize - 1) return;
		this.posts.splice(Math.floor(where * this.posts.length), 1);
	}

	private pageOf(page: number, how: View): JsonValue {
		const end = page * this.pageSize;
		const data = this.posts
			.filter(({ at }) => this.from === undefined || at >= this.from)
			.slice(end - this.pageSize, end)
			.map((post) => shown(post, how, this.step));
		return { data };
	}

	private from?: number;

	private get state(): Record<string, unknown> | undefined {
		const state = this.memory.get();
		return typeof state === 'object' && state !== null
			? (state as Record<string, unknown>)
			: undefined;
	}

	/** One poll; returns whether it looked as it should, with everything as it is. */
	async poll(given: Extract<Step, { kind: 'poll' }>): Promise<void> {
		const { skewDays, bad, arriving, leaving, view: how, after } = given;
		const wasSettled = this.isTrusted && this.state?.isSettled === true;
		const startBefore = Number(this.state?.start);
		// A list that is in another order each time is looked at in one go at first.
		const pages = wasSettled || !this.isRandom ? given.pages : 50;
		if (!wasSettled) this.lookBegan ??= this.step;
		let asked = 0;
		const client = {
			read: async ({ query }: HttpRequest) => {
				this.from = Date.parse(String(query?.start_date));
				const page = Number(query?.page);
				const fault = bad.find((one) => one.page === page);
				if (fault?.how === -1) {
					throw new Failure({
						reason: 'vendorUnavailable',
						outcome: 'notSent',
						what: 'down',
						next: 'Wait.',
					});
				}
				const data = fault ? UNREADABLE[fault.how] : this.pageOf(page, how);
				// What moves at each reading in the same way is beyond any reader.
				if (++asked <= arriving) this.add(1, 'urn');
				else if (leaving && asked === arriving + 1) this.remove(0.3);
				return await Promise.resolve({ data, headers: {} });
			},
		};
		const poll = {
			api: { client } as unknown as OutXApi,
			accountScope: 'x',
			deadline: { ...timeFor(pages), signal: undefined, leftMs: () => 1_000, end: () => {} },
			memory: this.memory,
			now: this.time + skewDays * DAY,
			isSample: false,
			tell: () => {},
		} as unknown as Poll<OutXApi>;
		const raw = { watchlist: { __rl: true, mode: 'id', value: 'w-1' }, simplify: false };
		const found = await newCollectedPost.poll(poll, raw, {}).catch((error: unknown) => {
			if (error instanceof Failure) return undefined;
			throw error;
		});
		if (found) this.isTrusted = true;
		const isSettled = this.isTrusted && this.state?.isSettled === true;
		if (wasSettled && Number(this.state?.start) < startBefore) {
			// The clock was ahead at the first look: what stood before that day is looked at now.
			for (const { key, at } of this.posts) if (at < startBefore) this.exempt.add(key);
		}
		if (!wasSettled && isSettled) {
			const began = this.lookBegan ?? this.step;
			this.lookBegan = undefined;
			for (const { key, since } of this.posts) {
				this.exempt.add(key);
				// A clock that is ahead hides the list; it is looked at when it shows.
				if (since < began && !this.emitted.includes(key)) this.old.add(key);
			}
		}
		const keys = (found ?? []).map(keyOf);
		for (const key of keys) {
			if (this.old.has(key)) throw new Error(`Post ${key} is old`);
			if (this.emitted.includes(key)) throw new Error(`Post ${key} was emitted before`);
		}
		this.emitted.push(...keys);
		if (keys.length > 0 || this.saved === undefined) {
			const { old, exempt, lookBegan } = this;
			if (found) this.saved = structuredClone({ state: this.memory.get(), old, exempt, lookBegan });
		}
		this.time += after * 60_000;
	}

	private isTrusted = true;

	async apply(step: Step): Promise<void> {
		this.step++;
		switch (step.kind) {
			case 'add':
				return this.add(step.count, step.stays, step.agoDays);
			case 'delete':
				return this.remove(step.where);
			case 'reorder': {
				if (this.lookBegan !== undefined) return;
				this.isRandom = true;
				const at = Math.floor(step.where * this.posts.length);
				this.posts = [...this.posts.slice(at), ...this.posts.slice(0, at).reverse()];
				return;
			}
			case 'damage':
				if (this.state === undefined) return;
				this.memory = new FakeMemory(
					structuredClone(DAMAGES[step.how](structuredClone(this.state))),
				);
				this.isTrusted = false;
				this.lookBegan = undefined;
				return;
			case 'restart':
				// What was not saved is lost with the process: emitted records are saved.
				if (this.saved === undefined || !this.isTrusted || this.lookBegan !== undefined) return;
				if (this.saved.lookBegan !== undefined && this.isRandom) return;
				this.memory = new FakeMemory(structuredClone(this.saved.state));
				this.lookBegan = this.saved.lookBegan;
				this.old = new Set(this.saved.old);
				this.exempt = new Set(this.saved.exempt);
				return;
			case 'poll':
				await this.poll(step);
		}
	}

	/** Polls that find everything as it should be; then nothing is owed. */
	async settle(): Promise<void> {
		const well = {
			kind: 'poll' as const,
			skewDays: 0,
			pages: 50,
			bad: [],
			arriving: 0,
			leaving: false,
			after: 1,
		};
		for (let n = 0; n < 6; n++) {
			this.step++;
			await this.poll({ ...well, view: { idAs: 'text', urnAs: 'both', more: true } });
		}
		const done = new Set([...this.emitted, ...this.exempt]);
		const owed = this.posts.filter(({ key, at }) => !done.has(key) && at > this.time - 7 * DAY);
		if (owed.length > 0) throw new Error(`Posts ${owed.map(({ key }) => key)} were lost`);
		const state = this.state;
		if (state?.isSettled !== true) throw new Error('The first look never ended');
	}
}

it('emits what comes once and nothing old, whatever vendor, clock and static data do', async () => {
	const cases = fc.record({
		pageSize: fc.integer({ min: 2, max: 6 }),
		old: fc.integer({ min: 0, max: 25 }),
		ages: fc.integer({ min: 0, max: 30 }),
		stays: fc.constantFrom<Constant>('urn', 'id', 'nothing'),
		history: fc.array(steps, { maxLength: 30 }),
	});
	await fc.assert(
		fc.asyncProperty(cases, async ({ pageSize, old, ages, stays, history }) => {
			const model = new Model(pageSize);
			for (let n = 0; n < old; n++) model.add(1, stays, n % (ages + 1));
			for (const step of history) await model.apply(step);
			await model.settle();
		}),
		{ numRuns: 100 },
	);
}, 120_000);
