import fc from 'fast-check';

import { Seen, dayOf, shortHash } from '../../../../nodes/shared/poll/seen';

const hashes = (from: number, to: number): string[] =>
	Array.from({ length: to - from }, (_, n) => shortHash(`id-${from + n}`));

const noted = (day: number, ids: readonly string[], seen = new Seen()): Seen => {
	for (const id of ids) seen.note(id, day);
	return seen;
};

describe('what a trigger has sighted', () => {
	it('is stored as eight letters each, by day, without any name in it', () => {
		const seen = noted(20_000, [shortHash('Jane Doe'), shortHash('urn:li:activity:1')]);
		expect(seen.stored()).toEqual({ '20000': expect.stringMatching(/^[\w-]{16}$/) });
	});

	it('reads back what it stored', () => {
		const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.string()), {
			maxLength: 200,
		});
		fc.assert(
			fc.property(days, (entries) => {
				const seen = new Seen();
				for (const [day, id] of entries) seen.note(shortHash(id), day);
				const again = new Seen(JSON.parse(JSON.stringify(seen.stored())) as never);
				expect(again.stored()).toEqual(seen.stored());
				expect(entries.every(([, id]) => again.has(shortHash(id)))).toBe(true);
				expect(again.size).toBe(new Set(entries.map(([, id]) => id)).size);
			}),
		);
	});

	it('counts from the last sighting, whatever order they come in', () => {
		const seen = noted(5, ['AAAAAAAA'], noted(9, ['AAAAAAAA']));
		seen.forgetBefore(9);
		expect(seen.has('AAAAAAAA')).toBe(true);
		seen.forgetBefore(10);
		expect(seen.has('AAAAAAAA')).toBe(false);
	});

	it('lets the oldest days go first, and only as many as it must', () => {
		const seen = noted(3, hashes(20, 30), noted(2, hashes(10, 20), noted(1, hashes(0, 10))));
		seen.keep(20, 3);
		expect(Object.keys(seen.stored())).toEqual(['2', '3']);
		seen.keep(20, 3);
		expect(seen.size).toBe(20);
	});

	it('never lets go of a protected day, however much it holds', () => {
		const seen = noted(3, hashes(100, 5_000), noted(2, hashes(0, 100)));
		seen.keep(10, 3);
		expect(Object.keys(seen.stored())).toEqual(['3']);
		expect(seen.size).toBe(4_900);
	});

	it('tells 100,000 ids apart', () => {
		expect(new Set(hashes(0, 100_000)).size).toBe(100_000);
	});

	it('knows days by UTC', () => {
		expect(dayOf(Date.parse('1970-01-02T00:00:00Z'))).toBe(1);
		expect(dayOf(Date.parse('1970-01-01T23:59:59.999Z'))).toBe(0);
	});
});
