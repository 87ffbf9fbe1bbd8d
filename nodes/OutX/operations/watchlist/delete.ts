import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { requestChange } from '../../watchlists/request';
import { oneWatchlist, watchlistField, watchlistTypeField } from '../../watchlists/fields';
import { watchlistPath } from '../../watchlists/watchlists';

const input = z.object(oneWatchlist);

/**
 * DELETE /api-{keyword,people,company,reddit}-watchlist?id= (docs.outx.ai, Delete Watchlist).
 *
 * Out: the vendor's answer: `id` and `deleted`. The posts go with the watchlist, for good.
 */
export const deleteWatchlist = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'watchlist',
	operation: 'delete',
	name: 'Delete',
	action: 'Delete watchlist',
	description:
		'Delete a watchlist and all posts it has collected for good. This cannot be undone; Update can pause it instead.',
	changes: true,
	parameters: [watchlistTypeField, watchlistField],
	input,
	async perform(api, { watchlistType, watchlist }) {
		const path = watchlistPath(watchlistType);
		// Into the query, as the vendor's pages have it; its own client sends a body (outx.openapi.yaml).
		const query = { id: watchlist };
		return await requestChange(
			api,
			{ method: 'DELETE', path, query },
			{ done: 'deleted', ifLost: 'Look at Watchlist › Get Many to see whether it is still there.' },
		);
	},
});
