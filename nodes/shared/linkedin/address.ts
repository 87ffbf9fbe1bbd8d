/** An address in its parts. `host` is lower-case, and empty when it is missing. */
export interface Address {
	readonly host: string;
	readonly segments: readonly string[];
	readonly query: string;
	readonly fragment: string;
	readonly hasScheme: boolean;
	/** Whether its path ends with a slash, or something follows the path. */
	readonly isClosed: boolean;
}

/** Whole schemes with no name glued to their front, '//', and what typing and half a copy leave of https:// */
const SCHEME =
	/^(?:(?![a-z0-9+.-]{1,30}https?:)[a-z][a-z0-9+.-]{0,30}:\/{2,}|\/{2,}|h?t?tps?:?\/+|https?:)/i;

/** linkedin://in/jane-doe and linkedin://profile/12345 open LinkedIn's app. */
const APP_SCHEME = /^linkedin:\/\/+(?!(?:[a-z]{1,5}\.)?linkedin\.)/i;

/** The slashes and colon of an address that was encoded as a whole. */
const ENCODED_SIGNS = /%(?:25)*(?:2f|3a)/i;

/** Whether the signs that give an address its structure are themselves encoded. */
export function isEncodedWhole(text: string): boolean {
	const bare = text.replace(SCHEME, '');
	return ENCODED_SIGNS.test(bare.slice(0, bare.search(/[/?#]|$/)));
}

/** Splits an address by hand: it must neither throw, nor mend a host, nor need n8n's globals. */
export function splitAddress(text: string): Address {
	const straight = text.replace(/\\/g, '/');
	const inApp = APP_SCHEME.test(straight);
	let rest = straight.replace(APP_SCHEME, '');
	let hasScheme = inApp;
	// Twice, because forms that prepend https:// are given addresses that have it already.
	for (let round = 0; !inApp && round < 2 && SCHEME.test(rest); round++) {
		rest = rest.replace(SCHEME, '');
		hasScheme = true;
	}
	const [beforeFragment, fragment] = cut(rest, '#');
	const [beforeQuery, query] = cut(beforeFragment, '?');
	const [authority, path] = inApp ? ['', beforeQuery] : cut(beforeQuery, '/');
	return {
		host: inApp ? 'linkedin.com' : hostOf(authority),
		segments: path.split('/').filter((segment) => segment !== ''),
		query,
		fragment,
		hasScheme,
		isClosed: path.endsWith('/') || beforeQuery.length < rest.length,
	};
}

/** Splits a path that came without a host, such as /in/jane-doe or in/jane-doe. */
export function splitPath(text: string): Address {
	return splitAddress(`linkedin://${text}`);
}

function cut(text: string, sign: string): [string, string] {
	const at = text.indexOf(sign);
	return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** What stands before an @ is a user name: linkedin.com@evil.example leads to evil.example. */
function hostOf(authority: string): string {
	return authority
		.slice(authority.lastIndexOf('@') + 1)
		.replace(/:\d*$/, '')
		.replace(/\.$/, '')
		.toLowerCase();
}
