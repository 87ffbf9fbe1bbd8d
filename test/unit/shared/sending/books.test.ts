import { Contacted } from '../../../../nodes/shared/sending/contacted';
import type { KeyStore } from '../../../../nodes/shared/sending/contacted';
import { DailyCount, dayIn } from '../../../../nodes/shared/sending/dailyCount';
import { Memo } from '../../../../nodes/shared/sending/memo';
import { SeenInRun } from '../../../../nodes/shared/sending/seen';

/** n8n's deduplication store in memory. */
class FakeStore implements KeyStore {
	readonly keys = new Set<string>();
	asked = 0;

	async record(keys: readonly string[]): Promise<ReadonlySet<string>> {
		this.asked++;
		const known = new Set(keys.filter((key) => this.keys.has(key)));
		for (const key of keys) this.keys.add(key);
		return await Promise.resolve(known);
	}

	async forget(keys: readonly string[]): Promise<void> {
		for (const key of keys) this.keys.delete(key);
		await Promise.resolve();
	}

	async settled(): Promise<void> {
		await Promise.resolve();
	}
}

const jane = { publicIdentifier: 'jane-doe', memberId: 'ACoAAjane' };

describe('Contacted', () => {
	it('knows a person again under any identifier they were noted by', async () => {
		const contacted = new Contacted(new FakeStore(), 'sendMessage');
		expect(await contacted.note(jane)).toBe(false);
		expect(await contacted.note({ memberId: 'ACoAAjane' })).toBe(true);
		expect(await contacted.note({ publicIdentifier: 'jane-doe' })).toBe(true);
		expect(await contacted.note({ publicIdentifier: 'john-doe' })).toBe(false);
	});

	it('learns further identifiers of a person it knows', async () => {
		const contacted = new Contacted(new FakeStore(), 'sendMessage');
		await contacted.note({ publicIdentifier: 'jane-doe' });
		expect(await contacted.note(jane)).toBe(true);
		expect(await contacted.note({ memberId: 'ACoAAjane' })).toBe(true);
	});

	it('does not take a slug for an id of the same letters', async () => {
		const contacted = new Contacted(new FakeStore(), 'sendMessage');
		await contacted.note({ publicIdentifier: '12345' });
		expect(await contacted.note({ memberNumber: '12345' })).toBe(false);
	});

	it('keeps messages and invitations apart', async () => {
		const store = new FakeStore();
		await new Contacted(store, 'sendMessage').note(jane);
		expect(await new Contacted(store, 'sendConnectionRequest').note(jane)).toBe(false);
	});

	it('forgets everything about a person that was not reached', async () => {
		const store = new FakeStore();
		const contacted = new Contacted(store, 'sendMessage');
		await contacted.note(jane);
		await contacted.forget(jane);
		expect(store.keys.size).toBe(0);
		expect(await contacted.note(jane)).toBe(false);
	});

	it('looks without leaving a trace', async () => {
		const store = new FakeStore();
		const contacted = new Contacted(store, 'sendMessage');
		expect(await contacted.knows(jane)).toBe(false);
		expect(await contacted.knows(jane)).toBe(false);
		expect(store.keys.size).toBe(0);
		await contacted.note({ publicIdentifier: 'jane-doe' });
		const before = [...store.keys];
		expect(await contacted.knows({ publicIdentifier: 'jane-doe' })).toBe(true);
		expect([...store.keys]).toEqual(before);
	});

	it('is not misled by a hint of somebody who was never noted', async () => {
		const store = new FakeStore();
		const contacted = new Contacted(store, 'sendMessage');
		await contacted.note(jane);
		for (const key of [...store.keys]) if (!key.startsWith('hint')) store.keys.delete(key);
		expect(store.keys.size).toBeGreaterThan(0);
		expect(await contacted.knows(jane)).toBe(false);
		expect(await contacted.note(jane)).toBe(false);
	});
});

describe('DailyCount', () => {
	const setUp = (store = new FakeStore()) => {
		let day = '2026-11-23';
		const count = new DailyCount(store, () => day);
		const take = async (times: number, max: number): Promise<number> => {
			let got = 0;
			for (let i = 0; i < times; i++) if ((await count.take(max)) !== undefined) got++;
			return got;
		};
		return { store, count, take, tomorrow: () => (day = '2026-11-24') };
	};

	it('gives as many places as the day has', async () => {
		const { take } = setUp();
		expect(await take(5, 3)).toBe(3);
	});

	it('shares them with other executions', async () => {
		const one = setUp();
		const other = setUp(one.store);
		expect(await one.take(2, 5)).toBe(2);
		expect(await other.take(9, 5)).toBe(3);
		expect(await one.take(1, 5)).toBe(0);
	});

	it('gives each place once, to however many at once', async () => {
		const store = new FakeStore();
		const places = await Promise.all(
			Array.from({ length: 8 }, async () => await setUp(store).count.take(5)),
		);
		const given = places.filter((place) => place !== undefined);
		expect(given).toHaveLength(5);
		expect(new Set(given).size).toBe(5);
	});

	it('begins anew the next day, and does not mix the days up', async () => {
		const { take, tomorrow } = setUp();
		await take(3, 3);
		tomorrow();
		expect(await take(9, 3)).toBe(3);
	});

	it('gives a place that was given back again, once', async () => {
		const { count, take } = setUp();
		const [first] = [await count.take(3), await take(2, 3)];
		expect(await take(1, 3)).toBe(0);
		await count.giveBack(String(first));
		expect(await take(5, 3)).toBe(1);
	});

	it('follows a limit that was raised', async () => {
		const { take } = setUp();
		await take(2, 2);
		expect(await take(5, 4)).toBe(2);
	});

	it('takes and looks again once per place in the common case', async () => {
		const { store, take } = setUp();
		await take(50, 100);
		expect(store.asked).toBe(100);
	});

	it('does not look through all that are taken when few are', async () => {
		const { store, take } = setUp();
		await take(10, 100);
		const before = store.asked;
		const draws = Array.from({ length: 10 }, (_, index) => index / 10 + 0.05);
		for (const draw of draws)
			await new DailyCount(
				store,
				() => '2026-11-23',
				() => draw,
			).take(100);
		expect(store.asked - before).toBeLessThan(40);
	});
});

describe('dayIn', () => {
	const lateInUtc = Date.parse('2026-11-23T23:30:00Z');

	it.each([
		['UTC', '2026-11-23'],
		['Europe/Berlin', '2026-11-24'],
		['America/Los_Angeles', '2026-11-23'],
		['Pacific/Kiritimati', '2026-11-24'],
	])('knows the day in %s', (timezone, day) => {
		expect(dayIn(timezone, lateInUtc)).toBe(day);
	});

	it('pads, so that days sort', () => {
		expect(dayIn('UTC', Date.parse('2026-02-03T12:00:00Z'))).toBe('2026-02-03');
	});
});

describe('Memo', () => {
	it('is found again in what n8n stored of the context', () => {
		const context: Record<string, unknown> = { other: 1 };
		const memo = new Memo(context);
		memo.set('a', { state: 'begun', target: jane, at: 5 });
		memo.set('b', { state: 'task', target: jane, taskId: 't', at: 5 });
		memo.forget('a');
		const again = new Memo(JSON.parse(JSON.stringify(context)) as Record<string, unknown>);
		expect(again.get('a')).toBeUndefined();
		expect(again.get('b')).toEqual({ state: 'task', target: jane, taskId: 't', at: 5 });
		expect(context.other).toBe(1);
	});

	it('is seen by a second one on the same context at once', () => {
		const context = {};
		const [one, other] = [new Memo(context), new Memo(context)];
		one.set('a', { state: 'begun', target: jane, at: 5 });
		expect(other.get('a')).toEqual({ state: 'begun', target: jane, at: 5 });
	});

	it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
		'has no entry %s that nobody made',
		(key) => {
			expect(new Memo({}).get(key)).toBeUndefined();
		},
	);

	it('starts empty where the context holds something else', () => {
		for (const kept of ['x', 1, null, []]) {
			const context = { linkedinOutreach: kept };
			const memo = new Memo(context);
			memo.set('a', { state: 'begun', target: jane, at: 5 });
			expect(new Memo(context).get('a')).toEqual({ state: 'begun', target: jane, at: 5 });
		}
	});

	it('knows a person that was looked up by any of their names, in a later try too', () => {
		const context = {};
		new Memo(context).notePerson(jane);
		const again = new Memo(JSON.parse(JSON.stringify(context)) as Record<string, unknown>);
		expect(again.person({ publicIdentifier: 'jane-doe' })).toEqual(jane);
		expect(again.person({ memberId: 'ACoAAjane', memberNumber: '5' })).toEqual(jane);
		expect(again.person({ publicIdentifier: 'john-doe' })).toBeUndefined();
		expect(again.person({})).toBeUndefined();
	});
});

describe('SeenInRun', () => {
	const slug = { publicIdentifier: 'jane-doe' };
	const id = { memberId: 'ACoAAjane' };

	it('knows the same text to the same person again, under any name that was marked', () => {
		const seen = new SeenInRun();
		seen.mark(0, jane, 'Hi');
		for (const member of [jane, slug, id]) expect(seen.isDuplicate(1, member, 'Hi')).toBe(true);
		expect(seen.isDuplicate(1, slug, 'Hi again')).toBe(false);
		expect(seen.isDuplicate(1, { publicIdentifier: 'john-doe' }, 'Hi')).toBe(false);
	});

	it('does not take an item for its own duplicate', () => {
		const seen = new SeenInRun();
		seen.mark(0, slug, 'Hi');
		expect(seen.isDuplicate(0, jane, 'Hi')).toBe(false);
	});

	it('forgets what did not happen, and only that', () => {
		const seen = new SeenInRun();
		seen.mark(0, slug, 'Hi');
		seen.mark(1, id, 'Hi');
		seen.mark(2, jane, 'Hi');
		seen.unmark(2);
		expect(seen.isDuplicate(3, slug, 'Hi')).toBe(true);
		seen.unmark(0);
		expect(seen.isDuplicate(3, slug, 'Hi')).toBe(false);
		expect(seen.isDuplicate(3, id, 'Hi')).toBe(true);
	});
});
