import type { Json } from '../types';

const list = (text: string | undefined): string[] =>
	text === undefined || text === '' ? [] : text.split(',').map((part) => part.trim());

/** Whether a value is one of those asked for; without any, everything is. */
export function isAmong(value: string, wanted: string | undefined): boolean {
	const values = list(wanted);
	return values.length === 0 || values.includes(value);
}

/** Whether any of the values is one of those asked for. */
export function isWithin(values: readonly string[], wanted: string | undefined): boolean {
	return list(wanted).length === 0 || values.some((value) => isAmong(value, wanted));
}

/** Whether a moment is within days written as YYYY-MM-DD, both included, in UTC. */
export function fromTo(at: number, from: string | undefined, to: string | undefined): boolean {
	const day = new Date(at).toISOString().slice(0, 10);
	return (from === undefined || day >= from) && (to === undefined || day <= to);
}

/** What /api-posts and /api-interactions say about their pages: documented nowhere. */
export type PagesShape = 'bare' | 'nothing' | 'hasMore' | 'totalPages' | 'misleadingTotal';

const DEFAULT_SIZE = 20;

/** One page of the records, as `show` has them; a size above the bound counts as the default. */
export function pageOf<T>(
	records: readonly T[],
	show: (record: T) => Json,
	query: Record<string, string>,
	largest: number,
	shape: PagesShape,
): unknown {
	const asked = Number(query.page_size ?? DEFAULT_SIZE);
	const size = asked > largest ? Math.min(DEFAULT_SIZE, largest) : asked;
	const page = Number(query.page ?? 1);
	const data = records.slice((page - 1) * size, page * size).map(show);
	const pages = Math.ceil(records.length / size);
	switch (shape) {
		case 'bare':
			return data;
		case 'hasMore':
			return { data, pagination: { page, page_size: size, has_more: page < pages } };
		case 'totalPages':
			return { data, meta: { current_page: page, total_pages: pages, total: records.length } };
		case 'misleadingTotal':
			return { data, total: data.length };
		default:
			return { data };
	}
}
