import { Queue } from '../wait/queue';
import type { Clock } from '../wait/wait';
import { throwIfAborted, wait } from '../wait/wait';

/** One LinkedIn account in this process: acts from it wait for each other. */
interface Lane {
	readonly queue: Queue;
	lastActAt?: number;
	/** The vendor asked for quiet: from when, and for how many ms. */
	quiet?: { readonly from: number; readonly ms: number };
}

/** A CRM trigger starts one execution per contact, and they share a process but nothing else. */
const lanes = new Map<string, Lane>();

export interface Turn {
	/**
	 * Resolves when the pause is over: for whoever has something to prepare in its last moments. Throws a
	 * `cancelled` failure on Stop.
	 */
	due(): Promise<void>;
	/** Call when the act reached the vendor: the next one then keeps its distance. */
	acted(): void;
	/** Nothing leaves from this account for that many ms. */
	pauseFor(ms: number): void;
}

export interface Pause {
	/** Seconds. */
	readonly min: number;
	readonly max: number;
}

/** A random pause between two acts, in ms. */
export function drawPause(pause: Pause, random: () => number): number {
	return Math.round((pause.min + (pause.max - pause.min) * random()) * 1_000);
}

/**
 * Runs `act` when it is this account's turn: after every act queued before it, and `pauseMs` after the
 * last one that left; `leadMs` earlier, where something is to be prepared before `due`. Whoever calls decides inside whether to act at all; a turn without an act costs
 * the next one nothing. Throws a `cancelled` failure on Stop.
 */
export async function takeTurn<T>(
	laneKey: string,
	pauseMs: number,
	clock: Clock,
	signal: AbortSignal | undefined,
	act: (turn: Turn) => Promise<T>,
	leadMs = 0,
): Promise<T> {
	const lane = lanes.get(laneKey) ?? { queue: new Queue() };
	lanes.set(laneKey, lane);
	return await lane.queue.inTurn(async () => {
		const now = clock.now();
		const due = Math.max(
			endOf(lane.lastActAt, pauseMs, now),
			endOf(lane.quiet?.from, lane.quiet?.ms, now),
		);
		const early = due - leadMs;
		if (early > now) await wait(early - now, clock, signal);
		return await act({
			due: async () => {
				throwIfAborted(signal);
				// A clock that was set meanwhile must not make it last longer.
				const left = Math.min(due - clock.now(), leadMs);
				if (left > 0) await wait(left, clock, signal);
			},
			acted: () => {
				lane.lastActAt = clock.now();
			},
			pauseFor: (ms) => {
				const from = clock.now();
				if (from + ms >= endOf(lane.quiet?.from, lane.quiet?.ms, from)) lane.quiet = { from, ms };
			},
		});
	}, signal);
}

/** When a time that began then is over. A clock set back must not make it last longer. */
function endOf(from: number | undefined, ms = 0, now: number): number {
	return from === undefined ? now : Math.min(from, now) + ms;
}
