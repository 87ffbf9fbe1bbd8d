import { messagePart } from '../../../shared/fields/parts';
import { refuse } from '../../../shared/fields/refuse';
import type { JsonObject } from '../../../shared/json/types';
import { actOutput } from '../../../shared/operation/output';
import { acceptedAnswer, receiptOf } from '../../answers';
import { defineAct } from '../../api';
import { findMessage } from '../../conversation';
import { account, groupOptions, messageType, recipient, subject } from '../../fields';
import { named } from '../../people';
import { beforeMessage, identify } from '../../relationship';

/** POST /message (connectsafely.ai/docs/api, Send Message). */
export const sendMessage = defineAct({
	resource: 'message',
	operation: 'send',
	name: 'Send',
	action: 'Send message',
	description: 'Write to a connection, or to anybody by InMail',
	acts: 'sendMessage',
	fields: [recipient, messagePart, messageType, subject, account, groupOptions],
	check({ messageType: kind, subject: line }, context) {
		if (kind === 'inmail' && line === undefined) {
			refuse(context, "'Subject' is empty, and an InMail needs one");
		}
	},
	calls: ['POST /message'],
	output: actOutput(
		'recipient',
		{ success: 'boolean', message: 'string', recipientProfileUrn: 'string' },
		'rateLimit',
	),
	texts: { subject: 'Subject', message: 'Message' },
	text: ({ subject: line, message }) => [line, message].filter(Boolean).join('\n\n'),
	resolve: async (api, { on: { target: member }, account: from }) =>
		await identify(api, member, from),
	precheck: async (api, { on: { target: member }, account: from, messageType: kind }) =>
		await beforeMessage(api, member, from, kind === 'inmail'),
	findEvidence: async (api, act, since) => await findMessage(api, act, since),
	async perform({ client }, { on: { target: member }, message, ...more }) {
		const body: JsonObject = {
			...(more.account !== undefined && { accountId: more.account }),
			...named(member, { urn: 'recipientProfileUrn', slug: 'recipientProfileId' }),
			message,
			messageType: more.messageType,
			...(more.subject !== undefined && { subject: more.subject }),
			...(more.groupId !== undefined && { groupId: more.groupId }),
		};
		const request = { method: 'POST', path: '/message', body } as const;
		return receiptOf(await client.sendOnce(request, acceptedAnswer), 'recipientProfileUrn', member);
	},
});
