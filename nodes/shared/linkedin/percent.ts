/** CRMs and redirects encode what is already encoded; deeper than this nobody does. */
const ROUNDS = 4;

/** The text with every layer of percent-encoding taken off, or undefined if a layer is broken. */
export function decodeFully(text: string): string | undefined {
	let plain = text;
	try {
		for (let round = 0; round < ROUNDS && plain.includes('%'); round++) {
			plain = decodeURIComponent(plain);
		}
	} catch {
		return undefined;
	}
	return plain;
}

/** A query parameter by name (any case), decoded once; undefined if absent, empty or broken. */
export function parameter(query: string, names: readonly string[]): string | undefined {
	for (const pair of query.split(/[&;]/)) {
		const equals = pair.indexOf('=');
		if (equals < 0 || !names.includes(pair.slice(0, equals).toLowerCase())) continue;
		try {
			return decodeURIComponent(pair.slice(equals + 1)) || undefined;
		} catch {
			return undefined;
		}
	}
	return undefined;
}
