import { uuid } from '../random';
import type { Json } from '../types';
import type { Collected, NewCollected } from './collected';
import { makeCollected, react } from './collected';

export const WATCHLIST_TYPES = ['keyword', 'people', 'company', 'reddit'] as const;

export type WatchlistType = (typeof WATCHLIST_TYPES)[number];

export interface Watchlist {
	id: string;
	type: WatchlistType;
	name: string;
	slug: string;
	/** Texts, or objects where there are conditions. */
	keywords: unknown[];
	profiles: string[];
	companies: string[];
	labels: string[];
	fetchFreqInHours: number;
	disable: boolean;
	createdAt: string;
	/** Of another team: everything about it answers 403. */
	foreign: boolean;
	/** Fields of the body that are kept as they came. */
	more: Json;
	/** Newest first. */
	posts: Collected[];
}

export type NewWatchlist = Partial<Omit<Watchlist, 'id' | 'slug' | 'posts'>>;

/** Every team's watchlists, and what they have collected. */
export class Watchlists {
	private readonly all = new Map<string, Watchlist>();
	private made = 0;
	private collected = 0;

	constructor(
		private readonly seed: number,
		private readonly now: () => number,
	) {}

	reset(): void {
		this.all.clear();
		this.made = 0;
		this.collected = 0;
	}

	/** The one watchlist of the seed: three posts, each with a like and a comment. */
	populate(): void {
		const watchlist = this.add({ name: 'Hiring', keywords: ['hiring', 'remote work'] });
		for (const post of this.collect(watchlist, 3)) react(post);
	}

	/** The team's own, in order of creation. */
	get ours(): Watchlist[] {
		return [...this.all.values()].filter(({ foreign }) => !foreign);
	}

	add(given: NewWatchlist = {}): Watchlist {
		const id = uuid(`${this.seed}|watchlist|${++this.made}`);
		const { type = 'keyword', name = `Watchlist ${this.made}` } = given;
		const watchlist: Watchlist = {
			keywords: [],
			profiles: [],
			companies: [],
			labels: [],
			fetchFreqInHours: type === 'reddit' ? 24 : 12,
			disable: false,
			createdAt: new Date(this.now()).toISOString(),
			foreign: false,
			more: {},
			...given,
			id,
			type,
			name,
			slug: `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}-${id.slice(0, 8)}`,
			posts: [],
		};
		this.all.set(id, watchlist);
		return watchlist;
	}

	find(id: string | undefined): Watchlist | undefined {
		return id === undefined ? undefined : this.all.get(id);
	}

	delete(id: string): void {
		this.all.delete(id);
	}

	/** Collects so many more posts, each newer than the last. */
	collect(watchlist: Watchlist, count: number, given: NewCollected = {}): Collected[] {
		const source = watchlist.type === 'reddit' ? 'reddit' : 'linkedin';
		const made = Array.from({ length: count }, () =>
			makeCollected({ source, ...given }, ++this.collected, this.seed, this.now()),
		);
		watchlist.posts.unshift(...[...made].reverse());
		return made;
	}

	/** A post of one of the team's watchlists, by OutX's own id. */
	post(id: unknown): Collected | undefined {
		for (const { posts } of this.ours) {
			const found = posts.find((post) => post.id === id);
			if (found) return found;
		}
		return undefined;
	}
}
