import { z } from 'zod';

import { postSendingFields } from '../../../shared/fields/sending';
import { requiredText } from '../../../shared/fields/inputs';
import { defineAct } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { commentField, LONGEST_COMMENT } from '../../posts/comment';
import { waitOptionsField } from '../../fields';
import { onPost, postField, postShape } from '../../posts/linkedInPosts';
import { actOnPost, postTask } from '../../posts/postTasks';
import { waitForResultField } from '../../tasks/waiting';

const input = z
	.object({ ...postShape, comment: requiredText('Comment', LONGEST_COMMENT) })
	.transform(onPost);

/** POST /linkedin-agent/comment-post, then its task (the vendor's MCP server, linkedin.ts). */
export const commentOnPost = defineAct<OutXApi, z.infer<typeof input>>({
	resource: 'post',
	operation: 'comment',
	name: 'Comment',
	action: 'Comment on post',
	description: 'Write a comment under a LinkedIn post',
	acts: 'commentOnPost',
	on: 'post',
	parameters: [postField, commentField, waitForResultField, ...postSendingFields, waitOptionsField],
	input,
	texts: { comment: 'Comment' },
	text: ({ comment }) => comment,
	perform: async (api, { comment, ...choice }) =>
		await actOnPost(api, '/linkedin-agent/comment-post', choice, { comment_text: comment }),
	resume: (api, choice, taskId, createdAt) => postTask(api, taskId, createdAt, choice),
});
