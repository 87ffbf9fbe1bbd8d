import type { FailureFacts } from '../errors/failure';
import { isObject } from '../http/json';
import type { JsonObject } from '../http/types';
import type { Target } from '../linkedin';
import { targetKeys } from '../linkedin';

/** What became of an act in an earlier try of the same execution, and on whom it was. */
export type MemoEntry = { readonly target: Target } & (
	| {
			/** The request was about to leave when the try ended. */
			readonly state: 'begun';
			/** When, in ms. */
			readonly at: number;
	  }
	/** The vendor took it as a task that was not finished when the try ended. */
	| { readonly state: 'task'; readonly taskId: string; readonly at: number }
	/** It has its output. */
	| { readonly state: 'done'; readonly output: JsonObject }
	/** It may have been carried out; repeating it could deliver twice. */
	| { readonly state: 'unknown'; readonly facts: FailureFacts; readonly at: number }
);

const FIELD = 'linkedinOutreach';

interface Kept {
	readonly acts: Record<string, MemoEntry>;
	/** People that were looked up, by each of their keys. */
	readonly people: Record<string, Target>;
}

function isKept(value: unknown): value is Kept {
	return isObject(value) && isObject(value.acts) && isObject(value.people);
}

const own = <T>(record: Record<string, T>, key: string): T | undefined =>
	Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;

/**
 * The acts of one node in one execution, kept where n8n keeps them over Retry On Fail and "Retry
 * execution" (rules.md §2.3): in the node's context, which is saved with the execution. Entries are
 * written before the act, so that a try that is cut off leaves its trace.
 *
 * @param context `getContext('node')`: a plain object n8n stores as JSON
 */
export class Memo {
	private readonly kept: Kept;

	constructor(context: Record<string, unknown>) {
		const found = context[FIELD];
		this.kept = isKept(found) ? found : { acts: {}, people: {} };
		context[FIELD] = this.kept;
	}

	get(key: string): MemoEntry | undefined {
		return own(this.kept.acts, key);
	}

	set(key: string, entry: MemoEntry): void {
		this.kept.acts[key] = entry;
	}

	/** For an act that certainly did not happen: it may be tried again. */
	forget(key: string): void {
		delete this.kept.acts[key];
	}

	/** What an earlier look-up of this execution told about a person. */
	person(target: Target): Target | undefined {
		for (const key of targetKeys(target)) {
			const known = own(this.kept.people, key);
			if (known) return known;
		}
		return undefined;
	}

	notePerson(target: Target): void {
		for (const key of targetKeys(target)) this.kept.people[key] = target;
	}
}
