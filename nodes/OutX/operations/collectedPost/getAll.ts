import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { OutXApi } from '../../api';
import { listFields, listShape, mostOf } from '../../../shared/fields/listing';
import { fetchPages } from '../../posts/pages';
import { postFiltersField, postFiltersInput, sortField, sortInput } from '../../posts/postFilters';
import { simplePost } from '../../posts/collectedPosts';
import { watchlistField, watchlistInput } from '../../watchlists/fields';

const input = z.object({
	...listShape,
	watchlist: watchlistInput,
	filters: postFiltersInput,
	sort: sortInput,
});

/**
 * GET /api-posts, page by page (outxai.mintlify.app, Get Posts).
 *
 * Out: one item per post, each once; new posts that come in meanwhile move the pages.
 */
export const getCollectedPosts = defineRead<OutXApi, z.infer<typeof input>>({
	resource: 'collectedPost',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many collected posts',
	description: 'List the posts a watchlist has found so far',
	parameters: [watchlistField, ...listFields, postFiltersField, sortField],
	input,
	async perform(api, { watchlist, filters, sort, ...wanted }) {
		const query = {
			watchlist_id: watchlist,
			...filters,
			// The vendor's own order is the newest first.
			sort_by: sort === 'recent' ? undefined : sort,
		};
		const posts = await fetchPages(api, '/api-posts', query, mostOf(wanted));
		return wanted.simplify ? posts.map(simplePost) : posts;
	},
});
