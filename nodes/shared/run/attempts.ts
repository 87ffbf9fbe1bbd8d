import { createHash } from 'node:crypto';

import { Failure, Skip, cancelled } from '../errors/failure';
import type { JsonObject } from '../http/types';
import type { Member } from '../linkedin';
import { memberKeys, mergeMembers } from '../linkedin';
import type { ActOperation, Receipt, TaskReceipt } from '../operation/types';
import { Contacted } from '../sending/contacted';
import { DailyCount, dayIn } from '../sending/dailyCount';
import { drawPause, takeTurn } from '../sending/pacing';
import type { Turn } from '../sending/pacing';
import type { CheckedItem } from './checked';
import { asActFailure, asFailure } from './parameters';
import { dryRunOutput, receiptOutput, skipOutput } from './results';
import type { ActLabel, Result } from './results';
import type { RunSetting } from './setting';

/** A result at once, or the promise of one. */
export type Attempt = Result | { readonly later: Promise<Result> };

/** What an act took hold of, to be given back if it certainly did not happen. */
interface Holds {
	noted: boolean;
	place?: string;
}

/** Carries out acts one at a time and keeps the books: memo, duplicates, contacted people, daily count. */
export class ActAttempts<Api> {
	readonly act: ActLabel;
	private readonly contacted: Contacted;
	private readonly seen = new Map<string, number>();
	private readonly resolved = new Map<string, Member>();
	private readonly daily: DailyCount;
	private readonly rehearsed: string[] = [];
	private readonly halting = new AbortController();
	/** Aborted by Stop and by `halt`. */
	private readonly goingOn: AbortSignal;

	constructor(
		private readonly setting: RunSetting<Api>,
		private readonly operation: ActOperation<Api>,
	) {
		this.act = { vendor: setting.vendor, action: operation.acts };
		this.contacted = new Contacted(setting.store, operation.acts);
		const { store, clock, timezone, signal } = setting;
		this.goingOn = AbortSignal.any([signal, this.halting.signal]);
		this.daily = new DailyCount(store, () => dayIn(timezone, clock.now()));
	}

	/** Nothing more leaves; whoever waits for a turn stops waiting. */
	halt(): void {
		this.halting.abort();
	}

	/** Never throws. Undefined: not attempted, because the batch has come to its end. */
	async attempt(item: CheckedItem): Promise<Attempt | undefined> {
		const { recipient } = item.input;
		let member = recipient.member;
		try {
			const key = this.memoKey(item);
			const earlier = this.earlier(item, key);
			if (earlier) {
				this.markSeen(item, member);
				return earlier;
			}
			if (this.setting.signal.aborted) throw cancelled();
			if (this.isDuplicate(item, member)) return this.skip(item, member, 'duplicateInInput');
			member = await this.resolve(item, member);
			if (this.isDuplicate(item, member)) return this.skip(item, member, 'duplicateInInput');
			if (item.sending.dryRun) return await this.rehearse(item, member);
			return await this.takeTurnAndAct(item, member, key);
		} catch (error) {
			const { signal } = this.setting;
			if (this.halting.signal.aborted && !signal.aborted) return undefined;
			return this.ended(item, member, error, asFailure);
		}
	}

	/** Gives back what a dry run held. */
	async close(): Promise<void> {
		for (const place of this.rehearsed) await this.daily.giveBack(place);
	}

	private skip(item: CheckedItem, member: Member, reason: Skip['reason'], said?: string): Result {
		const json = skipOutput(this.act, item.input.recipient, member, reason, said);
		return { kind: 'output', json };
	}

	/** `read` turns anything thrown into the failure it means: what was possible by then differs. */
	private ended(
		item: CheckedItem,
		member: Member,
		error: unknown,
		read: (error: unknown) => Failure,
	): Result {
		if (error instanceof Skip) return this.skip(item, member, error.reason, error.vendorText);
		return { kind: 'failure', failure: read(error), recipient: item.input.recipient.input };
	}

	private memoKey({ index, raw }: CheckedItem): string {
		const act = { ...raw, sending: undefined, itemIndex: undefined };
		const told = JSON.stringify([
			this.act,
			this.operation.resource,
			this.setting.accountScope,
			act,
		]);
		const hash = createHash('sha256').update(told).digest('base64url').slice(0, 24);
		return this.setting.memoScope === '' ? hash : `${this.setting.memoScope}:${index}:${hash}`;
	}

	/** What an earlier try of this execution did with the item, if it got that far. */
	private earlier(item: CheckedItem, key: string): Attempt | undefined {
		const entry = this.setting.memo.get(key);
		const recipient = item.input.recipient.input;
		switch (entry?.state) {
			case undefined:
				return undefined;
			case 'done':
				return { kind: 'output', json: entry.output };
			case 'unknown':
				return { kind: 'failure', failure: new Failure(entry.facts), recipient };
			case 'begun':
				return { kind: 'failure', failure: cancelled('unknown'), recipient };
			case 'task': {
				const { taskId, createdAt } = entry;
				const task = this.operation.resume?.(this.setting.api, item.input, taskId, createdAt);
				if (!task) return undefined;
				const holds = { noted: item.sending.skipContacted };
				return { later: this.settleLater(item, item.input.recipient.member, key, task, holds) };
			}
		}
	}

	private seenKeys(item: CheckedItem, member: Member): string[] {
		const text = this.operation.text(item.input);
		return memberKeys(member).map((key) => `${key} ${text}`);
	}

	private isDuplicate(item: CheckedItem, member: Member): boolean {
		return this.seenKeys(item, member).some((key) => {
			const by = this.seen.get(key);
			return by !== undefined && by !== item.index;
		});
	}

	private markSeen(item: CheckedItem, member: Member): void {
		for (const key of this.seenKeys(item, member)) this.seen.set(key, item.index);
	}

	private unmarkSeen(item: CheckedItem, member: Member): void {
		for (const key of this.seenKeys(item, member)) {
			if (this.seen.get(key) === item.index) this.seen.delete(key);
		}
	}

	/** Once per person and execution. */
	private async resolve(item: CheckedItem, member: Member): Promise<Member> {
		if (!this.operation.resolve) return member;
		const keys = memberKeys(member);
		const known = keys.map((key) => this.resolved.get(key)).find(Boolean);
		if (known) return mergeMembers(member, known);
		const found = mergeMembers(member, await this.operation.resolve(this.setting.api, item.input));
		for (const key of memberKeys(found)) this.resolved.set(key, found);
		return found;
	}

	private async takePlace(item: CheckedItem): Promise<string | undefined> {
		const { maxPerDay } = item.sending;
		if (maxPerDay === 0) return undefined;
		const place = await this.daily.take(maxPerDay);
		if (place !== undefined) return place;
		throw new Failure({
			reason: 'limitReached',
			outcome: 'notSent',
			what: `The most people per day that this node may reach (${maxPerDay}) are reached`,
			next: "Run the remaining items tomorrow, or raise 'Most People per Day'.",
			stopsBatch: true,
		});
	}

	private async rehearse(item: CheckedItem, member: Member): Promise<Result> {
		if (item.sending.skipContacted && (await this.contacted.knows(member))) {
			return this.skip(item, member, 'alreadyContacted');
		}
		const place = await this.takePlace(item);
		if (place !== undefined) this.rehearsed.push(place);
		this.markSeen(item, member);
		const text = this.operation.text(item.input);
		return { kind: 'output', json: dryRunOutput(this.act, item.input.recipient, member, text) };
	}

	private async takeTurnAndAct(item: CheckedItem, member: Member, key: string): Promise<Attempt> {
		const { clock, random, accountScope } = this.setting;
		const { pauseMin, pauseMax } = item.sending;
		const pauseMs = drawPause({ min: pauseMin, max: pauseMax }, random);
		const lane = `${accountScope} ${item.input.account ?? ''}`;
		return await takeTurn(lane, pauseMs, clock, this.goingOn, async (turn) => {
			const holds: Holds = { noted: false };
			try {
				if (item.sending.skipContacted) {
					if (await this.contacted.note(member)) return this.skip(item, member, 'alreadyContacted');
					holds.noted = true;
				}
				holds.place = await this.takePlace(item);
				return await this.perform(item, member, key, turn, holds);
			} catch (error) {
				return await this.afterFailure(item, member, key, error, holds, turn);
			}
		});
	}

	private async perform(
		item: CheckedItem,
		member: Member,
		key: string,
		turn: Turn,
		holds: Holds,
	): Promise<Attempt> {
		const { setting, operation } = this;
		setting.memo.set(key, { state: 'begun' });
		this.markSeen(item, member);
		const input = { ...item.input, recipient: { ...item.input.recipient, member } };
		const receipt = await operation.perform(setting.api, input).finally(() => turn.acted());
		if (!('settle' in receipt)) return await this.done(item, member, key, receipt, holds);
		this.noteTask(key, receipt.taskId);
		return { later: this.settleLater(item, member, key, receipt, holds) };
	}

	/** From here on another try of this execution looks at the task instead of creating a second one. */
	private noteTask(key: string, taskId: string): void {
		const { memo, clock } = this.setting;
		if (memo.get(key)?.state === 'task') return;
		memo.set(key, { state: 'task', taskId, createdAt: clock.now() });
	}

	private async done(
		item: CheckedItem,
		member: Member,
		key: string,
		receipt: Receipt,
		holds: Holds,
	): Promise<Result> {
		const full = receipt.member ? mergeMembers(member, receipt.member) : member;
		const json: JsonObject = receiptOutput(this.act, item.input.recipient, full, receipt);
		if (receipt.finished !== false) this.setting.memo.set(key, { state: 'done', output: json });
		else if (receipt.taskId !== undefined) this.noteTask(key, receipt.taskId);
		this.markSeen(item, full);
		if (holds.noted && receipt.member) {
			// The person is noted under one name already; failing here would call a sent item failed.
			await this.contacted.note(full).catch(() => undefined);
		}
		return { kind: 'output', json };
	}

	private async settleLater(
		item: CheckedItem,
		member: Member,
		key: string,
		task: TaskReceipt,
		holds: Holds,
	): Promise<Result> {
		try {
			return await this.done(item, member, key, await task.settle(), holds);
		} catch (error) {
			return await this.afterFailure(item, member, key, error, holds);
		}
	}

	/** Books the end of an act that did not go through. */
	private async afterFailure(
		item: CheckedItem,
		member: Member,
		key: string,
		error: unknown,
		holds: Holds,
		turn?: Turn,
	): Promise<Result> {
		const begun = this.setting.memo.get(key) !== undefined;
		const result = this.ended(item, member, error, begun ? asActFailure : asFailure);
		const failure = result.kind === 'failure' ? result.failure : undefined;
		// A throttle passes soon. A quota does not: whoever comes next is told so, instead of waiting a day.
		if (failure?.facts.reason === 'throttled') turn?.quietFor(failure.facts.retryAfterMs ?? 0);
		if (failure?.facts.outcome === 'unknown') {
			// A task that outlived the wait is looked at again; anything else must not be repeated.
			if (this.setting.memo.get(key)?.state !== 'task') {
				this.setting.memo.set(key, { state: 'unknown', facts: failure.facts });
			}
			return result;
		}
		if (result.kind === 'output')
			this.setting.memo.set(key, { state: 'done', output: result.json });
		else this.setting.memo.forget(key);
		this.unmarkSeen(item, member);
		if (holds.noted) await this.contacted.forget(member);
		if (holds.place !== undefined) await this.daily.giveBack(holds.place);
		return result;
	}
}
