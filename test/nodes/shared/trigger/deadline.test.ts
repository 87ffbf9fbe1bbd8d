import { startDeadline } from '../../../../nodes/shared/trigger/deadline';
import { FakeClock, settled } from '../fakes';

const never = async (): Promise<never> => await new Promise(() => {});

describe('the time of a poll', () => {
	it.each([
		[300_000, 45_000],
		[50_000, 45_000],
		[36_000, 31_000],
		[30_000, 25_000],
		[8_000, 4_000],
	])('leaves n8n something of its %d ms: %d ms', (budget, work) => {
		expect(startDeadline(budget, new FakeClock()).leftMs()).toBe(work);
	});

	it('gives what comes in time, and what is thrown in time', async () => {
		const deadline = startDeadline(30_000, new FakeClock());
		expect(await deadline.within(async () => await Promise.resolve('here'))).toBe('here');
		const broken = deadline.within(async () => await Promise.reject(new Error('broken')));
		await expect(broken).rejects.toThrow('broken');
	});

	it('lets go of what does not come', async () => {
		const clock = new FakeClock();
		const deadline = startDeadline(30_000, clock);
		let result: unknown = 'nothing yet';
		void deadline.within(never).then((found) => (result = found));
		await clock.pass(24_999);
		expect(result).toBe('nothing yet');
		expect(deadline.leftMs()).toBe(1);
		await clock.pass(1_000);
		expect(result).toBeUndefined();
		expect(deadline.leftMs()).toBe(0);
	});

	it('starts nothing once it is over', async () => {
		const clock = new FakeClock();
		const deadline = startDeadline(30_000, clock);
		await clock.pass(30_000);
		const work = jest.fn(never);
		expect(await deadline.within(work)).toBeUndefined();
		expect(work).not.toHaveBeenCalled();
	});

	it('takes the cries of work it has cut off for silence', async () => {
		const clock = new FakeClock();
		const deadline = startDeadline(30_000, clock);
		const work = async (): Promise<never> =>
			await new Promise((_, reject) => {
				deadline.signal.addEventListener('abort', () => reject(new Error('cancelled')));
			});
		const found = deadline.within(work);
		await clock.pass(26_000);
		expect(await found).toBeUndefined();
	});

	it('leaves no timer behind for longer than a second', async () => {
		const clock = new FakeClock();
		const deadline = startDeadline(30_000, clock);
		await settled();
		deadline.end();
		expect(deadline.signal.aborted).toBe(true);
		await clock.pass(1_000);
		expect(clock.sleeping).toBe(0);
	});
});
