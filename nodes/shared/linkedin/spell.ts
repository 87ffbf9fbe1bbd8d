import { readId } from './ids';
import type { Member } from './member';

const PROFILE = 'https://www.linkedin.com/in/';

/** Percent-encodes, also what encodeURIComponent leaves alone but linkifiers cut off. */
function encodeSlug(slug: string): string {
	return encodeURIComponent(slug.replace(/\p{Cs}/gu, '')).replace(
		/[!'()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/**
 * The member's canonical profile address, or undefined where there is none.
 * LinkedIn takes an ACoAA… id in the slug's place and redirects.
 */
export function profileUrl(member: Member): string | undefined {
	if (member.publicIdentifier) return PROFILE + encodeSlug(member.publicIdentifier);
	if (member.memberId && readId(member.memberId)?.memberId) return PROFILE + member.memberId;
	return undefined;
}

/** urn:li:person:<memberId>, or undefined when the id is not known. */
export function personUrn(member: Member): string | undefined {
	return member.memberId ? `urn:li:person:${member.memberId}` : undefined;
}

/** urn:li:fsd_profile:<memberId>, or undefined when the id is not known. */
export function profileUrn(member: Member): string | undefined {
	return member.memberId ? `urn:li:fsd_profile:${member.memberId}` : undefined;
}
