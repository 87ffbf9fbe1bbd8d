import { cells, median, shown, tally, verdict } from './row';
import type { Row } from './row';

const row = (ours: number, most?: number): Row => ({
	figure: 'time per send',
	time: 'real',
	unit: 'ms',
	ours,
	others: [{ name: 'HTTP Request', value: 2 }],
	...(most !== undefined && { goal: { says: '1.2 × HTTP Request', most } }),
});

describe('median', () => {
	it('takes the middle one, by size and not by place or spelling', () => {
		expect(median([10, 9, 8])).toBe(9);
	});

	it('takes the mean of the two in the middle, and leaves the list as it is', () => {
		const values = [4, 1, 3, 2];
		expect(median(values)).toBe(2.5);
		expect(values).toEqual([4, 1, 3, 2]);
	});

	it('refuses nothing at all', () => {
		expect(() => median([])).toThrow('no median of nothing');
	});
});

describe('shown', () => {
	it.each([
		[2.6321, 'ms', '2.63 ms'],
		[33.125, 's', '33.1 s'],
		[1133.7, 'ms', '1134 ms'],
		[0.0456, 'MB', '0.046 MB'],
		[2398, 'reads', '2398 reads'],
		[0, 'MB', '0 MB'],
	] as const)('%p %s is %p', (value, unit, text) => {
		expect(shown(value, unit)).toBe(text);
	});
});

describe('verdict', () => {
	it('is met at the goal itself', () => {
		expect(verdict(row(2.4, 2.4))).toBe('met');
	});

	it('says plainly that a figure falls short', () => {
		expect(verdict(row(2.41, 2.4))).toBe('short of the goal');
	});

	it('says nothing where there is no goal', () => {
		expect(verdict(row(99))).toBe('');
	});
});

it('puts each figure beside what it is compared with', () => {
	expect(cells(row(3, 2.4))).toEqual([
		'time per send',
		'real',
		'3 ms',
		'HTTP Request: 2 ms (1.50 ×)',
		'at most 2.40 ms: 1.2 × HTTP Request',
		'short of the goal',
	]);
});

it('has no ratio to nothing', () => {
	const others = [{ name: 'loop', value: 0 }];
	expect(cells({ ...row(3), others })[3]).toBe('loop: 0 ms');
});

it('counts goals met and missed, and figures without one', () => {
	expect(tally([row(1, 2), row(3, 2), row(2, 2), row(1)])).toBe(
		'2 goals met, 1 missed, 1 figures without a goal',
	);
});
