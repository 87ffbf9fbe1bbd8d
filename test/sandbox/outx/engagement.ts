import { uuid } from '../random';
import { asObject } from '../types';
import type { Answer, Call, Json } from '../types';
import type { World } from '../world/world';
import { filtered, postJson, sorted } from './collected';
import type { Collected } from './collected';
import { isAmong, pageOf } from './query';
import { membersOf } from './team';
import type { Watchlist } from './watchlists';

const refuse = (status: number, error: string): Answer => ({ status, body: { error } });

const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.trim() !== '';

/** A page as it is configured; a bare array is in no contract. */
function paged<T>(
	records: readonly T[],
	show: (record: T) => Json,
	call: Call,
	world: World,
	largest: number,
): Answer {
	const shape = world.outX.pagesShape;
	const body = pageOf(records, show, call.query, largest, shape);
	return { status: 200, body, ...(shape === 'bare' && { unchecked: true }) };
}

/** GET /api-posts. */
export function postsAnswer(call: Call, world: World): Answer {
	const { outX } = world;
	const watchlist = outX.watchlists.find(call.query.watchlist_id);
	if (!watchlist) return refuse(400, 'Invalid watchlist ID(s)');
	if (watchlist.foreign) return refuse(403, 'Access denied');
	const posts = sorted(filtered(watchlist.posts, call.query), call.query.sort_by);
	if (!posts) return refuse(400, 'Invalid sort_by');
	const answer = paged(posts, postJson, call, world, outX.largestPage);
	outX.watchlists.collect(watchlist, outX.postsArriving);
	return answer;
}

function interactionsOf(watchlist: Watchlist): Json[] {
	return watchlist.posts.flatMap((post) =>
		post.interactions.map(({ id, type, text, at, author }) => ({
			id,
			text,
			interaction_type: type,
			created_at: at,
			author,
			post: {
				id: post.id,
				content: post.content,
				linkedin_post_urn: `urn:li:activity:${post.activity ?? ''}`,
			},
		})),
	);
}

/** GET /api-interactions: 100 per page at most. */
export function interactionsAnswer(call: Call, world: World): Answer {
	const { watchlist_id: id, interaction_type: type, actor_ids: actors } = call.query;
	if (!isText(id)) return refuse(400, 'watchlist_id is required and must be a string');
	const watchlist = world.outX.watchlists.find(id);
	if (!watchlist) return refuse(400, `Invalid watchlist ID: ${id}`);
	if (watchlist.foreign) {
		return refuse(403, "Access denied: You don't have permission to access this watchlist");
	}
	const all = interactionsOf(watchlist).filter(
		(one) =>
			isAmong(String(one.interaction_type), type) &&
			isAmong(String(asObject(one.author).id), actors),
	);
	return paged(all, (one) => one, call, world, 100);
}

function reactionProblem(kind: 'like' | 'comment', body: Json): string | undefined {
	const missing = (field: string): string => `Missing required parameter: ${field}`;
	if (!isText(body.post_id)) return missing('post_id');
	if (!isText(body.user_email)) return missing('user_email');
	if (kind === 'comment') {
		if (typeof body.comment_text !== 'string') return missing('comment_text');
		if (!isText(body.comment_text)) return 'comment_text cannot be empty';
	}
	const actor = body.actor_type ?? 'user';
	if (actor !== 'user' && actor !== 'company') {
		return "Invalid actor_type. Must be 'user' or 'company'";
	}
	if (actor === 'company' && !isText(body.company_title)) {
		return "company_title is required when actor_type is 'company'";
	}
	return undefined;
}

/** What keeps this member from acting on this post. The texts are invented: no page shows them. */
function obstacle(
	kind: 'like' | 'comment',
	post: Collected | undefined,
	body: Json,
	world: World,
): string | undefined {
	if (!post) return "Invalid post_id: the post is in none of your team's watchlists";
	if (post.activity === undefined) {
		return `Post does not support ${kind} functionality (missing social_urn)`;
	}
	const member = membersOf(world).find(({ email }) => email === body.user_email);
	if (!member) return 'Invalid user_email: no such user in your team';
	if (body.actor_type === 'company' && !member.pages.includes(String(body.company_title))) {
		return 'Invalid company_title: this user manages no such page';
	}
	return undefined;
}

/** POST /api-like and /api-comment: queued, and done at once; nothing tells so. */
export function reactionAnswer(kind: 'like' | 'comment', call: Call, world: World): Answer {
	const body = asObject(call.body);
	const problem = reactionProblem(kind, body);
	if (problem) return refuse(400, problem);
	const post = world.outX.watchlists.post(body.post_id);
	const inTheWay = obstacle(kind, post, body, world);
	if (inTheWay) return refuse(400, inTheWay);
	const taskId = uuid(`${world.seed}|reaction|${++world.outX.reactions}`);
	const isPage = body.actor_type === 'company';
	world.deliver({
		at: world.now(),
		vendor: 'outX',
		kind,
		from: String(isPage ? body.company_title : body.user_email),
		to: `urn:li:activity:${post?.activity ?? ''}`,
		publicIdentifier: '',
		...(kind === 'comment' && { text: String(body.comment_text) }),
		taskId,
	});
	const message = `${kind === 'like' ? 'Like' : 'Comment'} task created successfully`;
	return { status: 200, body: { success: true, message, task_id: taskId } };
}
