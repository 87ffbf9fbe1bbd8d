import { z } from 'zod';

import { simplifyField } from '../../../shared/fields/properties';
import { isObject } from '../../../shared/http/json';
import type { JsonObject } from '../../../shared/http/types';
import { flag } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import { simpleAccount, withoutSecrets } from '../../accounts';
import type { LinkupApi } from '../../api';
import { anyJson, success } from '../../api';
import { account } from '../../fields';
import { actor } from '../../inputs';

const input = actor.and(z.object({ simplify: flag(true) }));

/**
 * GET /v2/accounts/{account_id}: proves that LinkedIn still accepts the account
 * (docs.linkupapi.com).
 */
export const getAccount = defineRead<LinkupApi, z.infer<typeof input>>({
	resource: 'account',
	operation: 'get',
	name: 'Get',
	action: 'Get account',
	description: 'See the state of a connected account',
	onlyWith: { authentication: 'account' },
	parameters: [account, simplifyField],
	input,
	async perform(api, { account: id = '', simplify }) {
		const path = `/v2/accounts/${encodeURIComponent(id)}`;
		const request = { method: 'GET', path } as const;
		const { data: answer } = await api.client.read(request, success('v2', z.record(anyJson)));
		const found = answer.data ?? {};
		const record = isObject(found.account) ? (found.account as JsonObject) : found;
		return simplify ? simpleAccount(record) : (withoutSecrets(record) as JsonObject);
	},
});
