import type { JsonObject, JsonValue } from '../json/types';

/** A page as it came: the answer, and the records found in it. */
export interface Page {
	readonly body: JsonValue;
	readonly records: readonly JsonObject[];
	/** The members of the request that asked for this page. */
	readonly asked: JsonObject;
	/** Records read so far, this page's among them. */
	readonly read: number;
}

/** How a list goes on: which members of the request, by name, ask for a page. */
export interface Paging {
	/** Of the first page. `most`: how many records are wanted. */
	first(most: number): JsonObject;
	/** Of the page after this one; undefined where the list ends. */
	next(page: Page, most: number): JsonObject | undefined;
	/** What a page holds was thinned out by the vendor: an empty one is not the end. */
	readonly thinned?: boolean;
}

/** A guard against a list that never ends. */
const MOST_PAGES = 2_000;

/** So many pages in a row that repeat what was read before: the vendor has no more. */
const MOST_REPEATS = 2;

/** So many empty pages in a row, where the vendor thins its pages out: whatever it says, nothing comes any more. */
const MOST_EMPTY = 20;

const isId = (value: unknown): boolean =>
	typeof value === 'number' || (typeof value === 'string' && value !== '');

/** Keys of a page's records. Two alike without an ID on one page are two: hidden people all look the same. */
function keysOf(records: readonly JsonObject[], names: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return records.map((record) => {
		const id = names.map((name) => record[name]).find(isId);
		if (id !== undefined) return `id:${String(id)}`;
		const key = JSON.stringify(record);
		const before = seen.get(key) ?? 0;
		seen.set(key, before + 1);
		return `${before}:${key}`;
	});
}

/** Members that tell records apart, wherever they come from. */
const IDS = ['id', 'urn', 'entityUrn'];

/**
 * The first `most` records of a list, each once: what is new at the top moves the rest down meanwhile. Throws
 * what `ask` throws.
 *
 * @param ask reads one page; retries and Stop are the client's affair
 * @param key the member that tells these records apart, where it is none of the usual ones
 */
export async function readList(
	ask: (page: JsonObject) => Promise<JsonValue>,
	recordsIn: (body: JsonValue) => readonly JsonObject[],
	paging: Paging | undefined,
	most: number,
	key?: string,
): Promise<JsonObject[]> {
	const names = key === undefined ? IDS : [key];
	const mostEmpty = paging?.thinned ? MOST_EMPTY : 1;
	const found = new Map<string, JsonObject>();
	let asked: JsonObject | undefined = paging?.first(most) ?? {};
	let repeats = 0;
	let empty = 0;
	let read = 0;
	for (let page = 0; asked && page < MOST_PAGES && found.size < most; page++) {
		const body = await ask(asked);
		const records = recordsIn(body);
		const before = found.size;
		for (const [index, own] of keysOf(records, names).entries()) {
			if (!found.has(own)) found.set(own, records[index]);
		}
		read += records.length;
		empty = records.length === 0 ? empty + 1 : 0;
		if (records.length > 0) repeats = found.size === before ? repeats + 1 : 0;
		if (empty >= mostEmpty || repeats >= MOST_REPEATS) break;
		asked = paging?.next({ body, records, asked, read }, most);
	}
	return [...found.values()].slice(0, most);
}

/** The value at `pagination.nextCursor` of an answer; undefined where nothing stands there. */
function at(body: JsonValue, path: string): JsonValue | undefined {
	let value: JsonValue | undefined = body;
	for (const name of path.split('.')) {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
		value = value[name];
	}
	return value ?? undefined;
}

interface Size {
	/** The member that asks for so many records, and the most of them that one page gives. */
	readonly name: string;
	readonly most: number;
}

const sized = (size: Size | undefined, most: number): JsonObject =>
	size ? { [size.name]: Math.min(size.most, most) } : {};

/**
 * Pages that begin at a number: `start` and `count`, `startIndex` and `limit`, `offset`.
 *
 * @param more where the answer says whether there is more; a list whose answer says nothing ends on a page that is
 * not full, or empty where no size is asked for
 */
export function byOffset(start: string, size?: Size, ...more: readonly string[]): Paging {
	const told = (body: JsonValue): boolean | undefined => {
		const found = more.map((path) => at(body, path)).find((value) => typeof value === 'boolean');
		return typeof found === 'boolean' ? found : undefined;
	};
	return {
		first: (most) => ({ [start]: 0, ...sized(size, most) }),
		next({ body, records, asked, read }, most) {
			const full = size ? records.length >= Number(asked[size.name]) : true;
			if (!(told(body) ?? full)) return undefined;
			return { [start]: Number(asked[start]) + records.length, ...sized(size, most - read) };
		},
	};
}

/**
 * Pages that a mark of the page before asks for: `paginationToken`, `cursor`, `nextCursor`.
 *
 * @param next where the answer has the mark; none, or an empty one, is the end
 */
export function byCursor(cursor: string, next: readonly string[], size?: Size): Paging {
	return {
		first: (most) => sized(size, most),
		next({ body, asked, read }, most) {
			const found = next
				.map((path) => at(body, path))
				.find((value) => typeof value === 'string' || typeof value === 'number');
			if (found === undefined || found === '' || found === asked[cursor]) return undefined;
			return { [cursor]: found, ...sized(size, most - read) };
		},
	};
}

/**
 * Pages that what the page before says asks for, several members together: `nextStartIndex` and `token`.
 *
 * @param next members of the request, and where the answer has each; none of them there is the end
 * @param more where the answer says whether there is more; where it does not say so, what there is decides
 */
export function byNext(next: Readonly<Record<string, string>>, more: string, size?: Size): Paging {
	return {
		first: (most) => sized(size, most),
		next({ body, asked, read }, most) {
			if (at(body, more) === false) return undefined;
			const found = Object.entries(next)
				.map(([name, path]) => [name, at(body, path)] as const)
				.filter((entry): entry is [string, JsonValue] => isId(entry[1]));
			if (found.every(([name, value]) => value === asked[name])) return undefined;
			return { ...Object.fromEntries(found), ...sized(size, most - read) };
		},
	};
}

/**
 * Pages of one size that the vendor thins out after it has counted them: the next one begins a whole page further
 * on, however little came.
 *
 * @param told where the answer says that there is more, or how many there are in all; one that says nothing ends on
 * an empty page
 */
export function bySteps(start: string, size: Size, ...told: readonly string[]): Paging {
	return {
		thinned: true,
		first: () => ({ [start]: 0, [size.name]: size.most }),
		next({ body, records, asked }) {
			const from = Number(asked[start]) + size.most;
			const said = told
				.map((path) => at(body, path))
				.find((value) => typeof value === 'boolean' || typeof value === 'number');
			const goesOn = typeof said === 'number' ? from < said : (said ?? records.length > 0);
			return goesOn ? { [start]: from, [size.name]: size.most } : undefined;
		},
	};
}

/** Pages that begin at a number and whose answers name no end: it is the first page with nothing on it. */
export function untilEmpty(start: string, size: Size): Paging {
	return {
		first: (most) => ({ [start]: 0, ...sized(size, most) }),
		next: ({ records, asked, read }, most) => ({
			[start]: Number(asked[start]) + records.length,
			...sized(size, most - read),
		}),
	};
}
