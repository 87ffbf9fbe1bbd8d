import { z } from 'zod';

import { simplifyField } from '../../../shared/fields/properties';
import { flag } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { oneWatchlist, watchlistField, watchlistTypeField } from '../../watchlists/fields';
import { fetchWatchlist, simpleWatchlist } from '../../watchlists/watchlists';

const input = z.object({
	...oneWatchlist,
	simplify: flag(true),
});

/**
 * GET /api-{keyword,people,company,reddit}-watchlist?id= (www.outx.ai, Get Watchlist).
 *
 * Out: the watchlist, simplified to ten fields unless the whole of it is wanted. Fails with `notFound` for
 * an id OutX does not know, `forbidden` for another team's.
 */
export const getWatchlist = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'watchlist',
	operation: 'get',
	name: 'Get',
	action: 'Get watchlist',
	description: 'Read what a watchlist looks for',
	parameters: [watchlistTypeField, watchlistField, simplifyField],
	input,
	async perform(api, { watchlistType, watchlist, simplify }) {
		const found = await fetchWatchlist(api, watchlistType, watchlist);
		return simplify ? simpleWatchlist(found) : found;
	},
});
