import type { Failure } from '../failures/failure';
import type { Memo } from '../sending/memo';
import type { KeyStore } from '../sending/store';
import type { Clock } from '../wait/wait';
import type { Named } from './results';

/** Everything a run of one operation over all items needs, taken out of n8n's context once. */
export interface RunSetting<Api> {
	readonly api: Api;
	/** The vendor's `name` and display name. */
	readonly vendor: string;
	readonly label: string;
	readonly itemCount: number;
	readonly continueOnFail: boolean;
	/** A parameter as it stands in the node, its expressions not resolved. */
	readonly own: (name: string) => unknown;
	/** A line in the browser's console while a run in the editor goes on. */
	readonly progress: (line: string) => void;
	/** Shows a call-out beside the output; older n8n versions have none. */
	readonly hint?: (message: string, isWarning: boolean) => void;
	/** An item's parameters by name. */
	readonly read: (itemIndex: number) => Record<string, unknown>;
	readonly clock: Clock;
	readonly random: () => number;
	/** Aborted by Stop, and when the run is over. */
	readonly signal: AbortSignal;
	/** One that `Intl` knows. */
	readonly timezone: string;
	/** What the operator should know of this node and workflow, whatever the items hold. */
	readonly cautions: readonly string[];
	readonly memo: Memo;
	/** First part of a memo key; an AI agent's tries differ in run index, so it is left out there. */
	readonly memoScope: string;
	readonly store: KeyStore;
	/** Tells LinkedIn accounts apart without holding a key: a hash of credential type and key. */
	readonly accountScope: string;
	/** The node error for a failure. */
	readonly fail: (
		failure: Failure,
		at: { itemIndex?: number; named?: Named; summary?: string },
	) => Error;
}
