import { z } from 'zod';

import { messageField, optionsField } from '../../../shared/fields/properties';
import { sendingFields } from '../../../shared/fields/sending';
import { LONGEST_MESSAGE, requiredText } from '../../../shared/fields/inputs';
import { defineAct } from '../../../shared/operation/types';
import type { LinkupApi } from '../../api';
import { anyJson, call } from '../../api';
import { findMessage } from '../../conversation';
import { account, recipient } from '../../fields';
import { actor, personInput } from '../../inputs';
import { attachment, mediaInput, mediaOptions } from '../../media';
import { linkedinUrl, moreNames } from '../../people';

const input = actor
	.and(mediaInput)
	.and(z.object({ recipient: personInput, message: requiredText('Message', LONGEST_MESSAGE) }))
	.superRefine(({ authentication, mediaUrl, mediaBinaryProperty }, context) => {
		if (authentication === 'loginToken' || mediaUrl || !mediaBinaryProperty) return;
		const message =
			"LinkupAPI takes no files from a connected account, so 'Input Binary Field' cannot be used: put the file on the web and use 'Media URL'";
		context.addIssue({ code: z.ZodIssueCode.custom, message });
	});

/** V1 POST /v1/messages/send-message (seed linkupapi-send-message); V2 messages `send`. */
export const sendMessage = defineAct<LinkupApi, z.infer<typeof input>>({
	resource: 'message',
	operation: 'send',
	name: 'Send',
	action: 'Send message',
	description: 'Write to a person on LinkedIn, with a file if you like',
	acts: 'sendMessage',
	parameters: [account, recipient, messageField, ...sendingFields, optionsField(mediaOptions)],
	input,
	texts: { message: 'Message' },
	text: ({ message }) => message,
	async precheck(api, { recipient: { target: member }, ...media }) {
		// A missing file is found before the pause, and in a dry run.
		await attachment(api, media);
		return member;
	},
	look: async (api, { account: from, recipient: { target: member }, message }, since) =>
		await findMessage(api, from, member, message, since),
	async perform(api, { account: from, recipient: { target: member }, message, ...media }) {
		const { publicIdentifier, memberId } = member;
		const url = linkedinUrl(member);
		// Newer copies of V1's page take the bare id for messages.
		const named = publicIdentifier === undefined && memberId !== undefined ? memberId : url;
		const extra = await attachment(api, media);
		const ways = {
			v1: {
				path: '/v1/messages/send-message',
				body: { linkedin_url: named, message_text: message, ...extra },
			},
			v2: {
				category: 'messages',
				action: 'send',
				params: { profile_url: url, message_text: message, ...extra },
			},
			...('media_file' in extra && { timeoutMs: 180_000 }),
		};
		const { answer, data } = await call(api, from, ways, 'act', anyJson.optional());
		return { response: answer, target: moreNames(member, data) };
	},
});
