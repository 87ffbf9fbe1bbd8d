import { readMoment } from '../http/resets';
import type { JsonObject, JsonValue } from '../json/types';

/** The record without the fields that are not known: an output never holds an empty one. */
export function present(record: Record<string, JsonValue | undefined>): JsonObject {
	return Object.fromEntries(
		Object.entries(record).filter(
			(entry): entry is [string, JsonValue] => entry[1] !== undefined && entry[1] !== null,
		),
	);
}

/** The first of the candidates that is a text with something in it. */
export function firstText(...candidates: ReadonlyArray<JsonValue | undefined>): string | undefined {
	const found = candidates.find((value) => typeof value === 'string' && value.trim() !== '');
	return typeof found === 'string' ? found : undefined;
}

/** OutX's moments (ms since 1970, or ISO 8601) in ISO 8601; what is neither stays as it is. */
export function moment(value: JsonValue | undefined): JsonValue | undefined {
	return readMoment(value) ?? value;
}
