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

/**
 * The first `most` records of a list that goes by `page` and `page_size`, each once: what is new at the
 * top moves the rest down while it is read.
 *
 * The list ends where a page says so, is empty, brings nothing new, or is shorter than one before it. A
 * short first page proves nothing, as the vendor may give fewer than asked for.
 */
export async function fetchPages(
	api: OutXApi,
	path: string,
	filters: HttpRequest['query'],
	most: number,
): Promise<JsonObject[]> {
	const found = new Map<string, JsonObject>();
	const pageSize = Math.min(PAGE, most);
	let fullest = 0;
	for (let page = 1; page <= MOST_PAGES && found.size < most; page++) {
		const query = { ...filters, page, page_size: pageSize };
		const body = await readPage(api, { method: 'GET', path, query });
		const records = recordsIn(body);
		const before = found.size;
		for (const record of records) {
			const key = keyOf(record);
			if (!found.has(key)) found.set(key, record);
		}
		const more = saysMore(body, page);
		if (more === false || found.size === before) break;
		if (more === undefined && records.length < fullest) break;
		fullest = Math.max(fullest, records.length);
	}
	return [...found.values()].slice(0, most);
}
