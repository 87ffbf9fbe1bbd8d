import type { FailureFacts } from '../errors/failure';
import { isObject } from '../http/json';
import type { JsonObject } from '../http/types';

/** What became of an act in an earlier try of the same execution. */
export type MemoEntry =
	/** The request was about to leave when the try ended. */
	| { readonly state: 'begun' }
	/** The vendor took it as a task that was not finished when the try ended. */
	| { readonly state: 'task'; readonly taskId: string; readonly createdAt: number }
	/** It has its output. */
	| { readonly state: 'done'; readonly output: JsonObject }
	/** It may have been carried out; repeating it could deliver twice. */
	| { readonly state: 'unknown'; readonly facts: FailureFacts };

const FIELD = 'linkedinOutreach';

/**
 * The acts of one node in one execution, kept where n8n keeps them over Retry On Fail and "Retry
 * execution" (rules.md §2.3): in the node's context, which is saved with the execution. Entries are
 * written before the act, so that a try that is cut off leaves its trace.
 *
 * @param context `getContext('node')`: a plain object n8n stores as JSON
 */
export class Memo {
	private readonly entries: Record<string, MemoEntry>;

	constructor(context: Record<string, unknown>) {
		const kept = context[FIELD];
		this.entries = isObject(kept) ? (kept as Record<string, MemoEntry>) : {};
		context[FIELD] = this.entries;
	}

	get(key: string): MemoEntry | undefined {
		return Object.prototype.hasOwnProperty.call(this.entries, key) ? this.entries[key] : undefined;
	}

	set(key: string, entry: MemoEntry): void {
		this.entries[key] = entry;
	}

	/** For an act that certainly did not happen: it may be tried again. */
	forget(key: string): void {
		delete this.entries[key];
	}
}
