import { createHash } from 'node:crypto';

import { Failure, Skip, cancelled, cutOff } from '../errors/failure';
import type { Target } from '../linkedin';
import { mergeTargets } from '../linkedin';
import type { ActInput, ActOperation, Receipt, TaskReceipt } from '../operation/types';
import { dayIn } from '../sending/dailyCount';
import { drawPause, takeTurn } from '../sending/pacing';
import type { Turn } from '../sending/pacing';
import { SeenInRun } from '../sending/seen';
import type { CheckedItem } from './checked';
import { Holds } from './holds';
import type { Hold } from './holds';
import { lookAfter } from './look';
import { asActFailure, asFailure } from './parameters';
import { dryRunOutput, receiptOutput, skipOutput } from './results';
import type { ActLabel, Named, Result } from './results';
import type { RunSetting } from './setting';
import { UsedUp } from './usedUp';

/** A result at once, or the promise of one. */
export type Attempt = Result | { readonly later: Promise<Result> };

/** One item on its way, with what is known of the person so far. */
interface Going {
	readonly item: CheckedItem;
	readonly target: Target;
	/** Where the memo keeps it. */
	readonly key: string;
	/** When the act began, in ms. */
	readonly at: number;
	readonly hold: Hold;
}

/** Carries out acts one at a time and keeps the books, so that none is done twice and none is lost. */
export class ActAttempts<Api> {
	readonly act: ActLabel;
	private readonly holds: Holds;
	private readonly seen = new SeenInRun();
	private readonly usedUp: UsedUp;
	private readonly halting = new AbortController();
	/** Aborted by Stop and by `halt`. */
	private readonly goingOn: AbortSignal;

	constructor(
		private readonly setting: RunSetting<Api>,
		private readonly operation: ActOperation<Api>,
	) {
		const { vendor, store, clock, timezone, signal } = setting;
		this.act = { vendor, action: operation.acts, on: operation.on ?? 'recipient' };
		this.holds = new Holds(store, this.act, () => dayIn(timezone, clock.now()));
		this.usedUp = new UsedUp(setting.label);
		this.goingOn = AbortSignal.any([signal, this.halting.signal]);
	}

	/**
	 * Takes note of everybody whom earlier tries of this execution reached, before the first item: the
	 * same person may stand further up in the list, with an item that failed then.
	 */
	recall(items: readonly CheckedItem[]): void {
		for (const item of items) {
			const entry = this.setting.memo.get(this.memoKey(item));
			if (!entry || (entry.state === 'done' && entry.output.outcome === 'skipped')) continue;
			const target = mergeTargets(item.input.recipient.target, entry.target);
			this.seen.mark(item.index, target, this.operation.text(item.input));
		}
	}

	/** Nothing more leaves; whoever waits for a turn stops waiting. */
	halt(): void {
		this.halting.abort();
	}

	/** Never throws. Undefined: not attempted, because the batch has come to its end. */
	async attempt(item: CheckedItem): Promise<Attempt | undefined> {
		let { target } = item.input.recipient;
		try {
			const key = this.memoKey(item);
			const earlier = await this.earlier(item, key);
			if (earlier) return earlier;
			if (this.setting.signal.aborted) throw cancelled();
			if (this.isDuplicate(item, target)) return this.skip(item, target, 'duplicateInInput');
			if (await this.isKnown(item, target)) return this.skip(item, target, 'alreadyContacted');
			target = await this.resolve(item, target);
			if (this.isDuplicate(item, target)) return this.skip(item, target, 'duplicateInInput');
			if (item.sending.dryRun) return await this.rehearse(item, target);
			return await this.takeTurnAndAct(item, target, key);
		} catch (error) {
			const { signal } = this.setting;
			if (this.halting.signal.aborted && !signal.aborted) return undefined;
			return this.ended(item, target, error, asFailure);
		}
	}

	/** What an earlier try of this execution knows of an item that may not be attempted any more. */
	async remembered(item: CheckedItem): Promise<Attempt | undefined> {
		const key = this.memoKey(item);
		const entry = this.setting.memo.get(key);
		if (entry?.state !== 'unknown') return await this.earlier(item, key);
		const failure = new Failure(entry.facts);
		return { kind: 'failure', failure, named: this.named(item) };
	}

	/** Gives back what a dry run held. */
	async close(): Promise<void> {
		await this.holds.close();
	}

	private named(item: CheckedItem): Named {
		return { [this.act.on]: { input: item.input.recipient.input } };
	}

	private skip(item: CheckedItem, target: Target, reason: Skip['reason'], said?: string): Result {
		const json = skipOutput(this.act, item.input.recipient, target, reason, said);
		return { kind: 'output', json };
	}

	/** `read` turns anything thrown into the failure it means: what was possible by then differs. */
	private ended(
		item: CheckedItem,
		target: Target,
		error: unknown,
		read: (error: unknown) => Failure,
	): Result {
		if (error instanceof Skip) return this.skip(item, target, error.reason, error.vendorText);
		return { kind: 'failure', failure: read(error), named: this.named(item) };
	}

	/**
	 * One and the same act over the tries of an execution: whoever corrects the text, or renews the
	 * credential, before a retry must not write again to those who were reached. An agent's calls have no
	 * place in a list; there the text counts.
	 */
	private memoKey({ index, raw }: CheckedItem): string {
		const { memoScope } = this.setting;
		const { resource, operation } = this.operation;
		const isTool = memoScope === '';
		const whole = { ...raw, sending: undefined, itemIndex: undefined };
		const told = JSON.stringify([this.act, resource, operation, isTool ? whole : raw[this.act.on]]);
		const hash = createHash('sha256').update(told).digest('base64url').slice(0, 24);
		return isTool ? hash : `${memoScope}:${index}:${hash}`;
	}

	/** What an earlier try of this execution did with the item, if it got that far. */
	private async earlier(item: CheckedItem, key: string): Promise<Attempt | undefined> {
		const entry = this.setting.memo.get(key);
		if (!entry) return undefined;
		const target = mergeTargets(item.input.recipient.target, entry.target);
		if (entry.state === 'done') return { kind: 'output', json: entry.output };
		const hold = item.sending.skipContacted ? { noted: target } : {};
		const going: Going = { item, target, key, at: entry.at, hold };
		if (entry.state === 'task') {
			const input = this.inputFor(going);
			const task = this.operation.resume?.(this.setting.api, input, entry.taskId, entry.at);
			return task && { later: this.settleLater(going, task) };
		}
		const failure = entry.state === 'unknown' ? new Failure(entry.facts) : cutOff();
		return await this.afterFailure(going, failure);
	}

	private isDuplicate(item: CheckedItem, target: Target): boolean {
		return this.seen.isDuplicate(item.index, target, this.operation.text(item.input));
	}

	/** Saves the look-up of somebody who is contacted already under the name at hand. */
	private async isKnown({ sending }: CheckedItem, target: Target): Promise<boolean> {
		const { resolve, precheck } = this.operation;
		if (!sending.skipContacted || !(resolve ?? precheck)) return false;
		return await this.holds.knows(target);
	}

	private async resolve(item: CheckedItem, target: Target): Promise<Target> {
		const person = await this.identify(item, target);
		const { recipient } = item.input;
		const input = { ...item.input, recipient: { ...recipient, target: person } };
		const more = await this.operation.precheck?.(this.setting.api, input);
		return more ? mergeTargets(person, more) : person;
	}

	/** Once per person and execution. */
	private async identify(item: CheckedItem, target: Target): Promise<Target> {
		const { memo, api } = this.setting;
		if (!this.operation.resolve) return target;
		const known = memo.person(target);
		if (known) return mergeTargets(target, known);
		const found = mergeTargets(target, await this.operation.resolve(api, item.input));
		memo.notePerson(found);
		return found;
	}

	private async rehearse(item: CheckedItem, target: Target): Promise<Result> {
		if (!(await this.holds.rehearse(target, item.sending))) {
			return this.skip(item, target, 'alreadyContacted');
		}
		const text = this.operation.text(item.input);
		this.seen.mark(item.index, target, text);
		return { kind: 'output', json: dryRunOutput(this.act, item.input.recipient, target, text) };
	}

	private async takeTurnAndAct(item: CheckedItem, target: Target, key: string): Promise<Attempt> {
		const { clock, random, accountScope } = this.setting;
		const { pauseMin, pauseMax } = item.sending;
		const pauseMs = drawPause({ min: pauseMin, max: pauseMax }, random);
		const account = item.input.account ?? '';
		this.usedUp.check(account, clock.now());
		const lane = `${accountScope} ${account}`;
		return await takeTurn(lane, pauseMs, clock, this.goingOn, async (turn) => {
			const hold = await this.holds.take(target, item.sending);
			if (!hold) return this.skip(item, target, 'alreadyContacted');
			const going: Going = { item, target, key, at: clock.now(), hold };
			try {
				return await this.perform(going, turn);
			} catch (error) {
				return await this.afterFailure(going, error, turn);
			}
		});
	}

	private inputFor({ item, target }: Going): ActInput {
		return { ...item.input, recipient: { ...item.input.recipient, target } };
	}

	private async perform(going: Going, turn: Turn): Promise<Attempt> {
		const { item, target, key, at } = going;
		const { memo, api } = this.setting;
		memo.set(key, { state: 'begun', target, at });
		this.seen.mark(item.index, target, this.operation.text(item.input));
		const input = this.inputFor(going);
		const receipt = await this.operation.perform(api, input).finally(() => turn.acted());
		if (!('settle' in receipt)) return await this.done(going, receipt);
		memo.set(key, { state: 'task', target, taskId: receipt.taskId, at });
		return { later: this.settleLater(going, receipt) };
	}

	private async done(going: Going, receipt: Receipt): Promise<Result> {
		const { item, key, at, hold } = going;
		const { memo } = this.setting;
		const { finished, taskId, rateLimit } = receipt;
		const target = receipt.target ? mergeTargets(going.target, receipt.target) : going.target;
		const json = receiptOutput(this.act, item.input.recipient, target, receipt);
		// An unfinished task is not done: another try looks at it again instead of creating a second one.
		const goesOn = finished === false && taskId !== undefined && this.operation.resume;
		if (goesOn) memo.set(key, { state: 'task', target, taskId, at });
		else memo.set(key, { state: 'done', target, output: json });
		this.seen.mark(item.index, target, this.operation.text(item.input));
		this.usedUp.note(item.input.account ?? '', rateLimit, this.setting.clock.now());
		if (receipt.target) await this.holds.noteMore(hold, target);
		return { kind: 'output', json };
	}

	private async settleLater(going: Going, task: TaskReceipt): Promise<Result> {
		try {
			return await this.done(going, await task.settle());
		} catch (error) {
			return await this.afterFailure(going, error);
		}
	}

	private quietMs({ facts: { retryAfterMs, resetsAt } }: Failure): number {
		if (retryAfterMs !== undefined) return retryAfterMs;
		return resetsAt === undefined ? 0 : Date.parse(resetsAt) - this.setting.clock.now();
	}

	/** Books the end of an act that did not go through, after a look at what became of it. */
	private async afterFailure(going: Going, error: unknown, turn?: Turn): Promise<Result> {
		const { item, target, key, at } = going;
		const { memo } = this.setting;
		const begun = memo.get(key) !== undefined;
		let result = this.ended(item, target, error, begun ? asActFailure : asFailure);
		let failure = result.kind === 'failure' ? result.failure : undefined;
		// A throttle passes soon. A quota does not: whoever comes next is told so, instead of waiting a day.
		if (failure?.facts.reason === 'throttled') turn?.quietFor(this.quietMs(failure));
		if (failure?.facts.outcome === 'unknown') {
			// A task that outlived the wait is looked at again; anything else must not be repeated.
			if (memo.get(key)?.state === 'task') return result;
			memo.set(key, { state: 'unknown', target, facts: failure.facts, at });
			const input = this.inputFor(going);
			const found = await lookAfter(this.setting, this.operation, input, failure, at);
			if (found === 'sent') return await this.done(going, { response: { seenAfterwards: true } });
			if (found.facts.outcome === 'unknown') return result;
			failure = found;
			result = { ...result, kind: 'failure', failure };
		}
		if (result.kind === 'output') memo.set(key, { state: 'done', target, output: result.json });
		else memo.forget(key);
		this.seen.unmark(item.index);
		await this.holds.giveBack(going.hold);
		return result;
	}
}
