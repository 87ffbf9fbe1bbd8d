import { listParts, mostOf } from '../../shared/fields/listing';
import { defineRead } from '../define';
import { simplePost } from '../posts/collectedPosts';
import { fetchPages } from '../posts/pages';
import { postFilters, sort } from '../posts/postFilters';
import { watchlist } from '../watchlists/fields';

/**
 * GET /api-posts, page by page (outxai.mintlify.app, Get Posts).
 *
 * Out: one item per post, each once; new posts that come in meanwhile move the pages.
 */
export const getCollectedPosts = defineRead({
	resource: 'collectedPost',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many collected posts',
	description: 'List the posts a watchlist has found so far',
	fields: [watchlist, ...listParts, postFilters, sort],
	calls: ['GET /api-posts'],
	output: {
		...{ id: 'string', source: 'string', url: 'string', urn: 'string', author: 'string' },
		...{ text: 'string', createdAt: 'string' },
		...{ likes: 'integer', comments: 'integer', shares: 'integer' },
	},
	async perform(api, { watchlist: id, filters, sort: order, ...wanted }) {
		const query = {
			watchlist_id: id,
			...filters,
			// The vendor's own order is the newest first.
			sort_by: order === 'recent' ? undefined : order,
		};
		const posts = await fetchPages(api, '/api-posts', query, mostOf(wanted));
		return wanted.simplify ? posts.map(simplePost) : posts;
	},
});
