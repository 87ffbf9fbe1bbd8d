import type { Member } from '../linkedin';
import { memberKeys } from '../linkedin';

/** Which item of a run acted on whom with which text: the same again is a duplicate. */
export class SeenInRun {
	private readonly by = new Map<string, number>();

	private keys(member: Member, text: string): string[] {
		return memberKeys(member).map((key) => `${key} ${text}`);
	}

	/** Whether another item of this run did the same to the same person. */
	isDuplicate(item: number, member: Member, text: string): boolean {
		return this.keys(member, text).some((key) => (this.by.get(key) ?? item) !== item);
	}

	/** Call with everything that is known of the person. */
	mark(item: number, member: Member, text: string): void {
		for (const key of this.keys(member, text)) if (!this.by.has(key)) this.by.set(key, item);
	}

	/** For an act that certainly did not happen. */
	unmark(item: number): void {
		for (const [key, by] of this.by) if (by === item) this.by.delete(key);
	}
}
