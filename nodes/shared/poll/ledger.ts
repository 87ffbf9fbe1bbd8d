import type { StoredSeen } from './seen';
import { Seen, dayOf } from './seen';

/** Hashes that stay remembered at least: some 240 kB of state. */
export const MOST_REMEMBERED = 30_000;

/** What was not listed for so long does not come back. */
const FORGET_AFTER_DAYS = 30;

/** Dates further ahead are garbage. */
const CLOCKS_DIFFER_MS = 86_400_000;

/** What is known of a list between two polls. */
export interface Book {
	/** When the first poll began, in ms since 1970. */
	readonly since: number;
	/** False while the first look at the list, which emits nothing, goes on over several polls. */
	readonly isSettled: boolean;
	readonly seen: StoredSeen;
}

/** A record somewhere in the list. */
export interface Sighting<T> {
	readonly hash: string;
	/** When it was made, in ms since 1970; undefined where that is not known. */
	readonly at?: number;
	readonly record: T;
}

/**
 * What is new in a list of which any part may be read, in any order and any number of times. New is what
 * was never sighted, whatever its date: vendors list posts hours after they were written. Of the first
 * look only what was made since it began counts, and that is emitted by later ones.
 */
export class Ledger<T> {
	private readonly seen: Seen;
	private readonly sighted = new Set<string>();
	private readonly found = new Map<string, Sighting<T>>();

	/** @param now in ms since 1970 */
	constructor(
		private readonly book: Book,
		private readonly now: number,
	) {
		this.seen = new Seen(book.seen);
	}

	/** How many new records there are so far. */
	get size(): number {
		return this.found.size;
	}

	/** Takes a part of the list in; returns how many of its records are new. */
	take(sightings: ReadonlyArray<Sighting<T>>): number {
		const before = this.found.size;
		for (const sighting of sightings) {
			const { hash } = sighting;
			if (!this.book.isSettled && this.isYoung(sighting)) continue;
			if (this.book.isSettled && !this.seen.has(hash)) {
				if (!this.found.has(hash)) this.found.set(hash, sighting);
			} else {
				this.sighted.add(hash);
			}
		}
		return this.found.size - before;
	}

	/** The new ones, oldest first; those without a date stay beside their neighbours. */
	news(): Array<Sighting<T>> {
		let last = Number.NEGATIVE_INFINITY;
		return [...this.found.values()]
			.reverse()
			.map((sighting) => ({ sighting, at: (last = sighting.at ?? last) }))
			.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
			.map(({ sighting }) => sighting);
	}

	/**
	 * Enters what was taken in into what is known by now, which a poll beside this one may have changed.
	 *
	 * @param isSettled whether the first look is over
	 * @returns the book to remember, and which hashes nobody has emitted yet
	 */
	enter(current: Book, isSettled: boolean): { book: Book; unseen: ReadonlySet<string> } {
		// Another first look has ended: what came since then must not be taken for old.
		if (current.isSettled && !this.book.isSettled) return { book: current, unseen: new Set() };
		const seen = new Seen(current.seen);
		const unseen = new Set([...this.found.keys()].filter((hash) => !seen.has(hash)));
		const today = dayOf(this.now);
		for (const hash of [...this.sighted, ...unseen]) seen.note(hash, today);
		seen.forgetBefore(today - FORGET_AFTER_DAYS);
		seen.keep(MOST_REMEMBERED, today - 1);
		const book = { since: current.since, isSettled, seen: seen.stored() };
		return { book, unseen };
	}

	private isYoung({ at }: Sighting<T>): boolean {
		return at !== undefined && at > this.book.since && at <= this.now + CLOCKS_DIFFER_MS;
	}
}
