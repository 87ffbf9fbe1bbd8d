import { z } from 'zod';

import { simplifyField } from '../../../shared/fields/properties';
import { flag } from '../../../shared/fields/inputs';
import type { JsonObject } from '../../../shared/http/types';
import { defineRead } from '../../../shared/operation/types';
import type { LinkupApi } from '../../api';
import { account, recipient } from '../../fields';
import { actor, personInput } from '../../inputs';
import { linkedinUrl } from '../../people';
import { relationTo, simpleRelation } from '../../relation';

const input = actor.and(z.object({ recipient: personInput, simplify: flag(true) }));

/**
 * V1 POST /v1/network/invitation-status; V2 network `check_invitation` (docs.linkupapi.com).
 *
 * Out: `connected`, `invitationPending`, `canInvite` and `canAccept` as booleans beside the vendor's own
 * `state` and `type`; with Simplify off the vendor's answer alone.
 */
export const getConnectionStatus = defineRead<LinkupApi, z.infer<typeof input>>({
	resource: 'connection',
	operation: 'getStatus',
	name: 'Get Status',
	action: 'Get connection status',
	description: 'See whether a person is connected with you, invited, or neither',
	parameters: [account, recipient, simplifyField],
	input,
	async perform(api, { account: from, recipient: { target: member }, simplify }) {
		const relation = await relationTo(api, from, member);
		if (!simplify) return relation as JsonObject;
		return { profileUrl: linkedinUrl(member), ...simpleRelation(relation) };
	},
});
