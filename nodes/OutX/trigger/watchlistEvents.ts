import { z } from 'zod';

import { simplifyField } from '../../shared/fields/properties';
import { isObject } from '../../shared/http/json';
import { readMoment } from '../../shared/http/resets';
import type { HttpRequest, JsonObject, JsonValue } from '../../shared/http/types';
import { choice, flag } from '../../shared/fields/inputs';
import type { Source } from '../../shared/trigger/list';
import { pollList } from '../../shared/trigger/list';
import { signatureOf } from '../../shared/trigger/memory';
import type { Poll } from '../../shared/trigger/run';
import { parseInput } from '../../shared/n8n/parameters';
import type { OutXApi } from '../api';
import { simpleInteraction, simplePost } from '../posts/collectedPosts';
import { dropDown } from '../../shared/fields/describe';
import type { ListKind } from '../posts/pageAnswers';
import { PagedList, fetchPages } from '../posts/pages';
import { postFiltersField, postFiltersInput } from '../posts/postFilters';
import { watchlistField, watchlistInput } from '../watchlists/fields';
import type { TriggerEvent } from '../../shared/trigger/event';
import { SAMPLES, sampled } from '../../shared/trigger/event';
import { interactionContent, interactionNames, postContent, postNames } from './recordNames';

const DAY_MS = 86_400_000;

/** A week, and a day for the time zone of the vendor's days, which no page tells. */
const WINDOW_MS = 8 * DAY_MS;

/** The list of interactions cannot be asked for by date, and goes back to the watchlist's first day. */
const NEWS_FOR_MS = 30 * DAY_MS;

/** What a trigger wants of one of a watchlist's lists. */
interface Wanted extends Pick<Source, 'show' | 'start' | 'newsFor'> {
	readonly kind: ListKind;
	readonly path: string;
	readonly query: HttpRequest['query'];
	/** What the list is of. */
	readonly settings: JsonValue;
	readonly nothingYet: string;
}

function madeAt({ created_at: createdAt }: JsonObject): number | undefined {
	const moment = readMoment(createdAt);
	return moment === undefined ? undefined : Date.parse(moment);
}

async function pollPages(poll: Poll<OutXApi>, wanted: Wanted): Promise<JsonObject[]> {
	const { path, query, settings, kind } = wanted;
	if (poll.isSample) {
		const newest = async () => await fetchPages(poll.api, path, query, SAMPLES, kind);
		return sampled(await poll.deadline.within(newest), wanted.nothingYet).map(wanted.show);
	}
	const open: Source['open'] = (start) => {
		const window = start === undefined ? {} : { start_date: dayText(start) };
		const list = new PagedList(poll.api, path, { ...query, ...window }, undefined, kind);
		return async (page) => await list.page(page);
	};
	const signature = signatureOf([path, settings]);
	return await pollList({ ...wanted, ...kind, signature, madeAt, open }, poll);
}

const POSTS: ListKind = { noun: 'posts', namesOf: postNames, contentOf: postContent };

const INTERACTIONS: ListKind = {
	noun: 'interactions',
	namesOf: interactionNames,
	contentOf: interactionContent,
};

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const asItIs = (record: JsonObject): JsonObject => record;

const postInput = z.object({
	watchlist: watchlistInput,
	filters: postFiltersInput,
	simplify: flag(true),
});

/**
 * GET /api-posts. Posts are collected hours after they were written, and stand among the others by their
 * own date: so it is the last week that is looked at, and not what is younger than the last poll.
 */
export const newCollectedPost: TriggerEvent = {
	value: 'newCollectedPost',
	name: 'New Collected Post',
	description: 'A watchlist has found a post',
	fields: [watchlistField, postFiltersField, simplifyField],
	async poll(poll, raw, written) {
		const { watchlist, filters, simplify } = parseInput(postInput, raw);
		const { start_date: from, end_date: until, ...others } = filters;
		const firstDay = (now: number): string => {
			const weekAgo = dayText(now - WINDOW_MS);
			return from !== undefined && String(from) > weekAgo ? String(from) : weekAgo;
		};
		// Nothing can come any more.
		if (!poll.isSample && until !== undefined && String(until) < firstDay(poll.now)) return [];
		// A day like "yesterday" must not start afresh each day.
		const days = isObject(written.filters) ? written.filters : {};
		const kept = Object.entries(others).filter(([, value]) => value !== undefined);
		return await pollPages(poll, {
			path: '/api-posts',
			query: { watchlist_id: watchlist, ...filters },
			start: (now) => Date.parse(firstDay(now)),
			settings: [watchlist, `${kept.sort()}`, `${days.fromDate} ${days.toDate}`],
			kind: POSTS,
			show: simplify ? simplePost : asItIs,
			nothingYet: 'This watchlist has not found any post that passes the filters yet',
		});
	},
};

const kinds = dropDown(
	'Interactions',
	'interactionType',
	'Which interactions start the workflow',
	[
		['comment', 'Comments'],
		['like', 'Likes'],
		['all', 'Likes and Comments'],
	],
	'all',
);

const interactionInput = z.object({
	watchlist: watchlistInput,
	interactionType: choice('Interactions', ['all', 'like', 'comment'] as const, 'all'),
	simplify: flag(true),
});

/** GET /api-interactions; in which order is documented nowhere. */
export const newInteraction: TriggerEvent = {
	value: 'newInteraction',
	name: 'New Interaction',
	description: "Somebody liked or commented on a watchlist's post",
	fields: [watchlistField, kinds, simplifyField],
	async poll(poll, raw) {
		const { watchlist, interactionType: kind, simplify } = parseInput(interactionInput, raw);
		return await pollPages(poll, {
			path: '/api-interactions',
			query: { watchlist_id: watchlist, interaction_type: kind === 'all' ? undefined : kind },
			settings: [watchlist, kind],
			kind: INTERACTIONS,
			newsFor: NEWS_FOR_MS,
			show: simplify ? simpleInteraction : asItIs,
			nothingYet: 'Nobody has liked or commented on a post of this watchlist yet',
		});
	},
};
