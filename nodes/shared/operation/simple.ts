import { isObject } from '../json/json';
import { readMoment } from '../http/resets';
import type { JsonObject, JsonValue } from '../json/types';
import type { OutputShape, OutputType } from './output';

/** A member that Simplify keeps: what it holds, and where an answer has it. */
export interface Kept {
	readonly type: OutputType;
	read(record: JsonObject): JsonValue | undefined;
}

/** The members that Simplify keeps, by the name the output gives them. */
export type Simple = Readonly<Record<string, Kept>>;

/** The value at `author.full_name`; undefined where nothing stands there. */
function at(record: JsonObject, path: string): JsonValue | undefined {
	let value: JsonValue | undefined = record;
	for (const name of path.split('.')) {
		if (!isObject(value)) return undefined;
		value = (value as JsonObject)[name];
	}
	return value;
}

const isThere = (value: JsonValue | undefined): value is JsonValue =>
	value !== undefined && value !== null && value !== '';

/** The first of the paths at which something of this type stands. */
function first(type: OutputType, paths: readonly string[]): Kept {
	const fits = (value: JsonValue): boolean =>
		type === 'array'
			? Array.isArray(value)
			: type === 'object'
				? isObject(value)
				: typeof value === type;
	return {
		type,
		read: (record) => paths.map((path) => at(record, path)).find((v) => isThere(v) && fits(v)),
	};
}

export const text = (...paths: string[]): Kept => {
	const kept = first('string', paths);
	const read = (record: JsonObject): JsonValue | undefined => {
		const found = paths
			.map((path) => at(record, path))
			.find((value) => ['string', 'number'].includes(typeof value) && String(value).trim() !== '');
		return found === undefined ? undefined : String(found);
	};
	return { ...kept, read };
};

export const count = (...paths: string[]): Kept => first('number', paths);

export const yesNo = (...paths: string[]): Kept => first('boolean', paths);

export const list = (...paths: string[]): Kept => first('array', paths);

export const part = (...paths: string[]): Kept => first('object', paths);

/** A moment in ISO 8601, whether the vendor writes it so, in seconds or in ms; what is neither stays as it is. */
export const moment = (...paths: string[]): Kept => ({
	type: 'string',
	read: (record) => {
		const found = paths.map((path) => at(record, path)).find(isThere);
		return found === undefined ? undefined : (readMoment(found) ?? found);
	},
});

/** A member of which the vendor's answer has no one place. */
export const made = (
	type: OutputType,
	read: (record: JsonObject) => JsonValue | undefined,
): Kept => ({ type, read });

/** The record in the members that Simplify keeps, without those that are not known. */
export function simplified(simple: Simple, record: JsonObject): JsonObject {
	const members = Object.entries(simple).map(([name, kept]) => [name, kept.read(record)] as const);
	return Object.fromEntries(members.filter(([, value]) => isThere(value))) as JsonObject;
}

/** What the simplified output looks like. */
export function shapeOf(simple: Simple): OutputShape {
	return Object.fromEntries(Object.entries(simple).map(([name, { type }]) => [name, type]));
}
