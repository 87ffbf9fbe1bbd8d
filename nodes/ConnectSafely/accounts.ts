import type { JsonObject } from '../shared/json/types';
import type { ConnectSafelyApi } from './api';
import { accountsAnswer } from './answers';

/** GET /accounts: all accounts the key can see, in one bare array (openapi.yaml). */
export async function fetchAccounts(api: ConnectSafelyApi, search?: string): Promise<JsonObject[]> {
	const query = { q: search };
	const { data } = await api.client.read(
		{ method: 'GET', path: '/accounts', query },
		accountsAnswer,
	);
	return data;
}

/** States in which an account can act; FREE and PREMIUM are older words for it (connectsafely.ai/docs/api, List LinkedIn Accounts). */
const READY = /^(?:available|free|premium|in_use)$/i;

/** Whether the account has a seat and is in a state to act. What the vendor leaves out counts as fine. */
export function canAct({ apiSeatAllocated, enabled, status }: JsonObject): boolean {
	if (apiSeatAllocated === false || enabled === false) return false;
	return typeof status !== 'string' || READY.test(status);
}

/** The person behind the account, and its state where that is worth a word. */
export function accountName({ id, firstName, lastName, publicId, status }: JsonObject): string {
	const person = [firstName, lastName].filter(Boolean).join(' ').trim();
	const name = person || String(publicId ?? id);
	return status === 'IN_USE' ? `${name} (in use)` : name;
}
