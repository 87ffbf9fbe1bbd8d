import { z } from 'zod';

import type { Member } from '../shared/linkedin';
import { isShown } from '../shared/operation/traces';
import type { LinkupApi } from './api';
import { call } from './api';
import { linkedinUrl, memberIn } from './people';

const conversationAnswer = z.object({
	messages: z.array(
		z.object({
			text: z.string().nullish(),
			timestamp: z.union([z.number(), z.string()]).nullish(),
			sender_info: z.object({ profile_url: z.string().nullish() }).nullish().catch(undefined),
		}),
	),
});

/** The newest messages are enough: the one in question is minutes old. */
const NEWEST = 10;

/** Whether an author is certainly not this person: both are known by names of one kind, and they differ. */
const isAnother = (author: Member, { publicIdentifier, memberId }: Member): boolean => {
	const names = [
		[author.publicIdentifier, publicIdentifier],
		[author.memberId, memberId],
	].filter((pair) => pair.every((name) => name !== undefined));
	return names.length > 0 && names.every(([one, other]) => one !== other);
};

/** Who wrote a message, told by the address of a profile: a mere name is nobody. */
const authorAt = (url: string | null | undefined): Member =>
	/linkedin\.com\/in\//i.test(url ?? '') ? memberIn({ public_identifier: url ?? null }) : {};

/**
 * Looks for a message in the conversation with a person (messages `get_conversation`). Only V2 tells who
 * wrote a message: in V1 its author is a mere first and last name, which proves nothing, so nothing is
 * asked and nothing paid. In a conversation of two, whoever is not the other one is the account itself.
 *
 * @param since when the act began, in ms by our clock
 */
export async function findMessage(
	api: LinkupApi,
	account: string | undefined,
	member: Member,
	text: string,
	since: number,
): Promise<'sent' | undefined> {
	if (api.generation === 'v1') return undefined;
	const url = linkedinUrl(member);
	const params = { profile_url: url, count: NEWEST };
	const route = { v1: '', v2: 'messages get_conversation' };
	const wanted = { route, params, account };
	const { data, moment } = await call(api, 'read', wanted, conversationAnswer);
	const seen = data.messages.map(({ text: words, timestamp, sender_info: sender }) => ({
		text: words ?? '',
		sentAt: timestamp,
		isOurs: isAnother(authorAt(sender?.profile_url), member),
	}));
	return isShown(seen, text, since, moment) ? 'sent' : undefined;
}
