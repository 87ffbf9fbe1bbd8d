import fc from 'fast-check';

import { Failure } from '../../../../nodes/shared/failures/failure';
import type { JsonObject } from '../../../../nodes/shared/json/types';
import { pollList } from '../../../../nodes/shared/trigger/list';
import type { Source } from '../../../../nodes/shared/trigger/list';
import { FakeMemory, timeFor } from './fakes';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const MINUTE = 60_000;

/** A vendor's list, newest first, which changes while it is read. */
class Listing {
	records: Array<{ id: string; at: number }> = [];
	private made = 0;
	failsAt?: number;

	constructor(
		private readonly pageSize: number,
		private readonly saysEnd = false,
	) {}

	/** So many at the top. */
	add(count: number, at: number): string[] {
		const added = Array.from({ length: count }, () => ({ id: `r${++this.made}`, at }));
		this.records.unshift(...added);
		return added.map(({ id }) => id);
	}

	/** One that was made long ago, anywhere. */
	addLate(where: number): string {
		const [id] = this.add(1, NOW - 40 * MINUTE);
		const record = this.records.shift();
		if (record) this.records.splice(Math.floor(where * (this.records.length + 1)), 0, record);
		return id;
	}

	delete(where: number): void {
		this.records.splice(Math.floor(where * this.records.length), 1);
	}

	page(page: number): { records: JsonObject[]; isLast: boolean } {
		if (page === this.failsAt) {
			throw new Failure({
				reason: 'vendorUnavailable',
				outcome: 'notSent',
				what: 'The vendor is down',
				next: 'Wait.',
			});
		}
		const end = page * this.pageSize;
		const records = this.records.slice(end - this.pageSize, end).map((one) => ({ ...one }));
		const isLast = records.length === 0 || (this.saysEnd && end >= this.records.length);
		return { records, isLast };
	}
}

const sourceOf = (list: Listing, beforePage: () => Promise<void> | void = () => {}): Source => ({
	signature: 'one list',
	open: () => async (page) => {
		await beforePage();
		return list.page(page);
	},
	namesOf: ({ id }) => [String(id)],
	contentOf: () => undefined,
	madeAt: ({ at }) => Number(at),
	show: (record) => record,
});

const idsOf = (records: readonly JsonObject[]): string[] => records.map(({ id }) => String(id));

async function poll(
	list: Listing,
	memory: FakeMemory,
	{ pages = 1_000, now = NOW, source = sourceOf(list) } = {},
): Promise<string[]> {
	return idsOf(await pollList(source, { memory, deadline: timeFor(pages), now }));
}

describe('polling a list', () => {
	it('emits nothing of a first look that takes several polls, and what came meanwhile after it', async () => {
		const list = new Listing(10);
		list.add(95, NOW - MINUTE);
		const memory = new FakeMemory();
		expect(await poll(list, memory, { pages: 4 })).toEqual([]);
		const young = list.add(3, NOW + 1);
		expect(await poll(list, memory, { pages: 4, now: NOW + MINUTE })).toEqual([]);
		expect(await poll(list, memory, { pages: 9, now: NOW + 2 * MINUTE })).toEqual([]);
		// It has come to the end, and reads the list once more.
		expect(await poll(list, memory, { now: NOW + 3 * MINUTE })).toEqual([]);
		const emitted = await poll(list, memory, { now: NOW + 3 * MINUTE });
		expect(emitted.sort()).toEqual(young.sort());
	});

	it('takes nothing for new that a deletion moved past the place where it was reading', async () => {
		const list = new Listing(10);
		list.add(95, NOW - MINUTE);
		const memory = new FakeMemory();
		let pages = 0;
		const source = sourceOf(list, () => {
			if (++pages === 3) for (let n = 0; n < 15; n++) list.delete(0);
		});
		expect(await poll(list, memory, { source })).toEqual([]);
		const young = list.add(2, NOW);
		expect((await poll(list, memory)).sort()).toEqual(young.sort());
	});

	it('leaves the memory alone when nothing could be read in time', async () => {
		const list = new Listing(10);
		const memory = new FakeMemory();
		await expect(poll(list, memory, { pages: 0 })).rejects.toThrow(
			'No answer came within the time',
		);
		expect(memory.writes).toBe(0);
	});

	it('leaves the memory alone when the vendor fails', async () => {
		const list = new Listing(10);
		list.add(50, NOW - MINUTE);
		const memory = new FakeMemory();
		await poll(list, memory);
		list.failsAt = 3;
		const writes = memory.writes;
		await expect(poll(list, memory)).rejects.toThrow('The vendor is down');
		expect(memory.writes).toBe(writes);
	});

	it('leaves the memory alone when a record cannot be shown', async () => {
		const list = new Listing(10);
		const memory = new FakeMemory();
		await poll(list, memory);
		list.add(1, NOW);
		const writes = memory.writes;
		const show = (): never => {
			throw new TypeError('odd record');
		};
		const odd = poll(list, memory, { source: { ...sourceOf(list), show } });
		await expect(odd).rejects.toThrow('odd record');
		expect(memory.writes).toBe(writes);
		expect(await poll(list, memory)).toHaveLength(1);
	});

	it('starts afresh with other settings', async () => {
		const list = new Listing(10);
		const memory = new FakeMemory();
		await poll(list, memory);
		list.add(5, NOW);
		const source = { ...sourceOf(list), signature: 'another list' };
		expect(await poll(list, memory, { source })).toEqual([]);
	});

	it('leaves out what is older than the trigger goes back', async () => {
		const list = new Listing(10);
		const memory = new FakeMemory();
		const source = { ...sourceOf(list), newsFor: 50 * MINUTE };
		await poll(list, memory, { source });
		list.add(3, NOW - 51 * MINUTE);
		const emitted = list.add(2, NOW - 50 * MINUTE);
		expect((await poll(list, memory, { source })).sort()).toEqual(emitted.sort());
	});

	it('emits some 2,000 at once, and the rest with the next polls, whatever else comes', async () => {
		const list = new Listing(100);
		const memory = new FakeMemory();
		await poll(list, memory);
		const wanted = list.add(5_000, NOW);
		const emitted: string[] = [];
		const counts: number[] = [];
		for (let polls = 0; polls < 5; polls++) {
			const found = await poll(list, memory);
			wanted.push(...list.add(7, NOW));
			emitted.push(...found);
			counts.push(found.length);
		}
		emitted.push(...(await poll(list, memory)));
		// A page is taken as a whole.
		expect(Math.max(...counts)).toBeLessThan(2_100);
		expect(new Set(emitted).size).toBe(emitted.length);
		expect(emitted.sort()).toEqual(wanted.sort());
	});
});

type Step =
	| { kind: 'add'; count: number }
	| { kind: 'late'; where: number }
	| { kind: 'delete'; where: number }
	| { kind: 'poll'; overlaps: boolean; pages: number; failsAt?: number; dies: boolean };

const where = fc.double({ min: 0, max: 0.999, noNaN: true });
const steps: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ kind: fc.constant('add' as const), count: fc.integer({ min: 1, max: 40 }) }),
	fc.record({ kind: fc.constant('late' as const), where }),
	fc.record({ kind: fc.constant('delete' as const), where }),
	fc.record({
		kind: fc.constant('poll' as const),
		overlaps: fc.boolean(),
		pages: fc.integer({ min: 0, max: 40 }),
		failsAt: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
		dies: fc.boolean(),
	}),
);

it('emits everything that comes once, through cut-offs, failures, crashes, overlaps and moving pages', async () => {
	const cases = fc.record({
		pageSize: fc.integer({ min: 1, max: 5 }),
		saysEnd: fc.boolean(),
		old: fc.integer({ min: 0, max: 60 }),
		history: fc.array(steps, { maxLength: 25 }),
		whileReading: fc.array(fc.tuple(fc.boolean(), where), { maxLength: 10 }),
	});
	await fc.assert(
		fc.asyncProperty(cases, async ({ pageSize, saysEnd, old, history, whileReading }) => {
			const list = new Listing(pageSize, saysEnd);
			list.add(old, NOW - MINUTE);
			let memory = new FakeMemory();
			await poll(list, memory);

			const wanted: string[] = [];
			const emitted: string[] = [];
			const pending = [...whileReading];
			const source = sourceOf(list, async () => {
				await Promise.resolve();
				const change = pending.pop();
				if (!change) return;
				wanted.push(...(change[0] ? list.add(1, NOW) : [list.addLate(change[1])]));
			});
			for (const step of history) {
				if (step.kind === 'add') wanted.push(...list.add(step.count, NOW));
				else if (step.kind === 'late') wanted.push(list.addLate(step.where));
				else if (step.kind === 'delete') list.delete(step.where);
				else {
					list.failsAt = step.failsAt;
					// Of a process that dies neither the items nor the state are left.
					const used = step.dies ? memory.copy() : memory;
					const one = poll(list, used, { pages: step.pages, source }).catch(() => []);
					const two = step.overlaps
						? poll(list, used, { pages: step.pages + 3, source }).catch(() => [])
						: [];
					const found = [...(await one), ...(await two)];
					if (!step.dies) emitted.push(...found);
					// Another process takes over, with what was saved.
					memory = memory.copy();
				}
			}
			list.failsAt = undefined;
			// A list of 20 pages and more is read round in several polls.
			for (let polls = 0; polls < 60; polls++) emitted.push(...(await poll(list, memory)));

			const there = new Set(list.records.map(({ id }) => id));
			expect(emitted).toHaveLength(new Set(emitted).size);
			const owed = new Set(wanted.filter((id) => there.has(id) || emitted.includes(id)));
			expect(new Set(emitted)).toEqual(owed);
		}),
		{ numRuns: 150 },
	);
});
