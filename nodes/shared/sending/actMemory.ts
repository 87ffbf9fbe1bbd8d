import { createHash } from 'node:crypto';

import type { Target } from '../linkedin';
import { targetKeys } from '../linkedin';
import type { Claim } from './claims';
import { Claims } from './claims';
import type { Place } from './dailyPlaces';
import type { KeyStore } from './store';
import { readKeys } from './store';

/** An act as it is remembered over executions. */
export interface RememberedAct {
	readonly target: Target;
	/** The text that goes out. */
	readonly text: string;
	/** In a retry of an execution: which item of which execution it is. */
	readonly item?: string;
}

/** `open`: it was begun, and nothing settled since whether it was carried out. */
export type ActState = 'done' | 'open';

/** What earlier executions did. */
export interface Known {
	/** The same act: the same text to the same person. */
	readonly same?: ActState | undefined;
	/** This very item, in another retry of the same execution. */
	readonly item?: ActState | undefined;
	/** The person was reached, or may have been, with whatever text. */
	readonly reached: boolean;
}

/** What keeps an act from being done a second time, as the operator wants it. */
export interface Guards {
	readonly sendAgain: boolean;
	readonly skipContacted: boolean;
}

/** An act that this run may carry out: nobody else can. */
export interface HeldAct {
	readonly act: RememberedAct;
	readonly guards: Guards;
	readonly claim: Claim;
	/** Of a place of the daily count. */
	readonly place?: Claim | undefined;
}

/** Blanks and line ends are no new text. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

const digest = (text: string): string =>
	createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** The keys under which one fact about an act is kept, by each name of the person. */
interface FactKeys {
	/** Whoever takes these has the act. */
	readonly proof: readonly string[];
	/** Read without taking anything. One that was left by a run that crashed decides nothing. */
	readonly hint: readonly string[];
	/** There while it is open what became of the act. */
	readonly open: readonly string[];
}

/** One that is not asked for is undefined. */
type Fact = FactKeys | undefined;

function factKeys(base: string, target: Target): FactKeys {
	const proof = targetKeys(target).map((name) => `${base} ${name}`);
	return {
		proof,
		hint: proof.map((key) => `hint ${key}`),
		open: proof.map((key) => `open ${key}`),
	};
}

/**
 * What a node did to whom, over executions, crashes, edits of the workflow and workers. Noted before the act,
 * so that a crash between the two errs on the side of silence, and given back where it certainly did not
 * happen. Two names of one person lead to one memory as soon as any answer ties them together.
 */
export class ActMemory {
	private readonly claims: Claims;
	/** Keys of acts that stand: what came back of an earlier one under the same keys must not harm them. */
	private readonly standing = new Set<string>();
	/** Signs of open acts that have turned out to be done. */
	private readonly settledSigns = new Set<string>();

	constructor(
		private readonly store: KeyStore,
		/** The output's `action`: a message and an invitation are two things. */
		private readonly action: string,
	) {
		this.claims = new Claims(store);
	}

	/**
	 * What is known of each act that its guards ask for; leaves the store as it was. Two rounds for all of them
	 * together, so that a run over people who have all had their message costs no more than one.
	 */
	async peek(asked: ReadonlyArray<readonly [RememberedAct, Guards]>): Promise<Known[]> {
		const facts = asked.map(([act, { sendAgain, skipContacted }]) => {
			const { same, reached, item } = this.factsOf(act);
			return [sendAgain ? undefined : same, item, skipContacted ? reached : undefined] as const;
		});
		const { seen: hinted } = await readKeys(
			this.store,
			async (ask) => await ask(facts.flat().flatMap((keys) => keys?.hint ?? [])),
		);
		const isHinted = (keys: Fact): keys is FactKeys =>
			keys?.hint.some((key) => hinted.has(key)) ?? false;
		const hits = facts.flat().filter(isHinted);
		const proven = await this.claims.probe(
			hits.flatMap(({ proof }) => proof),
			hits.flatMap(({ open }) => open),
		);
		const litter = hits.filter(({ proof }) => !proof.some((key) => proven.has(key)));
		if (litter.length > 0) await this.store.forget(litter.flatMap(({ hint }) => hint));
		const stateOf = (keys: Fact): ActState | undefined =>
			isHinted(keys) ? stateIn(proven, keys) : undefined;
		return facts.map(([same, item, reached]) => ({
			same: stateOf(same),
			item: stateOf(item),
			reached: stateOf(reached) !== undefined,
		}));
	}

	/**
	 * Takes an act, so that no other run carries it out.
	 *
	 * @param place what `takePlace` took for it
	 * @returns what is known of it where somebody else has it
	 * @throws `Failure` where the store cannot be written: then nothing may be sent
	 */
	async take(act: RememberedAct, guards: Guards, place?: Claim): Promise<HeldAct | Known> {
		const { same, reached, item } = this.factsOf(act);
		const keys = [
			...(guards.sendAgain ? [] : same.proof),
			...(guards.skipContacted ? reached.proof : []),
			...(item?.proof ?? []),
		];
		const beside = [
			...same.proof,
			...same.hint,
			...same.open,
			...reached.proof,
			...(guards.skipContacted ? reached.hint : []),
			...(item ? [...item.hint, ...item.open] : []),
		];
		const taking = await this.claims.take(keys, beside);
		if ('claim' in taking) {
			for (const key of [...taking.claim.added, ...keys]) {
				this.standing.add(key);
				this.settledSigns.delete(key);
			}
			return { act, guards, claim: taking.claim, place };
		}
		const known: Known = {
			same: guards.sendAgain ? undefined : stateIn(taking.known, same),
			item: item && stateIn(taking.known, item),
			reached: guards.skipContacted && reached.proof.some((key) => taking.known.has(key)),
		};
		// Noted when nobody wanted to skip people: from now on a look at the hints tells.
		if (known.reached) await this.store.record(reached.hint);
		return known;
	}

	/** Takes a place of the day; undefined where somebody else has it. Throws as `take` does. */
	async takePlace([place, hint]: Place): Promise<Claim | undefined> {
		const taking = await this.claims.take([], [hint], [place]);
		if (!('claim' in taking)) return undefined;
		for (const key of taking.claim.added) this.standing.add(key);
		return taking.claim;
	}

	/** For a place of an act that did not happen. Throws what the store throws. */
	async giveBackPlace(claim: Claim): Promise<void> {
		for (const key of claim.added) this.standing.delete(key);
		await this.claims.giveBack(claim);
	}

	/**
	 * The act was carried out.
	 *
	 * @param more everything that is known of the person by now
	 */
	async done({ act, guards, claim, place }: HeldAct, more: Target): Promise<void> {
		this.keep({ act, guards, claim, place });
		const { same, item } = this.factsOf({ ...act, target: more });
		const signs = [...same.open, ...(item?.open ?? [])];
		for (const key of signs) {
			this.standing.delete(key);
			this.settledSigns.add(key);
		}
		await this.learn({ act, guards, claim }, more);
		await this.store.forget(signs);
	}

	/** Nobody knows what became of the act: it stays noted, as one that may have been carried out. */
	keep({ claim, place }: HeldAct): void {
		this.claims.keep(claim);
		if (place) this.claims.keep(place);
	}

	/** For an act that certainly did not happen. Throws what the store throws. */
	async giveBack({ claim, place }: HeldAct): Promise<void> {
		if (place) await this.giveBackPlace(place);
		for (const key of claim.added) this.standing.delete(key);
		await this.claims.giveBack(claim);
	}

	/** Clears up behind a run. */
	async close(): Promise<void> {
		await this.claims.close([...this.settledSigns], this.standing);
		this.settledSigns.clear();
	}

	/** Further names of a person who is noted already. */
	private async learn({ act, guards }: HeldAct, more: Target): Promise<void> {
		const names = new Set(targetKeys(act.target));
		if (targetKeys(more).every((name) => names.has(name))) return;
		const { same, reached, item } = this.factsOf({ ...act, target: more });
		await this.store.record([
			...same.proof,
			...same.hint,
			...reached.proof,
			...(guards.skipContacted ? reached.hint : []),
			...(item ? [...item.proof, ...item.hint] : []),
		]);
	}

	private factsOf({ target, text, item }: RememberedAct): {
		same: FactKeys;
		reached: FactKeys;
		item?: FactKeys;
	} {
		return {
			same: factKeys(`sent ${this.action} ${digest(plain(text))}`, target),
			reached: factKeys(`reached ${this.action}`, target),
			...(item !== undefined && { item: factKeys(`item ${item} ${this.action}`, target) }),
		};
	}
}

function stateIn(known: ReadonlySet<string>, { proof, open }: FactKeys): ActState | undefined {
	if (!proof.some((key) => known.has(key))) return undefined;
	return open.some((key) => known.has(key)) ? 'open' : 'done';
}
