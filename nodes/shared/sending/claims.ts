import { randomUUID } from 'node:crypto';

import { Failure, passOn } from '../failures/failure';
import type { KeyStore } from './store';

/** Far more than ever needed: a round fails only when a write of another worker falls on the same moment. */
const MOST_ROUNDS = 20;

/** How often keys that somebody else has are asked for, before they count as taken. */
const MOST_MEETINGS = 4;

/** Tries of one write, the first included. */
const MOST_TRIES = 3;

const MARK = 'mark ';

/** Keys that this run took, and nobody else has. */
export interface Claim {
	/** The keys that were not there before. */
	readonly added: readonly string[];
	readonly mark: string;
}

/** What `take` found: the claim, or the keys that somebody had before. */
export type Taking = { readonly claim: Claim } | { readonly known: ReadonlySet<string> };

/**
 * Keys that only one run may hold, over all workers, in a store without a lock: two workers that write at
 * once have both read the old state, and the later write undoes the earlier as a whole. So whoever takes
 * keys writes a mark of its own with them, waits until every write that was under way has arrived, and
 * looks again: of those who wrote at once, one alone finds its mark (Fischer's algorithm). For that a key
 * never goes away from beside its mark: only who has found its mark again takes out keys.
 */
export class Claims {
	/** Marks that have done their service, and what was given back with them. */
	private readonly spent = new Map<string, readonly string[]>();
	private takes = 0;

	constructor(
		private readonly store: KeyStore,
		/** Tells this run from all others. */
		private readonly run: string = randomUUID(),
		/** 0 ≤ x < 1 */
		private readonly random: () => number = Math.random,
	) {}

	/**
	 * Takes keys that name one and the same thing, all of them or none.
	 *
	 * @param beside further keys to write with them, whoever has them; all that is written where there is
	 * nothing to take
	 * @param atOnce keys that nobody writes but to take them: where others are found, what a look of another
	 * worker left in passing is told from a claim by looking twice
	 * @throws `Failure` when the store does not come to rest, or cannot be written: then nothing may be done
	 */
	async take(
		keys: readonly string[],
		beside: readonly string[] = [],
		atOnce: readonly string[] = [],
	): Promise<Taking> {
		const all = [...keys, ...atOnce];
		for (let attempt = 1; ; attempt++) {
			const taking = await this.tryToTake(all, beside);
			if ('claim' in taking || attempt === MOST_MEETINGS) return taking;
			if (atOnce.some((key) => taking.known.has(key))) return taking;
			// Two that meet would go on meeting, each before what the other is about to give back.
			await this.store.settled(Math.round(this.random() * attempt * 1_000));
		}
	}

	/**
	 * Which of the keys are taken; takes none.
	 *
	 * @param signs further keys of which the same is asked, and which nobody takes
	 */
	async probe(keys: readonly string[], signs: readonly string[]): Promise<ReadonlySet<string>> {
		if (keys.length === 0) return new Set();
		const all = [...keys, ...signs];
		const mark = this.newMark();
		const known = await this.begin([...all, mark], mark);
		await this.giveWay(keys, missingIn(known, all), mark);
		return known;
	}

	private async tryToTake(keys: readonly string[], beside: readonly string[]): Promise<Taking> {
		const all = [...new Set([...keys, ...beside])];
		const mark = this.newMark();
		let known = await this.begin(keys.length === 0 ? all : [...all, mark], mark);
		if (keys.length === 0) return { claim: { added: missingIn(known, all), mark: '' } };
		let added: string[] = [];
		for (let round = 1; round < MOST_ROUNDS; round++) {
			if (known.has(mark)) {
				if (keys.every((key) => known.has(key))) return { claim: { added, mark } };
				throw tooBusy();
			}
			added = missingIn(known, all);
			if (keys.some((key) => known.has(key))) {
				await this.giveWay(keys, added, mark);
				return { known };
			}
			// Written just now, for the first time or because another write has undone it.
			await this.store.settled();
			known = await this.again([...all, mark], mark);
		}
		await this.giveWay(keys, added, mark);
		throw tooBusy();
	}

	/**
	 * Takes out what was written in vain: keys only where the mark is still there when everything has arrived,
	 * so that they are certainly not somebody else's by now. What fails `close` tries once more.
	 */
	private async giveWay(
		keys: readonly string[],
		added: readonly string[],
		mark: string,
	): Promise<void> {
		const taken = new Set(keys);
		if (!added.some((key) => taken.has(key))) {
			return await this.store.forget([...added, mark]).catch(() => this.keep({ added, mark }));
		}
		// Until it is known whose they are: only the mark is certainly ours.
		let mine: readonly string[] = [];
		try {
			await this.store.settled();
			if ((await this.store.record([mark])).has(mark)) mine = added;
			await this.store.forget([...mine, mark]);
			await this.expel([[mark, mine]], new Set());
		} catch {
			this.spent.set(mark, mine);
		}
	}

	/** Takes out once more what another write has brought back after it was taken out. */
	private async expel(
		returned: ReadonlyArray<readonly [string, readonly string[]]>,
		held: ReadonlySet<string>,
	): Promise<void> {
		const marks = returned.map(([mark]) => mark);
		for (let round = 0; returned.length > 0 && round < MOST_ROUNDS; round++) {
			await this.store.settled();
			const known = await this.store.record(marks);
			// A key does not come back without its mark.
			const back = returned.filter(([mark]) => known.has(mark)).flatMap(([, keys]) => keys);
			await this.store.forget([...marks, ...back.filter((key) => !held.has(key))]);
			if (known.size === 0) return;
		}
	}

	/** The claim stands for good; its mark is cleared away by `close`. */
	keep({ mark }: Claim): void {
		if (mark !== '') this.spent.set(mark, []);
	}

	/**
	 * Gives back what `take` took. `close` proves that no other write has brought it back.
	 *
	 * @throws what the store throws; `close` tries once more
	 */
	async giveBack({ added, mark }: Claim): Promise<void> {
		const mine = mark === '' ? added : [...added, mark];
		if (mark !== '') this.spent.set(mark, added);
		await this.store.forget(mine);
	}

	/**
	 * Clears marks away, and takes out once more what came back after it was given back.
	 *
	 * @param alsoForget further keys to take out with them
	 * @param held keys of claims that stand: not to be taken out, though they were given back before
	 */
	async close(alsoForget: readonly string[], held: ReadonlySet<string>): Promise<void> {
		const returned = [...this.spent].filter(([, keys]) => keys.length > 0);
		const marks = returned.map(([mark]) => mark);
		const litter = new Set([...this.spent.keys(), ...alsoForget]);
		for (const mark of marks) litter.delete(mark);
		this.spent.clear();
		if (litter.size > 0) await this.store.forget([...litter].filter((key) => !held.has(key)));
		await this.expel(returned, held);
	}

	/** The first write, tried again where the store fails. */
	private async begin(keys: readonly string[], mark: string): Promise<ReadonlySet<string>> {
		for (let attempt = 1; ; attempt++) {
			try {
				const known = await this.store.record(keys);
				// An attempt that failed has written after all: nobody knows what was there before it.
				if (known.has(mark)) throw notSaid();
				return known;
			} catch (error) {
				if (error instanceof Failure) throw passOn(error);
				if (attempt >= MOST_TRIES) throw notWritten(error).with({ next: AGAIN_MAY_STAY });
				await this.store.settled();
			}
		}
	}

	/**
	 * A further write. Where it fails nobody knows what it has written beside whose mark: trying again would
	 * prove nothing, and the keys may be somebody else's by now.
	 */
	private async again(keys: readonly string[], mark: string): Promise<ReadonlySet<string>> {
		try {
			return await this.store.record(keys);
		} catch (error) {
			this.spent.set(mark, []);
			throw notWritten(error).with({ next: AGAIN_MAY_STAY });
		}
	}

	/** Never the same twice: one that was left behind would pass for a new one. */
	private newMark(): string {
		return `${MARK}${this.run} ${++this.takes}`;
	}
}

function missingIn(known: ReadonlySet<string>, keys: readonly string[]): string[] {
	return keys.filter((key) => !known.has(key));
}

function storeFailure(what: string): Failure {
	return new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: `${what}, so nothing was sent`,
		next: 'Run this item again when fewer executions are under way.',
		stopsBatch: false,
	});
}

const tooBusy = (): Failure =>
	storeFailure("n8n's database is too busy to tell whether another execution does the same");

/** What a later run says of somebody whose note could not be taken back, and what to do then. */
export const NOTE_MAY_STAY =
	"If a later run skips it as already sent, turn on 'Send Again' for it: n8n's database may have kept the note that it was under way.";

const AGAIN_MAY_STAY = `Run this item again. ${NOTE_MAY_STAY}`;

const notSaid = (): Failure =>
	storeFailure("n8n's database did not say whether it noted this item").with({
		next: AGAIN_MAY_STAY,
	});

/** What n8n's database says of itself, cut to what an operator can read. */
export function storeWords(error: unknown): string {
	const words = error instanceof Error ? error.message : String(error);
	return words.replace(/\s+/g, ' ').trim().slice(0, 120);
}

const notWritten = (error: unknown): Failure =>
	storeFailure(`n8n's database could not note this item (${storeWords(error)})`);
