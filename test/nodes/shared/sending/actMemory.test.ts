import fc from 'fast-check';

import { Failure } from '../../../../nodes/shared/failures/failure';
import { ActMemory } from '../../../../nodes/shared/sending/actMemory';
import type { Guards, HeldAct, Known } from '../../../../nodes/shared/sending/actMemory';
import type { Target } from '../../../../nodes/shared/linkedin';
import { volatileStore } from '../../../../nodes/shared/sending/store';
import type { KeyStore } from '../../../../nodes/shared/sending/store';
import { Draw } from '../../../support/draw';
import { FakeClock } from '../fakes';
import { RacyRow } from './racyStore';

const jane = { publicIdentifier: 'jane-doe', memberId: 'ACoAAjane' };
const bySlug = { publicIdentifier: 'jane-doe' };
const byId = { memberId: 'ACoAAjane' };
const john = { publicIdentifier: 'john-doe' };

const usual: Guards = { sendAgain: false, skipContacted: false };
const skipping: Guards = { sendAgain: false, skipContacted: true };
const again: Guards = { sendAgain: true, skipContacted: false };

const hello = (target: Target, text = 'Hello') => ({ target, text });

/** A store in memory that counts what it is asked. */
function countingStore() {
	const inner = volatileStore();
	const keys = new Set<string>();
	const asked = { record: 0, forget: 0 };
	const store: KeyStore = {
		...inner,
		lasting: true,
		async record(wanted) {
			asked.record++;
			for (const key of wanted) keys.add(key);
			return await inner.record(wanted);
		},
		async forget(wanted) {
			asked.forget++;
			for (const key of wanted) keys.delete(key);
			await inner.forget(wanted);
		},
	};
	return { store, keys, asked };
}

async function taken(memory: ActMemory, target: Target, guards = usual, text = 'Hello') {
	const result = await memory.take(hello(target, text), guards);
	if (!('claim' in result)) throw new Error(JSON.stringify(result));
	return result;
}

async function reach(store: KeyStore, target: Target, guards = usual, text = 'Hello') {
	const memory = new ActMemory(store, 'sendMessage');
	const held = await taken(memory, target, guards, text);
	await memory.done(held, target);
	await memory.close();
}

const look = async (
	store: KeyStore,
	target: Target,
	guards = usual,
	text = 'Hello',
): Promise<Known> => {
	const [known] = await new ActMemory(store, 'sendMessage').peek([[hello(target, text), guards]]);
	return known;
};

const tryTo = async (store: KeyStore, target: Target, guards = usual, text = 'Hello') =>
	await new ActMemory(store, 'sendMessage').take(hello(target, text), guards);

const nothing: Known = { same: undefined, item: undefined, reached: false };

describe('what a node remembers of an act', () => {
	it.each([
		['the slug', bySlug],
		['the ID', byId],
		['both', jane],
	])('is found again under %s', async (_, name) => {
		const { store } = countingStore();
		await reach(store, jane);
		expect(await look(store, name)).toEqual({ ...nothing, same: 'done' });
		expect(await tryTo(store, name)).toEqual({ ...nothing, same: 'done' });
	});

	it('is of one text: another may go out, and a changed line end is no other', async () => {
		const { store } = countingStore();
		await reach(store, jane, usual, 'Hello  Jane,\r\nhow are you? ');
		expect(await look(store, jane, usual, 'Hello Jane, how are you?')).toMatchObject({
			same: 'done',
		});
		expect(await look(store, jane, usual, 'Hello Jane, who are you?')).toEqual(nothing);
		expect(await tryTo(store, jane, usual, 'Hello Jane, who are you?')).toHaveProperty('claim');
	});

	it('is of one person, and of one kind of act', async () => {
		const { store } = countingStore();
		await reach(store, jane);
		expect(await look(store, john)).toEqual(nothing);
		const invitations = new ActMemory(store, 'sendConnectionRequest');
		expect(await invitations.peek([[hello(jane), skipping]])).toEqual([nothing]);
	});

	it('counts the person, whatever the text, where the operator skips people', async () => {
		const { store } = countingStore();
		await reach(store, jane, usual, 'One');
		// Noted when nobody skipped anybody: the look does not tell, the claim does, and from then on both do.
		expect(await tryTo(store, byId, skipping, 'Two')).toEqual({ ...nothing, reached: true });
		expect(await look(store, byId, skipping, 'Two')).toEqual({ ...nothing, reached: true });
		expect(await look(store, byId, usual, 'Two')).toEqual(nothing);
	});

	it('says that an act may have happened, until its end is known', async () => {
		const { store } = countingStore();
		const memory = new ActMemory(store, 'sendMessage');
		const held = await taken(memory, jane);
		expect(await look(store, jane)).toEqual({ ...nothing, same: 'open' });
		memory.keep(held);
		await memory.close();
		expect(await tryTo(store, bySlug)).toEqual({ ...nothing, same: 'open' });
		expect(await look(store, jane)).toEqual({ ...nothing, same: 'open' });
	});

	it('lets the same go out again where the operator wants it, and still knows the first', async () => {
		const { store } = countingStore();
		await reach(store, jane);
		const memory = new ActMemory(store, 'sendMessage');
		const held = await taken(memory, jane, again);
		await memory.giveBack(held);
		await memory.close();
		expect(await look(store, jane)).toMatchObject({ same: 'done' });
	});

	it('forgets all of an act that did not happen', async () => {
		const { store, keys } = countingStore();
		const memory = new ActMemory(store, 'sendMessage');
		await memory.giveBack(await taken(memory, jane, skipping));
		await memory.close();
		expect([...keys]).toEqual([]);
		expect(await tryTo(store, jane)).toHaveProperty('claim');
	});

	it('learns further names of a person from the answer', async () => {
		const { store } = countingStore();
		const memory = new ActMemory(store, 'sendMessage');
		await memory.done(await taken(memory, bySlug), jane);
		await memory.close();
		expect(await tryTo(store, byId)).toEqual({ ...nothing, same: 'done' });
		expect(await look(store, byId, usual)).toEqual({ ...nothing, same: 'done' });
	});

	it('knows an item of an execution again, whatever its text is now', async () => {
		const { store } = countingStore();
		const memory = new ActMemory(store, 'sendMessage');
		const act = { ...hello(jane, 'One'), item: 'run 1 item 3' };
		const held = (await memory.take(act, usual)) as HeldAct;
		await memory.done(held, jane);
		const other = new ActMemory(store, 'sendMessage');
		const edited = { ...hello(byId, 'Two'), item: 'run 1 item 3' };
		expect(await other.peek([[edited, usual]])).toEqual([{ ...nothing, item: 'done' }]);
		expect(await other.take(edited, again)).toEqual({ ...nothing, item: 'done' });
		const corrected = { ...hello(john, 'Two'), item: 'run 1 item 3' };
		expect(await other.peek([[corrected, usual]])).toEqual([nothing]);
	});

	it('leaves no trace of a look, and is not misled by one that was cut off', async () => {
		const { store, keys } = countingStore();
		await reach(store, john);
		const before = [...keys];
		expect(await look(store, jane, skipping)).toEqual(nothing);
		expect([...keys]).toEqual(before);
		// Only the first half of a look.
		const halting: KeyStore = {
			...store,
			forget: async () => await Promise.reject(new Error('killed')),
		};
		await expect(look(halting, jane, skipping)).rejects.toThrow('killed');
		expect(keys.size).toBeGreaterThan(before.length);
		expect(await look(store, jane, skipping)).toEqual(nothing);
		expect(await tryTo(store, jane, skipping)).toHaveProperty('claim');
	});
});

describe('what it costs', () => {
	it('is three keys a name, when the run is over', async () => {
		const { store, keys } = countingStore();
		await reach(store, jane);
		expect(keys.size).toBe(6);
		await reach(store, john);
		expect(keys.size).toBe(9);
	});

	it('is four calls to look at ten thousand people who have had their message', async () => {
		const { store, asked } = countingStore();
		const people = Array.from({ length: 10_000 }, (_, index) => ({
			publicIdentifier: `person-${index}`,
		}));
		await store.record([]);
		const memory = new ActMemory(store, 'sendMessage');
		for (const one of people) await memory.done(await taken(memory, one), one);
		await memory.close();
		asked.record = asked.forget = 0;
		const known = await new ActMemory(store, 'sendMessage').peek(
			people.map((one) => [hello(one), usual]),
		);
		expect(known.filter(({ same }) => same === 'done')).toHaveLength(10_000);
		expect(asked).toEqual({ record: 2, forget: 2 });
	});

	it('is three writes a send', async () => {
		const { store, asked } = countingStore();
		const memory = new ActMemory(store, 'sendMessage');
		await memory.done(await taken(memory, jane), jane);
		expect(asked).toEqual({ record: 2, forget: 1 });
	});
});

describe('several workers', () => {
	const seed = fc.integer({ min: 1, max: 1e9 });
	const workers = fc.integer({ min: 2, max: 5 });
	const failing = fc.constantFrom(0, 0, 0.1, 0.4);
	const names = fc.constantFrom<Target>(jane, jane, bySlug);

	async function atOnce<T>(clock: FakeClock, works: ReadonlyArray<() => Promise<T>>): Promise<T[]> {
		const results = Promise.all(works.map(async (work) => await work()));
		await clock.run();
		return await results;
	}

	it('carry an act out once between them, also where the database fails', async () => {
		let [meetings, silences] = [0, 0];
		await fc.assert(
			fc.asyncProperty(seed, workers, failing, names, async (drawn, count, share, name) => {
				const [clock, draw] = [new FakeClock(), new Draw(drawn)];
				const row = new RacyRow(clock, () => draw.next());
				let carriedOut = 0;
				const run = (index: number) => async (): Promise<string> => {
					const memory = new ActMemory(row.worker(share), 'sendMessage');
					await clock.sleep(draw.whole(0, 3_000));
					try {
						const [known] = await memory.peek([[hello(name), usual]]);
						if (known.same) return 'known';
						const held = await memory.take(hello(index % 2 ? jane : name), usual);
						if (!('claim' in held)) return 'known';
						carriedOut++;
						await clock.sleep(draw.whole(0, 2_000));
						await memory.done(held, jane);
						return 'done';
					} catch (error) {
						return error instanceof Failure ? 'failed' : 'unreadable';
					} finally {
						await memory.close().catch(() => undefined);
					}
				};
				const ends = await atOnce(
					clock,
					Array.from({ length: count }, (_, index) => run(index)),
				);
				expect(carriedOut).toBeLessThanOrEqual(1);
				if (share === 0 && name === jane) {
					meetings++;
					if (!ends.includes('done')) silences++;
				}
				// Whoever comes later learns of it.
				if (carriedOut === 1) {
					const late = new ActMemory(row.worker(), 'sendMessage');
					const [later] = await atOnce(clock, [async () => await late.take(hello(bySlug), usual)]);
					expect(later).not.toHaveProperty('claim');
				}
			}),
			{ numRuns: 150 },
		);
		// Where several looks and claims fall on one moment and undo each other, all may give way, each with a word
		// that it may have been sent: one in some thousand such meetings, with writes as slow as these.
		expect(meetings).toBeGreaterThan(20);
		expect(silences / meetings).toBeLessThan(0.05);
	});

	it('that act in step, with writes as fast as they really are, do it once, and do it', async () => {
		let [meetings, silences] = [0, 0];
		await fc.assert(
			fc.asyncProperty(seed, fc.boolean(), async (drawn, knowAlike) => {
				const [clock, draw] = [new FakeClock(), new Draw(drawn)];
				const row = new RacyRow(clock, () => draw.next(), 8);
				const run = (index: number) => async (): Promise<number> => {
					const memory = new ActMemory(row.worker(), 'sendMessage');
					const [known] = await memory.peek([[hello(bySlug), usual]]);
					if (known.same) return 0;
					const held = await memory.take(hello(knowAlike || index === 0 ? jane : bySlug), usual);
					if (!('claim' in held)) return 0;
					await memory.done(held, jane);
					return 1;
				};
				const done = (await atOnce(clock, [run(0), run(1)])).reduce((sum, one) => sum + one, 0);
				expect(done).toBeLessThanOrEqual(1);
				meetings++;
				if (done === 0) silences++;
			}),
			{ numRuns: 400 },
		);
		expect(silences / meetings).toBeLessThan(0.01);
	});

	it('have it free again after one that gave it back', async () => {
		await fc.assert(
			fc.asyncProperty(seed, workers, async (drawn, count) => {
				const [clock, draw] = [new FakeClock(), new Draw(drawn)];
				const row = new RacyRow(clock, () => draw.next());
				const giveUp = async (): Promise<void> => {
					const memory = new ActMemory(row.worker(), 'sendMessage');
					const held = await memory.take(hello(jane), skipping);
					if ('claim' in held) await memory.giveBack(held);
					await memory.close();
				};
				const noise = (index: number) => async (): Promise<void> => {
					await clock.sleep(draw.whole(0, 2_000));
					await reach(row.worker(), { publicIdentifier: `other-${index}` });
				};
				await atOnce(clock, [giveUp, ...Array.from({ length: count }, (_, index) => noise(index))]);
				const [next] = await atOnce(clock, [
					async () => await new ActMemory(row.worker(), 'sendMessage').take(hello(jane), skipping),
				]);
				expect(next).toHaveProperty('claim');
			}),
			{ numRuns: 100 },
		);
	});
});
