import { choicePart, textPart } from '../../shared/fields/kinds';
import { listed } from '../../shared/fields/listed';
import { listParts, mostOf } from '../../shared/fields/listing';
import { reading } from '../../shared/fields/part';
import { defineRead } from '../define';
import { simpleInteraction } from '../posts/collectedPosts';
import { fetchPages } from '../posts/pages';
import { watchlist } from '../watchlists/fields';

const interactionType = choicePart(
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

const actorIds = reading(
	textPart(
		'Only By',
		'actorIds',
		"OutX IDs of people or companies, separated by commas: the field 'authorId' of earlier output. Leave empty for everybody.",
		{ placeholder: 'e.g. author-1, author-2' },
	),
	listed('Only By'),
);

/** GET /api-interactions, page by page (www.outx.ai, Get Interactions). */
export const getInteractions = defineRead({
	resource: 'interaction',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many interactions',
	description: "List likes and comments on a watchlist's posts",
	fields: [watchlist, interactionType, ...listParts, actorIds],
	calls: ['GET /api-interactions'],
	output: {
		...{ id: 'string', interactionType: 'string', text: 'string', createdAt: 'string' },
		...{ authorId: 'string', authorName: 'string', authorSlug: 'string' },
		...{ authorHeadline: 'string', postId: 'string', postUrn: 'string' },
	},
	async perform(api, { watchlist: id, interactionType: kind, actorIds: ids, ...wanted }) {
		const query = {
			watchlist_id: id,
			interaction_type: kind === 'all' ? undefined : kind,
			actor_ids: ids.length > 0 ? ids.join(',') : undefined,
		};
		const found = await fetchPages(api, '/api-interactions', query, mostOf(wanted));
		return wanted.simplify ? found.map(simpleInteraction) : found;
	},
});
