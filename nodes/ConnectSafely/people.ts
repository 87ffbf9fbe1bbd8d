import { z } from 'zod';

import { Failure } from '../shared/failures/failure';
import type { JsonObject } from '../shared/json/types';
import type { Member } from '../shared/linkedin';
import { memberIn, profileUrn } from '../shared/linkedin';
import { recipientInput } from '../shared/fields/inputs';
import type { InputSchema, Subject } from '../shared/operation/types';
import { nobodyRule } from './failures';

/** A recipient ConnectSafely.ai has a name for: a public identifier or a profile URN. */
export const personInput: InputSchema<Subject> = recipientInput.transform((recipient, context) => {
	const { publicIdentifier, memberId, salesId } = recipient.target;
	if (publicIdentifier !== undefined || memberId !== undefined) return recipient;
	const known = salesId === undefined ? 'a member number' : 'a Sales Navigator or Recruiter ID';
	const message = `'Recipient' names somebody by ${known} only, which ConnectSafely.ai cannot use: take the address of the profile (linkedin.com/in/…)`;
	context.addIssue({ code: z.ZodIssueCode.custom, message });
	return z.NEVER;
});

/** ConnectSafely.ai as errors name it. */
export const SERVICE = 'ConnectSafely.ai';

/** The URN where it is known, because it saves the vendor a look-up; the public identifier otherwise. */
export function named(member: Member, field: { urn: string; slug: string }): JsonObject {
	const urn = profileUrn(member);
	if (urn !== undefined) return { [field.urn]: urn };
	return { [field.slug]: member.publicIdentifier ?? '' };
}

/** The member an answer's URN names, if it names one. */
export function memberNamed(urn: unknown): Member | undefined {
	const member = memberIn({ urns: [urn] });
	return Object.keys(member).length > 0 ? member : undefined;
}

/** Nobody by that name, for answers with status 200 too. */
export function nobody(): Failure {
	const { reason, what, next } = nobodyRule;
	return new Failure({ reason, outcome: 'notSent', what, next });
}

/**
 * Asks about a person by public identifier, the only name look-ups document. Who is known by URN alone
 * is asked for with its ID, as LinkedIn's own addresses do; a "not found" then says how to do better.
 */
export async function lookUp<T>(member: Member, ask: (slug: string) => Promise<T>): Promise<T> {
	const { publicIdentifier, memberId } = member;
	if (publicIdentifier !== undefined) return await ask(publicIdentifier);
	return await ask(memberId ?? '').catch((error: unknown) => {
		const isMissing = error instanceof Failure && error.facts.reason === 'notFound';
		throw isMissing ? error.with({ next: BY_URN_ONLY }) : error;
	});
}

const BY_URN_ONLY =
	"ConnectSafely.ai looks people up by public identifier, and 'Recipient' holds a URN: use the address of the profile (linkedin.com/in/…) instead.";
