import fc from 'fast-check';

import type { Paging } from '../../../../nodes/shared/http/paging';
import {
	byCursor,
	byNext,
	byOffset,
	bySteps,
	readList,
	untilEmpty,
} from '../../../../nodes/shared/http/paging';
import type { JsonObject, JsonValue } from '../../../../nodes/shared/json/types';

const ALL = Number.POSITIVE_INFINITY;

const rows = (body: JsonValue): JsonObject[] => (body as { rows: JsonObject[] }).rows;

const named = (...ids: number[]): JsonObject[] => ids.map((id) => ({ id }));

/** Reads a list whose pages come in this order; whatever is asked for beyond them is the last one again. */
async function read(
	paging: Paging,
	pages: readonly JsonObject[],
	{ most = ALL, key }: { most?: number; key?: string } = {},
): Promise<{ found: JsonObject[]; asked: JsonObject[] }> {
	const asked: JsonObject[] = [];
	const ask = async (page: JsonObject): Promise<JsonValue> => {
		asked.push(page);
		return await Promise.resolve(pages[asked.length - 1] ?? pages[pages.length - 1]);
	};
	return { found: await readList(ask, rows, paging, most, key), asked };
}

describe('what tells records apart', () => {
	const paging = byOffset('start', undefined, 'more');

	it('keeps each of several that look the same and have no ID, and none of them twice', async () => {
		const hidden = { id: '', name: 'LinkedIn Member' };
		const pages = [
			{ rows: [hidden, { id: 'a' }, hidden], more: true },
			{ rows: [hidden, { id: 'b' }], more: false },
		];
		const { found } = await read(paging, pages);
		expect(found).toEqual([hidden, { id: 'a' }, hidden, { id: 'b' }]);
	});

	it('knows a record by the member it is told, whatever else changes', async () => {
		const pages = [
			{
				rows: [
					{ post: 1, likes: 1, id: 'same' },
					{ post: 2, likes: 1, id: 'same' },
				],
				more: true,
			},
			{
				rows: [
					{ post: 1, likes: 9, id: 'same' },
					{ post: 3, likes: 1, id: 'same' },
				],
				more: false,
			},
		];
		const { found } = await read(paging, pages, { key: 'post' });
		expect(found.map(({ post }) => post)).toEqual([1, 2, 3]);
		expect(found[0].likes).toBe(1);
	});
});

describe('pages that what the page before says asks for', () => {
	const paging = byNext({ start: 'page.next', token: 'page.token' }, 'page.more', {
		name: 'count',
		most: 50,
	});

	it('asks with all members together, and for no more than is wanted', async () => {
		const pages = [
			{ rows: named(1, 2), page: { more: true, next: 10, token: 'T' } },
			{ rows: named(3), page: { more: true, next: 20, token: 'U' } },
			{ rows: named(4), page: { more: false, next: 30, token: 'V' } },
		];
		const { found, asked } = await read(paging, pages, { most: 60 });
		expect(found).toEqual(named(1, 2, 3, 4));
		expect(asked).toEqual([
			{ count: 50 },
			{ start: 10, token: 'T', count: 50 },
			{ start: 20, token: 'U', count: 50 },
		]);
		expect((await read(paging, pages, { most: 3 })).asked).toEqual([
			{ count: 3 },
			{ start: 10, token: 'T', count: 1 },
		]);
	});

	it.each([
		['no marks', { more: true }],
		['empty marks', { more: true, next: null, token: '' }],
	])('ends at %s, though more is promised', async (_, page) => {
		const { asked } = await read(paging, [{ rows: named(1), page: page as JsonObject }]);
		expect(asked).toHaveLength(1);
	});

	it('ends where the marks stay the same', async () => {
		const page = { more: true, next: 10, token: 'T' };
		const { asked } = await read(paging, [
			{ rows: named(1), page },
			{ rows: named(2), page },
			{ rows: named(3), page },
		]);
		expect(asked).toHaveLength(2);
	});
});

describe('pages of one size that are thinned out', () => {
	const size = { name: 'count', most: 10 };

	it('go on by the size asked for, over empty ones, to the number there are', async () => {
		const pages = [
			{ rows: named(1), total: 31 },
			{ rows: [], total: 31 },
			{ rows: named(2), total: 31 },
			{ rows: named(3), total: 31 },
		];
		const { found, asked } = await read(bySteps('start', size, 'total'), pages);
		expect(found).toEqual(named(1, 2, 3));
		expect(asked).toEqual([0, 10, 20, 30].map((start) => ({ start, count: 10 })));
	});

	it('go by what the answer says of more', async () => {
		const pages = [
			{ rows: [], more: true },
			{ rows: named(1), more: false },
		];
		const { found, asked } = await read(bySteps('start', size, 'more'), pages);
		expect(found).toEqual(named(1));
		expect(asked).toHaveLength(2);
	});

	it('end on an empty page where the answer says nothing', async () => {
		const pages = [{ rows: named(1) }, { rows: [] }, { rows: named(2) }];
		const { found, asked } = await read(bySteps('start', size, 'total'), pages);
		expect(found).toEqual(named(1));
		expect(asked).toHaveLength(2);
	});

	it('end at last where the vendor promises more for ever', async () => {
		expect(
			(await read(bySteps('start', size, 'more'), [{ rows: [], more: true }])).asked,
		).toHaveLength(20);
		expect(
			(await read(bySteps('start', size, 'more'), [{ rows: named(1), more: true }])).asked,
		).toHaveLength(3);
	});
});

it('pages without an end mark are read to the first that is empty', async () => {
	const pages = [{ rows: named(1, 2) }, { rows: named(3) }, { rows: [] }, { rows: named(4) }];
	const { found, asked } = await read(untilEmpty('start', { name: 'count', most: 50 }), pages);
	expect(found).toEqual(named(1, 2, 3));
	expect(asked).toEqual([0, 2, 3].map((start) => ({ start, count: 50 })));
});

it('every way of paging gives the first so many of a list, each once and in order', async () => {
	const lists = fc.record({
		length: fc.nat({ max: 40 }),
		page: fc.integer({ min: 1, max: 12 }),
		most: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(ALL)),
	});
	await fc.assert(
		fc.asyncProperty(lists, async ({ length, page, most }) => {
			const all = Array.from({ length }, (_, id) => ({ id }));
			const size = { name: 'count', most: page };
			const ways = [
				byOffset('start', size, 'more'),
				byOffset('start', size),
				bySteps('start', size, 'total'),
				untilEmpty('start', size),
				byNext({ start: 'next' }, 'more', size),
				byCursor('start', ['next'], size),
			];
			for (const [way, paging] of ways.entries()) {
				const ask = async (asked: JsonObject): Promise<JsonValue> => {
					const from = Number(asked.start ?? 0);
					const end = from + Number(asked.count);
					const more = end < length;
					const marks: JsonObject = way === 1 ? {} : { more, total: length };
					return await Promise.resolve({
						rows: all.slice(from, end),
						...marks,
						next: more ? end : null,
					});
				};
				expect(await readList(ask, rows, paging, most)).toEqual(all.slice(0, most));
			}
		}),
	);
});
