import type { INodeProperties } from 'n8n-workflow';

import type { JsonObject } from '../../shared/http/types';
import type { Poll } from '../../shared/poll/run';
import type { OutXApi } from '../api';

/** The trigger's parameters. */
export interface Parameters {
	/** By name, members of the `options` collection among them, with expressions resolved. */
	readonly raw: Readonly<Record<string, unknown>>;
	/** By name, as they were written: an expression stays the same while its value moves with the time. */
	readonly written: Readonly<Record<string, unknown>>;
}

/** Something that starts a workflow. */
export interface TriggerEvent {
	/** Value and text in the Event drop-down. */
	readonly value: string;
	readonly name: string;
	readonly description: string;
	/** In the order of the node. */
	readonly fields: readonly INodeProperties[];
	/** What came since the last poll, oldest first. Throws `Failure`. */
	poll(poll: Poll<OutXApi>, parameters: Parameters): Promise<JsonObject[]>;
}
