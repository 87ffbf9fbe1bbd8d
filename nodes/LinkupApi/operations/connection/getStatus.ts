import { z } from 'zod';

import { simplifyField } from '../../../shared/descriptions/fields';
import { flag } from '../../../shared/operation/inputs';
import type { JsonObject } from '../../../shared/http/types';
import { defineRead } from '../../../shared/operation/types';
import type { LinkupApi } from '../../api';
import { call } from '../../api';
import { account, recipient } from '../../fields';
import { actor, personInput } from '../../inputs';
import { linkedinUrl } from '../../people';
import { relationAnswer, simpleRelation } from '../../relation';

const input = actor.and(z.object({ recipient: personInput, simplify: flag(true) }));

/** V1 POST /v1/network/invitation-status; V2 network `check_invitation` (docs.linkupapi.com). */
export const getConnectionStatus = defineRead<LinkupApi, z.infer<typeof input>>({
	resource: 'connection',
	operation: 'getStatus',
	name: 'Get Status',
	action: 'Get connection status',
	description: 'See whether a person is connected with you, invited, or neither',
	parameters: [account, recipient, simplifyField],
	input,
	async perform(api, { account: from, recipient: { member }, simplify }) {
		const url = linkedinUrl(member);
		const ways = {
			v1: { path: '/v1/network/invitation-status', body: { linkedin_url: url } },
			v2: { category: 'network', action: 'check_invitation', params: { profile_url: url } },
		};
		const { data } = await call(api, from, ways, 'read', relationAnswer);
		return simplify ? { profileUrl: url, ...simpleRelation(data) } : (data as JsonObject);
	},
});
