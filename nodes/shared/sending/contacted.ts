import type { Member } from '../linkedin';
import { memberKeys } from '../linkedin';

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

function keysOf(action: string, member: Member): string[] {
	return memberKeys(member).map((key) => `contacted ${action} ${key}`);
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
	async note(member: Member): Promise<boolean> {
		const known = await this.store.record(keysOf(this.action, member));
		return known.size > 0;
	}

	/** Whether the person was noted before; leaves the store as it was. */
	async knows(member: Member): Promise<boolean> {
		const keys = keysOf(this.action, member);
		const known = await this.store.record(keys);
		const added = keys.filter((key) => !known.has(key));
		if (added.length > 0) await this.store.forget(added);
		return known.size > 0;
	}

	/** For an act that certainly did not happen. */
	async forget(member: Member): Promise<void> {
		await this.store.forget(keysOf(this.action, member));
	}
}
