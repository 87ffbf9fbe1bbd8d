import { z } from 'zod';

import { postSendingFields } from '../../../shared/fields/sending';
import { requiredText } from '../../../shared/fields/inputs';
import { defineAct } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { commentField, LONGEST_COMMENT } from '../../posts/comment';
import { onPost, react, reactionFields, reactionShape } from '../../posts/reactions';

const input = z
	.object({ ...reactionShape, comment: requiredText('Comment', LONGEST_COMMENT) })
	.transform(onPost);

/**
 * POST /api-comment (docs.outx.ai, Create Comment). OutX queues it, and no endpoint tells how it ends: the
 * outcome is `pending`, with the task's ID for the vendor's support.
 */
export const commentOnCollectedPost = defineAct<OutXApi, z.infer<typeof input>>({
	resource: 'collectedPost',
	operation: 'comment',
	name: 'Comment',
	action: 'Comment on collected post',
	description:
		'Write a comment under a post a watchlist has found. OutX puts it in a queue and does not tell when it is done.',
	acts: 'commentOnCollectedPost',
	on: 'post',
	parameters: [...reactionFields, commentField, ...postSendingFields],
	input,
	texts: { comment: 'Comment' },
	text: ({ comment }) => comment,
	perform: async (api, { comment, ...reaction }) =>
		await react(api, '/api-comment', reaction, { comment_text: comment }),
});
