import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { LinkupApi } from '../../api';
import { anyJson, success } from '../../api';

const credits = z.union([
	z.number().transform((left) => ({ credits: left })),
	z.object({ credits: z.number() }).catchall(anyJson),
]);

/**
 * GET /v2/credits: free of charge, and of no account (linkupapi.openapi.yaml).
 *
 * Out: one item with `credits`, the number left; for plans priced per seat it means nothing.
 */
export const getCredits = defineRead<LinkupApi, unknown>({
	resource: 'account',
	operation: 'getCredits',
	name: 'Get Credits',
	action: 'Get credits of account',
	description: 'See how many credits are left. Plans priced per seat are not metered.',
	onlyWith: { authentication: 'account' },
	parameters: [],
	input: z.unknown(),
	async perform(api) {
		const request = { method: 'GET', path: '/v2/credits' } as const;
		const { data: answer } = await api.client.read(request, success('v2', credits));
		return { ...answer.data };
	},
});
