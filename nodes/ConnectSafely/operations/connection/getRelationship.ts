import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { ConnectSafelyApi } from '../../api';
import { account, accountInput, recipient } from '../../fields';
import { personInput } from '../../people';
import { relationshipTo } from '../../relationship';

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
	perform: async (api, { recipient: { member }, account: accountId }) =>
		await relationshipTo(api, member, accountId),
});
