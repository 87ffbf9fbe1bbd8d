import fc from 'fast-check';

import { Claims } from '../../../../nodes/shared/sending/claims';
import { Contacted } from '../../../../nodes/shared/sending/contacted';
import type { KeyStore } from '../../../../nodes/shared/sending/contacted';
import { DailyCount } from '../../../../nodes/shared/sending/dailyCount';
import { Draw } from '../../../../scripts/soak/random';
import { FakeClock } from '../fakes';
import { RacyRow } from './racyStore';

const jane = { publicIdentifier: 'jane-doe', memberId: 'ACoAAjane' };
const john = { publicIdentifier: 'john-doe', memberId: 'ACoAAjohn' };

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

const winners = (results: readonly boolean[]): number => results.filter(Boolean).length;

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
				return winners(await atOnce(scene, [naive, naive]));
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
				await atOnce(scene, [async () => await mine.take(['a'])]);
				const noise = times(3, (index) => async () => {
					await new Claims(scene.row.worker()).take([`other ${index}`]);
				});
				await atOnce<unknown>(scene, [async () => await mine.giveBack(['a']), ...noise]);
				expect(scene.row.keys).not.toContain('a');
				const next = async (): Promise<boolean> => await new Claims(scene.row.worker()).take(['a']);
				expect(await atOnce(scene, [next])).toEqual([true]);
			}),
			seeds,
		);
	});

	it('leave no marks behind where they came too late', async () => {
		const scene = sceneOf(3);
		await atOnce(scene, [async () => await new Claims(scene.row.worker()).take(['a'])]);
		const before = [...scene.row.keys];
		const late = new Claims(scene.row.worker());
		await atOnce<unknown>(scene, [async () => await late.take(['a'])]);
		await atOnce<unknown>(scene, [async () => await late.tidy()]);
		expect([...scene.row.keys]).toEqual(before);
	});

	it('are not taken twice by one run either', async () => {
		const scene = sceneOf(5);
		const mine = new Claims(scene.row.worker());
		const results = await atOnce(scene, [
			async () => [await mine.take(['a']), await mine.take(['a'])],
		]);
		expect(results).toEqual([[true, false]]);
	});

	it('give up on a store that forgets everything, with a word on what to do', async () => {
		const forgetful: KeyStore = {
			record: async () => await Promise.resolve(new Set()),
			forget: async () => await Promise.resolve(),
			settled: async () => await Promise.resolve(),
		};
		await expect(new Claims(forgetful).take(['a'])).rejects.toMatchObject({
			facts: { outcome: 'notSent', next: expect.stringMatching(/again/) as unknown },
		});
	});
});

describe('Contacted over several workers', () => {
	it('is new to exactly one of those who come at once, and looked before', async () => {
		await fc.assert(
			fc.asyncProperty(seed, workers, async (drawn, count) => {
				const scene = sceneOf(drawn);
				const reach = () => async (): Promise<boolean> => {
					const contacted = new Contacted(scene.row.worker(), 'sendMessage');
					await scene.clock.sleep(scene.draw.whole(0, 3_000));
					if (await contacted.knows(jane)) return false;
					return !(await contacted.note(jane));
				};
				expect(winners(await atOnce(scene, times(count, reach)))).toBe(1);
			}),
			seeds,
		);
	});

	// Where three or more meet in one moment under different names, their looks can undo each other, and
	// everybody gives way: silence in one of some hundred such meetings, never a second message.
	it('is new to no more than one of them, whatever each knows of their names', async () => {
		const names = [{ publicIdentifier: 'jane-doe' }, jane, jane, { publicIdentifier: 'jane-doe' }];
		await fc.assert(
			fc.asyncProperty(seed, async (drawn) => {
				const scene = sceneOf(drawn);
				const reach = (name: (typeof names)[number]) => async (): Promise<boolean> => {
					const contacted = new Contacted(scene.row.worker(), 'sendMessage');
					if (await contacted.knows({ publicIdentifier: 'jane-doe' })) return false;
					return !(await contacted.note(name));
				};
				expect(winners(await atOnce(scene, names.map(reach)))).toBeLessThanOrEqual(1);
			}),
			seeds,
		);
	});

	it('overlooks nobody because of a look that was undone', async () => {
		await fc.assert(
			fc.asyncProperty(seed, async (drawn) => {
				const scene = sceneOf(drawn);
				const look = () => async (): Promise<boolean> =>
					await new Contacted(scene.row.worker(), 'sendMessage').knows(john);
				const note = async (): Promise<boolean> =>
					await new Contacted(scene.row.worker(), 'sendMessage').note(jane);
				await atOnce(scene, [...times(3, look), note]);
				const contacted = new Contacted(scene.row.worker(), 'sendMessage');
				const later = async (): Promise<boolean[]> => [
					await contacted.knows(john),
					await contacted.note(john),
				];
				expect(await atOnce(scene, [later])).toEqual([[false, false]]);
			}),
			seeds,
		);
	});
});

describe('DailyCount over several workers', () => {
	it('gives all places of the day, and each once', async () => {
		await fc.assert(
			fc.asyncProperty(seed, fc.integer({ min: 1, max: 6 }), async (drawn, max) => {
				const scene = sceneOf(drawn);
				const take = () => async (): Promise<string[]> => {
					const count = new DailyCount(
						scene.row.worker(),
						() => '2026-11-23',
						() => scene.draw.next(),
					);
					const places = [await count.take(max), await count.take(max), await count.take(max)];
					return places.filter((place) => place !== undefined);
				};
				const given = (await atOnce(scene, times(3, take))).flat();
				expect(new Set(given).size).toBe(given.length);
				expect(given).toHaveLength(max);
			}),
			seeds,
		);
	});
});
