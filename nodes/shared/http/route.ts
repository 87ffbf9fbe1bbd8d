import type { FailureRule } from '../failures/rules';
import type { HttpRequest } from './types';
import type { JsonValue } from '../json/types';

/** What a request says, by name. Undefined is left out. */
export type Params = Readonly<Record<string, JsonValue | undefined>>;

const inPath = /\{(\w+)\}/g;

/** Query strings know texts and numbers only. */
function queryValue(value: JsonValue): string | number {
	if (typeof value === 'number' || typeof value === 'string') return value;
	return Array.isArray(value) ? value.join(',') : String(value);
}

/**
 * The request of a route such as `GET /account/{accountId}/quota`. Params named in the path go there, the rest into
 * the query of GET and DELETE, else into the body.
 */
export function requestOf(
	route: string,
	params: Params,
	rules?: readonly FailureRule[],
): HttpRequest {
	const [method, template] = route.split(' ') as [HttpRequest['method'], string];
	const used = new Set<string>();
	const path = template.replace(inPath, (_, name: string) => {
		used.add(name);
		// Half of a character pair has no encoding.
		return encodeURIComponent(String(params[name] ?? '').replace(/\p{Surrogate}/gu, '\uFFFD'));
	});
	const rest = Object.entries(params).filter(
		(entry): entry is [string, JsonValue] => entry[1] !== undefined && !used.has(entry[0]),
	);
	const isInQuery = method === 'GET' || method === 'DELETE';
	const query = Object.fromEntries(rest.map(([name, value]) => [name, queryValue(value)]));
	const said = isInQuery ? (rest.length > 0 ? { query } : {}) : { body: Object.fromEntries(rest) };
	return { method, path, ...said, ...(rules && { rules }) };
}
