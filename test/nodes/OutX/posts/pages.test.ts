import fc from 'fast-check';

import type { OutXApi } from '../../../../nodes/OutX/api';
import { fetchPages } from '../../../../nodes/OutX/posts/pages';
import type { HttpRequest } from '../../../../nodes/shared/http/types';
import type { JsonObject, JsonValue } from '../../../../nodes/shared/json/types';

/** A vendor that answers each page as it is told, and what it was asked for. */
function vendor(page: (number: number, size: number) => JsonValue): {
	api: OutXApi;
	asked: Array<HttpRequest['query']>;
} {
	const asked: Array<HttpRequest['query']> = [];
	const client = {
		read: async ({ query }: HttpRequest) => {
			asked.push(query);
			return { data: page(Number(query?.page), Number(query?.page_size)), headers: {} };
		},
	};
	return { api: { client } as unknown as OutXApi, asked };
}

const records = (count: number, first = 0): JsonObject[] =>
	Array.from({ length: count }, (_, index) => ({ id: `r${first + index}` }));

/** Pages over the records; `cap` is the most the vendor gives at once. */
const over = (
	all: JsonObject[],
	cap = 100,
	more: (page: number, pages: number) => object = () => ({}),
) =>
	vendor((page, asked) => {
		const size = Math.min(asked, cap);
		const data = all.slice((page - 1) * size, page * size);
		return { data, ...more(page, Math.ceil(all.length / size)) } as JsonObject;
	});

const EVERYTHING = Number.POSITIVE_INFINITY;

describe('a list that comes in pages', () => {
	it('is read whole, 5,000 records too', async () => {
		const all = records(5_000);
		const { api, asked } = over(all);
		expect(await fetchPages(api, '/x', { a: 'b' }, EVERYTHING)).toEqual(all);
		expect(asked).toHaveLength(51);
		expect(asked[50]).toEqual({ a: 'b', page: 51, page_size: 100 });
	});

	it.each([
		['has_more', (page: number, pages: number) => ({ pagination: { has_more: page < pages } })],
		['hasNextPage', (page: number, pages: number) => ({ meta: { hasNextPage: page < pages } })],
		['total_pages', (_page: number, pages: number) => ({ total_pages: pages })],
		['lastPage', (_page: number, pages: number) => ({ paging: { lastPage: String(pages) } })],
		['next_page', (page: number, pages: number) => ({ next_page: page < pages ? page + 1 : null })],
	])('ends where %s says so, without one more request', async (_name, more) => {
		const all = records(200);
		const { api, asked } = over(all, 100, more);
		expect(await fetchPages(api, '/x', {}, EVERYTHING)).toEqual(all);
		expect(asked).toHaveLength(2);
	});

	it('goes on past a short page where the vendor says that there is more', async () => {
		const pages = [records(100), records(3, 100), records(100, 103), []];
		const { api } = vendor((page) => ({ data: pages[page - 1], has_more: page < 3 }));
		expect(await fetchPages(api, '/x', {}, EVERYTHING)).toHaveLength(203);
	});

	it.each([1, 20, 99, 100])('is read whole from a vendor that gives %d at most', async (cap) => {
		const all = records(250);
		const { api } = over(all, cap);
		expect(await fetchPages(api, '/x', {}, EVERYTHING)).toEqual(all);
	});

	it('asks for no more than is wanted', async () => {
		const { api, asked } = over(records(500));
		expect(await fetchPages(api, '/x', {}, 7)).toEqual(records(7));
		expect(asked).toEqual([{ page: 1, page_size: 7 }]);
		expect(await fetchPages(api, '/x', {}, 250)).toEqual(records(250));
		expect(asked).toHaveLength(4);
	});

	it('ends with a vendor that does not know pages, or says there are always more', async () => {
		const same = vendor(() => ({ data: records(100), has_more: true }));
		expect(await fetchPages(same.api, '/x', {}, EVERYTHING)).toEqual(records(100));
		expect(same.asked).toHaveLength(3);
		const none = vendor(() => ({ data: [], has_more: true }));
		expect(await fetchPages(none.api, '/x', {}, EVERYTHING)).toEqual([]);
		expect(none.asked).toHaveLength(1);
	});

	it('tells records without an ID apart by all they hold', async () => {
		const { api } = vendor((page) => (page === 1 ? [{ a: 1 }, { a: 2 }, { a: 1 }] : []));
		expect(await fetchPages(api, '/x', {}, EVERYTHING)).toEqual([{ a: 1 }, { a: 2 }]);
	});

	it('holds each record once and loses none, however many come in at the top meanwhile', async () => {
		const arriving = fc.array(fc.nat({ max: 60 }), { maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(fc.nat({ max: 900 }), arriving, async (count, arrivals) => {
				const all = records(count);
				const before = [...all];
				let fresh = 0;
				const { api } = vendor((page, size) => {
					const data = all.slice((page - 1) * size, page * size);
					const more = arrivals[page - 1] ?? 0;
					all.unshift(...records(more, 10_000 + fresh));
					fresh += more;
					return { data };
				});
				const found = (await fetchPages(api, '/x', {}, EVERYTHING)).map(({ id }) => id);
				const once = new Set(found);
				expect(once.size).toBe(found.length);
				expect(before.filter(({ id }) => !once.has(id))).toEqual([]);
			}),
			{ numRuns: 50 },
		);
	});
});
