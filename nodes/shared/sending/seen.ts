import type { Target } from '../linkedin';
import { targetKeys } from '../linkedin';

/** Which item of a run acted on whom with which text: the same again is a duplicate. */
export class SeenInRun {
	private readonly by = new Map<string, number>();

	private keys(target: Target, text: string): string[] {
		return targetKeys(target).map((key) => `${key} ${text}`);
	}

	/** Whether another item of this run did the same to the same person. */
	isDuplicate(item: number, target: Target, text: string): boolean {
		return this.keys(target, text).some((key) => (this.by.get(key) ?? item) !== item);
	}

	/** Call with everything that is known of the person. */
	mark(item: number, target: Target, text: string): void {
		for (const key of this.keys(target, text)) if (!this.by.has(key)) this.by.set(key, item);
	}

	/** For an act that certainly did not happen. */
	unmark(item: number): void {
		for (const [key, by] of this.by) if (by === item) this.by.delete(key);
	}
}
