import { randomUUID } from 'node:crypto';

import { Failure } from '../errors/failure';
import type { KeyStore } from './contacted';

/** Far more than ever needed: a round fails only when a write of another worker falls on the same moment. */
const MOST_ROUNDS = 20;

/**
 * Keys that only one run may hold, over all workers, in a store without a lock: two workers that write at
 * once have both read the old state, and the later write undoes the earlier. So whoever takes keys writes a
 * mark of its own beside each, waits until every write that was under way has arrived, and looks again: of
 * those who wrote at once, one alone finds its marks (Fischer's algorithm).
 */
export class Claims {
	/** The mark beside each key that this run holds. */
	private readonly held = new Map<string, string>();
	/** Marks beside keys that turned out to be taken. */
	private litter: string[] = [];
	private takes = 0;

	constructor(
		private readonly store: KeyStore,
		/** Tells this run from all others. */
		private readonly run: string = randomUUID(),
	) {}

	holds(key: string): boolean {
		return this.held.has(key);
	}

	/**
	 * Takes keys that name one and the same thing.
	 *
	 * @param beside further keys to write with them, whoever has them
	 * @returns false when any of them was taken before, by this run too; none of them is taken then
	 * @throws `Failure` when the store does not come to rest
	 */
	async take(keys: readonly string[], beside: readonly string[] = []): Promise<boolean> {
		let marks = this.newMarks(keys);
		for (let round = 0; round < MOST_ROUNDS; round++) {
			const known = await this.store.record([...keys, ...marks, ...beside]);
			const has = (key: string): boolean => known.has(key);
			if (keys.every(has) && marks.every(has)) {
				keys.forEach((key, index) => this.held.set(key, marks[index]));
				return true;
			}
			if (marks.some(has)) {
				// Somebody took a key out from beside its mark: from here on the mark proves nothing.
				await this.remove(keys, marks);
				marks = this.newMarks(keys);
				continue;
			}
			if (keys.some(has)) {
				const added = keys.filter((key) => !has(key));
				if (added.length > 0) await this.remove(added, marks);
				else this.litter.push(...marks);
				return false;
			}
			// Written just now, for the first time or because another write has undone it.
			await this.store.settled();
		}
		await this.remove(keys, marks);
		throw tooBusy();
	}

	/** Gives back what `take` took. */
	async giveBack(keys: readonly string[]): Promise<void> {
		const marks = keys.flatMap((key) => this.held.get(key) ?? []);
		for (const key of keys) this.held.delete(key);
		await this.remove(keys, marks);
	}

	/** Clears away what `take` left of its marks where it came too late. */
	async tidy(): Promise<void> {
		const litter = this.litter.splice(0);
		if (litter.length > 0) await this.store.forget(litter);
	}

	/** Never the same twice: one that was left behind would pass for a new one. */
	private newMarks(keys: readonly string[]): string[] {
		const by = `by ${this.run} ${++this.takes}`;
		return keys.map((key) => `${key} ${by}`);
	}

	/** Takes keys out, and looks whether a write of another worker has brought them back. */
	private async remove(keys: readonly string[], marks: readonly string[]): Promise<void> {
		for (let round = 0; round < MOST_ROUNDS; round++) {
			await this.store.forget([...keys, ...marks]);
			if (marks.length === 0) return;
			await this.store.settled();
			// A key does not come back without its mark.
			const known = await this.store.record(marks);
			if (known.size > 0) continue;
			await this.store.forget(marks);
			return;
		}
	}
}

function tooBusy(): Failure {
	return new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: "n8n's database is too busy to tell whether another execution does the same",
		next: 'Run this item again when fewer executions are under way.',
	});
}
