import { z } from 'zod';

import { isObject } from '../json/json';
import { unquoted } from '../http/pasted';
import { NotAMember, readMember } from '../linkedin';
import { isBlank, isEmpty } from './empty';
import type { Subject } from '../operation/types';

/** LinkedIn's limits, in characters (docs.outx.ai, Send Message; connectsafely.ai/docs/api, Send Message). */
export const LONGEST_MESSAGE = 10_000;
export const LONGEST_NOTE = 300;

/**
 * The value of a resource locator, whatever its mode, or a plain parameter's value. The default of one
 * that is not shown comes without n8n's mark `__rl`.
 */
function located(value: unknown): unknown {
	if (!isObject(value)) return value;
	return '__rl' in value || ('mode' in value && 'value' in value) ? value.value : value;
}

/** A value as the operator may recognise it; never throws. A list of one is shown as what it holds. */
function shown(value: unknown): string {
	const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
	if (typeof only === 'string') return only.trim();
	try {
		return JSON.stringify(only ?? '') ?? String(only);
	} catch {
		return Object.prototype.toString.call(only);
	}
}

/** The usual slip: an expression that names a field which the item does not have. */
const EMPTY_RECIPIENT =
	"'Recipient' is empty: check the name of the field in its expression against the input on the left";

/** The person in a `recipient` parameter; the issue says in a sentence why it names none. */
export const recipientInput = z.unknown().transform((value, context): Subject => {
	const input = located(value);
	try {
		return { input: shown(input).slice(0, 500), target: readMember(input) };
	} catch (error) {
		const why = error instanceof NotAMember ? error.message : 'It names no LinkedIn member.';
		if (isEmpty(input)) {
			context.addIssue({ code: z.ZodIssueCode.custom, message: EMPTY_RECIPIENT });
			return z.NEVER;
		}
		context.addIssue({ code: z.ZodIssueCode.custom, message: `'Recipient' is not usable: ${why}` });
		return z.NEVER;
	}
});

/** A text field; expressions may yield numbers or nothing. Not trimmed: line breaks are the author's. */
function text(field: string): z.ZodType<string, z.ZodTypeDef, unknown> {
	return z.unknown().transform((value, context): string => {
		if (value === null || value === undefined) return '';
		if (typeof value === 'string') return value;
		// Sums that went wrong are no text either: "NaN" must not go out.
		const isPlain = typeof value === 'boolean' || Number.isFinite(value);
		if (isPlain) return String(value);
		context.addIssue({ code: z.ZodIssueCode.custom, message: `'${field}' is not a text` });
		return z.NEVER;
	});
}

function atMost(field: string, longest: number): (value: string, context: z.RefinementCtx) => void {
	return (value, context) => {
		// LinkedIn counts characters, and an emoji is one of them; a string may need two units for it.
		const { length } = [...value];
		if (length <= longest) return;
		const message = `'${field}' has ${length} characters, and LinkedIn takes ${longest} at most`;
		context.addIssue({ code: z.ZodIssueCode.custom, message });
	};
}

/** A text that must be there. */
export function requiredText(
	field: string,
	longest: number,
): z.ZodType<string, z.ZodTypeDef, unknown> {
	const filled = z.string().superRefine((value, context) => {
		if (value.trim() !== '') return;
		context.addIssue({ code: z.ZodIssueCode.custom, message: `'${field}' is empty` });
	});
	// A pipe stops at what is no text; a refinement would be handed the refused value.
	return text(field).pipe(filled.superRefine(atMost(field, longest)));
}

/** A text that may be missing: trimmed; undefined when blank. */
export function optionalText(
	field: string,
	longest: number,
): z.ZodType<string | undefined, z.ZodTypeDef, unknown> {
	return text(field)
		.transform((value) => value.trim())
		.superRefine(atMost(field, longest))
		.transform((value) => (value === '' ? undefined : value));
}

/** What a text holds where a template was filled with nothing. */
const NOTHING_FILLED_IN = /^(?:undefined|null|nan|none|\[object \w+\])$/i;

/** The text of an ID as it is meant: without the blanks and quotes that come along when it is copied. */
function idText(field: string): z.ZodType<string, z.ZodTypeDef, unknown> {
	return z.unknown().transform((value, context): string => {
		const id = located(value);
		if (id === undefined || id === null || id === '') return '';
		const isWhole = typeof id === 'number' && Number.isSafeInteger(id);
		const words = typeof id === 'string' ? unquoted(id) : isWhole ? String(id) : undefined;
		if (words !== undefined && !NOTHING_FILLED_IN.test(words)) return words;
		const message =
			words !== undefined || isEmpty(id)
				? `'${field}' was set but is empty: the field name in its expression may be misspelt`
				: `'${field}' is not a text`;
		context.addIssue({ code: z.ZodIssueCode.custom, message });
		return z.NEVER;
	});
}

/** An ID out of a plain field or a resource locator: trimmed; undefined when blank. */
export function optionalId(field: string): z.ZodType<string | undefined, z.ZodTypeDef, unknown> {
	return idText(field).pipe(optionalText(field, 200));
}

/** An ID that must be there. */
export function requiredId(field: string): z.ZodType<string, z.ZodTypeDef, unknown> {
	return idText(field).pipe(requiredText(field, 200));
}

/** A switch's value; expressions may yield its word, in any case. Undefined for whatever is not clear. */
export function readFlag(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const word = String(value).trim().toLowerCase();
	if (word === 'true' || word === '1') return true;
	return word === 'false' || word === '0' ? false : undefined;
}

/** Whether a value is there and says nothing. Only a field that was left alone has its default. */
const saysNothing = (value: unknown): boolean =>
	value === null || (typeof value === 'string' && isBlank(value));

const emptyThough = (what: string): string => `${what} was set but is empty`;

/**
 * A switch: its default when it was left alone. Any other value is refused: a 'Dry Run' that was meant to be
 * on must not be off.
 */
export function flag(byDefault: boolean): z.ZodType<boolean, z.ZodTypeDef, unknown> {
	return z.unknown().transform((value, context): boolean => {
		if (value === undefined) return byDefault;
		const read = readFlag(value);
		if (read !== undefined) return read;
		const message = saysNothing(value)
			? emptyThough('A switch')
			: `A switch must be true or false, and not '${shown(value).slice(0, 40)}'`;
		context.addIssue({ code: z.ZodIssueCode.custom, message });
		return z.NEVER;
	});
}

/** "1.000" and "1,000" are a thousand to some and one to others. */
const THOUSAND_OR_ONE = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** The number in a field; a comma may stand for the point. */
function numberIn(value: unknown): number {
	if (typeof value === 'number') return value;
	const text = typeof value === 'string' ? value.trim() : '';
	if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(text) || THOUSAND_OR_ONE.test(text)) return Number.NaN;
	return Number(text.replace(',', '.'));
}

/** A number within bounds, with a default for a field that was left alone. */
export function number<D extends number | undefined>(
	field: string,
	byDefault: D,
	bounds: { min: number; max: number; whole?: boolean },
): z.ZodType<number | D, z.ZodTypeDef, unknown> {
	return z.unknown().transform((value, context): number | D => {
		if (value === undefined) return byDefault;
		const read = numberIn(value);
		const fits =
			read >= bounds.min && read <= bounds.max && (!bounds.whole || Number.isInteger(read));
		if (fits) return read;
		const kind = bounds.whole ? 'a whole number' : 'a number';
		const message = saysNothing(value)
			? emptyThough(`'${field}'`)
			: `'${field}' must be ${kind} from ${bounds.min} to ${bounds.max}`;
		context.addIssue({ code: z.ZodIssueCode.custom, message });
		return z.NEVER;
	});
}

/** One of a drop-down's values, with a default for one that was left alone. */
export function choice<T extends string>(
	field: string,
	values: readonly T[],
	byDefault: T,
): z.ZodType<T, z.ZodTypeDef, unknown> {
	return z.unknown().transform((value, context): T => {
		if (value === undefined) return byDefault;
		const found = values.find((known) => known === value);
		if (found !== undefined) return found;
		const message = saysNothing(value)
			? emptyThough(`'${field}'`)
			: `'${field}' must be one of: ${values.join(', ')}`;
		context.addIssue({ code: z.ZodIssueCode.custom, message });
		return z.NEVER;
	});
}
