import type { INodeProperties } from 'n8n-workflow';

import { cell, conditionWords, defaultWords, purposeWords } from './words';

/** A line of a table of fields. */
export interface Row {
	readonly name: string;
	readonly purpose: string;
	/** What the field holds before anybody touches it. */
	readonly initial: string;
}

const SENDING = 'sending';

export const members = ({ type, options = [] }: INodeProperties): INodeProperties[] =>
	type === 'collection' ? (options as INodeProperties[]) : [];

/** The rows of a field: one for itself, or one for each member of a collection. */
export function rowsOf(field: INodeProperties, all: readonly INodeProperties[]): Row[] {
	if (field.type === 'notice' || field.name === SENDING) return [];
	const inner = members(field);
	const title = field.displayName;
	if (inner.length === 0) {
		return [{ name: title, purpose: purposeWords(field, all), initial: defaultWords(field) }];
	}
	return inner.map((member) => ({
		name: `${title} › ${member.displayName}`,
		purpose: [purposeWords(member, all), conditionWords(field, all)].filter(Boolean).join(' '),
		initial: defaultWords(member),
	}));
}

/** A Markdown table of fields. */
export function fieldTable(rows: readonly Row[]): string {
	const lines = rows.map(
		({ name, purpose, initial }) => `| ${[name, purpose, initial].map(cell).join(' | ')} |`,
	);
	return ['| Field | What it is for | Default |', '| --- | --- | --- |', ...lines].join('\n');
}

/**
 * The members of a collection that many operations share, in the order of the node.
 *
 * @param initial what a member is while nobody has added it, by its name, where that is not its default
 */
export function collectionTable(
	collection: INodeProperties,
	initial: Readonly<Record<string, string>> = {},
): string {
	const all = members(collection);
	return fieldTable(
		all.map((field) => ({
			name: field.displayName,
			purpose: purposeWords(field, all),
			initial: initial[field.name] ?? defaultWords(field),
		})),
	);
}
