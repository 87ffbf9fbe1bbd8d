import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { ConnectSafelyApi } from '../../api';
import { account, accountInput, recipient } from '../../fields';
import { personInput } from '../../people';
import { relationshipTo } from '../../relationship';

const input = z.object({ recipient: personInput, account: accountInput });

/**
 * GET /relationship/{profileId}, or /{accountId}/{profileId} (connectsafely.ai/docs, Check Relationship).
 *
 * In: the person, and the account to ask for; without one the key's default account is asked for.
 * Out: `connected`, `invitationSent` and `invitationReceived` as booleans, which together say what the
 * next step is; `status` in the vendor's words, of which only NOT_CONNECTED is published; `profileUrn`,
 * and `accountId` of the account that was used. Fields that are not documented pass through.
 * Fails with `otherPerson` where it is about somebody else, and with `notFound` for nobody, which somebody known by URN alone may turn out to be.
 */
export const getRelationship = defineRead<ConnectSafelyApi, z.infer<typeof input>>({
	resource: 'connection',
	operation: 'getRelationship',
	name: 'Get Relationship',
	action: 'Get relationship',
	description: 'See whether a person is connected with you or an invitation is under way',
	parameters: [recipient, account],
	input,
	async perform(api, { recipient: { target: member }, account: accountId }) {
		const consequence = 'how you stand to the person asked for is not known';
		return (await relationshipTo(api, member, accountId, consequence)).relationship;
	},
});
