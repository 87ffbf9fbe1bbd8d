import type { INodeExecutionData, INodeProperties, IPollFunctions } from 'n8n-workflow';

import { invalidInput } from '../failures/failure';
import { dropDown } from '../fields/describe';
import { isObject } from '../json/json';
import type { Vendor } from '../operation/types';
import type { Parameters, TriggerEvent } from './event';
import { runPoll } from './run';

/** A polling trigger out of its table of events. */
export interface PollingTrigger {
	/** The node's parameters, each shown for the events that have it. */
	readonly properties: INodeProperties[];
	/** The line below the node on the canvas: the event in plain words. */
	readonly subtitle: string;
	poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null>;
}

/** Below whatever else an event has, as in every node. */
const LAST = ['simplify', 'options'];

const propertiesOf = <Api>({ fields }: TriggerEvent<Api>): INodeProperties[] =>
	fields.flatMap(({ properties }) => properties);

/** A field that several events share appears once, so its value survives switching. */
function fieldsOf<Api>(events: ReadonlyArray<TriggerEvent<Api>>): INodeProperties[] {
	const fields = [...new Set(events.flatMap(propertiesOf))];
	fields.sort((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name));
	return fields.map((field) => {
		const event = events
			.filter((one) => propertiesOf(one).includes(field))
			.map(({ value }) => value);
		return { ...field, displayOptions: { show: { event } } };
	});
}

function parametersOf<Api>(context: IPollFunctions, event: TriggerEvent<Api>): Parameters {
	const shown = propertiesOf(event).filter(({ type }) => type !== 'notice');
	const { options, ...raw } = Object.fromEntries(
		shown.map((field): [string, unknown] => [
			field.name,
			context.getNodeParameter(field.name, field.default),
		]),
	);
	return { ...(isObject(options) && options), ...raw };
}

/**
 * A vendor's polling trigger.
 *
 * @param vendor taken when a poll runs: the vendor's own table may name the trigger
 * @param preferred the event that is set when the node is added
 */
export function pollingTrigger<Api>(
	vendor: Vendor<Api>,
	events: ReadonlyArray<TriggerEvent<Api>>,
	preferred: TriggerEvent<Api>,
): PollingTrigger {
	const words = Object.fromEntries(events.map(({ value, name }) => [value, name.toLowerCase()]));
	const event = dropDown(
		'Event',
		'event',
		'What starts the workflow',
		events.map(({ value, name, description }) => [value, name, description] as const),
		preferred.value,
		{ noDataExpression: true },
	);
	return {
		properties: [event, ...fieldsOf(events)],
		subtitle: `={{ (${JSON.stringify(words)})[$parameter["event"]] }}`,
		poll: async (context) =>
			await runPoll(context, vendor, async (poll) => {
				const chosen = context.getNodeParameter('event', preferred.value);
				const found = events.find(({ value }) => value === chosen);
				if (!found) {
					throw invalidInput(
						'This node does not offer this event',
						"Choose an 'Event' from the list.",
					);
				}
				return await found.poll(poll, parametersOf(context, found), context.getNode().parameters);
			}),
	};
}
