import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { listFields, listShape, mostOf } from '../../../shared/fields/listing';
import { watchlistTypeField, watchlistTypeInput } from '../../watchlists/fields';
import { fetchWatchlists, simpleWatchlist } from '../../watchlists/watchlists';

const input = z.object({ ...listShape, watchlistType: watchlistTypeInput });

/**
 * GET /api-{keyword,people,company,reddit}-watchlist (www.outx.ai, Get Watchlists).
 *
 * Out: one item per watchlist of the type, simplified to ten fields unless the whole of it is wanted. The
 * endpoint knows no pages: it gives all of a type at once, so Limit only cuts.
 */
export const getWatchlists = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'watchlist',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many watchlists',
	description: 'List the watchlists of your team',
	parameters: [watchlistTypeField, ...listFields],
	input,
	async perform(api, { watchlistType, ...wanted }) {
		const all = await fetchWatchlists(api, watchlistType);
		const some = all.slice(0, mostOf(wanted));
		return wanted.simplify ? some.map(simpleWatchlist) : some;
	},
});
