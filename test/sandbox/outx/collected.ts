import { digits } from '../random';
import type { Json } from '../types';
import { fromTo, isAmong, isWithin } from './query';

/** A like or a comment on a collected post. */
export interface Interaction {
	id: string;
	type: 'like' | 'comment';
	text: string | null;
	at: number;
	author: {
		id: string;
		full_name: string;
		author_slug: string;
		headline: string;
		author_type: string;
	};
}

/** A post as a watchlist has collected it. */
export interface Collected {
	id: string;
	source: 'linkedin' | 'reddit';
	/** Absent where OutX does not know it: nobody can like such a post. */
	activity?: string;
	content: string;
	at: number;
	likes: number;
	comments: number;
	shares: number;
	saved: boolean;
	kind: string;
	language: string;
	labels: string[];
	authorSlug: string;
	companySlug: string;
	seniority: string;
	slug: string;
	interactions: Interaction[];
}

export type NewCollected = Partial<Omit<Collected, 'id'>>;

const MINUTE = 60_000;

/** The nth post of a run; everything follows from the number. */
export function makeCollected(
	given: NewCollected,
	number: number,
	seed: number,
	now: number,
): Collected {
	const activity = digits(19, `${seed}|activity|${number}`);
	return {
		id: `post-${number}`,
		source: 'linkedin',
		...(given.source !== 'reddit' && { activity }),
		content: `Post ${number}: we are hiring`,
		at: now - 30 * 24 * 60 * MINUTE + number * MINUTE,
		likes: number % 150,
		comments: number % 7,
		shares: number % 5,
		saved: number % 4 === 0,
		kind: ['article', 'image', 'video', 'poll'][number % 4],
		language: number % 3 === 0 ? 'de' : 'en',
		labels: number % 2 === 0 ? ['hot lead'] : ['competitor'],
		authorSlug: number % 2 === 0 ? 'jane-doe-sales' : 'ravi-patel-42',
		companySlug: number % 5 === 0 ? 'acme' : 'nordlys',
		seniority: number % 3 === 0 ? 'VP' : 'Director',
		slug: `jane-doe-sales_hiring-activity-${activity}-AbCd`,
		interactions: [],
		...given,
	};
}

/** Adds a like of one person and a comment of another. */
export function react(post: Collected): void {
	const at = post.at + MINUTE;
	post.interactions.push(
		{ id: `like-${post.id}`, type: 'like', text: null, at, author: AUTHORS[0] },
		{ id: `comment-${post.id}`, type: 'comment', text: 'Great point', at, author: AUTHORS[1] },
	);
}

const author = (number: number, full_name: string, author_slug: string, headline: string) => ({
	id: `author-${number}`,
	full_name,
	author_slug,
	headline,
	author_type: 'user',
});

const AUTHORS = [
	author(1, 'Jane Doe', 'jane-doe-sales', 'VP of Sales at Acme'),
	author(2, 'Ravi Patel', 'ravi-patel-42', 'Engineer'),
] as const;

/** A post in the answer of GET /api-posts. */
export function postJson(post: Collected): Json {
	const urn = post.activity === undefined ? undefined : `urn:li:activity:${post.activity}`;
	return {
		id: post.id,
		source: post.source,
		...(urn !== undefined && {
			linkedin_post_url: `https://linkedin.com/feed/update/${urn}`,
			linkedin_post_urn: urn,
		}),
		...(post.source === 'reddit' && { reddit_post_url: `https://www.reddit.com/r/x/${post.id}` }),
		content: post.content,
		created_at: post.at,
		likes_count: post.likes,
		shares_count: post.shares,
		comments_count: post.comments,
		bookmark: post.saved,
		post_type: post.kind,
		language: post.language,
		tags: post.labels,
		videos: null,
		author: { full_name: 'Jane Doe', author_slug: post.authorSlug },
	};
}

/** Posts that pass every filter of the query. */
export function filtered(posts: readonly Collected[], query: Record<string, string>): Collected[] {
	const english = /^(?:en|english|true)$/.test(query.lang ?? '');
	return posts.filter(
		(post) =>
			isWithin(post.labels, query.labels) &&
			isAmong(post.authorSlug, query.people_slug) &&
			isAmong(post.companySlug, query.company_slug) &&
			post.content.toLowerCase().includes((query.search_term ?? '').toLowerCase()) &&
			(query.is_saved !== 'true' || post.saved) &&
			(!english || post.language === 'en') &&
			fromTo(post.at, query.start_date, query.end_date) &&
			isAmong(post.kind, query.post_type) &&
			isAmong(post.seniority, query.seniority_level) &&
			(query.trending !== 'true' || post.likes >= 100) &&
			(query.interacted !== 'true' || post.interactions.length > 0) &&
			isAmong(post.slug, query.linkedin_post_slug),
	);
}

/** The posts in the order asked for; undefined for one that OutX refuses. */
export function sorted(posts: Collected[], by = 'recent'): Collected[] | undefined {
	switch (by) {
		case 'recent':
		case 'relevance_first':
			return posts;
		case 'popular_first':
			return [...posts].sort((a, b) => b.likes - a.likes);
		case 'engagement':
			return [...posts].sort((a, b) => b.comments + b.likes - a.comments - a.likes);
		default:
			return undefined;
	}
}
