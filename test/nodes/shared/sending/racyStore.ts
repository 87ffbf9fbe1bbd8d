import type { KeyStore } from '../../../../nodes/shared/sending/store';
import type { Clock } from '../../../../nodes/shared/wait/wait';

/** Longer than any write takes. */
const SETTLE_MS = 1_000;
const LONGEST_STEP_MS = 400;

/**
 * n8n's deduplication store as several workers share it: each reads the whole row, and later writes the
 * whole row back, with what others wrote meanwhile undone.
 */
export class RacyRow {
	keys: ReadonlySet<string> = new Set();

	constructor(
		private readonly clock: Clock,
		private readonly random: () => number,
		private readonly longestStepMs = LONGEST_STEP_MS,
	) {}

	/**
	 * One worker's view of it.
	 *
	 * @param failing how often, of 1, a change fails: half of those have been written all the same
	 */
	worker(failing = 0): KeyStore {
		const change = async (to: (read: Set<string>) => void): Promise<ReadonlySet<string>> => {
			await this.step();
			const read = this.keys;
			const changed = new Set(read);
			to(changed);
			await this.step();
			const fails = this.random() < failing;
			if (!fails || this.random() < 0.5) this.keys = changed;
			if (fails) throw new Error('database is locked');
			return read;
		};
		return {
			lasting: true,
			alone: async (look) => await look(),
			settlingMs: SETTLE_MS,
			fill: async () => await Promise.resolve({ held: this.keys.size, most: 200_000 }),
			record: async (keys) => {
				const read = await change((row) => keys.forEach((key) => row.add(key)));
				return new Set(keys.filter((key) => read.has(key)));
			},
			forget: async (keys) => {
				await change((row) => keys.forEach((key) => row.delete(key)));
			},
			settled: async (moreMs = 0) => await this.clock.sleep(SETTLE_MS + moreMs),
		};
	}

	private async step(): Promise<void> {
		await this.clock.sleep(Math.floor(this.random() * this.longestStepMs));
	}
}
