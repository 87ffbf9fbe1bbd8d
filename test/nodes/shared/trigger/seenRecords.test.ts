import { SeenNames, shortHash } from '../../../../nodes/shared/trigger/seenNames';
import {
	MOST_REMEMBERED,
	NOTHING_KNOWN,
	SeenRecords,
} from '../../../../nodes/shared/trigger/seenRecords';
import type { Judgement, Known, Listed } from '../../../../nodes/shared/trigger/seenRecords';

const NOW = Date.parse('2026-11-23T12:00:00Z');

/** A record with these names; without any, what it says stands for them. */
const listed = (names: string, at?: number): Listed<string> => {
	const noted = names.split(' ').map(shortHash);
	return { knownBy: noted, noted, isNamed: true, record: names, ...(at !== undefined && { at }) };
};
const settled = (...names: string[]): Known => {
	const seen = new SeenNames();
	for (const name of names) seen.note(shortHash(name), 1);
	return { ...NOTHING_KNOWN, isSettled: true, seen: seen.stored() };
};
const asNew = (): Judgement => 'new';
const newsOf = (known: Known, records: Array<Listed<string>>, judge = asNew): string[] => {
	const seen = new SeenRecords<string>(known);
	seen.take(records, judge);
	return seen.news().map(({ record }) => record);
};

describe('what is new in a list', () => {
	it('is what was never met, whatever its date', () => {
		const list = [listed('new', NOW), listed('known', NOW - 5), listed('late', NOW - 600_000)];
		expect(newsOf(settled('known'), list)).toEqual(['late', 'new']);
	});

	it('is nothing that any name tells, and whose other names it learns from that', () => {
		const seen = new SeenRecords<string>(settled('id1', 'urn2'));
		expect(seen.take([listed('id1 urn1'), listed('id9 urn2')], asNew)).toBe(0);
		const { known } = seen.enter(settled('id1', 'urn2'), true, true);
		expect(newsOf(known, [listed('urn1 url1'), listed('id9'), listed('url1')])).toEqual([]);
	});

	it('is told once, under however many names it comes in one poll', () => {
		const seen = new SeenRecords<string>(settled());
		expect(seen.take([listed('id1'), listed('urn1'), listed('other')], asNew)).toBe(3);
		expect(seen.take([listed('id1 urn1')], asNew)).toBe(0);
		expect(seen.news().map(({ record }) => record)).toEqual(['other', 'id1']);
		const { known, unseen } = seen.enter(settled(), true, true);
		expect(unseen.size).toBe(2);
		expect(newsOf(known, [listed('urn1'), listed('id1')])).toEqual([]);
	});

	it('is not what rounds out to be known further down', () => {
		const seen = new SeenRecords<string>(settled('urn1'));
		seen.take([listed('id1'), listed('id1 urn1')], asNew);
		expect(seen.news()).toEqual([]);
		const { known } = seen.enter(settled('urn1'), true, true);
		expect(newsOf(known, [listed('id1')])).toEqual([]);
	});

	it('is neither emitted nor remembered while it is left for later', () => {
		const seen = new SeenRecords<string>(settled());
		expect(seen.take([listed('a')], () => 'later')).toBe(0);
		const { known } = seen.enter(settled(), true, true);
		expect(newsOf(known, [listed('a')])).toEqual(['a']);
	});

	it('is nothing that is judged old, now and later', () => {
		const seen = new SeenRecords<string>(NOTHING_KNOWN);
		expect(seen.take([listed('a', NOW), listed('b')], () => 'old')).toBe(0);
		const { known, unseen } = seen.enter(NOTHING_KNOWN, true, true);
		expect([...unseen]).toEqual([]);
		expect(newsOf(known, [listed('a', NOW + 1), listed('b'), listed('c')])).toEqual(['c']);
	});

	it('is told once, however often a page is read', () => {
		const seen = new SeenRecords<string>(settled());
		expect(seen.take([listed('a'), listed('a'), listed('b')], asNew)).toBe(2);
		expect(seen.take([listed('b'), listed('c')], asNew)).toBe(1);
		expect(seen.size).toBe(3);
	});

	it('comes oldest first; what has no date stays beside its neighbour', () => {
		const list = [
			listed('newest', NOW - 1),
			listed('undated'),
			listed('middle', NOW - 20),
			listed('late', NOW - 3),
			listed('last'),
		];
		expect(newsOf(settled(), list)).toEqual(['last', 'middle', 'undated', 'late', 'newest']);
	});

	it('leaves out what a poll beside this one has emitted meanwhile', () => {
		const [one, two] = [new SeenRecords<string>(settled()), new SeenRecords<string>(settled())];
		one.take([listed('a'), listed('b')], asNew);
		two.take([listed('b'), listed('c')], asNew);
		const first = one.enter(settled(), true, true);
		const second = two.enter(first.known, true, true);
		expect([...second.unseen].map(({ record }) => record)).toEqual(['c']);
		const all = ['a', 'b', 'c'].map((id) => listed(id));
		expect(newsOf(second.known, all)).toEqual([]);
	});

	it('keeps its first look out of the way of one that has ended', () => {
		const slow = new SeenRecords<string>(NOTHING_KNOWN);
		slow.take([listed('came since')], () => 'old');
		const ended = settled('a');
		const { known, unseen } = slow.enter(ended, true, true);
		expect(known).toBe(ended);
		expect(unseen.size).toBe(0);
	});
});

describe('a record without a name', () => {
	const nameless = (says: string): Listed<string> => ({
		knownBy: [shortHash(`named ${says}`), shortHash(`nameless ${says}`)],
		noted: [shortHash(`nameless ${says}`)],
		isNamed: false,
		record: says,
	});
	const named = (id: string, says: string): Listed<string> => ({
		knownBy: [shortHash(id), shortHash(`nameless ${says}`)],
		noted: [shortHash(id), shortHash(`named ${says}`)],
		isNamed: true,
		record: id,
	});

	it('is known where it had a name before, and gets one later', () => {
		const seen = new SeenRecords<string>(settled());
		seen.take([named('id1', 'hello'), nameless('bye')], asNew);
		const { known } = seen.enter(settled(), true, true);
		expect(newsOf(known, [nameless('hello'), named('id2', 'bye')])).toEqual([]);
	});

	it('does not make one of two that say the same', () => {
		const list = [named('id1', 'hi'), named('id2', 'hi'), nameless('hi')];
		expect(newsOf(settled(), list).sort()).toEqual(['id1', 'id2']);
		const seen = new SeenRecords<string>(settled());
		seen.take([named('id0', 'hi')], asNew);
		const { known } = seen.enter(settled(), true, true);
		expect(newsOf(known, list).sort()).toEqual(['id1', 'id2']);
	});
});

describe('what a trigger remembers', () => {
	const take = (known: Known, ids: string[], isAtEnd = true): { known: Known; fresh: number } => {
		const seen = new SeenRecords<string>(known);
		const records = ids.map((id) => listed(id));
		const fresh = seen.take(records, asNew);
		return { known: seen.enter(known, true, isAtEnd).known, fresh };
	};
	const range = (from: number, count: number): string[] =>
		Array.from({ length: count }, (_, n) => `id-${from + n}`);

	it('does not depend on how much time passes: nothing is forgotten that has room', () => {
		let { known } = take(settled('gone'), ['listed']);
		for (let poll = 0; poll < 500; poll++) ({ known } = take(known, ['listed', `new-${poll}`]));
		expect(take(known, ['gone', 'listed']).fresh).toBe(0);
	});

	it('stays within its bound, and never forgets what is still listed', () => {
		let known = settled();
		const stays = range(1_000_000, 100);
		for (let round = 0; round < 20; round++) {
			const ids = range(round * 5_000, 5_000);
			const taken = take(known, [...stays, ...ids]);
			({ known } = taken);
			expect(taken.fresh).toBe(round === 0 ? 5_100 : 5_000);
			expect(new SeenNames(known.seen).size).toBeLessThanOrEqual(MOST_REMEMBERED);
			expect(take(known, ids).fresh).toBe(0);
		}
		expect(take(known, range(0, 5_000)).fresh).toBe(5_000);
		expect(JSON.stringify(known).length).toBeLessThan(MOST_REMEMBERED * 8 + 1_000);
	});

	it('holds more than its bound where the list does', () => {
		const many = range(0, MOST_REMEMBERED + 5_000);
		const { known } = take(settled(), many);
		expect(take(known, many).fresh).toBe(0);
	});

	it('counts a list that is read over several polls as read once', () => {
		const size = MOST_REMEMBERED / 2;
		let known = settled();
		for (let part = 0; part < 5; part++) {
			({ known } = take(known, range(part * size, size), part === 4));
		}
		for (let part = 0; part < 5; part++) {
			const taken = take(known, [`new-${part}`, ...range(part * size, size)], part === 4);
			({ known } = taken);
			expect(taken.fresh).toBe(1);
		}
	});
});
