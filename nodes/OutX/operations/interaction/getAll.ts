import { z } from 'zod';

import { choice } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { dropDown, textField } from '../../../shared/fields/describe';
import { listed } from '../../../shared/fields/listed';
import { listFields, listShape, mostOf } from '../../../shared/fields/listing';
import { fetchPages } from '../../posts/pages';
import { simpleInteraction } from '../../posts/collectedPosts';
import { watchlistField, watchlistInput } from '../../watchlists/fields';

const interactionType = dropDown(
	'Interactions',
	'interactionType',
	'Which interactions to list',
	[
		['comment', 'Comments'],
		['like', 'Likes'],
		['all', 'Likes and Comments'],
	],
	'all',
);

const actorIds = textField(
	'Only By',
	'actorIds',
	"OutX IDs of people or companies, separated by commas: the field 'authorId' of earlier output. Leave empty for everybody.",
	{ placeholder: 'e.g. author-1, author-2' },
);

const input = z.object({
	...listShape,
	watchlist: watchlistInput,
	interactionType: choice('Interactions', ['all', 'like', 'comment'] as const, 'all'),
	actorIds: listed('Only By'),
});

/** GET /api-interactions, page by page (www.outx.ai, Get Interactions). */
export const getInteractions = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'interaction',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many interactions',
	description: "List likes and comments on a watchlist's posts",
	parameters: [watchlistField, interactionType, ...listFields, actorIds],
	input,
	async perform(api, { watchlist, interactionType: kind, actorIds: ids, ...wanted }) {
		const query = {
			watchlist_id: watchlist,
			interaction_type: kind === 'all' ? undefined : kind,
			actor_ids: ids.length > 0 ? ids.join(',') : undefined,
		};
		const found = await fetchPages(api, '/api-interactions', query, mostOf(wanted));
		return wanted.simplify ? found.map(simpleInteraction) : found;
	},
});
