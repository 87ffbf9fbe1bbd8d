import { z } from 'zod';

import { noteField } from '../../../shared/fields/properties';
import { sendingFields } from '../../../shared/fields/sending';
import { profileUrn } from '../../../shared/linkedin';
import { LONGEST_NOTE, optionalText, recipientInput } from '../../../shared/fields/inputs';
import { defineAct } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { recipient, waitOptionsField } from '../../fields';
import { withMemberId } from '../../people/resolve';
import { actTask, invitationReceipt } from '../../tasks/settle';
import { waitForResultField, waitInput } from '../../tasks/waiting';

const input = waitInput.extend({
	recipient: recipientInput,
	note: optionalText('Note', LONGEST_NOTE),
});

/**
 * POST /linkedin-agent/send-connection-request, then its task (seed outx-send-connection-request). The
 * seed knows no note, newer pages do: it is sent only when there is one.
 */
export const sendConnectionRequest = defineAct<OutXApi, z.infer<typeof input>>({
	resource: 'connection',
	operation: 'sendRequest',
	name: 'Send Request',
	action: 'Send connection request',
	description: 'Invite a person to connect',
	acts: 'sendConnectionRequest',
	parameters: [recipient, noteField, waitForResultField, ...sendingFields, waitOptionsField],
	input,
	texts: { note: 'Note' },
	text: ({ note }) => note ?? '',
	resolve: async (api, { recipient: { target: member }, ...choice }) =>
		await withMemberId(api, member, choice),
	async perform(api, { recipient: { target: member }, note, ...choice }) {
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
