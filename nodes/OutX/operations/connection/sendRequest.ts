import { notePart } from '../../../shared/fields/parts';
import { profileUrn } from '../../../shared/linkedin';
import { actOutput } from '../../../shared/operation/output';
import { defineAct } from '../../define';
import { recipient } from '../../fields';
import { withMemberId } from '../../people/resolve';
import { actTask, invitationReceipt } from '../../tasks/settle';
import { waitForResult, waitOptions } from '../../tasks/waiting';

/**
 * POST /linkedin-agent/send-connection-request, then its task (docs.outx.ai, Send Connection Request).
 * That page knows no note, newer ones do: it is sent only when there is one.
 */
export const sendConnectionRequest = defineAct({
	resource: 'connection',
	operation: 'sendRequest',
	name: 'Send Request',
	action: 'Send connection request',
	description: 'Invite a person to connect',
	acts: 'sendConnectionRequest',
	fields: [recipient, notePart, waitForResult, waitOptions],
	calls: ['POST /linkedin-agent/send-connection-request'],
	output: actOutput(
		'recipient',
		{ sent: 'boolean', status: 'string', message: 'string' },
		'taskId',
	),
	texts: { note: 'Note' },
	text: ({ note }) => note ?? '',
	resolve: async (api, { on: { target: member }, ...choice }) =>
		await withMemberId(api, member, choice),
	async perform(api, { on: { target: member }, note, ...choice }) {
		const createdAt = api.tasks.now();
		const taskId = await api.tasks.act('/linkedin-agent/send-connection-request', {
			profile_urn: profileUrn(member) ?? '',
			...(note !== undefined && { note }),
		});
		return actTask(api, taskId, createdAt, choice, invitationReceipt);
	},
	resume: (api, choice, taskId, createdAt) =>
		actTask(api, taskId, createdAt, choice, invitationReceipt),
});
