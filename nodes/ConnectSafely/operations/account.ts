import { plainRead } from '../api';
import { quotaRecord } from '../answers';
import { requiredAccount } from '../fields';

/** List LinkedIn Accounts: one bare array, of eight fields each, so no Simplify (connectsafely.ai/docs). */
export const getAccounts = plainRead({
	resource: 'account',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many accounts',
	description: 'List the LinkedIn accounts of your workspace, with their state and API seat',
	fields: [],
	route: 'GET /accounts',
	list: ['accounts'],
	output: {
		...{ id: 'string', firstName: 'string', lastName: 'string', publicId: 'string' },
		...{ picture: 'string?', status: 'string', enabled: 'boolean', apiSeatAllocated: 'boolean' },
	},
});

/**
 * Get Account Quota: costs nothing itself (connectsafely.ai/docs). One item per kind of action (`feature`, e.g.
 * MESSAGE or CONNECT); `used` counts what the vendor's own product does as well.
 */
export const getQuota = plainRead({
	resource: 'account',
	operation: 'getQuota',
	name: 'Get Quota',
	action: 'Get account quota',
	description: 'See how much a LinkedIn account may still do, one item per kind of action',
	fields: [requiredAccount],
	route: 'GET /account/{accountId}/quota',
	send: ({ account }) => ({ accountId: account }),
	list: ['quotas'],
	whole: true,
	each: quotaRecord,
	output: {
		...{ accountId: 'string', feature: 'string', window: 'string', used: 'integer' },
		...{ limit: 'integer', linkedinLimit: 'integer', remaining: 'integer' },
		...{ limitReached: 'boolean', limitReachedAt: 'string?', resetAt: 'string' },
	},
});
