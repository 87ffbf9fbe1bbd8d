import { createHash } from 'node:crypto';

import type { FailureFacts } from '../failures/failure';
import { passOn } from '../failures/failure';
import type { JsonObject } from '../json/types';
import type { Target } from '../linkedin';
import { compareTargets, mergeTargets } from '../linkedin';
import type { ActOperation } from '../operation/types';
import { ActMemory } from '../sending/actMemory';
import type { Guards, HeldAct, Known, RememberedAct } from '../sending/actMemory';
import type { Claim } from '../sending/claims';
import { DailyPlaces, dayIn } from '../sending/dailyPlaces';
import type { Place } from '../sending/dailyPlaces';
import type { MemoEntry } from '../sending/memo';
import { SeenInRun } from '../sending/seen';
import type { CheckedItem } from './checked';
import { dayIsFull, memoryUnreadable } from './journalFailures';
import type { ActLabel } from './results';
import type { RunSetting } from './setting';

/** An act on its way, from its claim to its end. */
export interface Reservation {
	readonly item: CheckedItem;
	/** With what is known of the person so far. */
	readonly target: Target;
	/** When it began, in ms. */
	readonly at: number;
	readonly held: HeldAct;
	readonly place?: Place | undefined;
}

/**
 * What became of each act of a run: begun, accepted as a task, done, unknown, undone. The only place that
 * writes the execution's own memory, the one that outlives it, the places of the day, and what this run has
 * seen: they follow from one another.
 */
export class Journal<Api> {
	private readonly memory: ActMemory;
	private readonly places: DailyPlaces;
	private readonly seen = new SeenInRun();
	private readonly known = new Map<number, Known>();
	private dryRuns = 0;
	private unreadable: unknown;
	/** Whether anything was written that outlives this run. */
	private hasWritten = false;

	constructor(
		private readonly setting: RunSetting<Api>,
		private readonly operation: ActOperation<Api>,
		private readonly label: ActLabel,
	) {
		const { store, clock, timezone, random } = setting;
		this.memory = new ActMemory(store, label.action);
		this.places = new DailyPlaces(store, () => dayIn(timezone, clock.now()), random);
	}

	/**
	 * Takes note of everybody whom earlier tries of this execution and earlier executions reached, before the
	 * first item: the same person may stand further up in the list, with an item that failed then.
	 */
	async recall(items: readonly CheckedItem[]): Promise<void> {
		const open: CheckedItem[] = [];
		for (const item of items) {
			const entry = this.earlier(item, item.input.on.target);
			if (entry === undefined) open.push(item);
			if (entry === undefined || entry === 'unclear') continue;
			if (entry.state === 'done' && entry.output.outcome === 'skipped') continue;
			this.mark(item, mergeTargets(item.input.on.target, entry.target));
		}
		try {
			const acts = open.map((item) => this.guarded(item, item.input.on.target));
			const known = await this.memory.peek(acts);
			open.forEach(({ index }, at) => this.known.set(index, known[at]));
		} catch (error) {
			this.unreadable = error;
		}
	}

	/**
	 * What an earlier try of this execution did with the item; `unclear` where it acted on somebody of whom
	 * nothing tells whether it is this person.
	 */
	earlier(item: CheckedItem, target: Target): MemoEntry | 'unclear' | undefined {
		const entries = this.setting.memo
			.acts(this.keyOf(item))
			.filter((entry) => !(item.sending.sendAgain && isSkippedAsSent(entry)));
		const compared = entries.map((entry) => [entry, compareTargets(entry.target, target)] as const);
		const found = compared.find(([, verdict]) => verdict === 'same');
		if (found) return found[0];
		return compared.some(([, verdict]) => verdict === 'unclear') ? 'unclear' : undefined;
	}

	/** What earlier executions did, as it was known when the run began. Throws `Failure` if it cannot be told. */
	knownOf({ index }: CheckedItem): Known | undefined {
		if (this.unreadable !== undefined) throw memoryUnreadable(this.unreadable);
		return this.known.get(index);
	}

	/**
	 * An earlier execution did it: so it stays for the retries of this one, though the text be edited before, for
	 * as long as the operator does not want it again.
	 */
	sentBefore(item: CheckedItem, target: Target, output: JsonObject): void {
		this.setting.memo.setAct(this.keyOf(item), { state: 'done', target, output });
	}

	/** What earlier executions did for somebody of whom more is known by now; leaves no trace. */
	async peek(item: CheckedItem, target: Target): Promise<Known> {
		const [known] = await this.memory.peek([this.guarded(item, target)]);
		return known;
	}

	/** Whether another item of this run did the same to the same person. */
	isDuplicate(item: CheckedItem, target: Target): boolean {
		return this.seen.isDuplicate(item.index, target, this.textOf(item));
	}

	/**
	 * Takes the act, so that no other run carries it out.
	 *
	 * @returns what is known of it where another run has it
	 * @throws `Failure` when the day is full, or the memory cannot be written
	 */
	async claim(item: CheckedItem, target: Target): Promise<Reservation | Known> {
		const [act, guards] = this.guarded(item, target);
		this.hasWritten = true;
		const taken = await this.takePlace(item);
		const giveBack = async (): Promise<void> => {
			if (!taken) return;
			this.places.giveBack(taken.place);
			await this.memory.giveBackPlace(taken.claim);
		};
		const held = await this.memory.take(act, guards, taken?.claim).catch(async (error: unknown) => {
			await giveBack().catch(() => undefined);
			throw passOn(error);
		});
		if ('claim' in held) {
			return { item, target, at: this.setting.clock.now(), held, place: taken?.place };
		}
		await giveBack().catch(() => undefined);
		return held;
	}

	private async takePlace({
		sending: { maxPerDay },
	}: CheckedItem): Promise<{ place: Place; claim: Claim } | undefined> {
		if (maxPerDay === 0) return undefined;
		for (;;) {
			const place = await this.places.next(maxPerDay);
			if (!place) throw dayIsFull(maxPerDay, this.label.on);
			const claim = await this.memory.takePlace(place);
			if (claim) return { place, claim };
		}
	}

	/** Holds a place of the day for a dry run, which leaves no trace. Throws `Failure` when the day is full. */
	async dryRun(item: CheckedItem, target: Target): Promise<void> {
		const { maxPerDay } = item.sending;
		if (maxPerDay > 0 && (await this.places.left(maxPerDay)) <= this.dryRuns) {
			throw dayIsFull(maxPerDay, this.label.on);
		}
		this.dryRuns++;
		this.mark(item, target);
	}

	/** The request is about to leave. */
	begun({ item, target, at, held }: Reservation): void {
		const added = addedBy(held);
		this.setting.memo.setAct(this.keyOf(item), { state: 'begun', target, at, added });
		this.mark(item, target);
	}

	/** The vendor took it as a task. */
	task({ item, target, at, held }: Reservation, taskId: string): void {
		const added = addedBy(held);
		this.setting.memo.setAct(this.keyOf(item), { state: 'task', target, taskId, at, added });
	}

	/** It has its output; `target` is everything that is known of the person by now. */
	async done({ item, held }: Reservation, target: Target, output: JsonObject): Promise<void> {
		this.setting.memo.setAct(this.keyOf(item), { state: 'done', target, output });
		this.mark(item, target);
		// The act is done: what cannot be noted of that may make a later run more careful, nothing else.
		await this.memory.done(held, target).catch(() => undefined);
	}

	/** It may have been carried out. */
	unknown({ item, target, at, held }: Reservation, facts: FailureFacts): void {
		const added = addedBy(held);
		this.setting.memo.setAct(this.keyOf(item), { state: 'unknown', target, facts, at, added });
		this.memory.keep(held);
	}

	/** The wait for a task is over before the task is. */
	leftOpen(reservation: Reservation, taskId: string): void {
		this.task(reservation, taskId);
		this.memory.keep(reservation.held);
	}

	/** The vendor took it, and nothing more can be learned of it: for later executions it may have been done. */
	accepted({ item, held }: Reservation, target: Target, output: JsonObject): void {
		this.setting.memo.setAct(this.keyOf(item), { state: 'done', target, output });
		this.mark(item, target);
		this.memory.keep(held);
	}

	/**
	 * It certainly did not happen.
	 *
	 * @param output where the vendor said that it was not needed
	 * @returns false where the memory could not be told so
	 */
	async undone({ item, target, held, place }: Reservation, output?: JsonObject): Promise<boolean> {
		const { memo } = this.setting;
		if (output) memo.setAct(this.keyOf(item), { state: 'done', target, output });
		else memo.forgetAct(this.keyOf(item), target);
		this.seen.unmark(item.index);
		if (place) this.places.giveBack(place);
		return await this.memory.giveBack(held).then(
			() => true,
			() => false,
		);
	}

	/** Takes up what an earlier try of this execution began. */
	resume(item: CheckedItem, target: Target, entry: MemoEntry & { at: number }): Reservation {
		const [act, guards] = this.guarded(item, target);
		const claim = { added: entry.added ?? [], mark: '' };
		return { item, target, at: entry.at, held: { act, guards, claim } };
	}

	/** Whether the request of this act is about to leave, or has left. */
	hasBegun({ item, target }: Reservation): boolean {
		return this.earlier(item, target) !== undefined;
	}

	/** Clears up behind the run. Returns false where the memory could not be put in order. */
	async close(): Promise<boolean> {
		if (!this.hasWritten) return true;
		return await this.memory.close().then(
			() => true,
			() => false,
		);
	}

	private mark(item: CheckedItem, target: Target): void {
		this.seen.mark(item.index, target, this.textOf(item));
	}

	private textOf(item: CheckedItem): string {
		return this.operation.text(item.input);
	}

	private guarded(item: CheckedItem, target: Target): readonly [RememberedAct, Guards] {
		const { sendAgain, skipContacted } = item.sending;
		const { memoScope, memo } = this.setting;
		const root = memo.retryOf;
		const family =
			root === undefined || memoScope === '' ? {} : { item: `${root} ${this.keyOf(item)}` };
		return [
			{ target, text: this.textOf(item), ...family },
			{ sendAgain, skipContacted },
		];
	}

	/**
	 * One and the same item over the tries of an execution, whatever was edited meanwhile. An agent's calls
	 * have no place in a list: there the parameters count.
	 */
	private keyOf({ index, raw }: CheckedItem): string {
		const { memoScope, vendor } = this.setting;
		const what = `${vendor} ${this.label.action}`;
		if (memoScope !== '') return `${memoScope}:${index}:${what}`;
		const told = JSON.stringify({ ...raw, sending: undefined, itemIndex: undefined });
		const hash = createHash('sha256').update(told).digest('base64url').slice(0, 24);
		return `${what}:${hash}`;
	}
}

const addedBy = ({ claim, place }: HeldAct): string[] => [...claim.added, ...(place?.added ?? [])];

const isSkippedAsSent = (entry: MemoEntry): boolean =>
	entry.state === 'done' && entry.output.reason === 'alreadySent';
