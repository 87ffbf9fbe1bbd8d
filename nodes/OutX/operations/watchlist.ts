import { listParts, mostOf, simplifyPart } from '../../shared/fields/listing';
import { defineRead } from '../define';
import { watchlist, watchlistType } from '../watchlists/fields';
import {
	fetchWatchlist,
	fetchWatchlists,
	simpleWatchlist,
	watchlistCalls,
	watchlistOutput,
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
