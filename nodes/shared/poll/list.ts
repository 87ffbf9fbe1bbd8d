import type { JsonObject } from '../http/types';
import type { Deadline } from './deadline';
import { noAnswerInTime } from './failures';
import type { Book } from './ledger';
import { Ledger } from './ledger';
import type { Memory } from './memory';
import { recall } from './memory';
import { shortHash } from './seen';
import type { Place } from './sweep';
import { sweep } from './sweep';

/** New records of one poll at most: the rest comes with the next ones, and fits into memory. */
const MOST_AT_ONCE = 2_000;

/** A vendor's list in which something new may turn up. */
export interface Source {
	/** What the list is of, and by which filters: another one starts afresh. */
	readonly signature: string;
	/** A page, from 1, as the vendor gives it. Throws `Failure`. */
	readonly read: (page: number) => Promise<{ records: JsonObject[]; isLast: boolean }>;
	/** What tells a record from all others. */
	readonly keyOf: (record: JsonObject) => string;
	/** When it was made, in ms since 1970. */
	readonly madeAt: (record: JsonObject) => number | undefined;
	/** Records made before are none of the trigger's; in ms since 1970. */
	readonly notBefore?: number;
	/** A record as the workflow gets it. */
	readonly show: (record: JsonObject) => JsonObject;
}

interface State extends Book, Place {
	readonly signature: string;
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
	const { signature, notBefore = Number.NEGATIVE_INFINITY } = source;
	const known = recall<State>(memory, signature);
	const book: Book = known ?? { since: now, isSettled: false, seen: {} };
	const ledger = new Ledger<JsonObject>(book, now);

	const read = async (page: number) => {
		if (ledger.size >= MOST_AT_ONCE) return undefined;
		const found = await deadline.within(async () => await source.read(page));
		if (found === undefined) return undefined;
		const sightings = found.records
			.map((record) => {
				return { record, at: source.madeAt(record), hash: shortHash(source.keyOf(record)) };
			})
			.filter(({ at }) => at === undefined || at >= notBefore);
		return { isLast: found.isLast, fresh: ledger.take(sightings) };
	};
	const place = await sweep({ read, toTheEnd: !book.isSettled }, known ?? {});
	if (place === undefined) throw noAnswerInTime();
	const items = ledger.news().map(({ hash, record }) => ({ hash, json: source.show(record) }));

	// From here on nothing is waited for: no other poll comes between looking and noting.
	const isSettled = book.isSettled || place.page === undefined;
	const entered = ledger.enter(recall<State>(memory, signature) ?? book, isSettled);
	memory.set({ signature, ...place, ...entered.book });
	return items.filter(({ hash }) => entered.unseen.has(hash)).map(({ json }) => json);
}
