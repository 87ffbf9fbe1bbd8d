import fc from 'fast-check';

import type { Paging } from '../../../../nodes/shared/http/paging';
import { byCursor, byOffset, readList } from '../../../../nodes/shared/http/paging';
import { isObject } from '../../../../nodes/shared/json/json';
import type { JsonObject, JsonValue } from '../../../../nodes/shared/json/types';

const recordsIn = (body: JsonValue): JsonObject[] =>
	isObject(body) && Array.isArray(body.list) ? (body.list as JsonObject[]) : [];

/** Reads a list from answers, and tells what each page was asked for by. */
async function read(
	answer: (asked: JsonObject, page: number) => JsonValue,
	paging: Paging | undefined,
	most = Number.POSITIVE_INFINITY,
): Promise<{ ids: unknown[]; asked: JsonObject[] }> {
	const asked: JsonObject[] = [];
	const ask = async (page: JsonObject): Promise<JsonValue> => {
		asked.push(page);
		return await Promise.resolve(answer(page, asked.length));
	};
	const found = await readList(ask, recordsIn, paging, most);
	return { ids: found.map(({ id }) => id), asked };
}

const people = (...ids: number[]): JsonValue => ({ list: ids.map((id) => ({ id })) });

describe('a list without pages', () => {
	it('is asked for once, and cut to what is wanted', async () => {
		expect(await read(() => people(1, 2, 3), undefined, 2)).toEqual({ ids: [1, 2], asked: [{}] });
	});
});

describe('pages by offset', () => {
	const paging = byOffset('start', { name: 'count', most: 2 }, 'hasMore', 'pagination.more');

	it('go on from what was read, and end on a page that is not full', async () => {
		const answers = [people(1, 2), people(3, 4), people(5)];
		expect(await read((_, page) => answers[page - 1], paging)).toEqual({
			ids: [1, 2, 3, 4, 5],
			asked: [0, 2, 4].map((start) => ({ start, count: 2 })),
		});
	});

	it.each(['hasMore', 'pagination'])('believe what the answer says of more: %s', async (where) => {
		const told = (more: boolean): JsonObject =>
			where === 'hasMore' ? { hasMore: more } : { pagination: { more } };
		const answers = [
			{ ...(people(1) as JsonObject), ...told(true) },
			{ ...(people(2, 3) as JsonObject), ...told(false) },
		];
		expect((await read((_, page) => answers[page - 1], paging)).ids).toEqual([1, 2, 3]);
	});

	it('ask for no more than is wanted', async () => {
		const { asked } = await read(
			({ start }) => people(Number(start), Number(start) + 1),
			paging,
			3,
		);
		expect(asked).toEqual([
			{ start: 0, count: 2 },
			{ start: 2, count: 1 },
		]);
	});
});

describe('pages by a mark', () => {
	const paging = byCursor('cursor', ['next', 'pagination.next'], { name: 'limit', most: 10 });

	it('hand the mark of the page before on, wherever it stands', async () => {
		const answers: JsonObject[] = [
			{ ...(people(1) as JsonObject), next: 'a' },
			{ ...(people(2) as JsonObject), pagination: { next: 7 } },
			{ ...(people(3) as JsonObject), next: null },
		];
		expect(await read((_, page) => answers[page - 1], paging)).toEqual({
			ids: [1, 2, 3],
			asked: [{ limit: 10 }, { cursor: 'a', limit: 10 }, { cursor: 7, limit: 10 }],
		});
	});

	it.each(['', null, undefined, {}, true])('end at %j', async (next) => {
		const answer = { list: [{ id: 1 }], next } as JsonValue;
		expect((await read(() => answer, paging)).asked).toHaveLength(1);
	});

	it('end where the mark stays the same', async () => {
		const answer = (_: JsonObject, page: number): JsonValue => ({
			list: [{ id: page }],
			next: 'a',
		});
		expect((await read(answer, paging)).ids).toEqual([1, 2]);
	});
});

describe('any list', () => {
	it('ends on an empty page, and where pages only repeat themselves', async () => {
		const paging = byOffset('start');
		expect((await read((_, page) => (page > 2 ? people() : people(page)), paging)).ids).toEqual([
			1, 2,
		]);
		expect((await read(() => people(1, 2), paging)).asked).toHaveLength(3);
	});

	it('gives every record once, in order, whatever shifts the pages meanwhile', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: 40 }),
				fc.integer({ min: 1, max: 7 }),
				fc.integer({ min: 0, max: 2 }),
				async (count, size, newcomers) => {
					const all = Array.from({ length: count }, (_, index) => index);
					let first = 0;
					const answer = ({ start }: JsonObject): JsonValue => {
						const now = [...Array.from({ length: -first }, (_, at) => first + at), ...all];
						first -= newcomers;
						const page = now.slice(Number(start), Number(start) + size);
						return { ...(people(...page) as JsonObject), more: Number(start) + size < now.length };
					};
					const paging = byOffset('start', { name: 'count', most: size }, 'more');
					const { ids } = await read(answer, paging);
					expect(new Set(ids).size).toBe(ids.length);
					const old = ids.filter((id) => Number(id) >= 0);
					if (newcomers < size) expect(old).toEqual(all);
				},
			),
			{ numRuns: 300 },
		);
	});
});
