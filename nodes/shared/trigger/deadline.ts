import type { Clock } from '../wait/wait';
import { wait } from '../wait/wait';

/** n8n polls once a minute at most: a poll that takes longer meets the next one. */
const LONGEST_MS = 50_000;

/** Kept for handing the results over: n8n drops what a poll returns too late (n8n, `executionTimeout` of polls). */
const RESERVE_MS = 5_000;

/** The end of the time one poll may take. Polls have no Stop: this is what ends their waits. */
export interface Deadline {
	/** Aborted when the time is over. */
	readonly signal: AbortSignal;
	/** The time left, in ms. */
	leftMs(): number;
	/**
	 * What the work comes to, or undefined once the time is over: work that is under way then is left
	 * alone. Throws what the work throws in time.
	 */
	within<T>(work: () => Promise<T>): Promise<T | undefined>;
	/** The poll is over: nothing goes on behind it. */
	end(): void;
}

/**
 * Starts the time of one poll.
 *
 * @param budgetMs what n8n grants it
 */
export function startDeadline(budgetMs: number, clock: Clock): Deadline {
	const budget = Math.min(budgetMs, LONGEST_MS);
	const ms = Math.max(budget - RESERVE_MS, budget / 2);
	const until = clock.now() + ms;
	const controller = new AbortController();
	const { signal } = controller;
	const end = (): void => controller.abort();
	const over = new Promise<undefined>((resolve) => {
		signal.addEventListener('abort', () => resolve(undefined));
	});
	void wait(ms, clock, signal).then(end, end);
	return {
		signal,
		end,
		leftMs: () => (signal.aborted ? 0 : Math.min(ms, Math.max(0, until - clock.now()))),
		within: async (work) => (signal.aborted ? undefined : await Promise.race([work(), over])),
	};
}
