import type { JsonValue } from './types';

/**
 * A string, or an integer of 16 and more digits outside one. Strings are matched only to be passed over,
 * cut-off ones too: looking for their end again and again would take for ever.
 */
const STRING_OR_LONG_INTEGER = /"[^"\\]*(?:\\.[^"\\]*)*"?|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/**
 * Parses JSON and keeps integers that a JavaScript number cannot hold as text: a vendor sends
 * 19-digit invitation ids as numbers, and rounding one names another invitation.
 *
 * @returns the value, or undefined when the text is not JSON
 */
export function parseJson(text: string): JsonValue | undefined {
	try {
		return JSON.parse(
			text.replace(STRING_OR_LONG_INTEGER, (found) =>
				found.startsWith('"') || Number.isSafeInteger(Number(found)) ? found : `"${found}"`,
			),
		) as JsonValue;
	} catch {
		return undefined;
	}
}

/** True for a plain JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
