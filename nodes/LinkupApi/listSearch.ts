import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { connectForList } from '../shared/n8n/lists';
import { fetchAccounts, simpleAccount } from './accounts';
import { linkupApi } from './vendor';

/**
 * The list mode of `account`: what is connected to LinkupAPI; for acting, LinkedIn accounts only.
 */
export async function searchAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const showsAll = this.getCurrentNodeParameter('resource') === 'account';
	const wanted = filter?.trim().toLowerCase() ?? '';
	return await connectForList(this, linkupApi, async (api) => {
		const accounts = (await fetchAccounts(api, Number.POSITIVE_INFINITY)).map(simpleAccount);
		const results = accounts.flatMap(({ accountId, name, platform, status }) => {
			const isLinkedIn = platform === null || platform === 'linkedin';
			if (accountId === '' || !(showsAll || isLinkedIn)) return [];
			const facts = [isLinkedIn ? null : platform, status === 'connected' ? null : status];
			const shown = [name ?? accountId, ...facts].filter((fact) => fact !== null).join(' · ');
			return [{ name: shown, value: String(accountId) }];
		});
		return {
			results: results.filter(
				({ name, value }) => name.toLowerCase().includes(wanted) || value.includes(wanted),
			),
		};
	});
}
