/** From when to when the vendor was at work, in ms. */
export interface TaskTimes {
	readonly created: number;
	readonly finished: number;
}

/** The vendor's advice (outx.md, "Task lifecycle"). */
export const FIXED_GAP_MS = 5_000;

/**
 * Reads of a loop without ideas: each task by itself, at its creation and then every `gapMs`, until a read
 * shows it finished.
 */
export function fixedLoopReads(tasks: readonly TaskTimes[], gapMs = FIXED_GAP_MS): number {
	const gaps = tasks.map(({ created, finished }) =>
		Math.ceil(Math.max(0, finished - created) / gapMs),
	);
	return gaps.reduce((sum, count) => sum + count + 1, 0);
}
