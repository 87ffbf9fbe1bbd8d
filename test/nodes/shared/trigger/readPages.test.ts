import { Failure } from '../../../../nodes/shared/failures/failure';
import { DEEPEST_PAGE, readPages } from '../../../../nodes/shared/trigger/readPages';
import type { Cursor } from '../../../../nodes/shared/trigger/readPages';

const broken = new Failure({
	reason: 'vendorUnavailable',
	outcome: 'notSent',
	what: 'The vendor is down',
	next: 'Wait.',
});

interface Listing {
	pages: number;
	/** How many records of a page are new. */
	fresh?: (page: number) => number;
	/** Pages there is time for. */
	time?: number;
	failsAt?: number;
	toTheEnd?: boolean;
}

/** Reads once; tells which pages were read, and where it goes on. */
async function run(
	{ pages, fresh = () => 0, time = Infinity, failsAt, toTheEnd = false }: Listing,
	from: Cursor = {},
): Promise<{ read: number[]; cursor: Cursor | undefined }> {
	const read: number[] = [];
	const cursor = await readPages(
		{
			toTheEnd,
			read: async (page) => {
				if (read.length >= time) return await Promise.resolve(undefined);
				read.push(page);
				if (page === failsAt) throw broken;
				return { isLast: page >= pages, fresh: fresh(page) };
			},
		},
		from,
	);
	return { read, cursor };
}

const range = (from: number, to: number): number[] =>
	Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('reading a list at each poll', () => {
	it.each([1, 2, 19, 20])(
		'reads all of a list of %d pages, though nothing is new',
		async (pages) => {
			const { read, cursor } = await run({ pages });
			expect(read).toEqual(range(1, pages));
			expect(cursor).toEqual({});
		},
	);

	it('reads 20 pages of a longer one, and goes on there with the next poll', async () => {
		const first = await run({ pages: 50 });
		expect(first).toEqual({ read: range(1, 20), cursor: { page: 21 } });
		const second = await run({ pages: 50 }, first.cursor);
		expect(second).toEqual({ read: [1, 2, ...range(21, 38)], cursor: { page: 39 } });
		const third = await run({ pages: 50 }, second.cursor);
		expect(third).toEqual({ read: [1, 2, ...range(39, 50)], cursor: {} });
	});

	it('goes on as long as something is new', async () => {
		const burst = (page: number): number => (page <= 50 ? 100 : 0);
		const { read, cursor } = await run({ pages: 90, fresh: burst });
		expect(read).toEqual(range(1, 52));
		expect(cursor).toEqual({ page: 53 });
	});

	it('finds what is new in the depth, and reads on there', async () => {
		const deep = (page: number): number => (page >= 30 && page <= 45 ? 1 : 0);
		const { read } = await run({ pages: 90, fresh: deep }, { page: 21 });
		expect(read).toEqual([1, 2, ...range(21, 47)]);
	});

	it('first reads on where it was cut off in the middle of what is new', async () => {
		const all = () => 100;
		const first = await run({ pages: 50, fresh: all, time: 20 });
		expect(first.cursor).toEqual({ page: 20, isCut: true });
		const second = await run({ pages: 50, fresh: all, time: 20 }, first.cursor);
		expect(second.read).toEqual(range(20, 39));
		const third = await run({ pages: 50, fresh: all, time: 20 }, second.cursor);
		expect(third).toEqual({ read: range(39, 50), cursor: {} });
	});

	it.each([1, 2, 3])('comes to the end with time for %d pages a poll', async (time) => {
		let cursor: Cursor | undefined = {};
		let polls = 0;
		const met = new Set<number>();
		do {
			const polled = await run({ pages: 9, toTheEnd: true, time }, cursor);
			polled.read.forEach((page) => met.add(page));
			cursor = polled.cursor;
			expect(++polls).toBeLessThan(20);
		} while (cursor?.page !== undefined);
		expect([...met]).toEqual(range(1, 9));
	});

	it('returns to the front when it was cut off where nothing was new', async () => {
		const { cursor } = await run({ pages: 50, time: 8 });
		expect(cursor).toEqual({ page: 8, isCut: false });
		expect((await run({ pages: 50, time: 8 }, cursor)).read).toEqual([1, 2, ...range(8, 13)]);
	});

	it('says so when there was no time for any page', async () => {
		expect(await run({ pages: 5, time: 0 })).toEqual({ read: [], cursor: undefined });
	});

	it('passes a failure on where nothing new would be lost', async () => {
		await expect(run({ pages: 9, failsAt: 4 })).rejects.toBe(broken);
		await expect(run({ pages: 9, failsAt: 1, fresh: () => 1 })).rejects.toBe(broken);
	});

	it('keeps what was new before a failure', async () => {
		const first = await run({ pages: 9, failsAt: 4, fresh: () => 1 });
		expect(first).toEqual({ read: [1, 2, 3, 4], cursor: { page: 4 } });
		await expect(run({ pages: 9, failsAt: 4 }, first.cursor)).rejects.toBe(broken);
	});

	it('passes any failure of a first look on: it must not seem to be over', async () => {
		const failing = run({ pages: 9, failsAt: 4, fresh: () => 1, toTheEnd: true });
		await expect(failing).rejects.toBe(broken);
	});

	it('passes on what is no failure of a vendor', async () => {
		const read = async (page: number): Promise<{ isLast: boolean; fresh: number }> => {
			if (page === 3) throw new TypeError('bug');
			return await Promise.resolve({ isLast: false, fresh: 1 });
		};
		await expect(readPages({ read, toTheEnd: false }, {})).rejects.toThrow('bug');
	});

	it('ends with a list that never ends', async () => {
		const { read, cursor } = await run({ pages: Infinity, toTheEnd: true });
		expect(read).toHaveLength(DEEPEST_PAGE);
		expect(cursor).toEqual({});
	});
});
