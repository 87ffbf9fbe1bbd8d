import type { Target } from '../linkedin';
import { targetKeys } from '../linkedin';
import { Claims } from './claims';

/**
 * A set of short texts that outlives executions, crashes and workers: n8n's deduplication store.
 * It has no lock and no read without a write (rules.md §2.7), which shapes how it is used here.
 */
export interface KeyStore {
	/** Adds the keys and returns those that were there before. */
	record(keys: readonly string[]): Promise<ReadonlySet<string>>;
	/** Takes the keys out. */
	forget(keys: readonly string[]): Promise<void>;
	/** Resolves when every write of any worker that is under way now has arrived. */
	settled(): Promise<void>;
}

/** Who was reached by one kind of act, under every identifier that is known of them. */
export class Contacted {
	private readonly claims: Claims;

	constructor(
		private readonly store: KeyStore,
		private readonly action: string,
	) {
		this.claims = new Claims(store);
	}

	/**
	 * Notes the person before the act, so that a crash between the two errs on the side of silence.
	 *
	 * @returns true when the person was noted before
	 */
	async note(target: Target): Promise<boolean> {
		const keys = this.keys(target);
		if (keys.some((key) => this.claims.holds(key))) {
			// Further names of somebody whom this run has: nobody else may add them, who could lose the person.
			await this.store.record(keys);
			return true;
		}
		const isNew = await this.claims.take(keys, this.hints(target));
		await this.claims.tidy();
		return !isNew;
	}

	/**
	 * Whether the person was noted before; leaves the store as it was.
	 *
	 * With two workers at once a hint may be lost, or left of somebody who was not reached: it is a key of
	 * its own, which spares most people the proof and decides nothing.
	 */
	async knows(target: Target): Promise<boolean> {
		const hints = this.hints(target);
		const hinted = await this.store.record(hints);
		const added = hints.filter((key) => !hinted.has(key));
		if (added.length > 0) await this.store.forget(added);
		return hinted.size > 0 && (await this.isProven(target));
	}

	/** For an act that certainly did not happen. */
	async forget(target: Target): Promise<void> {
		await this.store.forget(this.hints(target));
		await this.claims.giveBack(this.keys(target));
	}

	private async isProven(target: Target): Promise<boolean> {
		const keys = this.keys(target);
		const isNew = await this.claims.take(keys);
		await (isNew ? this.claims.giveBack(keys) : this.claims.tidy());
		return !isNew;
	}

	private keys(target: Target): string[] {
		return targetKeys(target).map((key) => `contacted ${this.action} ${key}`);
	}

	private hints(target: Target): string[] {
		return targetKeys(target).map((key) => `hint ${this.action} ${key}`);
	}
}
