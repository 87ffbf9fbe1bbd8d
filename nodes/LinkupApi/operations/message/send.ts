import { messagePart } from '../../../shared/fields/parts';
import { refuse } from '../../../shared/fields/refuse';
import { actOutput } from '../../../shared/operation/output';
import { anyJson, call, defineAct } from '../../api';
import { findMessage } from '../../conversation';
import { account, chosenAuthentication, recipient } from '../../fields';
import { attachment, itemAtHand, mediaOptions } from '../../media';
import { linkedinUrl, moreNames } from '../../people';

const route = { v1: 'POST /v1/messages/send-message', v2: 'messages send' } as const;

const UPLOAD_MS = 180_000;

/** V1 POST /v1/messages/send-message (docs.linkupapi.com, Send Message); V2 messages `send`. */
export const sendMessage = defineAct({
	resource: 'message',
	operation: 'send',
	name: 'Send',
	action: 'Send message',
	description: 'Write to a person on LinkedIn, with a file if you like',
	acts: 'sendMessage',
	fields: [account, recipient, messagePart, chosenAuthentication, mediaOptions, itemAtHand],
	check({ authentication, mediaUrl, mediaBinaryProperty }, context) {
		if (authentication === 'loginToken' || mediaUrl || !mediaBinaryProperty) return;
		refuse(
			context,
			"LinkupAPI takes no files from a connected account, so 'Input Binary Field' cannot be used: put the file on the web and use 'Media URL'",
		);
	},
	calls: [route.v1, route.v2],
	output: actOutput('recipient', {
		...{ status: 'string', message: 'string', success: 'boolean' },
		data: { entity_urn: 'string', conversation_id: 'string' },
	}),
	texts: { message: 'Message' },
	text: ({ message }) => message,
	async precheck(api, { on: { target: member }, ...media }) {
		// A missing file is found before the pause, and in a dry run.
		await attachment(api, media);
		return member;
	},
	findEvidence: async (api, { account: from, on: { target: member }, message }, since) =>
		await findMessage(api, from, member, message, since),
	async perform(api, { account: from, on: { target: member }, message, ...media }) {
		const { publicIdentifier, memberId } = member;
		const url = linkedinUrl(member);
		// Newer copies of V1's page take the bare id for messages.
		const named = publicIdentifier === undefined && memberId !== undefined ? memberId : url;
		const extra = await attachment(api, media);
		const params = {
			v1: { linkedin_url: named, message_text: message, ...extra },
			v2: { profile_url: url, message_text: message, ...extra },
		};
		const timeoutMs = 'media_file' in extra ? UPLOAD_MS : undefined;
		const wanted = { route, params, account: from, timeoutMs };
		const { answer, data } = await call(api, 'sendOnce', wanted, anyJson.optional());
		return { response: answer, target: moreNames(member, data) };
	},
});
