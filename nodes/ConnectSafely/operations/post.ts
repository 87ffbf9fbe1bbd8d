import { countPart, switchPart } from '../../shared/fields/kinds';
import { optionsPart } from '../../shared/fields/part';
import { plainLimit } from '../../shared/fields/listing';
import { samePerson } from '../../shared/failures/otherPerson';
import { byNext, untilEmpty } from '../../shared/http/paging';
import { isObject } from '../../shared/json/json';
import { text, yesNo } from '../../shared/operation/simple';
import { plainRead } from '../api';
import { found, missing } from '../asked';
import { account, recipient } from '../fields';
import { named, SERVICE } from '../people';
import { addressOf, isRead, post, samePost } from '../posts';
import { actor, ownPost, simplePost } from '../records';
import { feedOrder } from './post/fields';

/** A post by its link (connectsafely.ai/docs/api, Scrape Post). */
export const getPost = plainRead({
	resource: 'post',
	operation: 'get',
	name: 'Get',
	action: 'Get a LinkedIn post',
	description: 'Read one post: its text, its author and how many liked, commented and shared it',
	fields: [
		post,
		account,
		optionsPart(
			switchPart(
				'Force Refresh',
				'forceRefresh',
				'Whether to read the post anew, whatever copy there is',
			),
			countPart(
				'Oldest Copy (Hours)',
				'maxCacheAge',
				'A copy that ConnectSafely.ai has kept is used up to this age',
				{ byDefault: 24, min: 1, max: 8_760 },
			),
			countPart(
				'Tries',
				'maxProxyRetries',
				'How often ConnectSafely.ai tries to open the post before it gives up',
				{ byDefault: 3, min: 1, max: 10 },
			),
			switchPart(
				'Use Copy',
				'useCache',
				'Whether a copy of the post that ConnectSafely.ai has kept will do. It is quicker.',
				true,
			),
		),
	],
	route: 'POST /posts/scrape',
	rules: [missing('post', 'Post')],
	send: ({
		post: asked,
		account: accountId,
		forceRefresh,
		maxCacheAge,
		maxProxyRetries,
		useCache,
	}) => ({
		...{ accountId, postUrl: addressOf(asked) },
		...{ forceRefresh, maxCacheAge, maxProxyRetries, useCache },
	}),
	one: ['data'],
	prove: (body, { post: asked }) => samePost(body, asked.target),
	each: (record, body) => found(isRead(body) ? record : {}, 'post', 'Post'),
	simple: simplePost,
});

/**
 * The latest posts of a person, 20 at most and no pages (connectsafely.ai/docs/api, Get Latest Posts). The answer
 * names the person by URN only.
 */
export const getLatestPosts = plainRead({
	resource: 'post',
	operation: 'getAll',
	name: 'Get Many (of a Person)',
	action: 'Get the latest LinkedIn posts of a person',
	description: 'List what a person has posted lately, 20 posts at most',
	fields: [
		recipient,
		account,
		plainLimit(20, 20),
		optionsPart(
			switchPart(
				'Include Reposts',
				'includeReposts',
				'Whether to include what the person only passed on from others',
				true,
			),
		),
	],
	route: 'POST /posts/latest',
	send: ({ recipient: { target }, account: accountId, limit, includeReposts }) => ({
		accountId,
		...named(target, { urn: 'profileUrn', slug: 'profileId' }),
		count: limit,
		includeReposts,
	}),
	list: ['posts'],
	whole: true,
	prove: (body, { recipient: { target } }) => {
		const urns = isObject(body) ? [body.profileUrn] : [];
		samePerson({ service: SERVICE, asked: target, urns }, 'no posts are handed out as theirs');
	},
	simple: { ...ownPost, isRepost: yesNo('isRepost') },
});

/** Who shared a post; the next page needs two marks together (connectsafely.ai/docs/api, Get Reposts). */
export const getReposts = plainRead({
	resource: 'post',
	operation: 'getReposts',
	name: 'Get Reposts (Who Shared a Post)',
	action: 'Get who shared a LinkedIn post',
	description: 'List who passed a post on, with or without words of their own',
	fields: [post, account],
	route: 'POST /posts/reposts',
	rules: [missing('post', 'Post')],
	send: ({ post: asked, account: accountId }) => ({ accountId, postUrl: addressOf(asked) }),
	list: ['reposters'],
	pages: byNext(
		{ startIndex: 'pagination.nextStartIndex', token: 'pagination.token' },
		'pagination.hasNextPage',
		{ name: 'count', most: 50 },
	),
	simple: { ...actor, repost: text('repostType') },
});

/** A home feed has no end, so there is a limit and no Return All. */
const MOST_OF_FEED = 1_000;

/** What the account sees on its start page (connectsafely.ai/docs/api, Get Feed). No end mark is published. */
export const getFeed = plainRead({
	resource: 'post',
	operation: 'getFeed',
	name: 'Get Feed',
	action: 'Get the LinkedIn home feed',
	description: 'List what the LinkedIn account sees on its start page',
	fields: [account, feedOrder, plainLimit(50, MOST_OF_FEED)],
	route: 'POST /feed',
	send: ({ account: accountId, sortOrder }) => ({ accountId, sortOrder }),
	list: ['posts'],
	whole: true,
	key: 'activityUrn',
	pages: untilEmpty('start', { name: 'count', most: 50 }),
	simple: simplePost,
});
