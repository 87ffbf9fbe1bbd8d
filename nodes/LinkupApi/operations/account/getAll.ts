import { z } from 'zod';

import { limitField, returnAllField, simplifyField } from '../../../shared/fields/properties';
import { flag, number } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import { fetchAccounts, simpleAccount } from '../../accounts';
import type { LinkupApi } from '../../api';

const input = z.object({
	returnAll: flag(false),
	limit: number('Limit', 50, { min: 1, max: 10_000, whole: true }),
	simplify: flag(true),
});

/**
 * GET /v2/accounts, page by page (docs.linkupapi.com, V2 migration).
 *
 * Out: one item per account with its ID, platform and status.
 */
export const getAccounts = defineRead<LinkupApi, z.infer<typeof input>>({
	resource: 'account',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many accounts',
	description: 'List the accounts connected to LinkupAPI, with their state',
	onlyWith: { authentication: 'account' },
	parameters: [returnAllField, limitField, simplifyField],
	input,
	async perform(api, { returnAll, limit, simplify }) {
		const accounts = await fetchAccounts(api, returnAll ? Number.POSITIVE_INFINITY : limit);
		return simplify ? accounts.map(simpleAccount) : accounts;
	},
});
