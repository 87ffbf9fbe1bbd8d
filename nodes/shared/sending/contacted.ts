import type { Target } from '../linkedin';
import { targetKeys } from '../linkedin';

/**
 * A set of short texts that outlives executions, crashes and workers: n8n's deduplication store.
 * It has no lock and no read without a write (rules.md §2.7), which shapes how it is used here.
 */
export interface KeyStore {
	/** Adds the keys and returns those that were there before. */
	record(keys: readonly string[]): Promise<ReadonlySet<string>>;
	/** Takes the keys out. */
	forget(keys: readonly string[]): Promise<void>;
}

function keysOf(action: string, target: Target): string[] {
	return targetKeys(target).map((key) => `contacted ${action} ${key}`);
}

/** Who was reached by one kind of act, under every identifier that is known of them. */
export class Contacted {
	constructor(
		private readonly store: KeyStore,
		private readonly action: string,
	) {}

	/**
	 * Notes the person before the act, so that a crash between the two errs on the side of silence.
	 *
	 * @returns true when the person was noted before
	 */
	async note(target: Target): Promise<boolean> {
		const known = await this.store.record(keysOf(this.action, target));
		return known.size > 0;
	}

	/** Whether the person was noted before; leaves the store as it was. */
	async knows(target: Target): Promise<boolean> {
		const keys = keysOf(this.action, target);
		const known = await this.store.record(keys);
		const added = keys.filter((key) => !known.has(key));
		if (added.length > 0) await this.store.forget(added);
		return known.size > 0;
	}

	/** For an act that certainly did not happen. */
	async forget(target: Target): Promise<void> {
		await this.store.forget(keysOf(this.action, target));
	}
}
