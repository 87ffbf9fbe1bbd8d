import { isObject } from '../shared/http/json';
import type { JsonObject, JsonValue } from '../shared/http/types';
import type { Member } from '../shared/linkedin';
import { mergeMembers, profileUrl, profileUrn, readMember } from '../shared/linkedin';
import { invalidInput } from '../shared/errors/failure';

/** The member's address as V1 wants it: https://www.linkedin.com/in/<handle or ACoAA… id>. */
export function linkedinUrl(member: Member): string {
	const url = profileUrl(member);
	if (url !== undefined) return url;
	throw invalidInput(
		'LinkupAPI finds nobody by this kind of URN or link',
		"Use the address of the person's profile as 'Recipient'.",
	);
}

/**
 * V2's words for a member where an action takes handles: non-Latin ones go decoded ([PB] in
 * linkupapi.md).
 */
export function personParams(member: Member): JsonObject {
	const handle = member.publicIdentifier;
	return handle !== undefined && /[^\x20-\x7e]/.test(handle)
		? { identifier: handle }
		: { profile_url: linkedinUrl(member) };
}

/** The member an answer names; empty when none of its fields does. */
export function memberIn(record: JsonValue | undefined): Member {
	if (!isObject(record)) return {};
	const { public_identifier: handle, public_id: id, profile_urn: urn } = record;
	return [handle, id, urn].reduce<Member>((known, fact) => {
		try {
			return typeof fact === 'string' ? mergeMembers(known, readMember(fact)) : known;
		} catch {
			return known;
		}
	}, {});
}

function present(record: Record<string, JsonValue | undefined>): JsonObject {
	return Object.fromEntries(
		Object.entries(record).filter(
			(entry): entry is [string, JsonValue] => entry[1] != null && entry[1] !== '',
		),
	);
}

/** A profile of either generation in ten fields at most. */
export function simpleProfile(profile: JsonObject): JsonObject {
	const member = memberIn(profile);
	const names = [profile.first_name, profile.last_name].filter(
		(part) => typeof part === 'string' && part !== '',
	);
	const [job] = Array.isArray(profile.experience) ? profile.experience : [];
	const { title, company, company_name: companyName } = isObject(job) ? (job as JsonObject) : {};
	return present({
		name: names.join(' '),
		headline: profile.headline,
		location: profile.location,
		industry: profile.industry,
		about: profile.summary,
		title,
		company: company ?? companyName,
		publicIdentifier: member.publicIdentifier,
		profileUrl: profileUrl(member),
		urn: profileUrn(member),
	});
}
