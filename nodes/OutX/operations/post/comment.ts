import { actOutput } from '../../../shared/operation/output';
import { defineAct } from '../../define';
import { comment } from '../../posts/comment';
import { post } from '../../posts/linkedInPosts';
import { actOnPost, postTask } from '../../posts/postTasks';
import { waitForResult, waitOptions } from '../../tasks/waiting';

/** POST /linkedin-agent/comment-post, then its task (the vendor's MCP server, linkedin.ts). */
export const commentOnPost = defineAct({
	resource: 'post',
	operation: 'comment',
	name: 'Comment',
	action: 'Comment on post',
	description: 'Write a comment under a LinkedIn post',
	acts: 'commentOnPost',
	on: 'post',
	fields: [post, comment, waitForResult, waitOptions],
	calls: ['POST /linkedin-agent/comment-post'],
	output: actOutput(
		'post',
		{ commented: 'boolean', status: 'string', message: 'string' },
		'taskId',
	),
	texts: { comment: 'Comment' },
	text: ({ comment: words }) => words,
	perform: async (api, { comment: words, ...choice }) =>
		await actOnPost(api, '/linkedin-agent/comment-post', choice, { comment_text: words }),
	resume: (api, choice, taskId, createdAt) => postTask(api, taskId, createdAt, choice),
});
