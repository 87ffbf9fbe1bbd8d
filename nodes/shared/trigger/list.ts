import { z } from 'zod';

import type { JsonObject } from '../json/types';
import { clocksAfter, steadyNow } from './clocks';
import type { Deadline } from './deadline';
import { noAnswerInTime } from './failures';
import type { Memory } from './memory';
import { recall, remember } from './memory';
import type { Cursor } from './readPages';
import { readPages } from './readPages';
import { shortHash } from './seenNames';
import type { Judgement, Known, Listed } from './seenRecords';
import { NOTHING_KNOWN, SeenRecords } from './seenRecords';

/** New records of one poll at most: the rest comes with the next ones, and fits into memory. */
const MOST_AT_ONCE = 2_000;

/** A vendor's list in which something new may round up. */
export interface Source {
	/** What the list is of, and by which filters: another one starts afresh. */
	readonly signature: string;
	/**
	 * Begins a reading of the list. It gives a page, from 1, as the vendor does; throws `Failure`, also where
	 * an answer does not have the list.
	 *
	 * @param start what `start` gave, or an earlier poll's
	 */
	readonly open: (start?: number) => (page: number) => Promise<Page>;
	/** What tells a record from all others, each by itself, however it is spelt; may be empty. */
	readonly namesOf: (record: JsonObject) => readonly string[];
	/** What a record says, without its counts: it stands for the names of one that has none. */
	readonly contentOf: (record: JsonObject) => string | undefined;
	/** When it was made, in ms since 1970. */
	readonly madeAt: (record: JsonObject) => number | undefined;
	/** For a list that is asked for from a day on: that day, in ms since 1970. */
	readonly start?: (now: number) => number;
	/** Records that round up and are older than this are no news; in ms. */
	readonly newsFor?: number;
	/** A record as the workflow gets it. */
	readonly show: (record: JsonObject) => JsonObject;
}

export interface Page {
	readonly records: JsonObject[];
	readonly isLast: boolean;
}

const state = z
	.object({
		isSettled: z.boolean(),
		round: z.number(),
		grew: z.boolean(),
		seen: z.record(z.string()),
		/** A look at what was never looked at came to the end, and is made once more before it counts. */
		isChecking: z.boolean().optional(),
		/** Clocks of the last polls. */
		clocks: z.array(z.number()),
		/** The list was looked at from this moment on. */
		start: z.number().optional(),
		/** An earlier moment from which on it is being looked at. */
		widening: z.number().optional(),
		page: z.number().optional(),
		isCut: z.boolean().optional(),
	})
	.strict();

type State = z.infer<typeof state>;

/** From when on the list is read in this poll. */
interface Span {
	readonly start?: number;
	/** Part of it lies before what was ever looked at: what stands there is old. */
	readonly isWidening: boolean;
}

/**
 * The first look keeps to the day it began with. Later ones read from a day of their own; it lies before
 * that of the first look where the clock was ahead then, or is behind now.
 */
function spanOf({ start }: Source, now: number, before: State | undefined): Span {
	const wanted = start?.(now);
	if (wanted === undefined || before?.start === undefined)
		return { start: wanted, isWidening: false };
	if (!before.isSettled) return { start: before.start, isWidening: false };
	return { start: wanted, isWidening: wanted < before.start };
}

/** What a reading makes of records that were never met. */
type Judge = (listed: Listed<JsonObject>) => Judgement;

/**
 * Reads through the list once, as far as there is time.
 *
 * @returns where it came to, and the last page it read; undefined when there was no time for any
 */
async function readThrough(
	source: Source,
	records: SeenRecords<JsonObject>,
	judge: Judge,
	{ start, from, toTheEnd }: { start?: number; from: Cursor; toTheEnd: boolean },
	deadline: Pick<Deadline, 'within'>,
): Promise<{ cursor: Cursor; pages: number } | undefined> {
	let pages = 0;
	const page = source.open(start);
	const read = async (number: number) => {
		if (records.size >= MOST_AT_ONCE) return undefined;
		const found = await deadline.within(async () => await page(number));
		if (found === undefined) return undefined;
		pages = Math.max(pages, number);
		const listed = found.records.map((record): Listed<JsonObject> => {
			return { ...hashesOf(source, record), at: source.madeAt(record), record };
		});
		return { isLast: found.isLast, fresh: records.take(listed, judge) };
	};
	const cursor = await readPages({ read, toTheEnd }, from);
	return cursor && { cursor, pages };
}

/**
 * Judges the second reading of a first look. What was deleted during the first one moved others up, past
 * the place where it was: whatever stands below something known was there. What stands above came since.
 */
function checking(records: SeenRecords<JsonObject>, from: Cursor): Judge {
	const isContinued = from.page !== undefined && from.page > 1;
	const before = records.known;
	return () => (isContinued || records.known > before ? 'old' : 'later');
}

/**
 * Polls a list: what is new in it, oldest first. The first poll emits nothing, and notes what is there.
 * What does not fit into one poll comes with the next ones.
 *
 * @throws `Failure`, with the memory as it was
 */
export async function pollList(
	source: Source,
	{ memory, deadline, now }: { memory: Memory; deadline: Pick<Deadline, 'within'>; now: number },
): Promise<JsonObject[]> {
	const { signature, newsFor = Number.POSITIVE_INFINITY } = source;
	const before = recall(memory, signature, state);
	const known: Known = before ?? NOTHING_KNOWN;
	const { isSettled } = known;
	const steady = steadyNow(now, before?.clocks ?? []);
	const { start, isWidening } = spanOf(source, steady, before);
	const records = new SeenRecords<JsonObject>(known);

	const judge: Judge = ({ at }) => {
		if (!isSettled) return 'old';
		if (isWidening && (at === undefined || at < (before?.start ?? 0))) return 'old';
		return at !== undefined && at < steady - newsFor ? 'later' : 'new';
	};
	const toTheEnd = !isSettled || isWidening;
	// Pages of a list from another day on are other pages.
	const isOtherList = isWidening && before?.widening !== start;
	const from = isOtherList ? {} : (before ?? {});
	const wasChecking = toTheEnd && !isOtherList && before?.isChecking === true;
	const check = (at: Cursor): Judge => (isSettled ? judge : checking(records, at));
	const first = wasChecking ? check(from) : judge;
	const done = await readThrough(source, records, first, { start, from, toTheEnd }, deadline);
	if (done === undefined) throw noAnswerInTime();
	let { cursor } = done;
	const isChecking = toTheEnd && (wasChecking || (cursor.page === undefined && done.pages > 1));
	if (isChecking && !wasChecking) {
		const again = { start, from: {}, toTheEnd };
		const checked = await readThrough(source, records, check({}), again, deadline);
		cursor = checked?.cursor ?? { page: 1, isCut: true };
	}
	const items = records.news().map((listed) => ({ listed, json: source.show(listed.record) }));

	// From here on nothing is waited for: no other poll comes between looking and noting.
	const isAtEnd = cursor.page === undefined;
	const current = recall(memory, signature, state) ?? before;
	const entered = records.enter(current ?? known, isSettled || isAtEnd, isAtEnd);
	remember(memory, signature, {
		...entered.known,
		clocks: clocksAfter(now, before?.clocks ?? []),
		...cursorOf(cursor),
		...(isChecking && !isAtEnd && { isChecking }),
		...spanAfter({ start, isWidening }, current, isAtEnd),
	});
	return items.filter(({ listed }) => entered.unseen.has(listed)).map(({ json }) => json);
}

/**
 * What a record is known and remembered by. What it says tells only records of which one has no name: two
 * people may say the same.
 */
function hashesOf(
	{ namesOf, contentOf }: Source,
	record: JsonObject,
): Pick<Listed<JsonObject>, 'knownBy' | 'noted' | 'isNamed'> {
	const names = [...new Set(namesOf(record).map(shortHash))];
	const isNamed = names.length > 0;
	const content = contentOf(record);
	if (content === undefined) {
		const noted = isNamed ? names : [shortHash('nothing')];
		return { knownBy: noted, noted, isNamed };
	}
	const [named, nameless] = [shortHash(`named:${content}`), shortHash(`nameless:${content}`)];
	return isNamed
		? { knownBy: [...names, nameless], noted: [...names, named], isNamed }
		: { knownBy: [named, nameless], noted: [nameless], isNamed };
}

const cursorOf = ({ page, isCut }: Cursor): Cursor => ({
	...(page !== undefined && { page }),
	...(isCut !== undefined && { isCut }),
});

/** What to remember of the days the list was looked at from. */
function spanAfter(
	{ start, isWidening }: Span,
	current: State | undefined,
	isAtEnd: boolean,
): Pick<State, 'start' | 'widening'> {
	if (start === undefined) return {};
	const first = current?.start ?? start;
	if (!isWidening) return { start: first };
	return isAtEnd ? { start: Math.min(first, start) } : { start: first, widening: start };
}
