import { threadId } from '../random';
import type { Account } from './accounts';
import type { Person } from './person';

const owned = (kind: string, account: Account, text: string): string =>
	`urn:li:${kind}:(urn:li:fsd_profile:${account.memberId},2-${threadId(account.id + text)})`;

/** The conversation of an account with a person. */
export function conversationUrn(account: Account, person: Person): string {
	return owned('msg_conversation', account, person.memberId);
}

/** The message at an index of that conversation. */
export function messageUrn(account: Account, person: Person, index: number): string {
	return owned('msg_message', account, `${person.memberId}${index}`);
}
