import { readMoment } from '../../shared/http/resets';
import type { HttpRequest, JsonObject, JsonValue } from '../../shared/http/types';
import { pollList } from '../../shared/poll/list';
import { signatureOf } from '../../shared/poll/memory';
import type { Poll } from '../../shared/poll/run';
import type { OutXApi } from '../api';
import { fetchPages } from '../pages';
import { PagedList } from './pagedList';
import { SAMPLES, sampled } from './samples';

/** One of a watchlist's lists, and what a trigger wants of it. */
export interface Wanted {
	readonly path: string;
	readonly query: NonNullable<HttpRequest['query']>;
	/** Members of the query that move with the time: they do not make it another list. */
	readonly window?: HttpRequest['query'];
	/** What the list is of: when it changes, the trigger starts afresh. */
	readonly settings: JsonValue;
	/** What tells a record from all others. */
	readonly keyOf: (record: JsonObject) => string;
	/** Records made before, in ms since 1970, are no news. */
	readonly notBefore?: number;
	readonly show: (record: JsonObject) => JsonObject;
	/** For an operator whose list is empty. */
	readonly nothingYet: string;
}

/**
 * The first of the candidates that can be an ID. Whatever has none is told by the texts it is made of: its
 * counts change.
 */
export function identity(
	candidates: ReadonlyArray<JsonValue | undefined>,
	texts: ReadonlyArray<JsonValue | undefined>,
): string {
	const found = candidates.find(
		(value) => typeof value === 'number' || (typeof value === 'string' && value.trim() !== ''),
	);
	return found === undefined ? JSON.stringify(texts) : String(found);
}

function madeAt({ created_at: createdAt }: JsonObject): number | undefined {
	const moment = readMoment(createdAt);
	return moment === undefined ? undefined : Date.parse(moment);
}

/** Polls a list that OutX gives page by page. Throws `Failure`. */
export async function pollPages(poll: Poll<OutXApi>, wanted: Wanted): Promise<JsonObject[]> {
	const { path, query, settings, show, keyOf, notBefore } = wanted;
	if (poll.isSample) {
		const newest = async () => await fetchPages(poll.api, path, query, SAMPLES);
		return sampled(await poll.deadline.within(newest), wanted.nothingYet).map(show);
	}
	const list = new PagedList(poll.api, path, { ...query, ...wanted.window });
	const read = async (page: number) => await list.page(page);
	const signature = signatureOf([path, settings]);
	return await pollList({ signature, read, keyOf, madeAt, notBefore, show }, poll);
}
