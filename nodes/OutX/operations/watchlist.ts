import { listParts, mostOf, simplifyPart } from '../../shared/fields/listing';
import { defineChange, defineRead } from '../define';
import { watchlist, watchlistType } from '../watchlists/fields';
import { requestChange } from '../watchlists/request';
import {
	fetchWatchlist,
	fetchWatchlists,
	simpleWatchlist,
	watchlistCalls,
	watchlistOutput,
	watchlistPath,
} from '../watchlists/watchlists';

/**
 * GET /api-{keyword,people,company,reddit}-watchlist?id= (www.outx.ai, Get Watchlist).
 *
 * Out: the watchlist, simplified to ten fields unless the whole of it is wanted. Fails with `notFound` for
 * an id OutX does not know, `forbidden` for another team's.
 */
export const getWatchlist = defineRead({
	resource: 'watchlist',
	operation: 'get',
	name: 'Get',
	action: 'Get watchlist',
	description: 'Read what a watchlist looks for',
	fields: [watchlistType, watchlist, simplifyPart],
	calls: watchlistCalls('GET'),
	output: watchlistOutput,
	async perform(api, { watchlistType: type, watchlist: id, simplify }) {
		const found = await fetchWatchlist(api, type, id);
		return simplify ? simpleWatchlist(found) : found;
	},
});

/**
 * GET /api-{keyword,people,company,reddit}-watchlist (www.outx.ai, Get Watchlists).
 *
 * Out: one item per watchlist of the type, simplified to ten fields unless the whole of it is wanted. The
 * endpoint knows no pages: it gives all of a type at once, so Limit only cuts.
 */
export const getWatchlists = defineRead({
	resource: 'watchlist',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many watchlists',
	description: 'List the watchlists of your team',
	fields: [watchlistType, ...listParts],
	calls: watchlistCalls('GET'),
	output: watchlistOutput,
	async perform(api, { watchlistType: type, ...wanted }) {
		const all = await fetchWatchlists(api, type);
		const some = all.slice(0, mostOf(wanted));
		return wanted.simplify ? some.map(simpleWatchlist) : some;
	},
});

/**
 * DELETE /api-{keyword,people,company,reddit}-watchlist?id= (docs.outx.ai, Delete Watchlist).
 *
 * Out: the vendor's answer: `id` and `deleted`. The posts go with the watchlist, for good.
 */
export const deleteWatchlist = defineChange({
	resource: 'watchlist',
	operation: 'delete',
	name: 'Delete',
	action: 'Delete watchlist',
	description:
		'Delete a watchlist and all posts it has collected for good. This cannot be undone; Update can pause it instead.',
	fields: [watchlistType, watchlist],
	calls: watchlistCalls('DELETE'),
	output: { id: 'string', deleted: 'boolean', message: 'string' },
	async perform(api, { watchlistType: type, watchlist: id }) {
		const path = watchlistPath(type);
		// Into the query, as the vendor's pages have it; its own client sends a body (outx.openapi.yaml).
		const query = { id };
		return await requestChange(
			api,
			{ method: 'DELETE', path, query },
			{ done: 'deleted', ifLost: 'Look at Watchlist › Get Many to see whether it is still there.' },
		);
	},
});
