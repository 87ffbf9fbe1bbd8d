import { fixedLoopReads } from './fixedLoop';

const task = (created: number, finished: number) => ({ created, finished });

it('reads a task at once and every five seconds until it is seen finished', () => {
	// 0, 5, 10, 15, 20, 25 and 30 s.
	expect(fixedLoopReads([task(0, 30_000)])).toBe(7);
	expect(fixedLoopReads([task(0, 30_001)])).toBe(8);
});

it('sees a task that was finished from the start with one read', () => {
	expect(fixedLoopReads([task(7_000, 7_000)])).toBe(1);
});

it('counts from each task’s own creation', () => {
	expect(fixedLoopReads([task(3_000, 9_000), task(0, 4_000)])).toBe(3 + 2);
});

it('takes another gap', () => {
	expect(fixedLoopReads([task(0, 3_000)], 1_000)).toBe(4);
});
