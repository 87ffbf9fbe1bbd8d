import { z } from 'zod';

import { isObject } from '../../shared/json/json';
import type { JsonObject, JsonValue } from '../../shared/json/types';
import type { OutXApi } from '../api';
import { shownWatchlist } from './request';
import { moment, present } from '../../shared/operation/present';
import type { OutputShape } from '../../shared/operation/output';
import { recordsOf } from '../../shared/operation/records';

/** OutX has a path for each kind of watchlist, and an ID is known to its own only (outx.openapi.yaml). */
export const WATCHLIST_TYPES = ['keyword', 'company', 'people', 'reddit'] as const;

export type WatchlistType = (typeof WATCHLIST_TYPES)[number];

export const watchlistPath = (type: WatchlistType): string => `/api-${type}-watchlist`;

/** The calls of a method, one for each kind of watchlist. */
export const watchlistCalls = (method: string): string[] =>
	WATCHLIST_TYPES.map((type) => `${method} ${watchlistPath(type)}`);

const answer = z.custom<JsonValue>((value) => typeof value === 'object' && value !== null);

/** All watchlists of a kind; the endpoint does not page. */
export async function fetchWatchlists(api: OutXApi, type: WatchlistType): Promise<JsonObject[]> {
	const { data } = await api.client.read({ method: 'GET', path: watchlistPath(type) }, answer);
	return recordsOf(data, ['watchlists', 'data', 'results']).map(shownWatchlist);
}

/** One watchlist, with more detail than among all. */
export async function fetchWatchlist(
	api: OutXApi,
	type: WatchlistType,
	id: string,
): Promise<JsonObject> {
	const query = { id };
	const { data } = await api.client.read(
		{ method: 'GET', path: watchlistPath(type), query },
		answer,
	);
	const [nested] = recordsOf(data, ['watchlists', 'data', 'results']);
	// A watchlist has lists of its own, so only one that is no watchlist itself is taken for a wrapper.
	const own = isObject(data) && data.id !== undefined ? (data as JsonObject) : nested;
	return shownWatchlist(own ?? (isObject(data) ? (data as JsonObject) : {}));
}

const wordOf = (keyword: JsonValue): JsonValue =>
	isObject(keyword) && typeof keyword.keyword === 'string' ? keyword.keyword : keyword;

/** A watchlist in ten fields at most. */
export function simpleWatchlist(watchlist: JsonObject): JsonObject {
	const { id, name, type, slug, disable, fetchFreqInHours, keywords, createdAt } = watchlist;
	const { profiles_count: profilesCount, companies_count: companiesCount } = watchlist;
	const words = Array.isArray(keywords) ? keywords.map(wordOf) : undefined;
	return present({
		id,
		name,
		type,
		slug,
		paused: disable,
		fetchFreqInHours,
		keywords: words,
		profilesCount,
		companiesCount,
		createdAt: moment(createdAt),
	});
}

/** What `simpleWatchlist` gives. */
export const watchlistOutput: OutputShape = {
	...{ id: 'string', name: 'string', type: 'string', slug: 'string', paused: 'boolean' },
	...{ fetchFreqInHours: 'integer', keywords: ['string'] },
	...{ profilesCount: 'integer', companiesCount: 'integer', createdAt: 'string' },
};
