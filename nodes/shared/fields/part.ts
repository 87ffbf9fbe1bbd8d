import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { optionsField } from './properties';
import { byDisplayName } from './byName';

/**
 * Some of an operation's parameters as one value: what the editor shows, and how what n8n hands over is read.
 * `shape` is over the parameters by name, members of the `options` collection among them.
 */
export interface Part<Shape extends z.ZodRawShape = z.ZodRawShape> {
	readonly properties: readonly INodeProperties[];
	readonly shape: Shape;
}

type Of<Name extends string, Schema extends z.ZodTypeAny> = Part<{ [Key in Name]: Schema }>;

type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
	all: infer Every,
) => void
	? Every
	: never;

type ShapeOf<Parts extends readonly Part[]> =
	All<Parts[number]['shape']> extends infer Shape extends z.ZodRawShape ? Shape : never;

/** What an operation is given when these are its parts. */
export type InputOf<Parts extends readonly Part[]> = {
	readonly [Name in keyof All<Parts[number]['shape']>]: All<
		Parts[number]['shape']
	>[Name] extends z.ZodTypeAny
		? z.output<All<Parts[number]['shape']>[Name]>
		: never;
};

/** What is made when it is first asked for: n8n loads every schema at its start, and few are ever used. */
export function onDemand<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

/** A part whose schemas are made when they are first asked for. */
function partOf<Shape extends z.ZodRawShape>(
	properties: readonly INodeProperties[],
	make: () => Shape,
): Part<Shape> {
	const shape = onDemand(make);
	return {
		properties,
		get shape() {
			return shape();
		},
	};
}

type Given<Schema> = Schema | (() => Schema);

const schemaIn = <Schema extends z.ZodTypeAny>(given: Given<Schema>): Schema =>
	typeof given === 'function' ? given() : given;

/**
 * One field: its property, and the schema of its value.
 *
 * @param schema or what makes it, which spares n8n's start the making
 */
export function field<const Name extends string, Schema extends z.ZodTypeAny>(
	property: INodeProperties & { readonly name: Name },
	schema: Given<Schema>,
): Of<Name, Schema> {
	const { name } = property;
	return partOf([property], () => ({ [name]: schemaIn(schema) }) as { [Key in Name]: Schema });
}

/** The same field with another look: another text, another default, shown elsewhere. */
export function looking<Shape extends z.ZodRawShape>(
	part: Part<Shape>,
	more: Partial<Omit<INodeProperties, 'name'>>,
): Part<Shape> {
	const properties = part.properties.map((property) => ({ ...property, ...more }));
	return partOf(properties, () => part.shape);
}

/** The same field where it is shown by somebody else, and read here as well. */
export function unseen<Shape extends z.ZodRawShape>(part: Part<Shape>): Part<Shape> {
	return partOf([], () => part.shape);
}

/** The same field, read another way. */
export function reading<const Name extends string, Schema extends z.ZodTypeAny>(
	part: Of<Name, z.ZodTypeAny>,
	schema: Given<Schema>,
): Of<Name, Schema> {
	const [{ name }] = part.properties;
	return partOf(part.properties, () => ({ [name]: schemaIn(schema) }) as { [Key in Name]: Schema });
}

/** The `options` collection with these fields as its members. Each is read by its own name. */
export function optionsPart<const Members extends readonly Part[]>(
	...members: Members
): Part<ShapeOf<Members>> {
	const properties = members.flatMap((member) => member.properties);
	return partOf(
		properties.length > 0 ? [optionsField(properties)] : [],
		() => Object.assign({}, ...members.map(({ shape }) => shape)) as ShapeOf<Members>,
	);
}

/** A collection of further fields, all of which may be left out: filters of a search, what to change. */
export function collectionPart<const Name extends string, const Members extends readonly Part[]>(
	shown: { readonly displayName: string; readonly name: Name; readonly placeholder: string },
	...members: Members
): Of<Name, z.ZodType<InputOf<Members>, z.ZodTypeDef, unknown>> {
	const options = members
		.flatMap(({ properties }) => properties)
		.sort((a, b) => byDisplayName(a.displayName, b.displayName));
	const schema = () =>
		z.preprocess((value) => value ?? {}, schemaOf(members)) as z.ZodType<
			InputOf<Members>,
			z.ZodTypeDef,
			unknown
		>;
	return field({ ...shown, type: 'collection', default: {}, options }, schema);
}

/** The schema over all parts. */
export function schemaOf<Parts extends readonly Part[]>(
	parts: Parts,
): z.ZodType<InputOf<Parts>, z.ZodTypeDef, unknown> {
	const shape = Object.assign({}, ...parts.map((part) => part.shape)) as z.ZodRawShape;
	return z.object(shape) as unknown as z.ZodType<InputOf<Parts>, z.ZodTypeDef, unknown>;
}
