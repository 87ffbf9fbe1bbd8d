import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import { relationshipAnswer } from '../../answers';
import type { ConnectSafelyApi } from '../../api';
import { account, accountInput, recipient } from '../../fields';
import { lookUp, personInput } from '../../people';

const input = z.object({ recipient: personInput, account: accountInput });

/** GET /relationship/{profileId}, or /{accountId}/{profileId} (connectsafely.ai/docs, Check Relationship). */
export const getRelationship = defineRead<ConnectSafelyApi, z.infer<typeof input>>({
	resource: 'connection',
	operation: 'getRelationship',
	name: 'Get Relationship',
	action: 'Get relationship',
	description: 'See whether a person is connected with you or an invitation is under way',
	parameters: [recipient, account],
	input,
	async perform({ client }, { recipient: { member }, account: accountId }) {
		return await lookUp(member, async (slug) => {
			const segments = [accountId, slug].filter((segment) => segment !== undefined);
			const path = `/relationship/${segments.map(encodeURIComponent).join('/')}`;
			const { data } = await client.read({ method: 'GET', path }, relationshipAnswer);
			return data;
		});
	},
});
