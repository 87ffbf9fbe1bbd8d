import type { z } from 'zod';

import { Failure, Skip, passOn } from '../shared/errors/failure';
import type { Member } from '../shared/linkedin';
import type { ConnectSafelyApi } from './api';
import { relationshipAnswer } from './answers';
import { lookUp, memberNamed } from './people';

export type Relationship = z.infer<typeof relationshipAnswer>;

/** GET /relationship/{profileId}, or /{accountId}/{profileId}: how an account stands to a person. */
export async function relationshipTo(
	{ client }: ConnectSafelyApi,
	member: Member,
	accountId: string | undefined,
): Promise<Relationship> {
	return await lookUp(member, async (slug) => {
		const segments = [accountId, slug].filter((segment) => segment !== undefined);
		const path = `/relationship/${segments.map(encodeURIComponent).join('/')}`;
		return (await client.read({ method: 'GET', path }, relationshipAnswer)).data;
	});
}

/**
 * Looks before an invitation: what /connect does with a pending one is not documented (connectsafely.md).
 * Throws `Skip` when none is needed.
 *
 * @returns what the look tells of the person
 */
export async function beforeInviting(
	api: ConnectSafelyApi,
	member: Member,
	accountId: string | undefined,
): Promise<Member> {
	const found = await relationshipTo(api, member, accountId).catch((error: unknown) => {
		if (isNameless(error, member)) return undefined;
		throw passOn(error);
	});
	if (!found) return member;
	if (found.connected) throw new Skip('alreadyConnected');
	if (found.invitationSent === true) throw new Skip('alreadyInvited');
	return memberNamed(found.profileUrn) ?? member;
}

/** Look-ups document public identifiers only, while /connect takes a URN: "nobody" proves nothing then. */
function isNameless(error: unknown, { publicIdentifier }: Member): boolean {
	return (
		publicIdentifier === undefined && error instanceof Failure && error.facts.reason === 'notFound'
	);
}

/**
 * Looks for an invitation whose answer was lost. There was none before it, or it would not have left, so
 * one that is there now is this one. That they are connected by now may have come another way.
 */
export async function findInvitation(
	api: ConnectSafelyApi,
	member: Member,
	accountId: string | undefined,
): Promise<'sent' | undefined> {
	// Without a public identifier the look before may have seen nothing.
	if (member.publicIdentifier === undefined) return undefined;
	const { connected, invitationSent, profileUrn } = await relationshipTo(api, member, accountId);
	const found = memberNamed(profileUrn)?.memberId;
	const isAnother =
		found !== undefined && member.memberId !== undefined && found !== member.memberId;
	return invitationSent === true && !connected && !isAnother ? 'sent' : undefined;
}
