import { Failure } from '../../../../nodes/shared/failures/failure';
import { throwIfAborted, wait } from '../../../../nodes/shared/wait/wait';
import { FakeClock, settled, watchListeners } from '../fakes';

const outcomeOf = (promise: Promise<void>): { ended?: 'well' | Failure } => {
	const state: { ended?: 'well' | Failure } = {};
	promise.then(
		() => (state.ended = 'well'),
		(error: Failure) => (state.ended = error),
	);
	return state;
};

describe('wait', () => {
	it.each([
		['without a signal', undefined],
		['with one', new AbortController().signal],
	])('lasts as long as it should %s', async (_, signal) => {
		const clock = new FakeClock();
		const state = outcomeOf(wait(2_500, clock, signal));
		await clock.pass(2_499);
		expect(state.ended).toBeUndefined();
		await clock.pass(1);
		expect(state.ended).toBe('well');
	});

	it.each([0, -5])('does not sleep for %d ms', async (ms) => {
		const clock = new FakeClock();
		await wait(ms, clock);
		await wait(ms, clock, new AbortController().signal);
		expect(clock.slept).toEqual([]);
	});

	it.each([
		['without a signal', undefined],
		['with one', new AbortController().signal],
	])('sleeps whole milliseconds for a fraction, and once, %s', async (_, signal) => {
		const clock = new FakeClock();
		const state = outcomeOf(wait(0.3, clock, signal));
		await clock.pass(1);
		expect(state.ended).toBe('well');
		expect(clock.slept).toEqual([1]);
	});

	it('ends at once on Stop, long before the sleep does', async () => {
		const clock = new FakeClock();
		const stop = new AbortController();
		const state = outcomeOf(wait(3_600_000, clock, stop.signal));
		await clock.pass(10_300);
		stop.abort();
		await settled();
		expect(state.ended).toBeInstanceOf(Failure);
		expect((state.ended as Failure).facts).toMatchObject({ reason: 'cancelled' });
		expect(Math.max(...clock.slept)).toBeLessThanOrEqual(1_000);
	});

	it('does not begin after Stop', async () => {
		const clock = new FakeClock();
		await expect(wait(10, clock, AbortSignal.abort())).rejects.toBeInstanceOf(Failure);
		expect(clock.slept).toEqual([]);
	});

	it('leaves no listener behind, however it ends', async () => {
		const clock = new FakeClock();
		const stop = new AbortController();
		const listeners = watchListeners(stop.signal);
		const first = wait(2_500, clock, stop.signal);
		await settled();
		expect(listeners()).toBe(1);
		await clock.run();
		await first;
		expect(listeners()).toBe(0);
		const second = outcomeOf(wait(2_500, clock, stop.signal));
		await settled();
		stop.abort();
		await settled();
		expect(second.ended).toBeInstanceOf(Failure);
		expect(listeners()).toBe(0);
	});

	it('lasts no longer when the clock is set back', async () => {
		const clock = new FakeClock();
		const state = outcomeOf(wait(10_000, clock, new AbortController().signal));
		await clock.pass(3_000);
		clock.set(clock.now() - 3_600_000);
		await clock.pass(7_000);
		expect(state.ended).toBe('well');
	});

	it('ends when the clock says so after the machine slept', async () => {
		const clock = new FakeClock();
		const state = outcomeOf(wait(3_600_000, clock, new AbortController().signal));
		await clock.pass(500);
		clock.set(clock.now() + 7_200_000);
		await clock.pass(500);
		expect(state.ended).toBe('well');
	});
});

describe('throwIfAborted', () => {
	it('throws after Stop only', () => {
		expect(() => throwIfAborted()).not.toThrow();
		expect(() => throwIfAborted(new AbortController().signal)).not.toThrow();
		expect(() => throwIfAborted(AbortSignal.abort())).toThrow(Failure);
	});
});
