import fc from 'fast-check';

import { Failure } from '../../../../nodes/shared/failures/failure';
import { Claims } from '../../../../nodes/shared/sending/claims';
import type { Taking } from '../../../../nodes/shared/sending/claims';
import type { KeyStore } from '../../../../nodes/shared/sending/store';
import { Draw } from '../../../support/draw';
import { FakeClock } from '../fakes';
import { RacyRow } from './racyStore';

interface Scene {
	readonly row: RacyRow;
	readonly clock: FakeClock;
	readonly draw: Draw;
}

const sceneOf = (seed: number): Scene => {
	const [clock, draw] = [new FakeClock(), new Draw(seed)];
	return { clock, draw, row: new RacyRow(clock, () => draw.next()) };
};

/** Has all of them work at once, and lets time pass until they are done. */
async function atOnce<T>({ clock }: Scene, works: ReadonlyArray<() => Promise<T>>): Promise<T[]> {
	const results = Promise.all(works.map(async (work) => await work()));
	await clock.run();
	return await results;
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => make(index));

const isTaken = (taking: Taking): boolean => 'claim' in taking;

const winners = (takings: readonly Taking[]): number => takings.filter(isTaken).length;

const seeds = { numRuns: 50 };
const seed = fc.integer({ min: 1, max: 1e9 });
const workers = fc.integer({ min: 2, max: 5 });

describe('the store that several workers share', () => {
	it('lets several of them take the same when nothing guards it', async () => {
		const taken = await Promise.all(
			times(20, async (index) => {
				const scene = sceneOf(index + 1);
				const naive = async (): Promise<boolean> =>
					(await scene.row.worker().record(['a'])).size === 0;
				return (await atOnce(scene, [naive, naive])).filter(Boolean).length;
			}),
		);
		expect(Math.max(...taken)).toBe(2);
	});
});

describe('Claims of workers that act at once', () => {
	it('give each thing to exactly one', async () => {
		await fc.assert(
			fc.asyncProperty(seed, workers, async (drawn, count) => {
				const scene = sceneOf(drawn);
				const take = () => async () => await new Claims(scene.row.worker()).take(['a', 'b']);
				expect(winners(await atOnce(scene, times(count, take)))).toBe(1);
			}),
			seeds,
		);
	});

	it('give different things to each, though their writes undo each other', async () => {
		await fc.assert(
			fc.asyncProperty(seed, workers, async (drawn, count) => {
				const scene = sceneOf(drawn);
				const take = (index: number) => async () =>
					await new Claims(scene.row.worker()).take([`thing ${index}`]);
				expect(winners(await atOnce(scene, times(count, take)))).toBe(count);
				for (const index of times(count, (each) => each)) {
					expect(scene.row.keys).toContain(`thing ${index}`);
				}
			}),
			seeds,
		);
	});

	it('give what was given back to the next, though another write undid that', async () => {
		await fc.assert(
			fc.asyncProperty(seed, async (drawn) => {
				const scene = sceneOf(drawn);
				const mine = new Claims(scene.row.worker());
				const [taking] = await atOnce(scene, [async () => await mine.take(['a'])]);
				if (!('claim' in taking)) throw new Error('Nobody else was there');
				const giveBack = async (): Promise<void> => {
					await mine.giveBack(taking.claim);
					await mine.close([], new Set());
				};
				const noise = times(3, (index) => async () => {
					await new Claims(scene.row.worker()).take([`other ${index}`]);
				});
				await atOnce<unknown>(scene, [giveBack, ...noise]);
				expect(scene.row.keys).not.toContain('a');
				const next = async (): Promise<Taking> => await new Claims(scene.row.worker()).take(['a']);
				expect(winners(await atOnce(scene, [next]))).toBe(1);
			}),
			seeds,
		);
	});

	it('leave no marks behind, whether they came in time or too late', async () => {
		const scene = sceneOf(3);
		const [early, late] = [new Claims(scene.row.worker()), new Claims(scene.row.worker())];
		const [taking] = await atOnce(scene, [async () => await early.take(['a'], ['beside a'])]);
		if ('claim' in taking) early.keep(taking.claim);
		const [second] = await atOnce(scene, [async () => await late.take(['a'], ['beside late'])]);
		expect(second).toEqual({ known: new Set(['a']) });
		for (const claims of [early, late]) {
			await atOnce<unknown>(scene, [async () => await claims.close([], new Set())]);
		}
		expect([...scene.row.keys]).toEqual(['a', 'beside a']);
	});

	it('do not take out again what was given back and then taken anew', async () => {
		const scene = sceneOf(4);
		const mine = new Claims(scene.row.worker());
		const twice = async (): Promise<void> => {
			const first = await mine.take(['a']);
			if ('claim' in first) await mine.giveBack(first.claim);
			const second = await mine.take(['a']);
			if ('claim' in second) mine.keep(second.claim);
			await mine.close([], new Set(['a']));
		};
		await atOnce<unknown>(scene, [twice]);
		expect([...scene.row.keys]).toEqual(['a']);
	});

	it('are not taken twice by one run either', async () => {
		const scene = sceneOf(5);
		const mine = new Claims(scene.row.worker());
		const [results] = await atOnce(scene, [
			async () => [await mine.take(['a']), await mine.take(['a'])],
		]);
		expect(results.map(isTaken)).toEqual([true, false]);
	});

	it('give up on a store that forgets everything, with a word on what to do', async () => {
		const forgetful: KeyStore = {
			lasting: true,
			alone: async (look) => await look(),
			settlingMs: 0,
			fill: async () => await Promise.resolve({ held: 0, most: 1 }),
			record: async () => await Promise.resolve(new Set()),
			forget: async () => await Promise.resolve(),
			settled: async () => await Promise.resolve(),
		};
		await expect(new Claims(forgetful).take(['a'])).rejects.toMatchObject({
			facts: { outcome: 'notSent', next: expect.stringMatching(/again/) as unknown },
		});
	});
});

describe('Claims on a store that fails', () => {
	const failing = fc.double({ min: 0.05, max: 0.6, noNaN: true });

	/** What a run makes of a key: it has it, somebody else has, or nobody can say. */
	const attempt = async (claims: Claims): Promise<'mine' | 'theirs' | Failure> => {
		try {
			const taking = await claims.take(['a']);
			return 'claim' in taking ? 'mine' : 'theirs';
		} catch (error) {
			expect(error).toBeInstanceOf(Failure);
			return error as Failure;
		}
	};

	it('never give one thing to two, whatever was written of what failed', async () => {
		await fc.assert(
			fc.asyncProperty(seed, workers, failing, async (drawn, count, share) => {
				const scene = sceneOf(drawn);
				const run = () => async () => await attempt(new Claims(scene.row.worker(share)));
				const ends = await atOnce(scene, times(count, run));
				expect(ends.filter((end) => end === 'mine').length).toBeLessThanOrEqual(1);
			}),
			{ numRuns: 120 },
		);
	});

	it('say that nothing was sent, and where the note may stay what to do about it', async () => {
		await fc.assert(
			fc.asyncProperty(seed, failing, async (drawn, share) => {
				const scene = sceneOf(drawn);
				const [end] = await atOnce(scene, [
					async () => await attempt(new Claims(scene.row.worker(share))),
				]);
				if (!(end instanceof Failure)) return;
				expect(end.facts).toMatchObject({ outcome: 'notSent', stopsBatch: false });
				expect(end.facts.what).toMatch(/n8n's database .*nothing was sent/);
				if (scene.row.keys.has('a')) expect(end.facts.next).toMatch(/'Send Again'/);
			}),
			{ numRuns: 120 },
		);
	});
});
