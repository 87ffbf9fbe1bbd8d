import { z } from 'zod';

import { listParts, mostOf, simplifyPart } from '../../shared/fields/listing';
import { isObject } from '../../shared/json/json';
import type { JsonObject } from '../../shared/json/types';
import type { OutputShape } from '../../shared/operation/output';
import { fetchAccounts, simpleAccount, withoutSecrets } from '../accounts';
import { anyJson, call, defineRead } from '../api';
import { account } from '../fields';

const onlyWith = { authentication: 'account' };

const output: OutputShape = {
	...{ accountId: 'string', name: 'string?', platform: 'string?' },
	...{ status: 'string?', country: 'string?' },
};

/** Proves that LinkedIn still accepts the account (docs.linkupapi.com). */
export const getAccount = defineRead({
	resource: 'account',
	operation: 'get',
	name: 'Get',
	action: 'Get account',
	description: 'See the state of a connected account',
	onlyWith,
	fields: [account, simplifyPart],
	calls: ['GET /v2/accounts/{account_id}'],
	output,
	async perform(api, { account: id, simplify }) {
		const params = { account_id: id };
		const route = 'GET /v2/accounts/{account_id}';
		const { data } = await call(api, 'read', { route, params }, z.record(anyJson));
		const record = isObject(data.account) ? (data.account as JsonObject) : data;
		return simplify ? simpleAccount(record) : (withoutSecrets(record) as JsonObject);
	},
});

/** V2 migration (docs.linkupapi.com): page by page, one item per account. */
export const getAccounts = defineRead({
	resource: 'account',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many accounts',
	description: 'List the accounts connected to LinkupAPI, with their state',
	onlyWith,
	fields: listParts,
	calls: ['GET /v2/accounts'],
	output,
	async perform(api, wanted) {
		const accounts = await fetchAccounts(api, mostOf(wanted));
		return wanted.simplify ? accounts.map(simpleAccount) : accounts;
	},
});
