import { isObject } from '../../shared/json/json';
import type { JsonObject, JsonValue } from '../../shared/json/types';
import type { ListForm } from '../../shared/operation/records';
import { listIn } from '../../shared/operation/records';

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
export function recordsIn(body: JsonValue, kind: ListKind | undefined): ReturnType<typeof listIn> {
	const isRecord = kind && isOf.bind(undefined, kind);
	const inner = isObject(body) && isObject(body.data) ? (body.data as JsonValue) : undefined;
	const found = inner === undefined ? undefined : listIn(inner, NAMES, isRecord);
	return found ?? listIn(body, NAMES, isRecord);
}

/** Whether a body tells of a fault beside its list. */
export function saysFault(body: JsonValue): boolean {
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
export function totalOf(body: JsonValue): number {
	const told = pagination(body);
	const names = ['total', 'totalcount', 'totalitems', 'totalrecords', 'totalresults'];
	return Math.max(0, ...names.map((name) => Number(told.get(name) ?? 0) || 0));
}

/** Whether a body says that its list is not empty. */
export const saysSome = (body: JsonValue): boolean =>
	saysMore(body, 1) === true || totalOf(body) > 0;

/** Whether there is another page, as far as the body says so. */
export function saysMore(body: JsonValue, page: number): boolean | undefined {
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
