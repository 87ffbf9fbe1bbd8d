import { z } from 'zod';

import { Failure, passOn } from '../shared/errors/failure';
import { isObject } from '../shared/http/json';
import { readRetryDelay } from '../shared/http/retry';
import type { HttpRequest, JsonObject, JsonValue } from '../shared/http/types';
import { clock } from '../shared/run/connect';
import { wait } from '../shared/wait/wait';
import type { OutXApi } from './api';
import { recordsOf } from './records';

/** GET /api-interactions takes 100 at most; for /api-posts 100 is used in the wild (outx.openapi.yaml). */
const PAGE = 100;

/** A guard against a list that never ends. */
const MOST_PAGES = 2_000;

/** So many pages in a row that repeat what was read before: the vendor has no more. */
const MOST_REPEATS = 2;

const answer = z.custom<JsonValue>((value) => typeof value === 'object' && value !== null);

/** Names vendors give to what is on a page; the keys of these endpoints are documented nowhere. */
const NAMES = ['data', 'posts', 'interactions', 'results', 'items'] as const;

function recordsIn(body: JsonValue): JsonObject[] {
	const inner = isObject(body) && isObject(body.data) ? (body.data as JsonValue) : body;
	return recordsOf(inner, NAMES);
}

/** Whatever a body says about its pages, by names in lower case without their underscores. */
function pagination(body: JsonValue): Map<string, unknown> {
	const told = new Map<string, unknown>();
	const inner: Record<string, unknown> = isObject(body) ? body : {};
	const parts = [inner, inner.pagination, inner.meta, inner.paging, inner.page_info, inner.data];
	for (const part of parts.filter(isObject)) {
		for (const [name, value] of Object.entries(part)) {
			const plain = name.replace(/[_-]/g, '').toLowerCase();
			if (!told.has(plain)) told.set(plain, value);
		}
	}
	return told;
}

/** Whether there is another page, as far as the body says so. */
function saysMore(body: JsonValue, page: number): boolean | undefined {
	const told = pagination(body);
	for (const name of ['hasmore', 'hasnext', 'hasnextpage']) {
		const flag = told.get(name);
		if (typeof flag === 'boolean') return flag;
	}
	for (const name of ['totalpages', 'pagecount', 'lastpage', 'pages']) {
		const count = Number(told.get(name) ?? Number.NaN);
		if (Number.isInteger(count) && count > 0) return page < count;
	}
	// A total may count the records of this page only, so none is believed.
	return told.get('nextpage') === null ? false : undefined;
}

/**
 * Reads a page. OutX answers 500 to reads that work a moment later (outx.md, "Failed to fetch
 * interactions"), so that counts as a passing fault here.
 */
async function readPage(api: OutXApi, request: HttpRequest): Promise<JsonValue> {
	for (let attempt = 1; ; attempt++) {
		try {
			return (await api.client.read(request, answer)).data;
		} catch (error) {
			const isOwnFault = error instanceof Failure && error.facts.httpCode === '500';
			const delay = isOwnFault
				? readRetryDelay(error.with({ httpCode: '503' }), attempt, Math.random)
				: undefined;
			if (delay === undefined) throw passOn(error);
			await wait(delay, clock);
		}
	}
}

const keyOf = (record: JsonObject): string =>
	typeof record.id === 'string' || typeof record.id === 'number'
		? `id:${record.id}`
		: JSON.stringify(record);

/** A list of OutX that goes by `page` and `page_size`. */
export class PagedList {
	private readonly met = new Set<string>();
	private fullest = 0;
	private repeats = 0;

	constructor(
		private readonly api: OutXApi,
		private readonly path: string,
		private readonly filters: HttpRequest['query'],
		private readonly pageSize = PAGE,
	) {}

	/**
	 * The records of a page, without those that were on a page before: what is new at the top moves the
	 * rest down while it is read. Throws `Failure`.
	 *
	 * The list ends where a page says so, is empty, or is shorter than one before it. A short first page
	 * proves nothing, as the vendor may give fewer than asked for.
	 *
	 * @param page from 1
	 */
	async page(page: number): Promise<{ records: JsonObject[]; isLast: boolean }> {
		const query = { ...this.filters, page, page_size: this.pageSize };
		const body = await readPage(this.api, { method: 'GET', path: this.path, query });
		const all = recordsIn(body);
		const records = all.filter((record) => {
			const before = this.met.size;
			return this.met.add(keyOf(record)).size > before;
		});
		this.repeats = records.length === 0 ? this.repeats + 1 : 0;
		const more = saysMore(body, page);
		const isShort = more === undefined && all.length < this.fullest;
		this.fullest = Math.max(this.fullest, all.length);
		const isLast = more === false || all.length === 0 || isShort || this.repeats >= MOST_REPEATS;
		return { records, isLast };
	}
}

/** The first `most` records of a list that goes by `page` and `page_size`, each once. Throws `Failure`. */
export async function fetchPages(
	api: OutXApi,
	path: string,
	filters: HttpRequest['query'],
	most: number,
): Promise<JsonObject[]> {
	const list = new PagedList(api, path, filters, Math.min(PAGE, most));
	const found: JsonObject[] = [];
	for (let page = 1; page <= MOST_PAGES && found.length < most; page++) {
		const { records, isLast } = await list.page(page);
		for (const record of records) found.push(record);
		if (isLast) break;
	}
	return found.slice(0, most);
}
