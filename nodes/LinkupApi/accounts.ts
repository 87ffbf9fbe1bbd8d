import { z } from 'zod';

import { isObject } from '../shared/json/json';
import type { JsonObject, JsonValue } from '../shared/json/types';
import type { LinkupApi } from './api';
import { anyJson, success } from './api';

const PAGE = 50;

/** A guard against a list that never ends. */
const MOST_PAGES = 200;

const NEVER_SHOWN = /token|cookie|password|secret|li_at|api_?key/i;

/** V1's list of accounts shows every login token in clear; should V2's ever do so, it ends here. */
export function withoutSecrets(value: JsonValue): JsonValue {
	if (Array.isArray(value)) return value.map(withoutSecrets);
	if (!isObject(value)) return value;
	const kept = Object.entries(value as JsonObject).filter(([key]) => !NEVER_SHOWN.test(key));
	return Object.fromEntries(kept.map(([key, inner]) => [key, withoutSecrets(inner)]));
}

/**
 * The list's key inside `data` is assumed in the contract: the known ones, or the one array there
 * is.
 */
function recordsIn(data: JsonValue): JsonObject[] {
	const found = Array.isArray(data) ? data : isObject(data) ? listIn(data as JsonObject) : [];
	return found.filter(isObject) as JsonObject[];
}

function listIn(data: JsonObject): JsonValue[] {
	const named = [data.accounts, data.results, data.items].find(Array.isArray);
	const arrays = Object.values(data).filter(Array.isArray);
	return named ?? (arrays.length === 1 ? arrays[0] : []);
}

const paging = z.object({
	pagination: z.object({ next_offset: z.number().nullish(), has_more: z.boolean().nullish() }),
});

export function idOf(account: JsonObject): string {
	const id = account.account_id ?? account.id ?? account._id;
	return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

/** The accounts of the API key, page by page. A page that repeats what is known ends the list. */
export async function fetchAccounts(api: LinkupApi, most: number): Promise<JsonObject[]> {
	const known = new Map<string, JsonObject>();
	for (let page = 0, offset = 0; page < MOST_PAGES && known.size < most; page++) {
		const { data } = await api.client.read(
			{ method: 'GET', path: '/v2/accounts', query: { count: PAGE, offset } },
			success('v2', anyJson),
		);
		const records = recordsIn(data.data ?? null);
		const before = known.size;
		for (const record of records) {
			const id = idOf(record);
			if (!known.has(id)) known.set(id, withoutSecrets(record) as JsonObject);
		}
		const told = paging.safeParse(data.data).data?.pagination;
		const more = told?.has_more ?? records.length >= PAGE;
		if (!more || known.size === before) break;
		offset = Math.max(told?.next_offset ?? 0, offset + records.length);
	}
	return [...known.values()].slice(0, most);
}

function text(value: JsonValue | undefined): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}

/** An account in a few fields. */
export function simpleAccount(account: JsonObject): JsonObject {
	return {
		accountId: idOf(account),
		name: text(account.account_name ?? account.name),
		platform: text(account.platform),
		status: text(account.status),
		country: text(account.country),
	};
}
