import { asObject } from '../types';
import type { Answer, Call, Json } from '../types';
import type { Account } from '../world/accounts';
import type { World } from '../world/world';
import { ACTIONS } from './v2Actions';
import { CODES, failure, ok } from './v2Answers';

const ID = /^[0-9a-f]{24}$/;

/** LinkupAPI's second generation; unknown paths answer 404 INVALID_ACCOUNT. */
export function v2(call: Call, world: World): Answer {
	const own = world.accounts.filter((account) => account.vendor === 'linkupApi');
	if (call.method === 'GET') {
		if (call.path === '/v2/credits') return ok({ credits: world.linkup.credits }, {}, world);
		if (call.path === '/v2/accounts') return list(call, own, world);
		const id = /^\/v2\/accounts\/([^/]+)$/.exec(call.path)?.[1];
		const account = own.find((a) => a.id === id);
		if (account) return ok(accountData(account), { action: 'get_account' }, world);
	}
	const category = ACTIONS[call.path];
	if (!category || call.method !== 'POST') {
		return {
			...failure('INVALID_ACCOUNT', CODES.INVALID_ACCOUNT.message, {}, world),
			unchecked: true,
		};
	}
	return act(category, asObject(call.body), own, world);
}

function act(category: (typeof ACTIONS)[string], body: Json, own: Account[], world: World): Answer {
	const name = typeof body.action === 'string' ? body.action : '';
	const meta: Json = {
		action: name,
		...(body.account_id !== undefined && { account_id: body.account_id }),
	};
	const fail = (code: keyof typeof CODES, message: string = CODES[code].message): Answer =>
		failure(code, message, meta, world);
	const action = Object.hasOwn(category, name) ? category[name] : undefined;
	if (!action) return fail('INVALID_ACTION');
	if (typeof body.account_id !== 'string' || !ID.test(body.account_id)) {
		return fail(body.account_id ? 'INVALID_ACCOUNT' : 'INVALID_PARAMS');
	}
	const account = own.find((a) => a.id === body.account_id);
	if (!account) return fail('INVALID_ACCOUNT');
	if (account.status !== 'connected') return fail('ACCOUNT_INACTIVE');
	const params = asObject(body.params);
	const price = action.price(params);
	if (world.linkup.credits < price) return fail('INSUFFICIENT_CREDITS');
	if (world.linkup.linkedinThrottled) return fail('RATE_LIMITED');
	const result = action.run(params, account, world);
	if ('code' in result) return fail(result.code, result.message);
	world.linkup.credits -= price;
	return ok(result.data, { ...meta, credits_consumed: price }, world);
}

function list(call: Call, own: Account[], world: World): Answer {
	const offset = Number(call.query.offset ?? 0);
	const count = Number(call.query.count ?? 10);
	if (!(offset >= 0) || !(count >= 1)) {
		return failure('INVALID_PARAMS', CODES.INVALID_PARAMS.message, {}, world);
	}
	const page = own.slice(offset, offset + count);
	const next = offset + page.length;
	const data = {
		accounts: page.map(accountData),
		total_results: page.length,
		pagination: { offset, count: page.length, next_offset: next, has_more: next < own.length },
	};
	return ok(data, { action: 'list_accounts' }, world);
}

function accountData(account: Account): Json {
	return {
		account_id: account.id,
		account_name: `${account.firstName} ${account.lastName}`,
		platform: account.platform,
		status: account.status,
	};
}
