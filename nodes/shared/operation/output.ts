import type { JsonObject } from '../json/types';

/** What a member of an output holds, or may hold; with a question mark, it may be null. */
export type OutputType =
	| 'string'
	| 'number'
	| 'integer'
	| 'boolean'
	| 'object'
	| 'array'
	| 'string?'
	| 'integer?'
	| 'object?'
	| 'string|integer'
	| 'object|array|string?';

/** Members by name; an array of things is written with the one thing in brackets. */
export interface OutputShape {
	readonly [name: string]: OutputMember;
}

type OutputMember = OutputType | OutputShape | readonly [OutputType | OutputShape];

function memberSchema(member: OutputMember): JsonObject {
	if (Array.isArray(member))
		return { type: 'array', items: memberSchema(member[0] as OutputMember) };
	if (typeof member === 'object') return objectSchema(member as OutputShape);
	const types = member.replace('?', '|null').split('|');
	return { type: types.length === 1 ? types[0] : types };
}

function objectSchema(shape: OutputShape): JsonObject {
	const properties = Object.entries(shape).map(([name, one]) => [name, memberSchema(one)]);
	return { type: 'object', properties: Object.fromEntries(properties) };
}

/** The JSON schema that n8n's editor shows for an output before its first run (n8n: `__schema__`). */
export function outputSchema(shape: OutputShape): JsonObject {
	return { ...objectSchema(shape), version: 1 };
}

const SUBJECTS = {
	recipient: { input: 'string', profileUrl: 'string', publicIdentifier: 'string', urn: 'string' },
	post: { input: 'string', url: 'string', urn: 'string' },
	collectedPost: { input: 'string', url: 'string', urn: 'string', id: 'string' },
} as const;

const RATE_LIMIT = {
	action: 'string',
	limit: 'integer',
	used: 'integer',
	remaining: 'integer',
	resetsAt: 'string',
} as const;

/**
 * The output of an act.
 *
 * @param response members of the vendor's own answer
 * @param more what this vendor tells beside it
 */
export function actOutput(
	on: keyof typeof SUBJECTS,
	response: OutputShape,
	...more: ReadonlyArray<'taskId' | 'rateLimit'>
): OutputShape {
	return {
		outcome: 'string',
		vendor: 'string',
		action: 'string',
		[on === 'recipient' ? 'recipient' : 'post']: SUBJECTS[on],
		...(more.includes('taskId') && { taskId: 'string' }),
		reason: 'string',
		text: 'string',
		...(more.includes('rateLimit') && { rateLimit: RATE_LIMIT }),
		response,
	};
}
