import type { Member } from './member';

/** Ids seen are 39 characters long; vendors' documents abbreviate them to as few as seven. */
const MEMBER_ID = /^ACoAA(?!.*(?:AC[ow]AA|AEMAA))[\w-]{2,95}$/;
const SALES_ID = /^(?:ACwAA|AEMAA)(?!.*(?:AC[ow]AA|AEMAA))[\w-]{2,95}$/;
const LEAD_ID = /^A[\w-]{9,99}$/;

/** LinkedIn's ids are case-sensitive: in lower case, or glued together, they are recognisable and useless. */
const RUINED_ID = /^(?:acoaa|acwaa|aemaa)/;

/** An id that shows by its own first letters what it is, wherever it stands. */
export function readId(text: string): Member | undefined {
	if (MEMBER_ID.test(text)) return { memberId: text };
	if (SALES_ID.test(text)) return { salesId: text };
	return undefined;
}

/** An id with its auth type and token, as Sales Navigator writes it: ACwAA…,NAME_SEARCH,x1Yz */
const TUPLE = /^([\w-]+),[A-Z_]+(?:,[\w-]*)?$/;

export function readTuple(text: string): Member | undefined {
	return readId(TUPLE.exec(text)?.[1] ?? text);
}

/** The digits of a member number, without leading zeros. */
export function readNumber(text: string): Member | undefined {
	if (!/^\d{1,19}$/.test(text)) return undefined;
	const memberNumber = text.replace(/^0+/, '');
	return memberNumber === '' ? undefined : { memberNumber };
}

/**
 * The id in a Sales Navigator or Recruiter address. Older ones carry the member number there:
 * /sales/profile/<number>,<token>,NAME_SEARCH and /recruiter/profile/<number>,<token>,CAP.
 */
export function readLeadId(text: string): Member | undefined {
	return readId(text) ?? readNumber(text) ?? (LEAD_ID.test(text) ? { salesId: text } : undefined);
}

/** What LinkedIn and programs write where there is no id. */
const NO_ID = /^(?:unknown|undefined|null|none|nan|true|false)$/i;

/**
 * The id after urn:li:person, fsd_profile and their like. Not only ACoAA…: vendors' examples and
 * LinkedIn's own developer API have shorter ones.
 */
export function readProfileId(text: string): Member | undefined {
	const known = readId(text);
	if (known) return known;
	if (!/^[\w-]{2,100}$/.test(text) || !/[A-Za-z]/.test(text) || NO_ID.test(text)) return undefined;
	return { memberId: text };
}

export function ruinedId(slug: string): boolean {
	return RUINED_ID.test(slug);
}
