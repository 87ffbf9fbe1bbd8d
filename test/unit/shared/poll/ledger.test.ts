import { Ledger, MOST_REMEMBERED } from '../../../../nodes/shared/poll/ledger';
import type { Book, Sighting } from '../../../../nodes/shared/poll/ledger';
import { Seen, dayOf, shortHash } from '../../../../nodes/shared/poll/seen';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-23T12:00:00Z');

const sighting = (id: string, at?: number): Sighting<string> => ({
	hash: shortHash(id),
	record: id,
	...(at !== undefined && { at }),
});
const fresh: Book = { since: NOW, isSettled: false, seen: {} };
const settled = (...ids: string[]): Book => {
	const seen = new Seen();
	for (const id of ids) seen.note(shortHash(id), dayOf(NOW));
	return { since: NOW, isSettled: true, seen: seen.stored() };
};
const newsOf = (book: Book, sightings: Array<Sighting<string>>, now = NOW): string[] => {
	const ledger = new Ledger<string>(book, now);
	ledger.take(sightings);
	return ledger.news().map(({ record }) => record);
};

describe('what is new in a list', () => {
	it('is what was never sighted, whatever its date', () => {
		const list = [
			sighting('new', NOW),
			sighting('known', NOW - 5),
			sighting('late', NOW - 6 * DAY),
		];
		expect(newsOf(settled('known'), list)).toEqual(['late', 'new']);
	});

	it('is nothing of the first look', () => {
		const ledger = new Ledger<string>(fresh, NOW);
		expect(ledger.take([sighting('a', NOW - 1), sighting('b')])).toBe(0);
		const { book, unseen } = ledger.enter(fresh, true);
		expect([...unseen]).toEqual([]);
		expect(newsOf(book, [sighting('a', NOW - 1), sighting('b'), sighting('c')])).toEqual(['c']);
	});

	it('is what was made while the first look went on, once that is over', () => {
		const ledger = new Ledger<string>(fresh, NOW + 60_000);
		ledger.take([sighting('old', NOW - 1), sighting('young', NOW + 1)]);
		expect(ledger.news()).toEqual([]);
		const { book } = ledger.enter(fresh, true);
		expect(newsOf(book, [sighting('young', NOW + 1), sighting('old', NOW - 1)])).toEqual(['young']);
	});

	it('takes a date far ahead for none', () => {
		const ledger = new Ledger<string>(fresh, NOW);
		ledger.take([sighting('year 2099', Date.parse('2099-01-01'))]);
		const { book } = ledger.enter(fresh, true);
		expect(newsOf(book, [sighting('year 2099', Date.parse('2099-01-01'))])).toEqual([]);
	});

	it('is told once, however often a page is read', () => {
		const ledger = new Ledger<string>(settled(), NOW);
		expect(ledger.take([sighting('a'), sighting('a'), sighting('b')])).toBe(2);
		expect(ledger.take([sighting('b'), sighting('c')])).toBe(1);
		expect(ledger.size).toBe(3);
	});

	it('comes oldest first; what has no date stays beside its neighbour', () => {
		const list = [
			sighting('newest', NOW - 1),
			sighting('undated'),
			sighting('middle', NOW - 20),
			sighting('late', NOW - 3),
			sighting('last'),
		];
		expect(newsOf(settled(), list)).toEqual(['last', 'middle', 'undated', 'late', 'newest']);
	});

	it('leaves out what a poll beside this one has emitted meanwhile', () => {
		const [one, two] = [new Ledger<string>(settled(), NOW), new Ledger<string>(settled(), NOW)];
		one.take([sighting('a'), sighting('b')]);
		two.take([sighting('b'), sighting('c')]);
		const first = one.enter(settled(), true);
		const second = two.enter(first.book, true);
		expect([...second.unseen]).toEqual([shortHash('c')]);
		expect(
			newsOf(
				second.book,
				['a', 'b', 'c'].map((id) => sighting(id)),
			),
		).toEqual([]);
	});

	it('keeps its first look out of the way of one that has ended', () => {
		const slow = new Ledger<string>(fresh, NOW);
		slow.take([sighting('came since')]);
		const ended = settled('a');
		const { book, unseen } = slow.enter(ended, true);
		expect(book).toBe(ended);
		expect(unseen.size).toBe(0);
	});

	it('remembers what is still listed for ever, and the rest for a month', () => {
		let book = settled('listed', 'gone');
		for (let day = 1; day <= 40; day++) {
			const ledger = new Ledger<string>(book, NOW + day * DAY);
			expect(ledger.take([sighting('listed')])).toBe(0);
			book = ledger.enter(book, true).book;
		}
		const seen = new Seen(book.seen);
		expect(seen.has(shortHash('listed'))).toBe(true);
		expect(seen.has(shortHash('gone'))).toBe(false);
	});

	it('stays within its bound over the weeks, and never forgets what it saw yesterday', () => {
		let book = settled();
		for (let day = 0; day < 20; day++) {
			const ledger = new Ledger<string>(book, NOW + day * DAY);
			const ids = Array.from({ length: 5_000 }, (_, n) => sighting(`${day}-${n}`));
			expect(ledger.take(ids)).toBe(5_000);
			book = ledger.enter(book, true).book;
			expect(new Seen(book.seen).size).toBeLessThanOrEqual(MOST_REMEMBERED);
			const again = new Ledger<string>(book, NOW + (day + 1) * DAY);
			expect(again.take(ids)).toBe(0);
		}
		expect(JSON.stringify(book).length).toBeLessThan(MOST_REMEMBERED * 8 + 1_000);
	});

	it('holds more than its bound where one day brings more', () => {
		const many = Array.from({ length: MOST_REMEMBERED + 5_000 }, (_, n) => sighting(`id-${n}`));
		const ledger = new Ledger<string>(settled(), NOW);
		ledger.take(many);
		const { book } = ledger.enter(settled(), true);
		expect(newsOf(book, many)).toEqual([]);
	});
});
