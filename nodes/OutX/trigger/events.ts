import type { INodeExecutionData, INodeProperties, IPollFunctions } from 'n8n-workflow';

import { invalidInput } from '../../shared/failures/failure';
import { isObject } from '../../shared/http/json';
import { runPoll } from '../../shared/trigger/run';
import { dropDown } from '../../shared/fields/describe';
import { outX } from '../vendor';
import { newConnection } from './connectionEvent';
import type { Parameters, TriggerEvent } from '../../shared/trigger/event';
import { newCollectedPost, newInteraction } from './watchlistEvents';

/** The trigger's table of events: a new one is a file and a line here. */
const EVENTS: readonly TriggerEvent[] = [newCollectedPost, newConnection, newInteraction];

const eventField = dropDown(
	'Event',
	'event',
	'What starts the workflow',
	EVENTS.map(({ value, name, description }) => [value, name, description] as const),
	newConnection.value,
	{ noDataExpression: true },
);

/** Below whatever else an event has, as in every node. */
const LAST = ['simplify', 'options'];

/** A field that several events share appears once, so its value survives switching. */
const FIELDS = [...new Set(EVENTS.flatMap(({ fields }) => fields))].sort(
	(a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name),
);

/** The trigger's parameters, each shown for the events that have it. */
export const triggerProperties: INodeProperties[] = [
	eventField,
	...FIELDS.map((field) => {
		const event = EVENTS.filter(({ fields }) => fields.includes(field)).map(({ value }) => value);
		return { ...field, displayOptions: { show: { event } } };
	}),
];

const words = Object.fromEntries(EVENTS.map(({ value, name }) => [value, name.toLowerCase()]));

/** The line below the node on the canvas: the event in plain words. */
export const triggerSubtitle = `={{ (${JSON.stringify(words)})[$parameter["event"]] }}`;

function parametersOf(context: IPollFunctions, { fields }: TriggerEvent): Parameters {
	const shown = fields.filter(({ type }) => type !== 'notice');
	const { options, ...raw } = Object.fromEntries(
		shown.map((field): [string, unknown] => [
			field.name,
			context.getNodeParameter(field.name, field.default),
		]),
	);
	return { ...(isObject(options) && options), ...raw };
}

/** One poll of the OutX Trigger, for the event it is set to. */
export async function pollOutX(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	return await runPoll(context, outX, async (poll) => {
		const chosen = context.getNodeParameter('event', newConnection.value);
		const event = EVENTS.find(({ value }) => value === chosen);
		if (!event) {
			throw invalidInput('This node does not offer this event', "Choose an 'Event' from the list.");
		}
		return await event.poll(poll, parametersOf(context, event), context.getNode().parameters);
	});
}
