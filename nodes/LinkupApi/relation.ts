import { z } from 'zod';

import type { JsonObject } from '../shared/json/types';
import type { Member } from '../shared/linkedin';
import type { LinkupApi } from './api';
import { call } from './api';
import { linkedinUrl, provenMember } from './people';

/** What both generations answer on the state of an invitation (V1InvitationStatusSuccess). */
export const relationAnswer = z
	.object({
		invitation_state: z.string().min(1),
		invitation_type: z.string().nullish(),
		invitation_id: z.union([z.string(), z.number()]).nullish(),
		member_distance: z.number().nullish(),
		message: z.string().nullish(),
	})
	.passthrough();

const same = (value: string | null | undefined, ...words: string[]): boolean =>
	words.includes((value ?? '').toUpperCase());

export const RELATION = {
	v1: 'POST /v1/network/invitation-status',
	v2: 'network check_invitation',
} as const;

/**
 * How the account stands to a person (docs.linkupapi.com).
 *
 * @throws `Failure` with `otherPerson` where the answer names somebody else; it need not name anybody
 */
export async function relationTo(
	api: LinkupApi,
	account: string | undefined,
	member: Member,
): Promise<z.infer<typeof relationAnswer>> {
	const url = linkedinUrl(member);
	const params = { v1: { linkedin_url: url }, v2: { profile_url: url } };
	const wanted = { route: RELATION, params, account };
	const relation = (await call(api, 'read', wanted, relationAnswer)).data;
	const consequence = 'how you stand to the person asked for is not known';
	provenMember(member, relation as JsonObject, consequence);
	return relation;
}

/**
 * How the account stands to a person. Connected when the distance is 1 or one of the words says
 * so; to be invited only when there is no invitation; one that came from them is to be accepted
 * instead (docs.linkupapi.com, Invitation Status). Searches and playbooks use other words for the same
 * states.
 */
export function simpleRelation(relation: z.infer<typeof relationAnswer>): JsonObject {
	const { invitation_state: state, invitation_type: type, member_distance: distance } = relation;
	const connected =
		distance === 1 || same(state, 'ACCEPTED', 'CONNECTED') || same(type, 'CONNECTED');
	const pending =
		!connected &&
		(same(state, 'PENDING', 'INVITATION_SENT', 'INVITATION_RECEIVED') ||
			same(type, 'SENT', 'RECEIVED'));
	const received = same(type, 'RECEIVED') || same(state, 'INVITATION_RECEIVED');
	const none = same(state, 'NO_INVITATION', 'CAN_INVITE');
	return {
		state,
		type: type ?? null,
		connected,
		invitationPending: pending,
		canInvite: none && !connected && !pending,
		canAccept: pending && received,
		invitationId: relation.invitation_id == null ? null : String(relation.invitation_id),
		distance: distance ?? null,
	};
}
