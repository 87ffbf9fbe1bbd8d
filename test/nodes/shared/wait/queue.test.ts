import { Failure } from '../../../../nodes/shared/failures/failure';
import { Queue } from '../../../../nodes/shared/wait/queue';
import { nextTurn } from '../../../support/node';

describe('a queue', () => {
	it('does one thing after another, in the order asked for, also after one that fails', async () => {
		const queue = new Queue();
		const told: string[] = [];
		let free: () => void = () => undefined;
		const held = new Promise<void>((resolve) => {
			free = resolve;
		});
		const first = queue.inTurn(async () => {
			told.push('a begins');
			await held;
			told.push('a ends');
		});
		const second = queue.inTurn(async () => {
			told.push('b');
			return await Promise.reject(new Error('b failed'));
		});
		const third = queue.inTurn(async () => await Promise.resolve(told.push('c')));
		await nextTurn();
		expect(told).toEqual(['a begins']);
		free();
		await first;
		await expect(second).rejects.toThrow('b failed');
		await third;
		expect(told).toEqual(['a begins', 'a ends', 'b', 'c']);
	});

	it('lets go of who is stopped while waiting, and of nobody behind', async () => {
		const queue = new Queue();
		const stop = new AbortController();
		let free: () => void = () => undefined;
		const first = queue.inTurn(
			async () =>
				await new Promise<void>((resolve) => {
					free = resolve;
				}),
		);
		let ran = false;
		const second = queue
			.inTurn(async () => {
				ran = true;
				return await Promise.resolve();
			}, stop.signal)
			.catch((error: unknown) => error);
		const third = queue.inTurn(async () => await Promise.resolve('third'));
		await nextTurn();
		stop.abort();
		expect(((await second) as Failure).facts).toMatchObject({ reason: 'cancelled' });
		free();
		await first;
		expect(await third).toBe('third');
		expect(ran).toBe(false);
	});
});
