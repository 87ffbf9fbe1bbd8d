import type { JsonValue } from '../json/types';
import { encodingsOf } from './encodings';

export const HIDDEN = '[hidden]';

/** Shorter values are left alone: hiding "a" everywhere would ruin the text and protect nothing. */
const SHORTEST_SECRET = 6;

/** Hides secrets in a text; `inName` does so in the name of a field. */
export interface Redact {
	(text: string): string;
	readonly inName?: (name: string) => string;
}

/**
 * Whether a secret may be looked for in the names of fields. A password such as "status" or "recipient"
 * must not make an answer unreadable: below 16 characters it takes a digit or a sign to be no word.
 */
const isNoWord = (secret: string): boolean =>
	secret.length >= 16 || (secret.length >= 8 && /[^A-Za-z_ -]/.test(secret));

function hiding(secrets: readonly string[]): (text: string) => string {
	const encodings = secrets.flatMap(encodingsOf);
	return (text) =>
		encodings.reduce(
			(rest, { pattern, length, sign }) =>
				rest.length < length || sign?.test(rest) === false ? rest : rest.replace(pattern, HIDDEN),
			text,
		);
}

/**
 * A function that replaces every occurrence of the given secrets by `[hidden]`, in any of the encodings
 * of `encodingsOf`. Vendors echo keys and tokens in error texts; operators share those texts.
 */
export function redactor(secrets: readonly unknown[]): Redact {
	const texts = secrets
		.filter((secret): secret is string => typeof secret === 'string')
		.map((secret) => secret.trim())
		.filter((secret) => secret.length >= SHORTEST_SECRET);
	const longestFirst = [...new Set(texts)].sort((a, b) => b.length - a.length);
	return Object.assign(hiding(longestFirst), { inName: hiding(longestFirst.filter(isNoWord)) });
}

/** The same for the texts within a parsed answer, names of fields included. Numbers stay. */
export function redactWithin(value: JsonValue, redact: Redact): JsonValue {
	if (typeof value === 'string') return redact(value);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((member) => redactWithin(member, redact));
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [
			redact.inName?.(name) ?? name,
			redactWithin(member, redact),
		]),
	);
}
