import { byCursor } from '../../shared/http/paging';
import { count, moment, text } from '../../shared/operation/simple';
import { plainRead } from '../api';
import { account } from '../fields';
import { addressOf, post } from '../posts';

/** Comments of a post, paged (connectsafely.ai/docs/api, Get Post Comments): sending `commentCount` makes it page. */
export const getComments = plainRead({
	resource: 'comment',
	operation: 'getAll',
	name: 'Get Many (Who Commented on a Post)',
	action: 'Get who commented on a LinkedIn post',
	description: 'List the comments of a post, with the people who wrote them',
	fields: [post, account],
	route: 'POST /posts/comments',
	send: ({ post: named, account: accountId }) => ({ accountId, postUrl: addressOf(named) }),
	list: ['comments'],
	pages: byCursor('paginationToken', ['pagination.nextPaginationToken'], {
		name: 'commentCount',
		most: 100,
	}),
	simple: {
		id: text('commentId'),
		text: text('commentText'),
		author: text('authorName'),
		headline: text('authorDesignation'),
		publicIdentifier: text('publicIdentifier'),
		profileUrl: text('profileUrl'),
		urn: text('commenterUrn'),
		createdAt: moment('createdAt'),
		likes: count('likeCount'),
		replies: count('replyCount'),
	},
});
