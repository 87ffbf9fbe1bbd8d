/** Zero-width characters, soft hyphens, marks of direction: what a copied text brings along unseen. */
const UNSEEN = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;

/** Opening quotes and what closes them. */
const QUOTES: ReadonlyArray<readonly [string, string]> = [
	['"', '"'],
	["'", "'"],
	['`', '`'],
	['“', '”'],
	['‘', '’'],
	['„', '“'],
	['„', '”'],
	['«', '»'],
];

function inner(text: string): string | undefined {
	const pair = QUOTES.find(
		([open, close]) => text.length > 1 && text.startsWith(open) && text.endsWith(close),
	);
	return pair && text.slice(1, -1).trim();
}

/** A key or an ID without the blanks, unseen characters and quotes that come along when it is copied. */
export function unquoted(text: string): string {
	const seen = text.replace(UNSEEN, '').trim();
	const within = inner(seen);
	return within === undefined ? seen : unquoted(within);
}

/** "Authorization: Bearer …" and the like: the name of a header, copied with its value. */
const HEADER_NAME = /^["']?(?:authorization|(?:x-)?api[-_ ]?key)["']?\s*[:=]\s*/i;
const BEARER = /^bearer(?:\s+|$)/i;
/** What ends a line of JSON or of settings. */
const LINE_END = /[,;]$/;

/**
 * A key or token as it is meant. Blanks around it, quotes, the header it stood in and line breaks within it (from
 * a wrapped line) are never part of one. What else may be wrong with it is left for others to refuse.
 */
export function meantSecret(pasted: unknown): string {
	if (typeof pasted !== 'string') return '';
	let text = pasted.replace(/[\r\n\u0085\u2028\u2029]+/g, '');
	for (let before = ''; before !== text; ) {
		before = text;
		const value = text.trim().replace(LINE_END, '').replace(HEADER_NAME, '');
		text = unquoted(value).replace(BEARER, '');
	}
	return text;
}
