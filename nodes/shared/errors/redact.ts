import type { JsonValue } from '../http/types';

export const HIDDEN = '[hidden]';

/** Shorter values are left alone: hiding "a" everywhere would ruin the text and protect nothing. */
const SHORTEST_SECRET = 6;

/**
 * A function that replaces every occurrence of the given secrets, also URL-encoded or JSON-escaped, by
 * `[hidden]`. Vendors echo keys and tokens in error texts; operators share those texts.
 */
export function redactor(secrets: readonly unknown[]): (text: string) => string {
	const spellings = new Set<string>();
	for (const secret of secrets) {
		if (typeof secret !== 'string') continue;
		const trimmed = secret.trim();
		if (trimmed.length < SHORTEST_SECRET) continue;
		spellings.add(trimmed);
		spellings.add(encodeURIComponent(trimmed));
		spellings.add(JSON.stringify(trimmed).slice(1, -1));
	}
	const longestFirst = [...spellings].sort((a, b) => b.length - a.length);
	return (text) => longestFirst.reduce((rest, secret) => rest.split(secret).join(HIDDEN), text);
}

/**
 * The same for the texts within a parsed answer. Field names and numbers stay: a password such as
 * "status" or "123456" must not make an answer unreadable.
 */
export function redactWithin(value: JsonValue, redact: (text: string) => string): JsonValue {
	if (typeof value === 'string') return redact(value);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((member) => redactWithin(member, redact));
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [name, redactWithin(member, redact)]),
	);
}
