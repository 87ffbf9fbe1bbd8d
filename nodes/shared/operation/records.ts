import { isObject } from '../json/json';
import type { JsonObject, JsonValue } from '../json/types';

/** How a list stands in an answer: under a known name, alone, or under a name nobody knows. */
export type ListForm = 'named' | 'bare' | 'wrapped';

/** Arrays that are no list of records, whatever they are alone with. */
const ASIDE = /error|warning|issue|problem|message|detail/i;

/**
 * The list in an answer: under the first known name that holds something, else the only array there is, as
 * wrappers are documented nowhere.
 *
 * @param isRecord tells a record from what else an array holds
 * @returns undefined where the answer has no such list
 */
export function listIn(
	answer: JsonValue,
	names: readonly string[],
	isRecord: (record: JsonObject, form: ListForm) => boolean = () => true,
): { records: JsonObject[]; form: ListForm } | undefined {
	const fields: Array<[string, unknown]> = isObject(answer) ? Object.entries(answer) : [];
	const lists = fields.filter((field): field is [string, unknown[]] => Array.isArray(field[1]));
	const isKnown = ([field]: [string, unknown[]]): boolean => names.includes(field);
	const named = lists
		.filter(isKnown)
		.sort(([a], [b]) => names.indexOf(a) - names.indexOf(b))
		.map(([, list]) => list);
	const only = lists.length === 1 && !ASIDE.test(lists[0][0]) ? lists[0][1] : undefined;
	const bare = Array.isArray(answer) ? answer : undefined;
	const list: unknown[] | undefined =
		named.find(({ length }) => length > 0) ?? named.at(0) ?? bare ?? only;
	if (list === undefined) return undefined;
	const form = named.length > 0 ? 'named' : bare ? 'bare' : 'wrapped';
	const records = list.filter(isObject) as JsonObject[];
	return list.length === 0 || records.some((record) => isRecord(record, form))
		? { records, form }
		: undefined;
}

/** The records in a list task's output; none where it has no list. */
export function recordsOf(output: JsonValue, names: readonly string[]): JsonObject[] {
	return listIn(output, names)?.records ?? [];
}
