import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { dropDown, textField } from './describe';
import { choice, flag, number, optionalId, optionalText, requiredId, requiredText } from './inputs';
import { listed } from './listed';
import { field } from './part';

type More = Partial<Omit<INodeProperties, 'displayName' | 'name'>> & {
	/** Characters. */
	readonly longest?: number;
};

const LONGEST_TEXT = 10_000;

/** A text that may be missing. */
export function textPart<const Name extends string>(
	displayName: string,
	name: Name,
	description: string,
	{ longest = LONGEST_TEXT, ...more }: More = {},
) {
	const property = { ...textField(displayName, name, description, more), name };
	return field(property, () => optionalText(displayName, longest));
}

/** A text that must be there. */
export function neededText<const Name extends string>(
	displayName: string,
	name: Name,
	description: string,
	{ longest = LONGEST_TEXT, ...more }: More = {},
) {
	const property = {
		...textField(displayName, name, description, { required: true, ...more }),
		name,
	};
	return field(property, () => requiredText(displayName, longest));
}

/** An ID that may be missing, as text or number. */
export function idPart<const Name extends string>(
	displayName: string,
	name: Name,
	description: string,
	more: Omit<More, 'longest'> = {},
) {
	const property = { ...textField(displayName, name, description, more), name };
	return field(property, () => optionalId(displayName));
}

/** An ID that must be there. */
export function neededId<const Name extends string>(
	displayName: string,
	name: Name,
	description: string,
	more: Omit<More, 'longest'> = {},
) {
	const property = {
		...textField(displayName, name, description, { required: true, ...more }),
		name,
	};
	return field(property, () => requiredId(displayName));
}

type Entry<Value extends string> = readonly [value: Value, text: string, description?: string];

/** A drop-down with texts as values; each entry is its value, its text and, where needed, its description. */
export function choicePart<const Name extends string, const Value extends string>(
	displayName: string,
	name: Name,
	description: string | undefined,
	entries: ReadonlyArray<Entry<Value>>,
	byDefault: NoInfer<Value>,
	more: Omit<More, 'longest'> = {},
) {
	const property = {
		...dropDown(displayName, name, description, entries, byDefault, more),
		name,
	};
	const values = entries.map(([value]) => value);
	return field(property, () => choice<Value>(displayName, values, byDefault));
}

/** Several of a drop-down's values, none by default; an expression may give their words as a text. */
export function choicesPart<const Name extends string, const Value extends string>(
	displayName: string,
	name: Name,
	description: string,
	entries: ReadonlyArray<Entry<Value>>,
) {
	const property = {
		...{ displayName, name, description, type: 'multiOptions' as const, default: [] },
		options: entries.map(([value, text, about]) => ({
			name: text,
			value,
			...(about !== undefined && { description: about }),
		})),
	};
	const values = entries.map(([value]) => value);
	const schema = () =>
		listed(displayName).transform((found, context): Value[] => {
			const meant = (word: string): Value | undefined =>
				entries.find(([...names]) =>
					names.slice(0, 2).some((name) => name?.toLowerCase() === word.toLowerCase()),
				)?.[0];
			const read = found.map(meant);
			const known = read.filter((value) => value !== undefined);
			if (known.length === found.length) return known;
			const message = `'${displayName}' must hold only: ${values.join(', ')}`;
			context.addIssue({ code: z.ZodIssueCode.custom, message });
			return z.NEVER;
		});
	return field(property, schema);
}

/** Several words in one text, separated by commas or one per line; each once. */
export function wordsPart<const Name extends string>(
	displayName: string,
	name: Name,
	description: string,
	more: Omit<More, 'longest'> = {},
) {
	const property = { ...textField(displayName, name, description, more), name };
	return field(property, () => listed(displayName));
}

/** A switch. The description begins with "Whether". */
export function switchPart<const Name extends string>(
	displayName: string,
	name: Name,
	description: string,
	byDefault = false,
	more: Omit<More, 'longest'> = {},
) {
	const property = {
		displayName,
		name,
		type: 'boolean' as const,
		default: byDefault,
		description,
		...more,
	};
	return field(property, () => flag(byDefault));
}

/** A whole number within bounds, with its default. */
export function countPart<const Name extends string>(
	displayName: string,
	name: Name,
	description: string,
	{ byDefault, min, max }: { byDefault: number; min: number; max: number },
	more: Omit<More, 'longest'> = {},
) {
	const property = {
		displayName,
		name,
		type: 'number' as const,
		typeOptions: { minValue: min, maxValue: max },
		default: byDefault,
		description,
		...more,
	};
	return field(property, () => number(displayName, byDefault, { min, max, whole: true }));
}
