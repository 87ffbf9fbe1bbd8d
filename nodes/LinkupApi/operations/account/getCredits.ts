import { z } from 'zod';

import { anyJson, call, defineRead } from '../../api';

const credits = z.union([
	z.number().transform((left) => ({ credits: left })),
	z.object({ credits: z.number() }).catchall(anyJson),
]);

/** Free of charge, and of no account (linkupapi.openapi.yaml). For plans priced per seat it means nothing. */
export const getCredits = defineRead({
	resource: 'account',
	operation: 'getCredits',
	name: 'Get Credits',
	action: 'Get credits of account',
	description: 'See how many credits are left. Plans priced per seat are not metered.',
	onlyWith: { authentication: 'account' },
	fields: [],
	calls: ['GET /v2/credits'],
	output: { credits: 'number' },
	perform: async (api) =>
		(await call(api, 'read', { route: 'GET /v2/credits', params: {} }, credits)).data,
});
