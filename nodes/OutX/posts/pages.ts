import { z } from 'zod';

import { Failure } from '../../shared/failures/failure';
import type { HttpRequest } from '../../shared/http/types';
import type { JsonObject, JsonValue } from '../../shared/json/types';
import type { OutXApi } from '../api';
import type { ListKind } from './pageAnswers';
import { recordsIn, saysFault, saysMore, saysSome, totalOf } from './pageAnswers';
import type { ListForm } from '../../shared/operation/records';

/** GET /api-interactions takes 100 at most; for /api-posts 100 is used in the wild (outx.openapi.yaml). */
const PAGE = 100;

/** A guard against a list that never ends. */
const MOST_PAGES = 2_000;

/** So many pages in a row that repeat what was read before: the vendor has no more. */
const MOST_REPEATS = 2;

/** The same for a reader who must know the whole list: whatever comes in at the top repeats pages, too. */
const MOST_REPEATS_OF_WHOLE = 4;

/** OutX answers 500 to reads that work a moment later (www.outx.ai, Get Interactions). */
const PASSING = [500];

const answer = z.custom<JsonValue>((value) => typeof value === 'object' && value !== null);

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
		const request = { method: 'GET', path: this.path, query, passing: PASSING } as const;
		return (await this.api.client.read(request, answer)).data;
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
