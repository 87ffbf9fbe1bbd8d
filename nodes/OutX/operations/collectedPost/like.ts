import { defineAct } from '../../define';
import {
	actorName,
	checkReaction,
	memberAccount,
	react,
	reactionFields,
	reactionOutput,
} from '../../posts/reactions';

/**
 * POST /api-like (docs.outx.ai, Like).
 *
 * Out: OutX queues it, and no endpoint tells how it ends: the outcome is `pending`, with the task's ID for
 * the vendor's support.
 */
export const likeCollectedPost = defineAct({
	resource: 'collectedPost',
	operation: 'like',
	name: 'Like',
	action: 'Like collected post',
	description:
		'Like a post a watchlist has found. OutX puts it in a queue and does not tell when it is done.',
	acts: 'likeCollectedPost',
	on: 'post',
	fields: reactionFields,
	check: checkReaction,
	accountOf: memberAccount,
	calls: ['POST /api-like'],
	output: reactionOutput,
	// Several members may like one post, each once.
	text: (reaction) => `Like as ${actorName(reaction)}`,
	perform: async (api, reaction) => await react(api, '/api-like', reaction),
});
