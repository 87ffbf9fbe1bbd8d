import { actOutput } from '../../../shared/operation/output';
import { defineAct } from '../../define';
import { post } from '../../posts/linkedInPosts';
import { actOnPost, postTask } from '../../posts/postTasks';
import { waitForResult, waitOptions } from '../../tasks/waiting';

/**
 * POST /linkedin-agent/like-post, then its task (docs.outx.ai, Like Post). Documented for activity URNs; a
 * share or an original post whose activity the link does not tell goes out by its own URN.
 */
export const likePost = defineAct({
	resource: 'post',
	operation: 'like',
	name: 'Like',
	action: 'Like post',
	description: 'Like a LinkedIn post',
	acts: 'likePost',
	on: 'post',
	fields: [post, waitForResult, waitOptions],
	calls: ['POST /linkedin-agent/like-post'],
	output: actOutput('post', { liked: 'boolean', status: 'string', message: 'string' }, 'taskId'),
	text: () => 'Like',
	perform: async (api, choice) => await actOnPost(api, '/linkedin-agent/like-post', choice),
	resume: (api, choice, taskId, createdAt) => postTask(api, taskId, createdAt, choice),
});
