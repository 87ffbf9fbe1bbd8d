import { simplifyPart } from '../../shared/fields/listing';
import type { JsonObject } from '../../shared/json/types';
import { defineRead } from '../api';
import { account, recipient } from '../fields';
import { linkedinUrl } from '../people';
import { RELATION, relationTo, simpleRelation } from '../relation';

/** See `relationTo`. With Simplify off the vendor's answer alone. */
export const getConnectionStatus = defineRead({
	resource: 'connection',
	operation: 'getStatus',
	name: 'Get Status',
	action: 'Get connection status',
	description: 'See whether a person is connected with you, invited, or neither',
	fields: [account, recipient, simplifyPart],
	calls: [RELATION.v1, RELATION.v2],
	output: {
		...{ profileUrl: 'string', state: 'string', type: 'string?', connected: 'boolean' },
		...{ invitationPending: 'boolean', canInvite: 'boolean', canAccept: 'boolean' },
		...{ invitationId: 'string?', distance: 'integer?' },
	},
	async perform(api, { account: from, recipient: { target: member }, simplify }) {
		const relation = await relationTo(api, from, member);
		if (!simplify) return relation as JsonObject;
		return { profileUrl: linkedinUrl(member), ...simpleRelation(relation) };
	},
});
