import { isObject } from '../shared/json/json';
import type { JsonObject, JsonValue } from '../shared/json/types';
import type { Member, NameFields } from '../shared/linkedin';
import {
	contradicts,
	memberIn as readNames,
	profileUrl,
	profileUrn,
	sameMember,
} from '../shared/linkedin';
import { invalidInput } from '../shared/failures/failure';
import type { Identified } from '../shared/failures/otherPerson';
import { samePerson, samePersonReached } from '../shared/failures/otherPerson';

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
 * docs.linkupapi.com).
 */
export function personParams(member: Member): JsonObject {
	const handle = member.publicIdentifier;
	return handle !== undefined && /[^\x20-\x7e]/.test(handle)
		? { identifier: handle }
		: { profile_url: linkedinUrl(member) };
}

function namesOf(record: JsonValue | undefined): NameFields {
	if (!isObject(record)) return {};
	const { public_identifier, public_id, profile_urn, profile_url } = record;
	return { slugs: [public_identifier, public_id], urns: [profile_urn, profile_url] };
}

/** The member an answer names; empty when none of its fields does. */
export function memberIn(record: JsonValue | undefined): Member {
	return readNames(namesOf(record));
}

function identified(asked: Member, record: JsonValue | undefined): Identified {
	const { first_name, last_name } = isObject(record) ? record : {};
	return { service: 'LinkupAPI', asked, ...namesOf(record), name: [first_name, last_name] };
}

/**
 * Makes sure that what was read is about the person asked for.
 *
 * @throws `Failure` with `otherPerson`
 */
export function provenMember(
	asked: Member,
	record: JsonValue | undefined,
	consequence: string,
): Member {
	return samePerson(identified(asked, record), consequence);
}

/** The same for the answer to an act. */
export function reachedMember(asked: Member, record: JsonValue | undefined): Member | undefined {
	return samePersonReached(identified(asked, record));
}

/**
 * More names of the person out of an answer whose fields are documented nowhere: only where one of them
 * is known to be of the person, because they may as well be the sender's.
 */
export function moreNames(asked: Member, record: JsonValue | undefined): Member | undefined {
	const named = memberIn(record);
	return sameMember(asked, named) && !contradicts(asked, named) ? named : undefined;
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
