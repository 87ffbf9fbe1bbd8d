import { z } from 'zod';

import { textlessPostSendingFields } from '../../../shared/fields/sending';
import { defineAct } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { actorName, onPost, react, reactionFields, reactionShape } from '../../posts/reactions';

const input = z.object(reactionShape).transform(onPost);

/**
 * POST /api-like (docs.outx.ai, Like).
 *
 * Out: OutX queues it, and no endpoint tells how it ends: the outcome is `pending`, with the task's ID for
 * the vendor's support.
 */
export const likeCollectedPost = defineAct<OutXApi, z.infer<typeof input>>({
	resource: 'collectedPost',
	operation: 'like',
	name: 'Like',
	action: 'Like collected post',
	description:
		'Like a post a watchlist has found. OutX puts it in a queue and does not tell when it is done.',
	acts: 'likeCollectedPost',
	on: 'post',
	parameters: [...reactionFields, ...textlessPostSendingFields],
	input,
	// Several members may like one post, each once.
	text: (reaction) => `Like as ${actorName(reaction)}`,
	perform: async (api, reaction) => await react(api, '/api-like', reaction),
});
