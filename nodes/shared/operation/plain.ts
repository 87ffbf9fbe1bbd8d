import type { InputOf, Part } from '../fields/part';
import { limitPart, mostOf, returnAllPart, simplifyPart } from '../fields/listing';
import { Failure } from '../failures/failure';
import type { FailureRule } from '../failures/rules';
import { isObject } from '../json/json';
import type { Paging } from '../http/paging';
import { readList } from '../http/paging';
import type { Params } from '../http/route';
import type { JsonObject, JsonValue } from '../json/types';
import type { Described } from './define';
import { operationsOf } from './define';
import { listIn } from './records';
import type { Simple } from './simple';
import { shapeOf, simplified } from './simple';
import type { ChangeOperation, OperationNames, ReadOperation } from './types';

/** How one vendor is asked. `Route` is a whole endpoint: `GET /accounts`, or one for each way of calling it. */
export interface Asker<Api, Route> {
	/** The vendor as operators know it. */
	readonly label: string;
	/** The route's calls as the contract names them. */
	calls(route: Route): readonly string[];
	/**
	 * @param input the operation's whole input, of which the acting account may be part
	 * @returns what the answer holds. Throws `Failure` and `Skip` only.
	 */
	ask(
		api: Api,
		how: 'read' | 'sendOnce',
		request: { route: Route; params: Params; rules?: readonly FailureRule[] },
		input: Readonly<Record<string, unknown>>,
	): Promise<JsonValue>;
}

interface PlainSpec<Parts extends readonly Part[], Route> extends Omit<OperationNames, 'calls'> {
	/** In the order of the panel; `optionsPart` last. */
	readonly fields: Parts;
	readonly check?: Described<Parts>['check'];
	readonly route: Route;
	/** What the request says beside the page. Nothing unless given. */
	readonly send?: (input: InputOf<Parts>) => Params;
	/** Texts this request alone may be answered with. */
	readonly rules?: readonly FailureRule[];
	/** Names under which the answer has the list: one item per record. Without it the answer is one item. */
	readonly list?: readonly string[];
	/** A short list that always comes whole: it has neither Return All nor Limit. */
	readonly whole?: boolean;
	/** How the list goes on; without it, it comes whole. */
	readonly pages?: Paging;
	/** The member that tells the list's records apart, where it is none of the usual ones (http/paging.ts). */
	readonly key?: string;
	/** Throws where an answer is about something else than was asked for. Called for each answer. */
	readonly prove?: (body: JsonValue, input: InputOf<Parts>) => void;
	/** Names under which the answer has the one record; the answer itself unless given. */
	readonly one?: readonly string[];
	/** What becomes of a record before all else. `body`: the whole answer it came in. */
	readonly each?: (record: JsonObject, body: JsonValue, input: InputOf<Parts>) => JsonObject;
	/** Members that Simplify keeps. Without it there is no Simplify. */
	readonly simple?: Simple;
}

/** The members a list adds to the panel: they come before 'Options'. */
function partsOf({
	fields,
	list,
	whole,
	simple,
}: PlainSpec<readonly Part[], unknown>): readonly Part[] {
	const more = [
		...(list && !whole ? [returnAllPart, limitPart] : []),
		...(simple ? [simplifyPart] : []),
	].filter((part) => !fields.includes(part));
	const isLast = ({ properties }: Part): boolean =>
		properties.some(({ name }) => name === 'options');
	return [...fields.filter((part) => !isLast(part)), ...more, ...fields.filter(isLast)];
}

const noList = (label: string): Failure =>
	new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: `${label} gave an answer this node cannot read (the list that was asked for is missing)`,
		httpCode: '200',
		next: 'Nothing was sent: try this item again in a few minutes.',
	});

/** The records of a list, in the answer or in its `data`. A missing list is never an empty one. */
function recordsIn(body: JsonValue, names: readonly string[], label: string): JsonObject[] {
	const inner = isObject(body) && isObject(body.data) ? (body.data as JsonValue) : undefined;
	const found = listIn(body, names) ?? (inner === undefined ? undefined : listIn(inner, names));
	if (found) return found.records;
	throw noList(label);
}

function recordIn(body: JsonValue, names: readonly string[]): JsonObject {
	const record = (isObject(body) ? body : {}) as JsonObject;
	const found = names.map((name) => record[name]).find(isObject);
	return (found ?? record) as JsonObject;
}

/** The small form: an operation that is one request, with its answer as it comes or in its most useful members. */
export function plainOf<Api, Route>({ label, calls, ask }: Asker<Api, Route>) {
	const { defineRead, defineChange } = operationsOf<Api>();

	function described<const Parts extends readonly Part[]>(spec: PlainSpec<Parts, Route>) {
		const { route, send, rules, list, whole, pages, key, prove, ...more } = spec;
		const { one = [], each, simple, ...named } = more;
		const fields = partsOf(spec as unknown as PlainSpec<readonly Part[], unknown>);
		type Wanted = { returnAll?: boolean; limit?: number; simplify?: boolean };
		async function perform(api: Api, how: 'read' | 'sendOnce', raw: unknown) {
			const input = raw as InputOf<Parts> & Wanted;
			const params = send?.(input) ?? {};
			const request = async (page: Params): Promise<JsonValue> => {
				const body = await ask(api, how, { route, params: { ...params, ...page }, rules }, input);
				prove?.(body, input);
				return body;
			};
			const made = (record: JsonObject, body: JsonValue): JsonObject =>
				each ? each(record, body, input) : record;
			const shown = (record: JsonObject): JsonObject =>
				simple && input.simplify !== false ? simplified(simple, record) : record;
			if (!list) {
				const body = await request({});
				return shown(made(recordIn(body, one), body));
			}
			const { limit = Number.POSITIVE_INFINITY } = input;
			// One that comes whole may have a limit of its own.
			const { returnAll = whole === true && input.limit === undefined } = input;
			const most = mostOf({ returnAll, limit });
			const records = (body: JsonValue): JsonObject[] =>
				recordsIn(body, list, label).map((record) => made(record, body));
			const found = await readList(request, records, pages, most, key);
			return found.map(shown);
		}
		const output = simple ? { output: shapeOf(simple) } : {};
		return {
			perform,
			about: { ...named, fields, calls: calls(route), ...output } as unknown as Described<Parts>,
		};
	}

	return {
		plainRead<const Parts extends readonly Part[]>(
			spec: PlainSpec<Parts, Route>,
		): ReadOperation<Api> {
			const { about, perform } = described(spec);
			return defineRead<Parts>({
				...about,
				perform: async (api, input) => await perform(api, 'read', input),
			});
		},

		/** The list members are for reads: a change answers with one record. */
		plainChange<const Parts extends readonly Part[]>(
			spec: Omit<PlainSpec<Parts, Route>, 'list' | 'pages' | 'key'>,
		): ChangeOperation<Api> {
			const { about, perform } = described(spec);
			return defineChange<Parts>({
				...about,
				perform: async (api, input) => await perform(api, 'sendOnce', input),
			});
		},
	};
}
