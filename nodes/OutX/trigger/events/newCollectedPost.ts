import { z } from 'zod';

import { simplifyField } from '../../../shared/descriptions/fields';
import { isObject } from '../../../shared/http/json';
import type { JsonObject, JsonValue } from '../../../shared/http/types';
import { flag } from '../../../shared/operation/inputs';
import { parseInput } from '../../../shared/run/parameters';
import { simplePost } from '../../collectedPosts';
import { postFiltersField, postFiltersInput } from '../../postFilters';
import { watchlistField, watchlistInput } from '../../watchlistFields';
import type { Parameters, TriggerEvent } from '../event';
import { identity, pollPages } from '../lists';

const DAY_MS = 86_400_000;

/** A week, and a day for the time zone of the vendor's days, which no page tells. */
const WINDOW_DAYS = 8;

const input = z.object({
	watchlist: watchlistInput,
	filters: postFiltersInput,
	simplify: flag(true),
});

const keyOf = (post: JsonObject): string =>
	identity(
		[post.id, post.linkedin_post_urn, post.linkedin_post_url, post.reddit_post_url],
		[post.created_at, post.author, post.author_name, post.content].map((text) => text ?? null),
	);

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The days among the filters, as they were written: one like "yesterday" must not start afresh each day. */
function writtenDays({ filters }: Parameters['written']): JsonValue {
	return isObject(filters)
		? [filters.fromDate, filters.toDate].map((day) => String(day ?? ''))
		: [];
}

/**
 * GET /api-posts. Posts are collected hours after they were written, and stand among the others by their
 * own date: so it is the last week that is looked at, and not what is younger than the last poll.
 */
export const newCollectedPost: TriggerEvent = {
	value: 'newCollectedPost',
	name: 'New Collected Post',
	description: 'A watchlist has found a post',
	fields: [watchlistField, postFiltersField, simplifyField],
	async poll(poll, { raw, written }) {
		const { watchlist, filters, simplify } = parseInput(input, raw);
		const { start_date: from, end_date: until, ...others } = filters;
		const weekAgo = dayText(poll.now - WINDOW_DAYS * DAY_MS);
		const start_date = String(from ?? '') > weekAgo ? from : weekAgo;
		// Nothing can come any more.
		if (!poll.isSample && until !== undefined && String(until) < String(start_date)) return [];
		const kept = Object.entries(others).filter(([, value]) => value !== undefined);
		return await pollPages(poll, {
			path: '/api-posts',
			query: { watchlist_id: watchlist, ...filters },
			window: { start_date },
			settings: [watchlist, kept.sort().map(String), writtenDays(written)],
			keyOf,
			show: simplify ? simplePost : (post) => post,
			nothingYet: 'This watchlist has not found any post that passes the filters yet',
		});
	},
};
