import type { INodeProperties } from 'n8n-workflow';

type More = Partial<Omit<INodeProperties, 'displayName' | 'name'>>;

/** A text field; `more` is what sets it apart from others. */
export const textField = (
	displayName: string,
	name: string,
	description: string,
	more: More = {},
): INodeProperties => ({ displayName, name, type: 'string', default: '', description, ...more });

/** A drop-down; each entry is its value, its text and, where that is not enough, its description. */
export const dropDown = (
	displayName: string,
	name: string,
	description: string | undefined,
	entries: ReadonlyArray<readonly [value: string | number, text: string, description?: string]>,
	byDefault: string | number,
	more: More = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	default: byDefault,
	...(description !== undefined && { description }),
	options: entries.map(([value, text, about]) => ({
		name: text,
		value,
		...(about !== undefined && { description: about }),
	})),
	...more,
});
