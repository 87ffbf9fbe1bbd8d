import { Failure, Skip, cancelled, cutOff, passOn } from '../failures/failure';
import type { Target } from '../linkedin';
import { mergeTargets } from '../linkedin';
import type { ActInput, ActOperation, Receipt, TaskReceipt } from '../operation/types';
import type { Known } from '../sending/actMemory';
import { NOTE_MAY_STAY } from '../sending/claims';
import type { MemoEntry } from '../sending/memo';
import { drawPause, takeTurn } from '../sending/pacing';
import type { Turn } from '../sending/pacing';
import type { CheckedItem } from './checked';
import { Journal } from './journal';
import type { Reservation } from './journal';
import { openInRetry, unclearPerson } from './journalFailures';
import { findEvidence } from './evidence';
import { asActFailure, asFailure } from '../failures/unexpected';
import { dryRunOutput, receiptOutput, skipOutput } from './results';
import type { ActLabel, Named, Result } from './results';
import type { RunSetting } from './setting';
import { UsedQuotas } from './usedQuotas';

/** A result at once, or the promise of one. */
export type Attempt = Result | { readonly later: Promise<Result> };

const SENT_BEFORE = 'An earlier execution of this node did this already.';

const MAYBE_SENT_BEFORE =
	"An earlier execution of this node may have done this already, or another one is doing it now. Look on LinkedIn; to repeat it, turn on 'Send Again'.";

/** Carries out acts one at a time, so that none is done twice and none is lost. */
export class ActAttempts<Api> {
	readonly act: ActLabel;
	private readonly journal: Journal<Api>;
	private readonly usedQuotas: UsedQuotas;
	private readonly halting = new AbortController();
	/** Aborted by Stop and by `halt`. */
	private readonly active: AbortSignal;

	constructor(
		private readonly setting: RunSetting<Api>,
		private readonly operation: ActOperation<Api>,
	) {
		const { vendor, signal } = setting;
		this.act = { vendor, action: operation.acts, on: operation.on ?? 'recipient' };
		this.journal = new Journal(setting, operation, this.act);
		this.usedQuotas = new UsedQuotas(setting.label);
		this.active = AbortSignal.any([signal, this.halting.signal]);
	}

	/** Takes note of what was done before, by earlier tries and earlier executions. Call before the first item. */
	async recall(items: readonly CheckedItem[]): Promise<void> {
		await this.journal.recall(items);
	}

	/** Nothing more leaves; whoever waits for a turn stops waiting. */
	halt(): void {
		this.halting.abort();
	}

	/** Never throws. Undefined: not attempted, because the batch has come to its end. */
	async attempt(item: CheckedItem): Promise<Attempt | undefined> {
		let { target } = item.input.on;
		try {
			const earlier = this.journal.earlier(item, target);
			const told = earlier && earlier !== 'unclear' && (await this.fromMemo(item, earlier));
			if (told) return told;
			if (this.setting.signal.aborted) throw cancelled();
			if (this.journal.isDuplicate(item, target))
				return this.skip(item, target, 'duplicateInInput');
			const known = this.resultOf(item, target, this.journal.knownOf(item));
			if (known) return known;
			target = await this.resolve(item, target);
			if (earlier === 'unclear') {
				const entry = this.journal.earlier(item, target);
				if (entry === 'unclear') throw unclearPerson();
				const again = entry && (await this.fromMemo(item, entry));
				if (again) return again;
			}
			if (this.journal.isDuplicate(item, target))
				return this.skip(item, target, 'duplicateInInput');
			if (item.sending.dryRun) return await this.dryRun(item, target);
			return await this.takeTurnAndAct(item, target);
		} catch (error) {
			const { signal } = this.setting;
			if (this.halting.signal.aborted && !signal.aborted) return undefined;
			return this.ended(item, target, error, asFailure);
		}
	}

	/** What an earlier try of this execution knows of an item that may not be attempted any more. */
	async remembered(item: CheckedItem): Promise<Attempt | undefined> {
		const entry = this.journal.earlier(item, item.input.on.target);
		if (entry === undefined || entry === 'unclear') return undefined;
		if (entry.state !== 'unknown') return await this.fromMemo(item, entry);
		const failure = new Failure(entry.facts);
		return { kind: 'failure', failure, named: this.named(item) };
	}

	/** Clears up. Returns false where the memory could not be put in order. */
	async close(): Promise<boolean> {
		return await this.journal.close();
	}

	private named(item: CheckedItem): Named {
		return { [this.act.on]: { input: item.input.on.input } };
	}

	private skip(item: CheckedItem, target: Target, reason: Skip['reason'], said?: string): Result {
		const json = skipOutput(this.act, item.input.on, target, reason, said);
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

	/** What an earlier try of this execution did with the item, if it got that far. */
	private async fromMemo(item: CheckedItem, entry: MemoEntry): Promise<Attempt | undefined> {
		const target = mergeTargets(item.input.on.target, entry.target);
		if (entry.state === 'done') return { kind: 'output', json: entry.output };
		const reservation = this.journal.resume(item, target, entry);
		if (entry.state === 'task') {
			const input = this.inputFor(reservation);
			const task = this.operation.resume?.(this.setting.api, input, entry.taskId, entry.at);
			return task && { later: this.settleLater(reservation, task) };
		}
		const failure = entry.state === 'unknown' ? new Failure(entry.facts) : cutOff();
		return await this.afterFailure(reservation, failure);
	}

	/** What earlier executions make of an item, if they did it. */
	private resultOf(
		item: CheckedItem,
		target: Target,
		known: Known | undefined,
	): Result | undefined {
		if (!known) return undefined;
		if (known.item === 'done') {
			const receipt: Receipt = { response: { sentByEarlierRetry: true } };
			const json = receiptOutput(this.act, item.input.on, target, receipt);
			return { kind: 'output', json };
		}
		if (known.item === 'open') {
			return { kind: 'failure', failure: openInRetry(), named: this.named(item) };
		}
		const said = known.same && (known.same === 'done' ? SENT_BEFORE : MAYBE_SENT_BEFORE);
		if (known.reached) return this.skip(item, target, 'alreadyContacted', said);
		if (said === undefined) return undefined;
		const json = skipOutput(this.act, item.input.on, target, 'alreadySent', said);
		if (!item.sending.dryRun) this.journal.sentBefore(item, target, json);
		return { kind: 'output', json };
	}

	private async resolve(item: CheckedItem, target: Target): Promise<Target> {
		const person = await this.identify(item, target);
		const { on } = item.input;
		const input = { ...item.input, on: { ...on, target: person } };
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

	private async dryRun(item: CheckedItem, target: Target): Promise<Result> {
		const { on } = item.input;
		if (target !== on.target) {
			const known = this.resultOf(item, target, await this.journal.peek(item, target));
			if (known) return known;
		}
		await this.journal.dryRun(item, target);
		const text = this.operation.text(item.input);
		return { kind: 'output', json: dryRunOutput(this.act, on, target, text) };
	}

	private async takeTurnAndAct(item: CheckedItem, target: Target): Promise<Attempt> {
		const { clock, random, accountScope, store } = this.setting;
		const { pauseMin, pauseMax, maxPerDay } = item.sending;
		const pauseMs = drawPause({ min: pauseMin, max: pauseMax }, random);
		const account = item.input.account ?? '';
		this.usedQuotas.check(account, clock.now());
		const lane = `${accountScope} ${account}`;
		const act = async (turn: Turn): Promise<Attempt> => {
			const claimed = await this.journal.claim(item, target);
			if (!('held' in claimed)) {
				return this.resultOf(item, target, claimed) ?? this.skip(item, target, 'alreadySent');
			}
			try {
				await turn.due();
			} catch (error) {
				await this.journal.undone(claimed);
				throw passOn(error);
			}
			// From here on the act counts as begun: the pause may have taken its time.
			const reservation: Reservation = { ...claimed, at: clock.now() };
			try {
				return await this.perform(reservation, turn);
			} catch (error) {
				return await this.afterFailure(reservation, error, turn);
			}
		};
		// To be sure of a place of the day takes as long as to be sure of the person.
		const leadMs = store.settlingMs * (maxPerDay > 0 ? 2 : 1);
		return await takeTurn(lane, pauseMs, clock, this.active, act, leadMs);
	}

	private inputFor({ item, target }: Reservation): ActInput {
		return { ...item.input, on: { ...item.input.on, target } };
	}

	private async perform(reservation: Reservation, turn: Turn): Promise<Attempt> {
		this.journal.begun(reservation);
		const input = this.inputFor(reservation);
		const { api } = this.setting;
		const receipt = await this.operation.perform(api, input).finally(() => turn.acted());
		if (!('settle' in receipt)) return await this.done(reservation, receipt);
		this.journal.task(reservation, receipt.taskId);
		return { later: this.settleLater(reservation, receipt) };
	}

	private async done(reservation: Reservation, receipt: Receipt): Promise<Result> {
		const { item } = reservation;
		const { finished, taskId, rateLimit } = receipt;
		const target = receipt.target
			? mergeTargets(reservation.target, receipt.target)
			: reservation.target;
		const json = receiptOutput(this.act, item.input.on, target, receipt);
		this.usedQuotas.note(item.input.account ?? '', rateLimit, this.setting.clock.now());
		const goesOn = finished === false && taskId !== undefined && this.operation.resume;
		// An unfinished task is not done: another try looks at it again instead of creating a second one.
		if (goesOn) this.journal.leftOpen(reservation, taskId);
		else if (finished === false) this.journal.accepted(reservation, target, json);
		else await this.journal.done(reservation, target, json);
		return { kind: 'output', json };
	}

	private async settleLater(reservation: Reservation, task: TaskReceipt): Promise<Result> {
		try {
			return await this.done(reservation, await task.settle());
		} catch (error) {
			return await this.afterFailure(reservation, error);
		}
	}

	private askedPauseMs({ facts: { retryAfterMs, resetsAt } }: Failure): number {
		if (retryAfterMs !== undefined) return retryAfterMs;
		return resetsAt === undefined ? 0 : Date.parse(resetsAt) - this.setting.clock.now();
	}

	/** Notes the end of an act that did not go through, after a look at what became of it. */
	private async afterFailure(
		reservation: Reservation,
		error: unknown,
		turn?: Turn,
	): Promise<Result> {
		const { item, target } = reservation;
		const begun = this.journal.hasBegun(reservation);
		const result = this.ended(item, target, error, begun ? asActFailure : asFailure);
		const failure = result.kind === 'failure' ? result.failure : undefined;
		// A throttle passes soon. A quota does not: whoever comes next is told so, instead of waiting a day.
		if (failure?.facts.reason === 'throttled') turn?.pauseFor(this.askedPauseMs(failure));
		if (failure?.facts.outcome === 'unknown')
			return await this.unclear(reservation, failure, result);
		const output = result.kind === 'output' ? result.json : undefined;
		const isTold = await this.journal.undone(reservation, output);
		if (isTold || !failure) return result;
		const next = `${failure.facts.next} ${NOTE_MAY_STAY}`;
		return { ...result, kind: 'failure', failure: failure.with({ next }) };
	}

	private async unclear(
		reservation: Reservation,
		failure: Failure,
		result: Result,
	): Promise<Result> {
		const { item, target, at } = reservation;
		const earlier = this.journal.earlier(item, target);
		// A task that outlived the wait is looked at again; anything else must not be repeated.
		if (earlier && earlier !== 'unclear' && earlier.state === 'task') {
			this.journal.leftOpen(reservation, earlier.taskId);
			return result;
		}
		this.journal.unknown(reservation, failure.facts);
		const input = this.inputFor(reservation);
		const found = await findEvidence(this.setting, this.operation, input, failure, at);
		if (found === 'sent')
			return await this.done(reservation, { response: { seenAfterwards: true } });
		return result;
	}
}
