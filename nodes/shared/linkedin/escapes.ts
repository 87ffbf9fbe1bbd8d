/** HTML's names for the letters from À (U+00C0) to ÿ (U+00FF), in their order. */
const LATIN =
	'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
	'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
	'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
	'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** The other names that stand in addresses and around them. Any other stays as it is, and is refused. */
const NAMED = new Map<string, string>([
	...LATIN.split(' ').map((name, at) => [name, String.fromCharCode(0xc0 + at)] as const),
	...Object.entries({
		...{ amp: '&', AMP: '&', quot: '"', QUOT: '"', apos: "'", lt: '<', LT: '<', gt: '>', GT: '>' },
		...{ nbsp: '\u00A0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', Tab: '\t' },
		...{ NewLine: '\n', shy: '\u00AD', zwnj: '\u200C', zwj: '\u200D', lrm: '\u200E' },
		...{ rlm: '\u200F', ZeroWidthSpace: '\u200B', NoBreak: '\u2060', hellip: '…', mldr: '…' },
		...{ sol: '/', bsol: '\\', colon: ':', period: '.', comma: ',', semi: ';', quest: '?' },
		...{ num: '#', equals: '=', percnt: '%', lowbar: '_', hyphen: '\u2010', dash: '\u2010' },
		...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', lpar: '(' },
		...{ rpar: ')', reg: '®', copy: '©', trade: '™', bull: '•', middot: '·', OElig: 'Œ' },
		...{ oelig: 'œ', Scaron: 'Š', scaron: 'š', Zcaron: 'Ž', zcaron: 'ž', Yuml: 'Ÿ' },
	}),
]);

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z\d]{1,31}));/gi;

/** Exports escape what is escaped already; deeper than this nobody does. */
const ROUNDS = 4;

/**
 * What JSON writes for a line break, a tab or a letter. Not behind `\in`: an address with backslashes
 * may go on with a name in n, r, t or u.
 */
const JSON_ESCAPE = /(?<!\\in)\\(?:u([\da-f]{4})|[nrt])/gi;

function byCode(code: number): string {
	const isScalar = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
	return isScalar ? String.fromCodePoint(code) : '\uFFFD';
}

function decodeEntity(entity: string, decimal?: string, hex?: string, name?: string): string {
	if (decimal !== undefined) return byCode(Number.parseInt(decimal, 10));
	if (hex !== undefined) return byCode(Number.parseInt(hex, 16));
	return NAMED.get(name ?? '') ?? entity;
}

/** The text without HTML's and JSON's escapes. What is no whole escape stays, for others to refuse. */
export function unescape(text: string): string {
	let plain = text.replace(JSON_ESCAPE, (_, hex?: string) =>
		hex === undefined ? '\n' : String.fromCharCode(Number.parseInt(hex, 16)),
	);
	for (let round = 0; round < ROUNDS; round++) {
		const decoded = plain.replace(ENTITY, decodeEntity);
		if (decoded === plain) break;
		plain = decoded;
	}
	return plain;
}
