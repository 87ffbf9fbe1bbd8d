import { z } from 'zod';

import { limitField, returnAllField } from '../../../shared/fields/properties';
import { flag, number } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import { fetchAccounts } from '../../accounts';
import type { ConnectSafelyApi } from '../../api';

const input = z.object({
	returnAll: flag(false),
	limit: number('Limit', 50, { min: 1, max: 100_000, whole: true }),
});

/**
 * GET /accounts (connectsafely.ai/docs, List LinkedIn Accounts); eight fields each, so no Simplify.
 *
 * Out: one item per account: `id` for the field LinkedIn Account, `firstName`, `lastName`, `publicId`,
 * `status` (AVAILABLE, WARMUP, ERROR …), `enabled`, and whether it has an API seat.
 */
export const getAccounts = defineRead<ConnectSafelyApi, z.infer<typeof input>>({
	resource: 'account',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many accounts',
	description: 'List the LinkedIn accounts of your workspace, with their state and API seat',
	parameters: [returnAllField, limitField],
	input,
	async perform(api, { returnAll, limit }) {
		const accounts = await fetchAccounts(api);
		return returnAll ? accounts : accounts.slice(0, limit);
	},
});
