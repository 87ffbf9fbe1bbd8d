import fc from 'fast-check';

import { ActMemory } from '../../../../nodes/shared/sending/actMemory';
import { DailyPlaces, dayIn } from '../../../../nodes/shared/sending/dailyPlaces';
import type { Place } from '../../../../nodes/shared/sending/dailyPlaces';
import { Memo } from '../../../../nodes/shared/sending/memo';
import { SeenInRun } from '../../../../nodes/shared/sending/seen';
import { volatileStore } from '../../../../nodes/shared/sending/store';
import type { KeyStore } from '../../../../nodes/shared/sending/store';
import { isKnownTimezone, usableTimezone } from '../../../../nodes/shared/sending/timezone';

import { Draw } from '../../../support/draw';
import { FakeClock } from '../fakes';
import { RacyRow } from './racyStore';

const jane = { publicIdentifier: 'jane-doe', memberId: 'ACoAAjane' };

describe('DailyPlaces', () => {
	function counting() {
		const inner = volatileStore();
		const asked = { record: 0, forget: 0 };
		const store: KeyStore = {
			...inner,
			async record(keys) {
				asked.record++;
				return await inner.record(keys);
			},
			async forget(keys) {
				asked.forget++;
				await inner.forget(keys);
			},
		};
		return { store, asked };
	}

	const setUp = (store: KeyStore = volatileStore()) => {
		let day = '2026-11-23';
		const places = new DailyPlaces(store, () => day);
		/** As an act takes it: the place and its sign go into the store. */
		const take = async (times: number, max: number): Promise<Place[]> => {
			const taken: Place[] = [];
			for (let i = 0; i < times; i++) {
				const place = await places.next(max);
				if (!place) break;
				if ((await store.record([...place])).has(place[0])) i--;
				else taken.push(place);
			}
			return taken;
		};
		return { places, take, tomorrow: () => (day = '2026-11-24') };
	};

	it('gives as many places as the day has, each once', async () => {
		const taken = await setUp().take(9, 5);
		expect(new Set(taken.map(([place]) => place))).toEqual(
			new Set([1, 2, 3, 4, 5].map((number) => `day 2026-11-23 ${number}`)),
		);
	});

	it('shares them with other executions, also with one that looked before', async () => {
		const store = volatileStore();
		const [one, other] = [setUp(store), setUp(store)];
		expect(await other.places.left(5)).toBe(5);
		expect(await one.take(3, 5)).toHaveLength(3);
		expect(await other.take(9, 5)).toHaveLength(2);
		expect(await one.take(1, 5)).toHaveLength(0);
	});

	it('begins anew the next day, and does not mix the days up', async () => {
		const { take, tomorrow } = setUp();
		await take(3, 3);
		tomorrow();
		expect(await take(9, 3)).toHaveLength(3);
	});

	it('gives a place that was given back again, once', async () => {
		const store = volatileStore();
		const { places, take } = setUp(store);
		const [[first]] = [await take(3, 3)];
		expect(await take(1, 3)).toHaveLength(0);
		await store.forget([...first]);
		places.giveBack(first);
		expect(await take(5, 3)).toEqual([first]);
	});

	it('follows a limit that was raised', async () => {
		const { take } = setUp();
		await take(2, 2);
		expect(await take(5, 4)).toHaveLength(2);
	});

	it('says that a full day is full after one look, however many places it has', async () => {
		const { store, asked } = counting();
		await setUp(store).take(200, 200);
		asked.record = asked.forget = 0;
		expect(await setUp(store).places.next(200)).toBeUndefined();
		// Two calls for the signs, and two for the proof.
		expect(asked).toEqual({ record: 2, forget: 2 });
	});

	it('is right about any cap and whatever was taken before', async () => {
		const cap = fc.integer({ min: 1, max: 30 });
		await fc.assert(
			fc.asyncProperty(cap, fc.nat(40), fc.nat(40), async (max, first, second) => {
				const store = volatileStore();
				const before = (await setUp(store).take(first, max)).length;
				const after = (await setUp(store).take(second, max)).length;
				expect(before).toBe(Math.min(first, max));
				expect(after).toBe(Math.min(second, max - before));
			}),
		);
	});

	it('is not misled by signs without places, which a lost write of another worker has left', async () => {
		const store = volatileStore();
		await store.record([1, 2, 3].map((n) => `hint day 2026-11-23 ${n}`));
		expect(await setUp(store).take(9, 3)).toHaveLength(3);
		expect(await setUp(store).take(9, 3)).toHaveLength(0);
	});

	it('gives all places to workers that act at once, and each once', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(), fc.integer({ min: 2, max: 4 }), async (drawn, workers) => {
				const [clock, draw] = [new FakeClock(), new Draw(drawn + 1)];
				const row = new RacyRow(clock, () => draw.next(), 60);
				const run = async (worker: number): Promise<number> => {
					const store = row.worker();
					const memory = new ActMemory(store, 'sendMessage');
					const places = new DailyPlaces(
						store,
						() => '2026-11-23',
						() => draw.next(),
					);
					let taken = 0;
					for (let person = 0; person < 6; person++) {
						const act = { target: { publicIdentifier: `person-${worker}-${person}` }, text: 'Hi' };
						for (;;) {
							const place = await places.next(7);
							if (!place) return taken;
							const claim = await memory.takePlace(place);
							if (!claim) continue;
							const guards = { sendAgain: false, skipContacted: false };
							const held = await memory.take(act, guards, claim);
							if (!('claim' in held)) throw new Error('Nobody else has this person');
							taken++;
							await memory.done(held, act.target);
							break;
						}
					}
					return taken;
				};
				const all = Promise.all(
					Array.from({ length: workers }, async (_, index) => await run(index)),
				);
				await clock.run();
				expect((await all).reduce((sum, one) => sum + one, 0)).toBe(7);
			}),
			{ numRuns: 100 },
		);
	});

	it('tries each place where a run that was killed has left the signs of its look', async () => {
		const store = volatileStore();
		const { places } = setUp(store);
		await store.record(['looking', ...[1, 2, 3].map((n) => `hint day 2026-11-23 ${n}`)]);
		expect(await places.left(3)).toBe(3);
		expect(await store.record(['looking'])).toEqual(new Set());
	});
});

describe('time zones', () => {
	it.each(['GMT+2', 'DEFAULT', '', 'Berlin', undefined, null, 7])(
		'that Intl does not know (%s) count as UTC, and cost no outcome',
		(timezone) => {
			expect(usableTimezone(timezone)).toBe('UTC');
			expect(dayIn(timezone as string, Date.parse('2026-11-23T23:30:00Z'))).toBe('2026-11-23');
		},
	);

	it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Etc/GMT-2'])('%s is known', (timezone) => {
		expect(isKnownTimezone(timezone)).toBe(true);
		expect(usableTimezone(timezone)).toBe(timezone);
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
	const again = (context: object): Record<string, unknown> =>
		JSON.parse(JSON.stringify(context)) as Record<string, unknown>;

	it('is found again in what n8n stored of the context', () => {
		const context: Record<string, unknown> = { other: 1 };
		const memo = new Memo(context, '7');
		memo.setAct('a', { state: 'begun', target: jane, at: 5 });
		memo.setAct('b', { state: 'task', target: jane, taskId: 't', at: 5 });
		memo.forgetAct('a', { memberId: 'ACoAAjane' });
		const later = new Memo(again(context), '8');
		expect(later.acts('a')).toEqual([]);
		expect(later.acts('b')).toEqual([{ state: 'task', target: jane, taskId: 't', at: 5 }]);
		expect(context.other).toBe(1);
	});

	it('knows the retries of one execution from whichever they are pressed, and no other', () => {
		const context = {};
		const first = new Memo(context, '7');
		expect(first.retryOf).toBeUndefined();
		// Retry On Fail: the same execution.
		expect(new Memo(context, '7').retryOf).toBeUndefined();
		const saved = again(context);
		const retry = new Memo(again(saved), '8');
		const second = new Memo(again(saved), '9');
		const ofRetry = new Memo(again(again(saved)), '10');
		expect(retry.retryOf).toEqual(expect.any(String));
		expect(second.retryOf).toBe(retry.retryOf);
		expect(ofRetry.retryOf).toBe(retry.retryOf);
		const other = {};
		new Memo(other, '7');
		expect(new Memo(again(other), '8').retryOf).not.toBe(retry.retryOf);
	});

	it('keeps several people of one item that was corrected', () => {
		const memo = new Memo({});
		memo.setAct('a', { state: 'done', target: jane, output: { outcome: 'sent' } });
		memo.setAct('a', { state: 'begun', target: { publicIdentifier: 'john-doe' }, at: 1 });
		memo.setAct('a', { state: 'done', target: { publicIdentifier: 'john-doe' }, output: {} });
		expect(memo.acts('a').map(({ target, state }) => [target.publicIdentifier, state])).toEqual([
			['jane-doe', 'done'],
			['john-doe', 'done'],
		]);
	});

	it('keeps changes apart from acts', () => {
		const memo = new Memo({});
		memo.setChange('a', { state: 'done', target: {}, output: { records: [] } });
		expect(memo.acts('a')).toEqual([]);
		memo.forgetChange('a');
		expect(memo.change('a')).toBeUndefined();
	});

	it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
		'has no entry %s that nobody made',
		(key) => {
			expect(new Memo({}).acts(key)).toEqual([]);
			expect(new Memo({}).change(key)).toBeUndefined();
		},
	);

	it('starts empty where the context holds something else', () => {
		for (const kept of ['x', 1, null, [], { acts: {}, people: {} }]) {
			const context = { linkedinOutreach: kept };
			const memo = new Memo(context);
			memo.setAct('a', { state: 'begun', target: jane, at: 5 });
			expect(new Memo(context).acts('a')).toEqual([{ state: 'begun', target: jane, at: 5 }]);
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
