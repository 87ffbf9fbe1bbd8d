import { choicePart } from '../../shared/fields/kinds';
import { simplifyPart } from '../../shared/fields/listing';
import { isObject } from '../../shared/json/json';
import { readMoment } from '../../shared/http/resets';
import type { HttpRequest } from '../../shared/http/types';
import type { JsonObject, JsonValue } from '../../shared/json/types';
import { SAMPLES, sampled } from '../../shared/trigger/event';
import type { Source } from '../../shared/trigger/list';
import { pollList } from '../../shared/trigger/list';
import { signatureOf } from '../../shared/trigger/memory';
import type { Poll } from '../../shared/trigger/run';
import type { OutXApi } from '../api';
import { defineEvent } from '../define';
import { simpleInteraction, simplePost } from '../posts/collectedPosts';
import type { ListKind } from '../posts/pageAnswers';
import { PagedList, fetchPages } from '../posts/pages';
import { postFilters } from '../posts/postFilters';
import { watchlist } from '../watchlists/fields';
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

/**
 * GET /api-posts. Posts are collected hours after they were written, and stand among the others by their
 * own date: so it is the last week that is looked at, and not what is younger than the last poll.
 */
export const newCollectedPost = defineEvent({
	value: 'newCollectedPost',
	name: 'New Collected Post',
	description: 'A watchlist has found a post',
	calls: ['GET /api-posts'],
	fields: [watchlist, postFilters, simplifyPart],
	async poll(poll, { watchlist: id, filters, simplify }, written) {
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
			query: { watchlist_id: id, ...filters },
			start: (now) => Date.parse(firstDay(now)),
			settings: [id, `${kept.sort()}`, `${days.fromDate} ${days.toDate}`],
			kind: POSTS,
			show: simplify ? simplePost : asItIs,
			nothingYet: 'This watchlist has not found any post that passes the filters yet',
		});
	},
});

const kinds = choicePart(
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

/** GET /api-interactions; in which order is documented nowhere. */
export const newInteraction = defineEvent({
	value: 'newInteraction',
	name: 'New Interaction',
	description: "Somebody liked or commented on a watchlist's post",
	calls: ['GET /api-interactions'],
	fields: [watchlist, kinds, simplifyPart],
	async poll(poll, { watchlist: id, interactionType: kind, simplify }) {
		return await pollPages(poll, {
			path: '/api-interactions',
			query: { watchlist_id: id, interaction_type: kind === 'all' ? undefined : kind },
			settings: [id, kind],
			kind: INTERACTIONS,
			newsFor: NEWS_FOR_MS,
			show: simplify ? simpleInteraction : asItIs,
			nothingYet: 'Nobody has liked or commented on a post of this watchlist yet',
		});
	},
});
