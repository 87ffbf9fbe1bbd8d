import { z } from 'zod';

import { contradicts } from '../shared/linkedin';
import { isShown } from '../shared/operation/traces';
import type { Subject } from '../shared/operation/types';
import type { ConnectSafelyApi } from './api';
import { lookUp, memberNamed } from './people';

const existsAnswer = z.object({
	hasConversation: z.boolean(),
	conversationUrn: z.string().nullish(),
	profileUrn: z.string().nullish(),
});

const messageAnswer = z.object({
	text: z.string().nullish(),
	sentAt: z.union([z.number(), z.string()]).nullish(),
	senderProfileId: z.string().nullish(),
	isSentByOwner: z.boolean().nullish(),
});

const messagesAnswer = z.object({ messages: z.array(messageAnswer) });

/** The mailbox a conversation is in: `urn:li:msg_conversation:(urn:li:fsd_profile:<ours>,2-…)`. */
const ownIdIn = (conversationUrn: string): string | undefined =>
	memberNamed(/\((urn:li:fsd_profile:[^,()]+),/.exec(conversationUrn)?.[1])?.memberId;

/**
 * Whether we wrote it, which the sender's ID tells: `isSentByOwner` is undependable (connectsafely.ai/docs),
 * and proves nothing without an ID beside it.
 */
function isOurs(
	{ senderProfileId, isSentByOwner }: z.infer<typeof messageAnswer>,
	theirId: string | undefined,
	ownId: string | undefined,
): boolean {
	const senderId = memberNamed(senderProfileId)?.memberId;
	if (senderId === undefined || senderId === theirId) return false;
	return senderId === ownId || (theirId !== undefined && isSentByOwner === true);
}

/** What a look needs to know of a message. */
export interface SentMessage {
	readonly on: Subject;
	readonly message: string;
	readonly account?: string;
}

/**
 * Looks for a message in the conversation with a person: getConversationMessages, conversationExists.
 *
 * @param since when the act began, in ms by our clock
 */
export async function findMessage(
	{ client }: ConnectSafelyApi,
	{ on: { target: member }, message: text, account: accountId }: SentMessage,
	since: number,
): Promise<'sent' | undefined> {
	const query = { accountId };
	const exists = await lookUp(member, async (slug) => {
		const path = `/conversations/exists/${encodeURIComponent(slug)}`;
		return (await client.read({ method: 'GET', path, query }, existsAnswer)).data;
	});
	if (!exists.hasConversation || !exists.conversationUrn) return undefined;
	const owner = memberNamed(exists.profileUrn);
	// With somebody else: the look-up knows the person by another name than the one that was written to.
	if (owner && contradicts(member, owner)) return undefined;
	const path = `/conversations/${encodeURIComponent(exists.conversationUrn)}/messages`;
	const { data, moment } = await client.read({ method: 'GET', path, query }, messagesAnswer);
	const theirId = member.memberId ?? owner?.memberId;
	const ownId = ownIdIn(exists.conversationUrn);
	const seen = data.messages.map((one) => ({
		text: one.text ?? '',
		sentAt: one.sentAt,
		isOurs: isOurs(one, theirId, ownId),
	}));
	return isShown(seen, text, since, moment) ? 'sent' : undefined;
}
