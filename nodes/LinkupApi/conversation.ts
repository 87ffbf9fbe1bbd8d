import { z } from 'zod';

import type { Member } from '../shared/linkedin';
import { sameMember } from '../shared/linkedin';
import { traceOf } from '../shared/operation/traces';
import type { LinkupApi } from './api';
import { call } from './api';
import { linkedinUrl, memberIn } from './people';

const conversationAnswer = z.object({
	messages: z.array(
		z.object({
			text: z.string().nullish(),
			timestamp: z.number().nullish(),
			/** `profile_url` is documented for V2 alone. */
			sender_info: z.object({ profile_url: z.string().nullish() }).nullish().catch(undefined),
		}),
	),
});

/** The newest messages are enough: the one in question is minutes old. */
const NEWEST = 10;

/**
 * Looks for a message in the conversation with a person (linkupapi.md: "check state first (invitation
 * status, conversation) because a lost answer may hide a delivered message"). Costs a credit.
 */
export async function findMessage(
	api: LinkupApi,
	account: string | undefined,
	member: Member,
	text: string,
	since: number,
): Promise<'sent' | 'nothing' | undefined> {
	const url = linkedinUrl(member);
	const ways = {
		v1: {
			path: '/v1/messages/conversation',
			body: { linkedin_url: url, total_results: NEWEST },
		},
		v2: {
			category: 'messages',
			action: 'get_conversation',
			params: { profile_url: url, count: NEWEST },
		},
	};
	const { data } = await call(api, account, ways, 'read', conversationAnswer);
	const seen = data.messages.map(({ text: words, timestamp, sender_info: sender }) => {
		const author = memberIn({ public_identifier: sender?.profile_url ?? null });
		const isTheirs = sameMember(author, member);
		// The same words from the other side are no proof. Those from before keep their time.
		const at = isTheirs && (timestamp ?? since) >= since ? undefined : (timestamp ?? undefined);
		return { text: words ?? '', at };
	});
	return traceOf(seen, text, since);
}
