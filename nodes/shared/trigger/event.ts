import { Failure } from '../failures/failure';
import type { InputOf, Part } from '../fields/part';
import { onDemand, schemaOf } from '../fields/part';
import { parseInput } from '../fields/parse';
import type { JsonObject } from '../json/types';
import { noAnswerInTime } from './failures';
import type { Poll } from './run';

/** Parameters by name. */
export type Parameters = Readonly<Record<string, unknown>>;

interface EventNames {
	/** Value and text in the Event drop-down. */
	readonly value: string;
	readonly name: string;
	readonly description: string;
	/** The calls of the vendor's contract that it makes. */
	readonly calls: readonly string[];
}

/** Something that starts a workflow. */
export interface TriggerEvent<Api> extends EventNames {
	/** In the order of the node. */
	readonly fields: readonly Part[];
	/**
	 * What came since the last poll, oldest first. Throws `Failure`.
	 *
	 * @param raw with expressions resolved, members of the `options` collection among them
	 * @param written an expression stays the same while its value moves with the time
	 */
	poll(poll: Poll<Api>, raw: Parameters, written: Parameters): Promise<JsonObject[]>;
}

interface EventSpec<Api, Parts extends readonly Part[]> extends EventNames {
	readonly fields: Parts;
	poll(poll: Poll<Api>, input: InputOf<Parts>, written: Parameters): Promise<JsonObject[]>;
}

/** `defineEvent` for one vendor's API: an event whose fields read themselves. */
export function eventsOf<Api>() {
	return <const Parts extends readonly Part[]>({
		fields,
		poll,
		...names
	}: EventSpec<Api, Parts>): TriggerEvent<Api> => {
		const schema = onDemand(() => schemaOf(fields));
		return {
			...names,
			fields,
			poll: async (tools, raw, written) => await poll(tools, parseInput(schema(), raw), written),
		};
	};
}

/** Records that 'Fetch Test Event' shows. */
export const SAMPLES = 3;

/**
 * The sample among the newest records, oldest first as in a poll.
 *
 * @param newest undefined: they did not come in time
 * @throws `Failure` when there is nothing to show
 */
export function sampled(newest: JsonObject[] | undefined, nothingYet: string): JsonObject[] {
	if (newest === undefined) throw noAnswerInTime();
	if (newest.length > 0) return newest.slice(0, SAMPLES).reverse();
	throw new Failure({
		reason: 'notFound',
		outcome: 'notSent',
		what: nothingYet,
		next: 'Nothing is wrong: activate the workflow, and it starts with the first one that comes.',
	});
}
