import fc from 'fast-check';

import { connectionsIn, newcomers } from '../../../../nodes/OutX/trigger/newcomers';
import type { Connection } from '../../../../nodes/OutX/trigger/newcomers';
import type { JsonObject } from '../../../../nodes/shared/json/types';

const person = (name: string): Connection => ({ hashes: [name], record: { name } });
const people = (names: string): Connection[] => names.split(' ').filter(Boolean).map(person);

/** Who is new in a list, of people who were all there in an earlier one. */
function fresh(before: string, now: string, isWhole = true, others = ''): string[] | undefined {
	const known = new Set([...people(before), ...people(others)].flatMap(({ hashes }) => hashes));
	const order = people(before).map(({ hashes }) => hashes);
	const found = newcomers(people(now), order, (hash) => known.has(hash), isWhole);
	return found?.map(({ record }) => String(record.name));
}

describe('who was added since the last look', () => {
	it.each<[string, string, string, string[] | undefined]>([
		['above all who were there', 'a b c', 'y x a b c', ['y', 'x']],
		['nobody where nothing changed', 'a b c', 'a b c', []],
		['nobody who moved up from below', 'a b c', 'a c z y', []],
		['nobody who was hidden in between', 'a b c', 'a x b c', []],
		['below somebody who was added again', 'a b c d e', 'd x a b c e', ['x']],
		['where several have left', 'a b c d e f', 'x c e f', ['x']],
		['where nearly all have left', 'a b c', 'x c', ['x']],
		['of nobody who was there', 'a b c', 'x y z', undefined],
		['of a list turned round', 'a b c d e', 'e d c b a', undefined],
		['of another order', 'a b c d e f g h', 'x c a h b y g d', undefined],
		['of a list with nobody in it', 'a b c', '', undefined],
	])('%s', (_, before, now, expected) => {
		expect(fresh(before, now)).toEqual(expected);
	});

	it('is nobody who was seen in a look before that', () => {
		expect(fresh('a b c', 'z x a b c', true, 'z')).toEqual(['x']);
	});

	it('takes more than one person as a sign where the list goes on', () => {
		const order = Array.from({ length: 100 }, (_, n) => `p${n}`).join(' ');
		const others = Array.from({ length: 99 }, (_, n) => `old${n}`).join(' ');
		expect(fresh(order, `${others} p0`, false)).toBeUndefined();
		expect(fresh(order, `x ${order}`, false)).toEqual(['x']);
		expect(fresh(order, `${others} p5 p30 p50 p70 p90`, false)).toBeUndefined();
	});

	it('is exactly who was added, through people who leave and come back', () => {
		const size = fc.integer({ min: 12, max: 60 });
		const changes = fc.record({
			size,
			added: fc.nat({ max: 20 }),
			left: fc.uniqueArray(fc.nat({ max: 59 }), { maxLength: 5 }),
			back: fc.option(fc.nat({ max: 59 }), { nil: undefined }),
		});
		fc.assert(
			fc.property(changes, ({ size: count, added, left, back }) => {
				const before = Array.from({ length: count }, (_, n) => `p${n}`);
				const stay = before.filter((_, n) => !left.includes(n) && n !== back);
				// Who stood on top before and does again shows no sign of having been away.
				const wasBelow = stay[0] !== undefined && Number(stay[0].slice(1)) < (back ?? 0);
				const again = back !== undefined && back < count && wasBelow ? [`p${back}`] : [];
				const came = Array.from({ length: added }, (_, n) => `n${n}`);
				const now = [...again, ...came, ...stay, 'below1', 'below2'];
				expect(fresh(before.join(' '), now.join(' '), false)).toEqual(came);
			}),
		);
	});

	it('is nobody in a list that is shuffled', () => {
		const before = Array.from({ length: 40 }, (_, n) => `p${n}`);
		const shuffled = fc.shuffledSubarray([...before, 'old1', 'old2', 'old3', 'old4'], {
			minLength: 30,
		});
		fc.assert(
			fc.property(shuffled, (now) => {
				const found = fresh(before.join(' '), now.join(' '), false) ?? [];
				expect(found).toEqual([]);
			}),
			{ numRuns: 1_000 },
		);
	});
});

describe('the people of a look', () => {
	const urn = 'urn:li:fsd_profile:ACoAABCDEF123';

	it('are each told by any of their names', () => {
		const [one] = connectionsIn([{ profile_urn: urn, profile_slug: 'jane-doe' }]);
		const spellings: JsonObject[] = [
			{ profile_urn: 'urn:li:person:ACoAABCDEF123', profile_slug: 'other' },
			{ profile_urn: 'urn:li:fs_miniProfile:ACoAABCDEF123' },
			{ profile_url: 'https://de.linkedin.com/in/Jane-Doe/?x=y' },
			{ public_identifier: 'JANE-DOE', id: 7 },
			{ profile_slug: 'jane-doe', profile_urn: null },
		];
		for (const record of spellings) {
			const [other] = connectionsIn([record]);
			expect(other.hashes.some((hash) => one.hashes.includes(hash))).toBe(true);
		}
		const [stranger] = connectionsIn([{ profile_urn: 'urn:li:person:ACoAABCDEF124' }]);
		expect(stranger.hashes.some((hash) => one.hashes.includes(hash))).toBe(false);
	});

	it('come once, and only those with a name', () => {
		const found = connectionsIn([
			{ profile_urn: urn },
			{ profile_urn: urn, profile_slug: 'jane-doe' },
			{ name: 'LinkedIn Member' },
		]);
		expect(found.map(({ record }) => record)).toEqual([{ profile_urn: urn }]);
	});
});
