import { defineChange } from '../../define';
import { newWatchlistBody, newWatchlistFields } from '../../watchlists/newWatchlist';
import { requestChange } from '../../watchlists/request';
import { watchlistCalls, watchlistPath } from '../../watchlists/watchlists';

/**
 * POST /api-{keyword,people,company,reddit}-watchlist (www.outx.ai, Create Watchlist).
 *
 * Out: the vendor's answer: `id`, `name`, `type`, `slug` and what it was made of. Posts appear after OutX
 * has looked for the first time. Requested once: a second request would make a second watchlist.
 * Fails with `limitReached` when the plan has no watchlist left.
 */
export const createWatchlist = defineChange({
	resource: 'watchlist',
	operation: 'create',
	name: 'Create',
	action: 'Create watchlist',
	description: 'Let OutX collect posts by keywords, people or companies from now on',
	fields: newWatchlistFields,
	calls: watchlistCalls('POST'),
	output: {
		...{ id: 'string', name: 'string', slug: 'string', type: 'string' },
		...{ keywords: ['string'], fetchFreqInHours: 'integer', prompt: 'string' },
		...{ created: 'boolean', message: 'string' },
	},
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
