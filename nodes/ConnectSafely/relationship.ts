import type { z } from 'zod';

import { Failure, Skip, invalidInput, passOn } from '../shared/failures/failure';
import { samePerson } from '../shared/failures/otherPerson';
import type { Member } from '../shared/linkedin';
import { mergeMembers } from '../shared/linkedin';
import type { JsonObject } from '../shared/json/types';
import type { ConnectSafelyApi } from './api';
import { identityAnswer, relationshipAnswer } from './answers';
import { SERVICE, lookUp } from './people';

type Relationship = z.infer<typeof relationshipAnswer>;

const NOTHING_SENT = 'nothing was sent';

/**
 * Makes sure that the answer is about the person asked for. `profileUrn` alone is documented; what else
 * would name the person is read where it stands.
 */
function provenMember(asked: Member, found: object, consequence: string): Member {
	const { profileUrn, entityUrn, publicIdentifier, profileUrl, firstName, lastName } =
		found as JsonObject;
	return samePerson(
		{
			service: SERVICE,
			asked,
			urns: [profileUrn, entityUrn, profileUrl],
			slugs: [publicIdentifier],
			name: [firstName, lastName],
		},
		consequence,
	);
}

/**
 * GET /relationship/{profileId}, or /{accountId}/{profileId}: how an account stands to a person.
 *
 * @returns the answer, and everything that is known of the person with it
 * @throws `Failure` with `otherPerson` where it is about somebody else
 */
export async function relationshipTo(
	{ client }: ConnectSafelyApi,
	member: Member,
	accountId: string | undefined,
	consequence = NOTHING_SENT,
): Promise<{ relationship: Relationship; person: Member }> {
	const relationship = await lookUp(member, async (slug) => {
		const segments = [accountId, slug].filter((segment) => segment !== undefined);
		const path = `/relationship/${segments.map(encodeURIComponent).join('/')}`;
		return (await client.read({ method: 'GET', path }, relationshipAnswer)).data;
	});
	const person = mergeMembers(member, provenMember(member, relationship, consequence));
	return { relationship, person };
}

/** The same before an act: undefined where nobody is found under a URN alone. */
async function relationshipBefore(
	api: ConnectSafelyApi,
	member: Member,
	accountId: string | undefined,
): Promise<{ relationship?: Relationship; person: Member }> {
	return await relationshipTo(api, member, accountId).catch((error: unknown) => {
		if (isNameless(error, member)) return { person: member };
		throw passOn(error);
	});
}

/**
 * Asks who a person is before an act: GET /conversations/exists/{profileId}, which costs one look at
 * LinkedIn and nothing of a quota. The look at the relationship that follows has to name the same person:
 * neither answer tells a public identifier, so that one alone could be of anybody. Who is known by URN
 * alone is not asked for: the answer would tell nothing more.
 *
 * @returns everything that is known of the person
 * @throws `Failure` where there is nobody, or somebody else
 */
export async function identify(
	{ client }: ConnectSafelyApi,
	member: Member,
	accountId: string | undefined,
): Promise<Member> {
	const { publicIdentifier: slug } = member;
	if (slug === undefined) return member;
	const path = `/conversations/exists/${encodeURIComponent(slug)}`;
	const request = { method: 'GET', path, query: { accountId } } as const;
	const { data } = await client.read(request, identityAnswer);
	return mergeMembers(member, provenMember(member, data, NOTHING_SENT));
}

/**
 * Looks before a message: whether the relationship is with the person who was found, and before an InMail,
 * which spends a credit also where a message would do, whether the person is a connection.
 *
 * @returns what the look tells of the person
 * @throws `Failure` where it is somebody else, or a connection
 */
export async function beforeMessage(
	api: ConnectSafelyApi,
	member: Member,
	accountId: string | undefined,
	isInMail: boolean,
): Promise<Member> {
	if (!isInMail && member.publicIdentifier === undefined) return member;
	const { relationship, person } = await relationshipBefore(api, member, accountId);
	if (!isInMail || !relationship?.connected) return person;
	throw invalidInput(
		'This person is one of your connections, and an InMail to them would cost a credit, so nothing was sent',
		"Set 'Message Type' to Normal Message for this person.",
	);
}

/**
 * Looks before an invitation: what /connect does with a pending one is documented nowhere. Throws `Skip`
 * when none is needed.
 *
 * @returns what the look tells of the person
 */
export async function beforeInviting(
	api: ConnectSafelyApi,
	member: Member,
	accountId: string | undefined,
): Promise<Member> {
	const { relationship, person } = await relationshipBefore(api, member, accountId);
	if (relationship?.connected) throw new Skip('alreadyConnected');
	if (relationship?.invitationSent === true) throw new Skip('alreadyInvited');
	return person;
}

/** Look-ups document public identifiers only, while acts take a URN: "nobody" proves nothing then. */
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
	const { relationship } = await relationshipTo(api, member, accountId);
	const { connected, invitationSent } = relationship;
	return invitationSent === true && !connected ? 'sent' : undefined;
}
