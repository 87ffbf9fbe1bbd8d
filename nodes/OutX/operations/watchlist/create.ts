import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { requestChange } from '../../watchlists/request';
import type { NewWatchlist } from '../../watchlists/newWatchlist';
import {
	newWatchlistBody,
	newWatchlistFields,
	newWatchlistInput,
} from '../../watchlists/newWatchlist';
import { watchlistPath } from '../../watchlists/watchlists';

/**
 * POST /api-{keyword,people,company,reddit}-watchlist (www.outx.ai, Create Watchlist).
 *
 * Out: the vendor's answer: `id`, `name`, `type`, `slug` and what it was made of. Posts appear after OutX
 * has looked for the first time. Requested once: a second request would make a second watchlist.
 * Fails with `limitReached` when the plan has no watchlist left.
 */
export const createWatchlist = defineRead<OutXApi, NewWatchlist>({
	resource: 'watchlist',
	operation: 'create',
	name: 'Create',
	action: 'Create watchlist',
	description: 'Let OutX collect posts by keywords, people or companies from now on',
	changes: true,
	parameters: newWatchlistFields,
	input: newWatchlistInput,
	async perform(api, wanted) {
		const path = watchlistPath(wanted.watchlistType);
		return await requestChange(
			api,
			{ method: 'POST', path, body: newWatchlistBody(wanted) },
			{
				done: 'created',
				ifLost: 'Look at Watchlist › Get Many before creating it again: there would be two.',
			},
		);
	},
});
