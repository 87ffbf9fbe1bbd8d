import fc from 'fast-check';

import { Failure } from '../../../../nodes/shared/failures/failure';
import { drawPause, takeTurn } from '../../../../nodes/shared/sending/pacing';
import type { Turn } from '../../../../nodes/shared/sending/pacing';
import { FakeClock, settled, watchListeners } from '../fakes';

let lanes = 0;
/** A LinkedIn account of its own for each test: lanes outlive them. */
const newLane = (): string => `lane ${++lanes}`;

/** Acts on a lane, and when they did. */
function laneOf(clock: FakeClock, lane = newLane()) {
	const acts: Array<[name: string, at: number]> = [];
	const start = clock.now();
	const act = async (
		name: string,
		pauseMs: number,
		signal?: AbortSignal,
		during?: (turn: Turn) => Promise<void> | void,
	): Promise<unknown> =>
		await takeTurn(lane, pauseMs, clock, signal, async (turn) => {
			acts.push([name, clock.now() - start]);
			if (during) await during(turn);
			else turn.acted();
			return name;
		}).catch((error: unknown) => error);
	return { acts, act };
}

describe('drawPause', () => {
	it('draws from the whole span, in whole ms', () => {
		expect(drawPause({ min: 30, max: 60 }, () => 0)).toBe(30_000);
		expect(drawPause({ min: 30, max: 60 }, () => 0.5)).toBe(45_000);
		expect(drawPause({ min: 30, max: 60 }, () => 0.999999)).toBe(60_000);
		expect(drawPause({ min: 0, max: 0 }, () => 0.7)).toBe(0);
		expect(Number.isInteger(drawPause({ min: 0.1, max: 0.7 }, () => 1 / 3))).toBe(true);
	});
});

describe('takeTurn', () => {
	it('acts at once when nobody did before', async () => {
		const clock = new FakeClock();
		const { acts, act } = laneOf(clock);
		expect(await act('a', 45_000)).toBe('a');
		expect(acts).toEqual([['a', 0]]);
		expect(clock.slept).toEqual([]);
	});

	it('keeps order and distance between callers who come at once', async () => {
		const clock = new FakeClock();
		const { acts, act } = laneOf(clock);
		const all = Promise.all([act('a', 30_000), act('b', 10_000), act('c', 20_000), act('d', 0)]);
		await clock.run();
		expect(await all).toEqual(['a', 'b', 'c', 'd']);
		expect(acts).toEqual([
			['a', 0],
			['b', 10_000],
			['c', 30_000],
			['d', 30_000],
		]);
	});

	it('counts the pause from the end of an act, and lets nobody in meanwhile', async () => {
		const clock = new FakeClock();
		const { acts, act } = laneOf(clock);
		const slow = act('a', 0, undefined, async (turn) => {
			await clock.sleep(7_000);
			turn.acted();
		});
		const next = act('b', 5_000);
		await clock.run();
		await Promise.all([slow, next]);
		expect(acts[1]).toEqual(['b', 12_000]);
	});

	it('takes no time for time that has passed already', async () => {
		const clock = new FakeClock();
		const { acts, act } = laneOf(clock);
		await act('a', 30_000);
		await clock.pass(20_000);
		const next = act('b', 30_000);
		await clock.run();
		await next;
		expect(acts[1]).toEqual(['b', 30_000]);
	});

	it('lets a turn without an act cost the next one nothing', async () => {
		const clock = new FakeClock();
		const { acts, act } = laneOf(clock);
		await act('a', 30_000);
		const all = [act('skipped', 30_000, undefined, () => undefined), act('b', 30_000)];
		await clock.run();
		await Promise.all(all);
		expect(acts.at(-1)).toEqual(['b', 30_000]);
	});

	it('goes on behind an act that threw', async () => {
		const clock = new FakeClock();
		const { acts, act } = laneOf(clock);
		const failing = act('a', 0, undefined, () => {
			throw new Error('boom');
		});
		const next = act('b', 0);
		await clock.run();
		expect(await failing).toMatchObject({ message: 'boom' });
		expect(await next).toBe('b');
		expect(acts).toHaveLength(2);
	});

	it('lets other accounts act meanwhile', async () => {
		const clock = new FakeClock();
		const one = laneOf(clock);
		const other = laneOf(clock);
		await one.act('a', 30_000);
		const waiting = one.act('b', 30_000);
		expect(await other.act('c', 30_000)).toBe('c');
		await clock.run();
		await waiting;
	});

	it('is left at once on Stop, and those behind neither wait for it nor pass those before', async () => {
		const clock = new FakeClock();
		const { acts, act } = laneOf(clock);
		const stop = new AbortController();
		const listeners = watchListeners(stop.signal);
		await act('a', 0);
		const b = act('b', 60_000);
		const stopped = act('stopped', 60_000, stop.signal);
		const c = act('c', 5_000);
		await clock.pass(1_000);
		stop.abort();
		await settled();
		expect(await stopped).toBeInstanceOf(Failure);
		expect(listeners()).toBe(0);
		expect(acts.map(([name]) => name)).toEqual(['a']);
		await clock.run();
		await Promise.all([b, c]);
		expect(acts).toEqual([
			['a', 0],
			['b', 60_000],
			['c', 65_000],
		]);
	});

	it('is left at once on Stop in the midst of its own pause', async () => {
		const clock = new FakeClock();
		const { acts, act } = laneOf(clock);
		const stop = new AbortController();
		await act('a', 0);
		const stopped = act('stopped', 60_000, stop.signal);
		const next = act('next', 2_000);
		await clock.pass(10_000);
		stop.abort();
		await settled();
		expect(((await stopped) as Failure).facts).toMatchObject({
			reason: 'cancelled',
			outcome: 'notSent',
		});
		await clock.run();
		await next;
		expect(acts).toEqual([
			['a', 0],
			['next', 10_000],
		]);
	});

	it('is not taken after Stop', async () => {
		const { acts, act } = laneOf(new FakeClock());
		expect(await act('a', 0, AbortSignal.abort())).toBeInstanceOf(Failure);
		expect(acts).toEqual([]);
	});

	it('is quiet for as long as the vendor asked, whatever the pause', async () => {
		const clock = new FakeClock();
		const { acts, act } = laneOf(clock);
		await act('a', 0, undefined, (turn) => turn.pauseFor(90_000));
		const next = act('b', 0);
		await clock.run();
		await next;
		expect(acts[1]).toEqual(['b', 90_000]);
	});

	it('does not cut a long quiet short for a shorter one', async () => {
		const clock = new FakeClock();
		const { acts, act } = laneOf(clock);
		await act('a', 0, undefined, (turn) => {
			turn.pauseFor(90_000);
			turn.pauseFor(1_000);
		});
		const next = act('b', 0);
		await clock.run();
		await next;
		expect(acts[1]).toEqual(['b', 90_000]);
	});

	it.each([
		['a pause', (turn: Turn) => turn.acted(), 60_000],
		['a quiet', (turn: Turn) => turn.pauseFor(60_000), 60_000],
	])('holds nobody longer than %s when the clock is set back', async (_, during, most) => {
		const clock = new FakeClock();
		const { acts, act } = laneOf(clock);
		await act('a', 0, undefined, during);
		await clock.pass(10_000);
		clock.set(clock.now() - 3_600_000);
		const before = clock.now();
		const next = act('b', 60_000);
		await clock.run();
		expect(await next).toBe('b');
		expect(acts).toHaveLength(2);
		expect(clock.now() - before).toBeLessThanOrEqual(most);
	});

	it('keeps order and distance for any crowd', async () => {
		const caller = fc.record({
			comes: fc.nat(50_000),
			pause: fc.nat(40_000),
			acts: fc.boolean(),
			stops: fc.option(fc.nat(60_000), { nil: undefined }),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(caller, { minLength: 1, maxLength: 12 }), async (crowd) => {
				const clock = new FakeClock();
				const lane = newLane();
				const done: Array<{ at: number; pause: number; order: number }> = [];
				let order = 0;
				const everybody = crowd.map(async ({ comes, pause, acts, stops }) => {
					await clock.sleep(comes);
					const mine = order++;
					const stop = new AbortController();
					if (stops !== undefined) void clock.sleep(stops).then(() => stop.abort());
					await takeTurn(lane, pause, clock, stop.signal, async (turn) => {
						if (!acts) return;
						done.push({ at: clock.now(), pause, order: mine });
						turn.acted();
						await Promise.resolve();
					}).catch((error: unknown) => expect(error).toBeInstanceOf(Failure));
				});
				await clock.run();
				await Promise.all(everybody);
				for (const [i, { at, pause, order: mine }] of done.entries()) {
					if (i === 0) continue;
					expect(at - done[i - 1].at).toBeGreaterThanOrEqual(pause);
					expect(mine).toBeGreaterThan(done[i - 1].order);
				}
			}),
			{ numRuns: 60 },
		);
	});
});
