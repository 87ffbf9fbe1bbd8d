import { defineAct } from '../../define';
import { comment } from '../../posts/comment';
import {
	checkReaction,
	memberAccount,
	react,
	reactionFields,
	reactionOutput,
} from '../../posts/reactions';

/**
 * POST /api-comment (docs.outx.ai, Create Comment). OutX queues it, and no endpoint tells how it ends: the
 * outcome is `pending`, with the task's ID for the vendor's support.
 */
export const commentOnCollectedPost = defineAct({
	resource: 'collectedPost',
	operation: 'comment',
	name: 'Comment',
	action: 'Comment on collected post',
	description:
		'Write a comment under a post a watchlist has found. OutX puts it in a queue and does not tell when it is done.',
	acts: 'commentOnCollectedPost',
	on: 'post',
	fields: [...reactionFields, comment],
	check: checkReaction,
	accountOf: memberAccount,
	calls: ['POST /api-comment'],
	output: reactionOutput,
	texts: { comment: 'Comment' },
	text: ({ comment: words }) => words,
	perform: async (api, { comment: words, ...reaction }) =>
		await react(api, '/api-comment', reaction, { comment_text: words }),
});
