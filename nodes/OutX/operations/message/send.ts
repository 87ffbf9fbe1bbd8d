import { messagePart } from '../../../shared/fields/parts';
import { personUrn } from '../../../shared/linkedin';
import { actOutput } from '../../../shared/operation/output';
import { defineAct } from '../../define';
import { recipient } from '../../fields';
import { withMemberId } from '../../people/resolve';
import { actTask } from '../../tasks/settle';
import { waitForResult, waitOptions } from '../../tasks/waiting';

/** POST /linkedin-agent/send-message, then its task (docs.outx.ai, Send Message). */
export const sendMessage = defineAct({
	resource: 'message',
	operation: 'send',
	name: 'Send',
	action: 'Send message',
	description: 'Write to one of your LinkedIn connections',
	acts: 'sendMessage',
	fields: [recipient, messagePart, waitForResult, waitOptions],
	calls: ['POST /linkedin-agent/send-message'],
	output: actOutput(
		'recipient',
		{ sent: 'boolean', status: 'string', message: 'string' },
		'taskId',
	),
	texts: { message: 'Message' },
	text: ({ message }) => message,
	resolve: async (api, { on: { target: member }, ...choice }) =>
		await withMemberId(api, member, choice),
	async perform(api, { on: { target: member }, message, ...choice }) {
		const createdAt = api.tasks.now();
		const taskId = await api.tasks.act('/linkedin-agent/send-message', {
			recipient_urn: personUrn(member) ?? '',
			message,
		});
		return actTask(api, taskId, createdAt, choice);
	},
	resume: (api, choice, taskId, createdAt) => actTask(api, taskId, createdAt, choice),
});
