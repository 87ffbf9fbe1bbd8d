import { z } from 'zod';

import type { VendorAnswer } from '../shared/http/client';
import { readMoment } from '../shared/http/resets';
import type { JsonObject, JsonValue } from '../shared/json/types';
import { isObject } from '../shared/json/json';
import { samePersonReached } from '../shared/failures/otherPerson';
import type { Member } from '../shared/linkedin';
import { profileUrl } from '../shared/linkedin';
import type { Receipt } from '../shared/operation/types';
import { SERVICE } from './people';
import { rateLimitOf } from './rateLimit';

const json = z.custom<JsonValue>((value) => value !== undefined);

/** Of an act only `success: true` proves that it was carried out. */
export const acceptedAnswer = z.object({ success: z.literal(true) }).catchall(json);

export const relationshipAnswer = z
	.object({
		connected: z.boolean(),
		invitationSent: z.boolean().nullish(),
		profileUrn: z.string().nullish(),
	})
	.catchall(json);

/** Of GET /conversations/exists/{profileId}: that it names the person is what it is asked for. */
export const identityAnswer = z
	.object({ hasConversation: z.boolean(), profileUrn: z.string().nullish() })
	.catchall(json);

/** `profile` is empty when there is nobody (openapi.yaml, ProfileResponse). */
export const profileAnswer = z.object({ profile: z.record(json).nullish() }).catchall(json);

export const accountsAnswer = z.array(z.object({ id: z.string().min(1) }).catchall(json));

/**
 * The receipt in the answer to an act on `asked`; `urnField` holds the person's URN.
 *
 * @throws `Failure` with `otherPerson` and `unknown` where it is that of somebody else
 */
export function receiptOf(
	{ data, headers }: VendorAnswer<z.infer<typeof acceptedAnswer>>,
	urnField: string,
	asked: Member,
): Receipt {
	return {
		response: data,
		target: samePersonReached({ service: SERVICE, asked, urns: [(data as JsonObject)[urnField]] }),
		rateLimit: rateLimitOf(headers),
	};
}

/** The same quota with its moments in ISO 8601; the vendor writes "2026-08-28 00:00:00+00:00". */
export function quotaRecord(
	{ resetAt, limitReachedAt, ...rest }: JsonObject,
	answer: JsonValue,
	{ account }: { readonly account: string },
): JsonObject {
	const named = isObject(answer) ? answer.accountId : undefined;
	const accountId = typeof named === 'string' ? named : account;
	const moments = Object.entries({ limitReachedAt, resetAt })
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => [name, readMoment(value) ?? value]);
	return { accountId, ...rest, ...(Object.fromEntries(moments) as JsonObject) };
}

const text = (...candidates: ReadonlyArray<JsonValue | undefined>): string | undefined =>
	candidates.find((value): value is string => typeof value === 'string' && value.trim() !== '');

const objectIn = (value: JsonValue | undefined): JsonObject =>
	isObject(value) ? (value as JsonObject) : {};

/** A profile in ten fields at most; what was asked for in addition stands beside `profile`. */
export function simpleProfile(answer: JsonObject): JsonObject {
	const profile = objectIn(answer.profile);
	const location = objectIn(profile.location);
	const slug = text(profile.publicIdentifier);
	const facts: Record<string, JsonValue | undefined> = {
		name: [profile.firstName, profile.lastName].filter(Boolean).join(' '),
		headline: profile.headline,
		location: text(
			objectIn(profile.geoLocation).fullLocation,
			location.geoLocationName,
			location.countryCode,
		),
		isConnected: profile.isConnected,
		profileUrl: slug === undefined ? undefined : profileUrl({ publicIdentifier: slug }),
		urn: profile.entityUrn,
		// Where contact data stand is published nowhere .
		contact: answer.contact ?? answer.contactInfo ?? profile.contact ?? profile.contactInfo,
		education: answer.education,
		experience: answer.experience,
		skills: answer.skills,
	};
	return Object.fromEntries(
		Object.entries(facts).filter(
			(entry): entry is [string, JsonValue] => entry[1] != null && entry[1] !== '',
		),
	);
}
