import { z } from 'zod';

import { textlessPostSendingFields } from '../../../shared/fields/sending';
import { defineAct } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { waitOptionsField } from '../../fields';
import { onPost, postField, postShape } from '../../posts/linkedInPosts';
import { actOnPost, postTask } from '../../posts/postTasks';
import { waitForResultField } from '../../tasks/waiting';

const input = z.object(postShape).transform(onPost);

/**
 * POST /linkedin-agent/like-post, then its task (docs.outx.ai, Like Post). Documented for activity URNs; a
 * share or an original post whose activity the link does not tell goes out by its own URN.
 */
export const likePost = defineAct<OutXApi, z.infer<typeof input>>({
	resource: 'post',
	operation: 'like',
	name: 'Like',
	action: 'Like post',
	description: 'Like a LinkedIn post',
	acts: 'likePost',
	on: 'post',
	parameters: [postField, waitForResultField, ...textlessPostSendingFields, waitOptionsField],
	input,
	text: () => 'Like',
	perform: async (api, choice) => await actOnPost(api, '/linkedin-agent/like-post', choice),
	resume: (api, choice, taskId, createdAt) => postTask(api, taskId, createdAt, choice),
});
