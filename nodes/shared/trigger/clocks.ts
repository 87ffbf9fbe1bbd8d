/** Earlier polls whose clock is remembered. */
const EARLIER = 2;

/**
 * The time to judge ages by: the middle one of this poll's clock and the last two, which a clock that is
 * wrong for one poll cannot move.
 *
 * @param now this poll's clock, in ms since 1970
 * @param earlier what `clocksAfter` gave at the last poll
 */
export function steadyNow(now: number, earlier: readonly number[]): number {
	if (earlier.length < EARLIER) return now;
	return [now, ...earlier].sort((a, b) => a - b)[1];
}

/** The clocks for the next poll to remember. */
export function clocksAfter(now: number, earlier: readonly number[]): number[] {
	return [now, ...earlier].slice(0, EARLIER);
}
