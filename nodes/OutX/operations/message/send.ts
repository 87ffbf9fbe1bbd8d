import { z } from 'zod';

import { messageField } from '../../../shared/fields/properties';
import { sendingFields } from '../../../shared/fields/sending';
import { personUrn } from '../../../shared/linkedin';
import { LONGEST_MESSAGE, recipientInput, requiredText } from '../../../shared/fields/inputs';
import { defineAct } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { recipient, waitOptionsField } from '../../fields';
import { withMemberId } from '../../people/resolve';
import { actTask } from '../../tasks/settle';
import { waitForResultField, waitInput } from '../../tasks/waiting';

const input = waitInput.extend({
	recipient: recipientInput,
	message: requiredText('Message', LONGEST_MESSAGE),
});

/** POST /linkedin-agent/send-message, then its task (seed outx-send-message). */
export const sendMessage = defineAct<OutXApi, z.infer<typeof input>>({
	resource: 'message',
	operation: 'send',
	name: 'Send',
	action: 'Send message',
	description: 'Write to one of your LinkedIn connections',
	acts: 'sendMessage',
	parameters: [recipient, messageField, waitForResultField, ...sendingFields, waitOptionsField],
	input,
	texts: { message: 'Message' },
	text: ({ message }) => message,
	resolve: async (api, { recipient: { target: member }, ...choice }) =>
		await withMemberId(api, member, choice),
	async perform(api, { recipient: { target: member }, message, ...choice }) {
		const createdAt = api.tasks.now();
		const taskId = await api.tasks.act('/linkedin-agent/send-message', {
			recipient_urn: personUrn(member) ?? '',
			message,
		});
		return actTask(api, taskId, createdAt, choice);
	},
	resume: (api, choice, taskId, createdAt) => actTask(api, taskId, createdAt, choice),
});
