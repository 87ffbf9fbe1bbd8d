import { z } from 'zod';

import { isObject } from '../http/json';
import { NotAMember, readMember } from '../linkedin';
import type { Recipient } from './types';

/** LinkedIn's limits, in characters (outx.md, "Limits and safe usage"; connectsafely.md, "Messages"). */
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

function shown(value: unknown): string {
	return typeof value === 'string' ? value.trim() : JSON.stringify(value ?? '');
}

/** The usual slip: an expression that names a field which the item does not have. */
const EMPTY_RECIPIENT =
	"'Recipient' is empty: check the name of the field in its expression against the input on the left";

/** The person in a `recipient` parameter; the issue says in a sentence why it names none. */
export const recipientInput = z.unknown().transform((value, context): Recipient => {
	const input = located(value);
	try {
		return { input: shown(input).slice(0, 500), target: readMember(input) };
	} catch (error) {
		const why = error instanceof NotAMember ? error.message : 'It names no LinkedIn member.';
		if (
			input === undefined ||
			input === null ||
			(typeof input === 'string' && input.trim() === '')
		) {
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
		if (typeof value === 'number' || typeof value === 'boolean') return String(value);
		context.addIssue({ code: z.ZodIssueCode.custom, message: `'${field}' is not a text` });
		return z.NEVER;
	});
}

function atMost(field: string, longest: number): (value: string, context: z.RefinementCtx) => void {
	return (value, context) => {
		if (value.length <= longest) return;
		const message = `'${field}' has ${value.length} characters, and LinkedIn takes ${longest} at most`;
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

/** An ID out of a plain field or a resource locator: trimmed; undefined when blank. */
export function optionalId(field: string): z.ZodType<string | undefined, z.ZodTypeDef, unknown> {
	return z.unknown().transform(located).pipe(optionalText(field, 200));
}

/** An ID that must be there. */
export function requiredId(field: string): z.ZodType<string, z.ZodTypeDef, unknown> {
	return z
		.unknown()
		.transform(located)
		.pipe(requiredText(field, 200))
		.transform((value) => value.trim());
}

/**
 * A switch; n8n expressions may yield its word, in any case. Any other value is refused: a 'Dry Run' that
 * was meant to be on must not be off.
 */
export function flag(byDefault: boolean): z.ZodType<boolean, z.ZodTypeDef, unknown> {
	return z.unknown().transform((value, context): boolean => {
		const word = String(value ?? '')
			.trim()
			.toLowerCase();
		if (word === '') return byDefault;
		if (word === 'true' || word === '1') return true;
		if (word === 'false' || word === '0') return false;
		const message = `A switch must be true or false, and not '${word.slice(0, 40)}'`;
		context.addIssue({ code: z.ZodIssueCode.custom, message });
		return z.NEVER;
	});
}

/** The number in a field; a comma may stand for the point, but not between thousands. */
function numberIn(value: unknown): number {
	if (typeof value === 'number') return value;
	const text = typeof value === 'string' ? value.trim() : '';
	if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(text) || /^[+-]?\d{1,3},\d{3}$/.test(text)) return Number.NaN;
	return Number(text.replace(',', '.'));
}

/** A number within bounds, with a default for a field left empty. */
export function number<D extends number | undefined>(
	field: string,
	byDefault: D,
	bounds: { min: number; max: number; whole?: boolean },
): z.ZodType<number | D, z.ZodTypeDef, unknown> {
	return z.unknown().transform((value, context): number | D => {
		if (value === undefined || value === null) return byDefault;
		if (typeof value === 'string' && value.trim() === '') return byDefault;
		const read = numberIn(value);
		const fits =
			read >= bounds.min && read <= bounds.max && (!bounds.whole || Number.isInteger(read));
		if (fits) return read;
		const kind = bounds.whole ? 'a whole number' : 'a number';
		const message = `'${field}' must be ${kind} from ${bounds.min} to ${bounds.max}`;
		context.addIssue({ code: z.ZodIssueCode.custom, message });
		return z.NEVER;
	});
}

/** One of a drop-down's values. */
export function choice<T extends string>(
	field: string,
	values: readonly T[],
	byDefault: T,
): z.ZodType<T, z.ZodTypeDef, unknown> {
	return z.unknown().transform((value, context): T => {
		if (value === undefined || value === null || value === '') return byDefault;
		const found = values.find((known) => known === value);
		if (found !== undefined) return found;
		const message = `'${field}' must be one of: ${values.join(', ')}`;
		context.addIssue({ code: z.ZodIssueCode.custom, message });
		return z.NEVER;
	});
}
