import type { Member } from './member';
import { mergeMembers } from './member';
import { readMember } from './readMember';

/** The fields of an answer that say who it is about. Whatever stands in them: they are read, not trusted. */
export interface NameFields {
	/** Where a public identifier is due: a bare one, an address or an ID. */
	readonly slugs?: readonly unknown[];
	/** Where a URN, an ID or an address is due. */
	readonly urns?: readonly unknown[];
}

const KINDS = ['publicIdentifier', 'memberId', 'salesId', 'memberNumber'] as const;

/** LinkedIn's slugs ignore case, and letters with accents are written in two ways. */
function plain(kind: (typeof KINDS)[number], name: string): string {
	return kind === 'publicIdentifier' ? name.normalize('NFC').toLowerCase() : name;
}

/**
 * Whether the two cannot be shown to be one person, because both have a name of one kind and it differs.
 * A slug that was changed looks like that too: nothing tells it from the slug of somebody else.
 */
export function contradicts(asked: Member, found: Member): boolean {
	return KINDS.some((kind) => {
		const [one, other] = [asked[kind], found[kind]];
		return Boolean(one && other) && plain(kind, one ?? '') !== plain(kind, other ?? '');
	});
}

/** What hidden profiles and empty fields leave of an ID. */
const NO_ID = /(?:^|:)\(?(?:unknown|undefined|null|nan|none|0*)\)?$/i;

/** Without these a text in a URN's place is no name of LinkedIn's: a record's ID, say. */
const IS_URN = /[:/]|%(?:25)*(?:2f|3a)|^(?:ACoAA|ACwAA|AEMAA)/i;

/** One piece of a path: no address, no URN, no sentence. */
const IS_PIECE = /^(?!.*%(?:25)*(?:2f|3a))[^\s/:?#]+$/i;

function nameIn(field: unknown, isSlug: boolean): Member | undefined {
	if (typeof field !== 'string') return undefined;
	const text = field.trim().replace(/\/+$/, '');
	if (NO_ID.test(text)) return undefined;
	if (!isSlug && !IS_URN.test(text)) return undefined;
	try {
		// In its place a slug of digits is a slug, and not a number that may be anything.
		return readMember(isSlug && IS_PIECE.test(text) ? `https://www.linkedin.com/in/${text}` : text);
	} catch {
		return undefined;
	}
}

/** What each field names; fields that name no member are left out. Never throws. */
export function membersIn({ slugs = [], urns = [] }: NameFields): Member[] {
	const named = [
		...urns.map((field) => nameIn(field, false)),
		...slugs.map((field) => nameIn(field, true)),
	];
	return named.filter((member) => member !== undefined);
}

/**
 * Who an answer is about.
 *
 * @param asked whom it was asked for: what contradicts them wins over what does not
 * @returns everything the fields tell; empty when none of them names a member
 */
export function memberIn(fields: NameFields, asked: Member = {}): Member {
	const members = membersIn(fields);
	const others = members.filter((member) => contradicts(asked, member));
	return [...others, ...members].reduce(mergeMembers, {});
}
