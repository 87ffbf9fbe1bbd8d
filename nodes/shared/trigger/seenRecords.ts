import type { StoredNames } from './seenNames';
import { SeenNames } from './seenNames';

/** Hashes that stay remembered at least: some 240 kB of state, and 10,000 records of three names each. */
export const MOST_REMEMBERED = 30_000;

/** What is known of a list between two polls. */
export interface Known {
	/** False while the first look at the list, which emits nothing, goes on over several polls. */
	readonly isSettled: boolean;
	/** The number of the reading from front to end that is under way. */
	readonly round: number;
	/** Whether something was met for the first time in it. */
	readonly grew: boolean;
	readonly seen: StoredNames;
}

/** Nothing is known of the list yet. */
export const NOTHING_KNOWN: Known = { isSettled: false, round: 1, grew: false, seen: {} };

/** A record somewhere in the list. */
export interface Listed<T> {
	/** Hashes that tell it: it is known when any of them is remembered. */
	readonly knownBy: readonly string[];
	/** Hashes to remember it by. */
	readonly noted: readonly string[];
	/** Whether it has a name, so that it can tell that two others are one. */
	readonly isNamed: boolean;
	/** When it was made, in ms since 1970; undefined where that is not known. */
	readonly at?: number;
	readonly record: T;
}

/** What a record is that was never met: news, old, or left for a later poll to judge. */
export type Judgement = 'new' | 'old' | 'later';

/** A new record, with the names it has in any of the places where it is listed. */
interface Found<T> {
	readonly listed: Listed<T>;
	readonly knownBy: Set<string>;
	readonly noted: Set<string>;
}

/**
 * What is new in a list of which any part may be read, in any order and any number of times. New is what
 * was never met under any of its names, whatever its date: vendors list posts hours after they were
 * written, leave IDs out and issue others.
 */
export class SeenRecords<T> {
	private readonly seen: SeenNames;
	private readonly met = new Set<string>();
	private readonly found = new Set<Found<T>>();
	private readonly foundBy = new Map<string, Found<T>>();

	/** @param before what `enter` gave at the last poll */
	constructor(private readonly before: Known) {
		this.seen = new SeenNames(before.seen);
	}

	/** How many records were taken in that were known. */
	known = 0;

	/** How many new records there are so far. */
	get size(): number {
		return this.found.size;
	}

	/**
	 * Takes a part of the list in.
	 *
	 * @param judge what a record is that was never met
	 * @returns how many of the records are new
	 */
	take(records: ReadonlyArray<Listed<T>>, judge: (listed: Listed<T>) => Judgement): number {
		let fresh = 0;
		for (const listed of records) if (this.takeOne(listed, judge)) fresh++;
		return fresh;
	}

	private takeOne(listed: Listed<T>, judge: (listed: Listed<T>) => Judgement): boolean {
		const alike = listed.knownBy.flatMap((name) => this.foundBy.get(name) ?? []);
		const twins = new Set(listed.isNamed ? alike : alike.slice(0, 1));
		const isKnown = listed.knownBy.some((name) => this.met.has(name) || this.seen.has(name));
		if (isKnown) this.known++;
		const judgement = isKnown ? 'old' : twins.size > 0 ? 'new' : judge(listed);
		if (judgement === 'later') return false;
		const noted = [...listed.noted, ...[...twins].flatMap((twin) => [...twin.noted])];
		if (judgement === 'old') {
			for (const twin of twins) if (listed.isNamed) this.found.delete(twin);
			for (const name of listed.isNamed ? noted : listed.noted) this.met.add(name);
			return false;
		}
		// One record that has shown itself under different names counts once.
		const none: Found<T> = { listed, knownBy: new Set(), noted: new Set() };
		const [first = none, ...others] = twins;
		for (const other of others) this.found.delete(other);
		this.found.add(first);
		for (const twin of [listed, ...others])
			for (const name of twin.knownBy) first.knownBy.add(name);
		for (const name of noted) {
			first.noted.add(name);
			this.foundBy.set(name, first);
		}
		return twins.size === 0;
	}

	/** The new ones, oldest first; those without a date stay beside their neighbours. */
	news(): Array<Listed<T>> {
		let last = Number.NEGATIVE_INFINITY;
		return [...this.found]
			.map(({ listed }) => listed)
			.reverse()
			.map((listed) => ({ listed, at: (last = listed.at ?? last) }))
			.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
			.map(({ listed }) => listed);
	}

	/**
	 * Enters what was taken in into what is known by now, which a poll beside this one may have changed.
	 *
	 * @param isSettled whether the first look is over
	 * @param isAtEnd whether the list was read to its end
	 * @returns what to remember, and which records nobody has emitted yet
	 */
	enter(
		current: Known,
		isSettled: boolean,
		isAtEnd: boolean,
	): { known: Known; unseen: ReadonlySet<Listed<T>> } {
		// Another first look has ended: what came since then must not be taken for old.
		if (current.isSettled && !this.before.isSettled) return { known: current, unseen: new Set() };
		const seen = new SeenNames(current.seen);
		const before = seen.size;
		const unseen = [...this.found].filter(
			({ knownBy }) => ![...knownBy].some((one) => seen.has(one)),
		);
		const round = Math.max(current.round, this.before.round);
		for (const name of this.met) seen.note(name, round);
		for (const { noted } of this.found) for (const name of noted) seen.note(name, round);
		const grew = current.grew || seen.size > before;
		// Whatever is listed was met in this round or the one before.
		seen.keep(MOST_REMEMBERED, round - 1);
		const next = isAtEnd && grew ? { round: round + 1, grew: false } : { round, grew };
		return {
			known: { isSettled, ...next, seen: seen.stored() },
			unseen: new Set(unseen.map(({ listed }) => listed)),
		};
	}
}
