import { z } from 'zod';

import { Failure, passOn } from '../shared/errors/failure';
import { isObject } from '../shared/http/json';
import { readRetryDelay } from '../shared/http/retry';
import type { HttpRequest, JsonObject, JsonValue } from '../shared/http/types';
import { clock } from '../shared/run/connect';
import { wait } from '../shared/wait/wait';
import type { OutXApi } from './api';
import type { ListForm } from './records';
import { listIn } from './records';

/** GET /api-interactions takes 100 at most; for /api-posts 100 is used in the wild (outx.openapi.yaml). */
const PAGE = 100;

/** A guard against a list that never ends. */
const MOST_PAGES = 2_000;

/** So many pages in a row that repeat what was read before: the vendor has no more. */
const MOST_REPEATS = 2;

/** The same for a reader who must know the whole list: whatever comes in at the top repeats pages, too. */
const MOST_REPEATS_OF_WHOLE = 4;

const answer = z.custom<JsonValue>((value) => typeof value === 'object' && value !== null);

/** Names vendors give to what is on a page; the keys of these endpoints are documented nowhere. */
const NAMES = ['data', 'posts', 'interactions', 'results', 'items'] as const;

/** What a list holds, for a reader who must not take another answer for it. */
export interface ListKind {
	/** As in "the list of posts". */
	readonly noun: string;
	/** What tells a record from all others; none for what is no record. */
	readonly namesOf: (record: JsonObject) => readonly string[];
	readonly contentOf: (record: JsonObject) => string | undefined;
}

/** Whether it can be a record of this kind: under a name nobody knows it must look like one. */
function isOf(kind: ListKind, record: JsonObject, form: ListForm): boolean {
	const isNamed = kind.namesOf(record).length > 0;
	const saysSomething = kind.contentOf(record) !== undefined;
	if (form === 'wrapped') return isNamed && saysSomething;
	return form === 'bare' ? isNamed : isNamed || saysSomething;
}

/** The list in a body, or in its `data`. */
function recordsIn(body: JsonValue, kind: ListKind | undefined): ReturnType<typeof listIn> {
	const isRecord = kind && isOf.bind(undefined, kind);
	const inner = isObject(body) && isObject(body.data) ? (body.data as JsonValue) : undefined;
	const found = inner === undefined ? undefined : listIn(inner, NAMES, isRecord);
	return found ?? listIn(body, NAMES, isRecord);
}

/** Whether a body tells of a fault beside its list. */
function saysFault(body: JsonValue): boolean {
	if (!isObject(body)) return false;
	const faults = [body.error, body.errors, body.exception].filter((fault) => {
		return Array.isArray(fault) ? fault.length > 0 : Boolean(fault);
	});
	const flags = [body.success, body.ok].map((flag) => String(flag).toLowerCase());
	const isBad = /^(?:error|fail|failed|failure)$/i.test(String(body.status));
	return faults.length > 0 || flags.includes('false') || isBad;
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

/** How many records a body says there are; 0 where it does not. */
function totalOf(body: JsonValue): number {
	const told = pagination(body);
	const names = ['total', 'totalcount', 'totalitems', 'totalrecords', 'totalresults'];
	return Math.max(0, ...names.map((name) => Number(told.get(name) ?? 0) || 0));
}

/** Whether a body says that its list is not empty. */
const saysSome = (body: JsonValue): boolean => saysMore(body, 1) === true || totalOf(body) > 0;

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

const noList = (noun: string): Failure =>
	new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: `OutX gave an answer without the list of ${noun} in it`,
		next: 'Nothing was sent: try this item again in a few minutes.',
	});

/** A list of OutX that goes by `page` and `page_size`. */
export class PagedList {
	private readonly met = new Set<string>();
	private fullest = 0;
	private repeats = 0;
	private form?: ListForm;

	/** @param kind without it, a short page after a longer one is the last, and an answer is believed */
	constructor(
		private readonly api: OutXApi,
		private readonly path: string,
		private readonly filters: HttpRequest['query'],
		private readonly pageSize = PAGE,
		private readonly kind?: ListKind,
	) {}

	/**
	 * The records of a page, without those that were on a page before: what is new at the top moves the
	 * rest down while it is read. Throws `Failure`, also where an answer does not have the list.
	 *
	 * The list ends where a page says so, is empty, or is shorter than one before it. A short first page
	 * proves nothing, as the vendor may give fewer than asked for; it proves nothing anywhere to a reader who
	 * must know the whole list, as filters may have taken records out of a page.
	 *
	 * @param page from 1
	 */
	async page(page: number): Promise<{ records: JsonObject[]; isLast: boolean }> {
		const body = await this.body(page);
		const all = await this.recordsIn(body, page);
		const records = all.filter((record) => {
			const before = this.met.size;
			return this.met.add(this.keyOf(record)).size > before;
		});
		this.repeats = records.length === 0 ? this.repeats + 1 : 0;
		const more = saysMore(body, page);
		const isShort = !this.kind && more === undefined && all.length < this.fullest;
		this.fullest = Math.max(this.fullest, all.length);
		const most = this.kind ? MOST_REPEATS_OF_WHOLE : MOST_REPEATS;
		const isLast = more === false || all.length === 0 || isShort || this.repeats >= most;
		return { records, isLast };
	}

	private async body(page: number): Promise<JsonValue> {
		const query = { ...this.filters, page, page_size: this.pageSize };
		return await readPage(this.api, { method: 'GET', path: this.path, query });
	}

	/** An empty list ends a list only in the form in which this vendor gives it. */
	private async recordsIn(body: JsonValue, page: number): Promise<JsonObject[]> {
		const { kind } = this;
		const found = recordsIn(body, kind);
		if (!kind) return found?.records ?? [];
		if (!found) throw noList(kind.noun);
		if (found.records.length > 0) this.form ??= found.form;
		else if (saysFault(body) || !(await this.canEnd(body, page, found.form))) {
			throw noList(kind.noun);
		}
		return found.records;
	}

	private async canEnd(body: JsonValue, page: number, form: ListForm): Promise<boolean> {
		if (page === 1) return form === 'named' && !saysSome(body);
		if (this.form === undefined && form !== 'named') {
			const first = recordsIn(await this.body(1), this.kind);
			if (first?.form !== form || first.records.length === 0) return false;
		} else if (form !== (this.form ?? form)) {
			return false;
		}
		// More is said to come: so it is looked for once.
		const isDone = saysMore(body, page) !== true && !(totalOf(body) > this.met.size);
		return isDone || (!(await this.hasRecords(page)) && !(await this.hasRecords(page + 1)));
	}

	private async hasRecords(page: number): Promise<boolean> {
		return (recordsIn(await this.body(page), this.kind)?.records.length ?? 0) > 0;
	}

	private keyOf(record: JsonObject): string {
		const { id } = record;
		const [name] = this.kind?.namesOf(record) ?? [];
		if (name !== undefined) return `name:${name}`;
		return typeof id === 'string' || typeof id === 'number' ? `id:${id}` : JSON.stringify(record);
	}
}

/** The first `most` records of a list that goes by `page` and `page_size`, each once. Throws `Failure`. */
export async function fetchPages(
	api: OutXApi,
	path: string,
	filters: HttpRequest['query'],
	most: number,
	kind?: ListKind,
): Promise<JsonObject[]> {
	const list = new PagedList(api, path, filters, Math.min(PAGE, most), kind);
	const found: JsonObject[] = [];
	for (let page = 1; page <= MOST_PAGES && found.length < most; page++) {
		const { records, isLast } = await list.page(page);
		for (const record of records) found.push(record);
		if (isLast) break;
	}
	return found.slice(0, most);
}
