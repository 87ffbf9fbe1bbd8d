import { Failure, passOn } from '../failures/failure';

/** Pages that are read at each poll although nothing is new on them: what comes late stands anywhere. */
const PAGES_AT_REST = 20;

/** So many pages in a row without anything new show that the front of the list is known. */
const UNCHANGED_PAGES = 2;

/** A guard against a list that never ends. */
export const DEEPEST_PAGE = 200;

/** Where a poll left a list that it did not read to the end. */
export interface Cursor {
	/** The page to go on with; undefined: the end was reached. */
	readonly page?: number;
	/** The poll was cut off in the middle of what is new: that is read on first. */
	readonly isCut?: boolean;
}

export interface Reading {
	/** Reads a page, from 1; undefined: there is no time, or no room, for it. Throws `Failure`. */
	readonly read: (page: number) => Promise<{ isLast: boolean; fresh: number } | undefined>;
	/** Reads on to the end, whatever is new. */
	readonly toTheEnd: boolean;
}

/**
 * Reads a list from the front on: all of it, where it is short. Of a longer one, the front until nothing
 * is new there, and as much of the rest as is left of the poll's pages, further on at each poll; as long
 * as something new turns up it goes on.
 *
 * @param from where the last poll left the list
 * @returns where the next one goes on; undefined when no page could be read
 * @throws `Failure` that `read` threw, unless something new was read before
 */
export async function readPages(
	{ read, toTheEnd }: Reading,
	from: Cursor,
): Promise<Cursor | undefined> {
	let page = from.isCut ? (from.page ?? 1) : 1;
	let rest = from.page ?? 1;
	let quiet = 0;
	let fresh = 0;
	for (let pages = 0; ; pages++) {
		const found = await read(page).catch((error: unknown) => {
			// What is new counts all the same. A lasting failure shows as soon as nothing is.
			if (toTheEnd || fresh === 0 || !(error instanceof Failure)) throw passOn(error);
			return error;
		});
		if (found instanceof Failure) return { page };
		if (found === undefined) {
			if (pages === 0) return undefined;
			// A deletion moves the rest up: one page is read again, unless that would be a standstill.
			return { page: pages > 1 ? page - 1 : page, isCut: toTheEnd || quiet < UNCHANGED_PAGES };
		}
		fresh += found.fresh;
		quiet = found.fresh > 0 ? 0 : quiet + 1;
		if (found.isLast || page >= DEEPEST_PAGE) return {};
		page++;
		if (toTheEnd || quiet < UNCHANGED_PAGES) continue;
		page = Math.max(page, rest);
		rest = 1;
		if (pages + 1 >= PAGES_AT_REST) return { page };
	}
}
