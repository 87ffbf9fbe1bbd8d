import { randomUUID } from 'node:crypto';

import { Failure } from '../errors/failure';
import type { KeyStore } from './contacted';

/** Far more than ever needed: each round fails only when another write falls on the very same moment. */
const MOST_ROUNDS = 20;

/**
 * Keys that only one run may hold, over all workers, in a store without a lock. Two workers that write at
 * once both read the old state, and the later write undoes the earlier. So a run writes its own mark beside
 * each key, lets every write settle that may have been under way, and looks whether its mark is still
 * there: of those who wrote at the same time, exactly one finds it (Fischer's mutual exclusion).
 */
export class Claims {
	/** Marks beside keys that turned out to be another's. */
	private litter: string[] = [];

	constructor(
		private readonly store: KeyStore,
		/** Tells this run from all others. */
		private readonly run: string = randomUUID(),
	) {}

	private marks(keys: readonly string[]): string[] {
		return keys.map((key) => `${key} by ${this.run}`);
	}

	/**
	 * Takes all of these keys, which name one thing.
	 *
	 * @returns false when any of them was taken before, also by this run; the others then count as taken too
	 * @throws `Failure` when the store never comes to rest
	 */
	async take(keys: readonly string[]): Promise<boolean> {
		const marks = this.marks(keys);
		for (let round = 0; round < MOST_ROUNDS; round++) {
			const known = await this.store.record([...keys, ...marks]);
			const isMine = marks.every((mark) => known.has(mark));
			// Neither key nor mark: written just now, for the first time or because another write undid it.
			const isOpen = !keys.some((key) => known.has(key));
			if (round > 0 && isMine && !isOpen) return true;
			if (!isMine && !isOpen) {
				this.litter.push(...marks.filter((mark) => !known.has(mark)));
				return false;
			}
			if (round === 0 && !isOpen) return false;
			await this.store.settled();
		}
		throw new Failure({
			reason: 'unexpectedAnswer',
			outcome: 'notSent',
			what: "n8n's database is too busy to tell whether another execution reaches this person",
			next: 'Run this item again when fewer executions are under way.',
		});
	}

	/** Gives back what `take` took. A write of another worker may undo that, so it is looked at once more. */
	async giveBack(keys: readonly string[]): Promise<void> {
		const marks = this.marks(keys);
		for (let round = 0; round < MOST_ROUNDS; round++) {
			await this.store.forget([...keys, ...marks]);
			await this.store.settled();
			const known = await this.store.record(marks);
			if (known.size > 0) continue;
			await this.store.forget(marks);
			return;
		}
	}

	/** Clears away the marks of `take` that came too late. */
	async tidy(): Promise<void> {
		const litter = this.litter.splice(0);
		if (litter.length > 0) await this.store.forget(litter);
	}
}
