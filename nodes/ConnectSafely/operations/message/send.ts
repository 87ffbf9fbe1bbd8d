import { z } from 'zod';

import { messageField, optionsField } from '../../../shared/descriptions/fields';
import { sendingFields } from '../../../shared/descriptions/sending';
import type { JsonObject } from '../../../shared/http/types';
import { LONGEST_MESSAGE, optionalId, requiredText } from '../../../shared/operation/inputs';
import { defineAct } from '../../../shared/operation/types';
import { acceptedAnswer, receiptOf } from '../../answers';
import type { ConnectSafelyApi } from '../../api';
import { findMessage } from '../../conversation';
import {
	account,
	accountInput,
	groupIdField,
	messageTypeField,
	messageTypeInput,
	recipient,
	subjectField,
	subjectInput,
} from '../../fields';
import { named, personInput } from '../../people';
import { beforeMessage, identify } from '../../relationship';

const input = z
	.object({
		recipient: personInput,
		message: requiredText('Message', LONGEST_MESSAGE),
		messageType: messageTypeInput,
		subject: subjectInput,
		account: accountInput,
		groupId: optionalId('Group ID'),
	})
	.superRefine(({ messageType, subject }, context) => {
		if (messageType !== 'inmail' || subject !== undefined) return;
		const message = "'Subject' is empty, and an InMail needs one";
		context.addIssue({ code: z.ZodIssueCode.custom, message });
	});

/** POST /message (seed connectsafely-send-message). */
export const sendMessage = defineAct<ConnectSafelyApi, z.infer<typeof input>>({
	resource: 'message',
	operation: 'send',
	name: 'Send',
	action: 'Send message',
	description: 'Write to a connection, or to anybody by InMail',
	acts: 'sendMessage',
	parameters: [
		recipient,
		messageField,
		messageTypeField,
		subjectField,
		account,
		...sendingFields,
		optionsField([groupIdField]),
	],
	input,
	texts: { subject: 'Subject', message: 'Message' },
	text: ({ subject, message }) => [subject, message].filter(Boolean).join('\n\n'),
	resolve: async (api, { recipient: { target: member }, account: from }) =>
		await identify(api, member, from),
	precheck: async (api, { recipient: { target: member }, account: from, messageType }) =>
		await beforeMessage(api, member, from, messageType === 'inmail'),
	look: async (api, act, since) => await findMessage(api, act, since),
	async perform({ client }, { recipient: { target: member }, message, messageType, ...more }) {
		const body: JsonObject = {
			...(more.account !== undefined && { accountId: more.account }),
			...named(member, { urn: 'recipientProfileUrn', slug: 'recipientProfileId' }),
			message,
			messageType,
			...(more.subject !== undefined && { subject: more.subject }),
			...(more.groupId !== undefined && { groupId: more.groupId }),
		};
		const request = { method: 'POST', path: '/message', body } as const;
		return receiptOf(await client.act(request, acceptedAnswer), 'recipientProfileUrn', member);
	},
});
