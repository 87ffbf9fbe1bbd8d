import { isObject } from '../../shared/json/json';
import type { JsonObject } from '../../shared/json/types';
import type { OutXApi } from '../api';
import { recordsOf } from '../../shared/operation/records';
import { lookUp } from '../tasks/settle';
import type { WaitChoice } from '../tasks/waiting';

/** outx.openapi.yaml: 100 records at most per task. */
const PAGE = 100;

/** A guard against a list that never ends; LinkedIn allows 30,000 connections. */
const MOST_PAGES = 400;

/**
 * The acting account's connections, page by page. A page that is not waited for, or does not end in time,
 * ends the list with its task.
 */
export async function fetchConnections(
	api: OutXApi,
	wanted: { keyword?: string; newestFirst?: boolean; most: number; start?: number },
	wait: WaitChoice,
): Promise<{ people: JsonObject[]; unfinished?: JsonObject }> {
	const people: JsonObject[] = [];
	const { keyword, newestFirst, most } = wanted;
	let start = wanted.start ?? 0;
	for (let page = 0; page < MOST_PAGES && people.length < most; page++) {
		const count = Math.min(PAGE, most - people.length);
		const body = {
			...(keyword !== undefined && { keyword }),
			...(newestFirst && { sort_type: 'RECENTLY_ADDED' }),
			start,
			count,
		};
		const found = await lookUp(api, '/linkedin-agent/fetch-connections', body, wait);
		if ('unfinished' in found) return { people, unfinished: found.unfinished };
		const records = recordsOf(found.output, ['connections', 'results']);
		people.push(...records);
		// `total` counts the records of this page (outx.openapi.yaml, x-pagination).
		const total = isObject(found.output)
			? Number(found.output.total ?? records.length)
			: records.length;
		if (records.length === 0 || total < count) break;
		start += count;
	}
	return { people: people.slice(0, most) };
}
