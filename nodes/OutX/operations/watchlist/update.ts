import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { requestChange } from '../../watchlists/request';
import { updateFieldsField, updateFieldsInput, watchlistChanges } from '../../watchlists/changes';
import { oneWatchlist, watchlistField, watchlistTypeField } from '../../watchlists/fields';
import { watchlistPath } from '../../watchlists/watchlists';

const input = z.object({
	...oneWatchlist,
	updateFields: updateFieldsInput,
});

/**
 * PUT /api-{keyword,people,company,reddit}-watchlist (www.outx.ai, Update Watchlist).
 *
 * Out: the vendor's answer: `id`, `updated` and what was changed. People and companies of a watchlist
 * cannot be changed (outx.md). Requested once: keywords that are added would be there twice.
 */
export const updateWatchlist = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'watchlist',
	operation: 'update',
	name: 'Update',
	action: 'Update watchlist',
	description:
		'Rename, pause or resume a watchlist, or change its keywords. The people or companies it looks at cannot be changed.',
	changes: true,
	parameters: [watchlistTypeField, watchlistField, updateFieldsField],
	input,
	async perform(api, { watchlistType, watchlist, updateFields }) {
		const body = watchlistChanges(watchlist, updateFields);
		return await requestChange(
			api,
			{ method: 'PUT', path: watchlistPath(watchlistType), body },
			{ done: 'updated', ifLost: 'Look at Watchlist › Get before updating it again.' },
		);
	},
});
