import type { Failure } from '../failures/failure';
import { stopsBatch } from '../failures/rules';
import { BatchStop, behind } from './batchStop';
import type { CheckedItem, RefusedItem } from './checked';
import { skipOutput } from './results';
import type { ActLabel, Result } from './results';
import type { RunSetting } from './setting';

/** A limit before which nothing left. */
const isLimit = ({ facts: { reason, outcome } }: Failure): boolean =>
	outcome === 'notSent' && (reason === 'limitReached' || reason === 'throttled');

/** Of a run that fails meanwhile: counted in its summary, and known to the memo. */
const STILL_UNDER_WAY: Result = { kind: 'output', json: { outcome: 'pending' } };

/** What the items of a batch come to, and where the batch ends. */
export class BatchResults<Api> {
	readonly stop = new BatchStop();
	private readonly results: Array<Result | undefined>;

	constructor(
		private readonly setting: RunSetting<Api>,
		private readonly act: ActLabel,
		/** Called once nothing at all may leave any more. */
		private readonly ended: () => void,
	) {
		this.results = new Array<Result | undefined>(setting.itemCount).fill(undefined);
	}

	/** An item that cannot be used. */
	refuse({ index, failure, words }: RefusedItem): void {
		const named = { [this.act.on]: { input: words } };
		this.note(index, words, { kind: 'failure', failure, named });
	}

	/** What an attempt came to; a limit may end the batch, or be let through as skipped. */
	settle(item: CheckedItem, result: Result): void {
		const { index, input } = item;
		const failure = result.kind === 'failure' ? result.failure : undefined;
		const skipped = failure && this.skippedAtLimit(item, failure);
		this.note(index, input.on.input, skipped ?? result);
		if (!failure) return;
		if (!this.setting.continueOnFail && !skipped) this.stop.end(failure, index);
		else if (stopsBatch(failure.facts)) this.stop.add(failure, index, input.account);
		if (this.stop.whole) this.ended();
	}

	/** The failure of an item by itself, before any attempt. */
	fail(item: CheckedItem, failure: Failure): void {
		const { input } = item.input.on;
		this.settle(item, { kind: 'failure', failure, named: { [this.act.on]: { input } } });
	}

	/** Whether what is under way is still waited for: of a run that fails anyway, the memo knows the tasks. */
	get waitsForTasks(): boolean {
		const { whole } = this.stop;
		return !whole || this.setting.continueOnFail || isLimit(whole);
	}

	/** Every item's result, in the order of the input; undefined for one of a run that ended before it. */
	all(items: readonly CheckedItem[], underWay: ReadonlySet<number>): Array<Result | undefined> {
		for (const item of items) {
			const { index } = item;
			if (underWay.has(index)) this.results[index] ??= STILL_UNDER_WAY;
			this.results[index] ??= this.notAttempted(item);
		}
		return this.results;
	}

	private notAttempted(item: CheckedItem): Result | undefined {
		const { on, account } = item.input;
		const reason = this.stop.before(account);
		if (!reason) return undefined;
		const named = { [this.act.on]: { input: on.input } };
		return this.skippedAtLimit(item, reason) ?? { kind: 'failure', failure: behind(reason), named };
	}

	/** The item as skipped, where it meets a limit and the operator wants it so; the only place that says so. */
	private skippedAtLimit({ input, sending }: CheckedItem, failure: Failure): Result | undefined {
		if (!isLimit(failure) || sending.onLimit !== 'skip') return undefined;
		const said = failure.facts.vendorText ?? failure.facts.what;
		const json = skipOutput(this.act, input.on, input.on.target, 'limitReached', said);
		return { kind: 'output', json };
	}

	private note(index: number, who: string, result: Result): void {
		this.results[index] = result;
		const ended =
			result.kind === 'output'
				? [result.json.outcome, result.json.reason].filter(Boolean).join(': ')
				: `${result.failure.facts.outcome}: ${result.failure.facts.what}`;
		this.setting.progress(`${index + 1} of ${this.setting.itemCount} · ${who} · ${ended}`);
	}
}
