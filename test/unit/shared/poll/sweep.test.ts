import { Failure } from '../../../../nodes/shared/errors/failure';
import { DEEPEST_PAGE, sweep } from '../../../../nodes/shared/poll/sweep';
import type { Place } from '../../../../nodes/shared/poll/sweep';

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

/** Sweeps once; tells which pages were read, and where it goes on. */
async function run(
	{ pages, fresh = () => 0, time = Infinity, failsAt, toTheEnd = false }: Listing,
	from: Place = {},
): Promise<{ read: number[]; place: Place | undefined }> {
	const read: number[] = [];
	const place = await sweep(
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
	return { read, place };
}

const range = (from: number, to: number): number[] =>
	Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('reading a list at each poll', () => {
	it.each([1, 2, 19, 20])(
		'reads all of a list of %d pages, though nothing is new',
		async (pages) => {
			const { read, place } = await run({ pages });
			expect(read).toEqual(range(1, pages));
			expect(place).toEqual({});
		},
	);

	it('reads 20 pages of a longer one, and goes on there with the next poll', async () => {
		const first = await run({ pages: 50 });
		expect(first).toEqual({ read: range(1, 20), place: { page: 21 } });
		const second = await run({ pages: 50 }, first.place);
		expect(second).toEqual({ read: [1, 2, ...range(21, 38)], place: { page: 39 } });
		const third = await run({ pages: 50 }, second.place);
		expect(third).toEqual({ read: [1, 2, ...range(39, 50)], place: {} });
	});

	it('goes on as long as something is new', async () => {
		const burst = (page: number): number => (page <= 50 ? 100 : 0);
		const { read, place } = await run({ pages: 90, fresh: burst });
		expect(read).toEqual(range(1, 52));
		expect(place).toEqual({ page: 53 });
	});

	it('finds what is new in the depth, and reads on there', async () => {
		const deep = (page: number): number => (page >= 30 && page <= 45 ? 1 : 0);
		const { read } = await run({ pages: 90, fresh: deep }, { page: 21 });
		expect(read).toEqual([1, 2, ...range(21, 47)]);
	});

	it('first reads on where it was cut off in the middle of what is new', async () => {
		const all = () => 100;
		const first = await run({ pages: 50, fresh: all, time: 20 });
		expect(first.place).toEqual({ page: 20, isCut: true });
		const second = await run({ pages: 50, fresh: all, time: 20 }, first.place);
		expect(second.read).toEqual(range(20, 39));
		const third = await run({ pages: 50, fresh: all, time: 20 }, second.place);
		expect(third).toEqual({ read: range(39, 50), place: {} });
	});

	it.each([1, 2, 3])('comes to the end with time for %d pages a poll', async (time) => {
		let place: Place | undefined = {};
		let polls = 0;
		const met = new Set<number>();
		do {
			const polled = await run({ pages: 9, toTheEnd: true, time }, place);
			polled.read.forEach((page) => met.add(page));
			place = polled.place;
			expect(++polls).toBeLessThan(20);
		} while (place?.page !== undefined);
		expect([...met]).toEqual(range(1, 9));
	});

	it('returns to the front when it was cut off where nothing was new', async () => {
		const { place } = await run({ pages: 50, time: 8 });
		expect(place).toEqual({ page: 8, isCut: false });
		expect((await run({ pages: 50, time: 8 }, place)).read).toEqual([1, 2, ...range(8, 13)]);
	});

	it('says so when there was no time for any page', async () => {
		expect(await run({ pages: 5, time: 0 })).toEqual({ read: [], place: undefined });
	});

	it('passes a failure on where nothing new would be lost', async () => {
		await expect(run({ pages: 9, failsAt: 4 })).rejects.toBe(broken);
		await expect(run({ pages: 9, failsAt: 1, fresh: () => 1 })).rejects.toBe(broken);
	});

	it('keeps what was new before a failure', async () => {
		const first = await run({ pages: 9, failsAt: 4, fresh: () => 1 });
		expect(first).toEqual({ read: [1, 2, 3, 4], place: { page: 4 } });
		await expect(run({ pages: 9, failsAt: 4 }, first.place)).rejects.toBe(broken);
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
		await expect(sweep({ read, toTheEnd: false }, {})).rejects.toThrow('bug');
	});

	it('ends with a list that never ends', async () => {
		const { read, place } = await run({ pages: Infinity, toTheEnd: true });
		expect(read).toHaveLength(DEEPEST_PAGE);
		expect(place).toEqual({});
	});
});
