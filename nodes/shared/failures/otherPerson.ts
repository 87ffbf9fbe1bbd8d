import type { Member, NameFields } from '../linkedin';
import { contradicts, memberIn, memberKeys, personUrn, profileUrl } from '../linkedin';
import { Failure } from './failure';
import type { FoundPerson } from './failure';

/** An answer about a person, and whom it was asked for. */
export interface Identified extends NameFields {
	/** The service, as operators know it. */
	readonly service: string;
	readonly asked: Member;
	/** The person's name in the answer, or its parts. */
	readonly name?: readonly unknown[];
}

const LONGEST_NAME = 80;

function wordsIn(parts: readonly unknown[]): string {
	const words = parts.filter((part) => typeof part === 'string').join(' ');
	const line = words.replace(/[\s\p{C}]+/gu, ' ').trim();
	return [...line].slice(0, LONGEST_NAME).join('');
}

function urnOf(member: Member): string | undefined {
	if (member.memberId) return personUrn(member);
	if (member.memberNumber) return `urn:li:member:${member.memberNumber}`;
	return member.salesId && `urn:li:fs_salesProfile:${member.salesId}`;
}

/** A person as errors show them (`details.recipient.found`). */
function describe(member: Member, name: string): FoundPerson {
	const [url, urn] = [profileUrl(member), urnOf(member)];
	return {
		...(name !== '' && { name }),
		...(url !== undefined && { profileUrl: url }),
		...(member.publicIdentifier && { publicIdentifier: member.publicIdentifier }),
		...(urn !== undefined && { urn }),
	};
}

/** "John Doe (https://www.linkedin.com/in/john-doe)" */
function inWords({ name, profileUrl: url, urn }: FoundPerson): string {
	const where = url ?? urn ?? '';
	return name === undefined ? where : `${name} (${where})`;
}

/**
 * Makes sure that a look-up answered with the person it was asked for, as far as its answer tells.
 *
 * @param consequence what follows for the item when it is somebody else
 * @returns what the answer tells of the person; empty when it names nobody
 * @throws `Failure` with `otherPerson`: nothing has left
 */
export function samePerson(
	{ service, asked, name = [], ...fields }: Identified,
	consequence: string,
): Member {
	const member = memberIn(fields, asked);
	if (!contradicts(asked, member)) return member;
	const found = describe(member, wordsIn(name));
	throw new Failure({
		reason: 'otherPerson',
		outcome: 'notSent',
		what: `${service} answers with somebody else than 'Recipient' names, ${inWords(found)}, so ${consequence}`,
		next: "Open both profiles: if it is the same person under a new address, use the address found as 'Recipient'; if not, correct 'Recipient' or leave this person out.",
		stopsBatch: false,
		found,
	});
}

/**
 * The same for the answer to an act, which has left by then.
 *
 * @returns undefined where the answer names nobody
 * @throws `Failure` with `otherPerson` and `unknown`: seeing nothing of the act afterwards proves nothing
 */
export function samePersonReached({
	service,
	asked,
	name = [],
	...fields
}: Identified): Member | undefined {
	const member = memberIn(fields, asked);
	if (memberKeys(member).length === 0) return undefined;
	if (!contradicts(asked, member)) return member;
	const found = describe(member, wordsIn(name));
	throw new Failure({
		reason: 'otherPerson',
		outcome: 'unknown',
		what: `${service} says that this went to somebody else than 'Recipient' names: ${inWords(found)}`,
		next: 'Look on LinkedIn who got it before repeating this item: it may be the same person under a new address. If it is not, tell the support of the service.',
		stopsBatch: false,
		found,
	});
}
