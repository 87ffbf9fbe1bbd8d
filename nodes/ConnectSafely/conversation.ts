import { z } from 'zod';

import type { Member } from '../shared/linkedin';
import type { ConnectSafelyApi } from './api';
import { lookUp } from './people';

const existsAnswer = z.object({
	hasConversation: z.boolean(),
	conversationUrn: z.string().nullish(),
});

const messagesAnswer = z.object({
	messages: z.array(z.object({ text: z.string().nullish(), sentAt: z.number().nullish() })),
});

/** Clocks of the vendor, of LinkedIn and of this machine differ a little. */
const CLOCK_SKEW_MS = 30_000;

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Looks for a message in the conversation with a person (connectsafely.md: "check /conversations/exists or
 * the last message before repeating").
 *
 * @returns `sent` when it stands there, `nothing` when nothing was written since, undefined when other
 * messages were and one of them may be it
 */
export async function findMessage(
	{ client }: ConnectSafelyApi,
	member: Member,
	accountId: string | undefined,
	text: string,
	since: number,
): Promise<'sent' | 'nothing' | undefined> {
	const query = { accountId };
	const { hasConversation, conversationUrn } = await lookUp(member, async (slug) => {
		const path = `/conversations/exists/${encodeURIComponent(slug)}`;
		return (await client.read({ method: 'GET', path, query }, existsAnswer)).data;
	});
	if (!hasConversation || !conversationUrn) return 'nothing';
	const path = `/conversations/${encodeURIComponent(conversationUrn)}/messages`;
	const from = since - CLOCK_SKEW_MS;
	const request = { method: 'GET', path, query: { ...query, since: from } } as const;
	const { messages } = (await client.read(request, messagesAnswer)).data;
	const recent = messages.filter(({ sentAt }) => (sentAt ?? since) >= from);
	if (recent.some((message) => plain(message.text ?? '') === plain(text))) return 'sent';
	return recent.length === 0 ? 'nothing' : undefined;
}
