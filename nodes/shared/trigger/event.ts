import type { INodeProperties } from 'n8n-workflow';

import { Failure } from '../failures/failure';
import type { JsonObject } from '../http/types';
import { noAnswerInTime } from './failures';
import type { Poll } from './run';
import type { OutXApi } from '../../OutX/api';

/** Parameters by name. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Something that starts a workflow. */
export interface TriggerEvent {
	/** Value and text in the Event drop-down. */
	readonly value: string;
	readonly name: string;
	readonly description: string;
	/** In the order of the node. */
	readonly fields: readonly INodeProperties[];
	/**
	 * What came since the last poll, oldest first. Throws `Failure`.
	 *
	 * @param raw with expressions resolved, members of the `options` collection among them
	 * @param written an expression stays the same while its value moves with the time
	 */
	poll(poll: Poll<OutXApi>, raw: Parameters, written: Parameters): Promise<JsonObject[]>;
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
