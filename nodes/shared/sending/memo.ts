import { randomUUID } from 'node:crypto';

import type { FailureFacts } from '../failures/failure';
import { isObject } from '../json/json';
import type { JsonObject } from '../json/types';
import type { Target } from '../linkedin';
import { targetKeys } from '../linkedin';

/** What became of an act in an earlier try of the same execution, and on whom it was. */
export type MemoEntry = {
	readonly target: Target;
	/** What was noted of it in the memory that outlives the execution, as long as it is open. */
	readonly added?: readonly string[];
} & (
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
	/** Tells an execution and all its retries from any other. */
	readonly root: string;
	/** The execution that the retries are of. */
	readonly execution: string;
	/** By item; one that was corrected names several people in turn. */
	readonly acts: Record<string, MemoEntry[]>;
	readonly changes: Record<string, MemoEntry>;
	/** People that were looked up, by each of their keys. */
	readonly people: Record<string, Target>;
}

function isKept(value: unknown): value is Kept {
	if (!isObject(value) || typeof value.root !== 'string') return false;
	return isObject(value.acts) && isObject(value.changes) && isObject(value.people);
}

const own = <T>(record: Record<string, T>, key: string): T | undefined =>
	Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;

/**
 * What one node did in one execution, kept where n8n keeps it over Retry On Fail and "Retry execution": in the
 * node's context, which is saved with the execution. Entries are written before the act, so that a try that
 * is cut off leaves its trace.
 *
 * @param context `getContext('node')`: a plain object n8n stores as JSON
 * @param execution the ID of the execution at hand
 */
export class Memo {
	private readonly kept: Kept;

	constructor(
		context: Record<string, unknown>,
		private readonly execution = '',
	) {
		const found = context[FIELD];
		this.kept = isKept(found)
			? found
			: { root: randomUUID(), execution, acts: {}, changes: {}, people: {} };
		context[FIELD] = this.kept;
	}

	/**
	 * The same for an execution and its retries, of whatever depth; undefined in the execution they are of,
	 * where this memo knows everything itself.
	 */
	get retryOf(): string | undefined {
		return this.kept.execution === this.execution ? undefined : this.kept.root;
	}

	/** Everything that earlier tries did with an item, the latest last. */
	acts(item: string): readonly MemoEntry[] {
		return own(this.kept.acts, item) ?? [];
	}

	/** Notes what becomes of an item's act on somebody, in place of what was noted of it. */
	setAct(item: string, entry: MemoEntry): void {
		this.kept.acts[item] = [...this.others(item, entry.target), entry];
	}

	/** For an act that certainly did not happen: it may be tried again. */
	forgetAct(item: string, target: Target): void {
		this.kept.acts[item] = this.others(item, target);
	}

	change(key: string): MemoEntry | undefined {
		return own(this.kept.changes, key);
	}

	setChange(key: string, entry: MemoEntry): void {
		this.kept.changes[key] = entry;
	}

	forgetChange(key: string): void {
		delete this.kept.changes[key];
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

	private others(item: string, target: Target): MemoEntry[] {
		const names = new Set(targetKeys(target));
		return this.acts(item).filter(
			(entry) => !targetKeys(entry.target).some((name) => names.has(name)),
		);
	}
}
