import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { fieldTable, rowsOf } from './fields';
import { cell, sentence } from './words';

type Described = Pick<INodeTypeDescription, 'properties'>;

const EVENT = 'event';

const eventsOf = ({ properties }: Described): INodePropertyOptions[] =>
	properties
		.filter(({ name }) => name === EVENT)
		.flatMap(({ options = [] }) => options as INodePropertyOptions[]);

/** The events that show a field; undefined where all do. */
function shownFor(field: INodeProperties): unknown[] | undefined {
	return field.displayOptions?.show?.[EVENT] as unknown[] | undefined;
}

const settings = ({ properties }: Described): INodeProperties[] =>
	properties.filter(({ name, type }) => name !== EVENT && type !== 'notice');

/** The events of a trigger, each with what starts it and its fields. */
export function eventTable(trigger: Described): string {
	const lines = eventsOf(trigger).map(({ name, value, description }) => {
		const fields = settings(trigger)
			.filter((field) => shownFor(field)?.includes(value) ?? true)
			.map(({ displayName, required }) => (required ? `**${displayName}**` : displayName));
		const cells = [name, sentence(description ?? ''), [...new Set(fields)].join(', ')];
		return `| ${cells.map(cell).join(' | ')} |`;
	});
	return ['| Event | What starts it | Fields |', '| --- | --- | --- |', ...lines].join('\n');
}

/** A field without its condition when every event shows it. */
function plain(field: INodeProperties, events: number): INodeProperties {
	return shownFor(field)?.length === events ? { ...field, displayOptions: undefined } : field;
}

/** The fields of a trigger, in the order of the node. */
export function triggerFields(trigger: Described): string {
	const count = eventsOf(trigger).length;
	return fieldTable(
		settings(trigger).flatMap((field) => rowsOf(plain(field, count), trigger.properties)),
	);
}
