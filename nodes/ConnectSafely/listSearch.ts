import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { profileUrl } from '../shared/linkedin';
import { connectForList } from '../shared/n8n/lists';
import { accountName, canAct, fetchAccounts } from './accounts';
import { connectSafely } from './vendor';

/** The list mode of `account`: LinkedIn accounts of the workspace that can act. */
export async function searchAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await connectForList(this, connectSafely, async (api) => {
		const search = filter?.trim();
		const accounts = await fetchAccounts(api, search === '' ? undefined : search);
		const results = accounts.filter(canAct).map((account) => ({
			name: accountName(account),
			value: String(account.id),
			url: profileUrl({ publicIdentifier: String(account.publicId ?? '') }),
		}));
		return { results };
	});
}
