import { clocksAfter, steadyNow } from '../../../../nodes/shared/trigger/clocks';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('the time to judge ages by', () => {
	it.each([
		[60 * DAY, 'ahead'],
		[-20 * DAY, 'behind'],
	])('is not moved by a clock that is %d ms (%s) for one poll', (skew) => {
		let clocks: number[] = [];
		const told: number[] = [];
		for (let poll = 0; poll < 8; poll++) {
			const now = NOW + poll * 60_000 + (poll === 4 ? skew : 0);
			told.push(steadyNow(now, clocks));
			clocks = clocksAfter(now, clocks);
		}
		for (const [poll, time] of told.entries()) {
			expect(Math.abs(time - (NOW + poll * 60_000))).toBeLessThanOrEqual(120_000);
		}
		expect(clocks).toHaveLength(2);
	});

	it('is the clock of the poll while too few are known', () => {
		expect(steadyNow(NOW, [])).toBe(NOW);
		expect(steadyNow(NOW, [NOW - DAY])).toBe(NOW);
	});

	it('follows a clock that stays where it was put', () => {
		const clocks = clocksAfter(NOW + 1, clocksAfter(NOW, []));
		expect(steadyNow(NOW + 2 * DAY, clocks)).toBe(NOW + 1);
		expect(steadyNow(NOW + 2 * DAY + 2, clocksAfter(NOW + 2 * DAY, clocks))).toBe(NOW + 2 * DAY);
	});
});
