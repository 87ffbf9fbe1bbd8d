import fc from 'fast-check';

import { SeenNames, shortHash } from '../../../../nodes/shared/trigger/seenNames';

const hashes = (from: number, to: number): string[] =>
	Array.from({ length: to - from }, (_, n) => shortHash(`id-${from + n}`));

const noted = (round: number, ids: readonly string[], seen = new SeenNames()): SeenNames => {
	for (const id of ids) seen.note(id, round);
	return seen;
};

describe('the names a trigger has met', () => {
	it('is stored as eight letters each, by round, without any name in it', () => {
		const seen = noted(20_000, [shortHash('Jane Doe'), shortHash('urn:li:activity:1')]);
		expect(seen.stored()).toEqual({ '20000': expect.stringMatching(/^[\w-]{16}$/) });
	});

	it('reads back what it stored', () => {
		const rounds = fc.array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.string()), {
			maxLength: 200,
		});
		fc.assert(
			fc.property(rounds, (entries) => {
				const seen = new SeenNames();
				for (const [round, id] of entries) seen.note(shortHash(id), round);
				const again = new SeenNames(JSON.parse(JSON.stringify(seen.stored())) as never);
				expect(again.stored()).toEqual(seen.stored());
				expect(entries.every(([, id]) => again.has(shortHash(id)))).toBe(true);
				expect(again.size).toBe(new Set(entries.map(([, id]) => id)).size);
			}),
		);
	});

	it('counts from the round it was last listed in, whatever order they come in', () => {
		const seen = noted(5, ['AAAAAAAA'], noted(9, ['AAAAAAAA']));
		noted(7, ['BBBBBBBB'], seen);
		seen.keep(1, 9);
		expect(seen.stored()).toEqual({ '9': 'AAAAAAAA' });
	});

	it('lets the oldest rounds go first, and only as many as it must', () => {
		const seen = noted(3, hashes(20, 30), noted(2, hashes(10, 20), noted(1, hashes(0, 10))));
		seen.keep(20, 3);
		expect(Object.keys(seen.stored())).toEqual(['2', '3']);
		seen.keep(20, 3);
		expect(seen.size).toBe(20);
	});

	it('never lets go of a protected round, however much it holds', () => {
		const seen = noted(3, hashes(100, 5_000), noted(2, hashes(0, 100)));
		seen.keep(10, 3);
		expect(Object.keys(seen.stored())).toEqual(['3']);
		expect(seen.size).toBe(4_900);
	});

	it('tells 100,000 ids apart', () => {
		expect(new Set(hashes(0, 100_000)).size).toBe(100_000);
	});
});
