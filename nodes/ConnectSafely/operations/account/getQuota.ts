import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import { quotaAnswer, quotaRecord } from '../../answers';
import type { ConnectSafelyApi } from '../../api';
import { requiredAccount, requiredAccountInput } from '../../fields';

const input = z.object({ account: requiredAccountInput });

/**
 * GET /account/{accountId}/quota (connectsafely.ai/docs, Get Account Quota): costs nothing itself.
 *
 * Out: one item per kind of action (`feature`, e.g. MESSAGE or CONNECT) with `used`, `limit` and
 * `remaining` in acts, `window` (daily or weekly), and `resetAt` as ISO 8601 in UTC, which the vendor
 * writes in a form of its own. `used` counts what the vendor's own product does as well.
 * Fails with `notFound` for an account that the key cannot see.
 */
export const getQuota = defineRead<ConnectSafelyApi, z.infer<typeof input>>({
	resource: 'account',
	operation: 'getQuota',
	name: 'Get Quota',
	action: 'Get account quota',
	description: 'See how much a LinkedIn account may still do, one item per kind of action',
	parameters: [requiredAccount],
	input,
	async perform({ client }, { account: accountId }) {
		const path = `/account/${encodeURIComponent(accountId)}/quota`;
		const { data } = await client.read({ method: 'GET', path }, quotaAnswer);
		return data.quotas.map((quota) => quotaRecord(data.accountId ?? accountId, quota));
	},
});
