/** Characters that show as nothing: blanks, joiners, marks of direction, fillers. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]|\u034F|\u17B4|\u17B5/gu;

/** Whether a text shows nothing at all. */
export const isBlank = (text: string): boolean => text.replace(UNSEEN, '') === '';

function isPlainObject(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Whether a value is what an expression yields that found nothing: missing, null, no number, a blank text, or a
 * list or an object without content.
 */
export function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (typeof value === 'string') return isBlank(value);
	if (typeof value === 'number') return Number.isNaN(value);
	if (Array.isArray(value)) return value.every(isEmpty);
	if (value instanceof Date) return Number.isNaN(value.getTime());
	return typeof value === 'object' && isPlainObject(value) && Object.keys(value).length === 0;
}
