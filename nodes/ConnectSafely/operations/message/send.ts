import { messageField, optionsField } from '../../../shared/fields/properties';
import { sendingFields } from '../../../shared/fields/sending';
import type { JsonObject } from '../../../shared/http/types';
import { defineAct } from '../../../shared/operation/types';
import { acceptedAnswer, receiptOf } from '../../answers';
import type { ConnectSafelyApi } from '../../api';
import { findMessage } from '../../conversation';
import { account, groupIdField, messageTypeField, recipient, subjectField } from '../../fields';
import { messageInput } from '../../messageInput';
import type { MessageInput } from '../../messageInput';
import { named } from '../../people';
import { beforeMessage, identify } from '../../relationship';

/** POST /message (seed connectsafely-send-message). */
export const sendMessage = defineAct<ConnectSafelyApi, MessageInput>({
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
	input: messageInput,
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
