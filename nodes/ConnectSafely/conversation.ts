import { z } from 'zod';

import { contradicts } from '../shared/linkedin';
import { CLOCK_SKEW_MS, traceOf } from '../shared/operation/traces';
import type { Recipient } from '../shared/operation/types';
import type { ConnectSafelyApi } from './api';
import { lookUp, memberNamed } from './people';

const existsAnswer = z.object({
	hasConversation: z.boolean(),
	conversationUrn: z.string().nullish(),
	profileUrn: z.string().nullish(),
});

const messageAnswer = z.object({
	text: z.string().nullish(),
	sentAt: z.number().nullish(),
	senderProfileId: z.string().nullish(),
	isSentByOwner: z.boolean().nullish(),
});

const messagesAnswer = z.object({ messages: z.array(messageAnswer) });

/**
 * Whether we wrote it, if that can be told. The sender's ID decides; `isSentByOwner` is undependable
 * (connectsafely.md), so its "no" alone proves nothing.
 */
function isOurs(
	{ senderProfileId, isSentByOwner }: z.infer<typeof messageAnswer>,
	recipientId: string | undefined,
): boolean | undefined {
	const senderId = memberNamed(senderProfileId)?.memberId;
	if (senderId !== undefined && recipientId !== undefined) return senderId !== recipientId;
	return isSentByOwner === true ? true : undefined;
}

/** What a look needs to know of a message. */
export interface SentMessage {
	readonly recipient: Recipient;
	readonly message: string;
	readonly account?: string;
	readonly messageType?: string;
	readonly groupId?: string;
}

/**
 * Looks for a message in the conversation with a person (connectsafely.md: "check /conversations/exists or
 * the last message before repeating"). `since`: when it began, in ms.
 */
export async function findMessage(
	api: ConnectSafelyApi,
	message: SentMessage,
	since: number,
): Promise<'sent' | 'nothing' | undefined> {
	const seen = await search(api, message, since);
	// An InMail or a group's message may stand in a conversation of its own.
	const isElsewhere = message.messageType === 'inmail' || message.groupId !== undefined;
	return seen === 'nothing' && isElsewhere ? undefined : seen;
}

async function search(
	{ client }: ConnectSafelyApi,
	{ recipient: { target: member }, message: text, account: accountId }: SentMessage,
	since: number,
): Promise<'sent' | 'nothing' | undefined> {
	const query = { accountId };
	const exists = await lookUp(member, async (slug) => {
		const path = `/conversations/exists/${encodeURIComponent(slug)}`;
		return (await client.read({ method: 'GET', path, query }, existsAnswer)).data;
	});
	const owner = memberNamed(exists.profileUrn);
	// The conversation with somebody else proves nothing.
	if (owner && contradicts(member, owner)) return undefined;
	if (!exists.hasConversation) return 'nothing';
	if (!exists.conversationUrn) return undefined;
	const path = `/conversations/${encodeURIComponent(exists.conversationUrn)}/messages`;
	const request = {
		method: 'GET',
		path,
		query: { ...query, since: since - CLOCK_SKEW_MS },
	} as const;
	const { messages } = (await client.read(request, messagesAnswer)).data;
	const recipientId = member.memberId ?? owner?.memberId;
	const seen = messages.map((one) => {
		const ours = isOurs(one, recipientId);
		// Like one without a time, a message of an unclear author may be the one, but proves nothing.
		const at = ours === undefined ? undefined : (one.sentAt ?? undefined);
		return { text: one.text ?? '', at, ours };
	});
	return traceOf(seen, text, since);
}
