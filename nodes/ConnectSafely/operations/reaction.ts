import { byNext } from '../../shared/http/paging';
import { text } from '../../shared/operation/simple';
import { plainRead } from '../api';
import { missing } from '../asked';
import { account } from '../fields';
import { addressOf, post } from '../posts';
import { actor } from '../records';

/** Reactions of a post, with the public identifiers (connectsafely.ai/docs/api, Get Post Reactions V2). */
export const getReactions = plainRead({
	resource: 'reaction',
	operation: 'getAll',
	name: 'Get Many (Who Liked a Post)',
	action: 'Get who liked a LinkedIn post',
	description: 'List who liked a post or reacted to it otherwise, and how',
	fields: [post, account],
	route: 'POST /posts/reactions/v2',
	rules: [missing('post', 'Post')],
	send: ({ post: named, account: accountId }) => ({ accountId, postUrl: addressOf(named) }),
	list: ['reactions'],
	pages: byNext({ paginationToken: 'pagination.nextPaginationToken' }, 'pagination.hasNextPage', {
		name: 'count',
		most: 50,
	}),
	simple: { ...actor, reaction: text('reactionType') },
});
