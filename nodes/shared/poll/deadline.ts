import { passOn } from '../errors/failure';
import type { Clock } from '../wait/wait';
import { wait } from '../wait/wait';

/** n8n polls once a minute at most: a poll that takes longer meets the next one. */
const LONGEST_MS = 50_000;

/** Kept for handing the results over: n8n drops what a poll returns too late (rules.md §2.6). */
const RESERVE_MS = 5_000;

/** The part of a poll's budget that may be worked, in ms. */
export function workingTime(budgetMs: number): number {
	const budget = Math.min(budgetMs, LONGEST_MS);
	return Math.max(budget - RESERVE_MS, budget / 2);
}

/** The end of the time one poll may take. Polls have no Stop: this is what ends their waits. */
export class Deadline {
	private readonly controller = new AbortController();
	private readonly over: Promise<undefined>;
	private readonly at: number;

	/** @param budgetMs what n8n grants the poll */
	constructor(
		budgetMs: number,
		private readonly clock: Clock,
	) {
		const ms = workingTime(budgetMs);
		this.at = clock.now() + ms;
		this.over = new Promise((resolve) => {
			this.signal.addEventListener('abort', () => resolve(undefined), { once: true });
		});
		const end = (): void => this.end();
		void wait(ms, clock, this.signal).then(end, end);
	}

	/** Aborted when the time is over. */
	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** The time left, in ms. */
	get leftMs(): number {
		return this.signal.aborted ? 0 : Math.max(0, this.at - this.clock.now());
	}

	/**
	 * What the work comes to, or undefined once the time is over: work that is under way then is left
	 * alone. Throws what the work throws in time.
	 */
	async within<T>(work: () => Promise<T>): Promise<T | undefined> {
		if (this.signal.aborted) return undefined;
		try {
			return await Promise.race([work(), this.over]);
		} catch (error) {
			if (this.signal.aborted) return undefined;
			throw passOn(error);
		}
	}

	/** The poll is over: nothing goes on behind it. */
	end(): void {
		this.controller.abort();
	}
}
