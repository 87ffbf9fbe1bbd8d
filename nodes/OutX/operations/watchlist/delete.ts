import { defineChange } from '../../define';
import { watchlist, watchlistType } from '../../watchlists/fields';
import { requestChange } from '../../watchlists/request';
import { watchlistCalls, watchlistPath } from '../../watchlists/watchlists';

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
