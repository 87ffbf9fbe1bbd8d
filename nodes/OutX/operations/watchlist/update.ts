import { defineChange } from '../../define';
import { updateFields, watchlistChanges } from '../../watchlists/changes';
import { watchlist, watchlistType } from '../../watchlists/fields';
import { requestChange } from '../../watchlists/request';
import { watchlistCalls, watchlistPath } from '../../watchlists/watchlists';

/**
 * PUT /api-{keyword,people,company,reddit}-watchlist (www.outx.ai, Update Watchlist).
 *
 * Out: the vendor's answer: `id`, `updated` and what was changed. People and companies of a watchlist
 * cannot be changed (www.outx.ai, Update Watchlist). Requested once: keywords that are added would be there twice.
 */
export const updateWatchlist = defineChange({
	resource: 'watchlist',
	operation: 'update',
	name: 'Update',
	action: 'Update watchlist',
	description:
		'Rename, pause or resume a watchlist, or change its keywords. The people or companies it looks at cannot be changed.',
	fields: [watchlistType, watchlist, updateFields],
	calls: watchlistCalls('PUT'),
	output: {
		...{ id: 'string', name: 'string', fetchFreqInHours: 'integer', disable: 'boolean' },
		...{ prompt: 'string', updated: 'boolean', message: 'string' },
	},
	async perform(api, { watchlistType: type, watchlist: id, updateFields: changes }) {
		const body = watchlistChanges(id, changes);
		return await requestChange(
			api,
			{ method: 'PUT', path: watchlistPath(type), body },
			{ done: 'updated', ifLost: 'Look at Watchlist › Get before updating it again.' },
		);
	},
});
