/** The names of U+00A0 to U+00FF in order (HTML 4.01, "Character entity references for ISO 8859-1 characters"). */
const LATIN_1 =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
		' ',
	);

/** Name and character by turns: signs, dashes and quotes that editors and mail programs write. */
const OTHERS =
	'quot " amp & lt < gt > apos \' OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › euro € trade ™ larr ← uarr ↑ rarr → darr ↓ harr ↔ rArr ⇒ hArr ⇔ minus − lowast ∗ infin ∞ asymp ≈ ne ≠ le ≤ ge ≥ sum ∑ radic √ check ✓ star ☆ starf ★ hearts ♥ num # dollar $ percnt % lpar ( rpar ) lsqb [ rsqb ] lbrack [ rbrack ] lbrace { rbrace } lcub { rcub } colon : semi ; comma , period . excl ! quest ? equals = plus + hyphen ‐ lowbar _ grave ` verbar | vert | sol / bsol \\ commat @ ast * Hat ^ alpha α beta β gamma γ delta δ Delta Δ lambda λ mu μ pi π sigma σ Sigma Σ omega ω Omega Ω Zcaron Ž zcaron ž Ccaron Č ccaron č cacute ć eogon ę aogon ą lstrok ł Lstrok Ł sacute ś nacute ń zdot ż zacute ź ecaron ě rcaron ř uring ů abreve ă scedil ş gbreve ğ inodot ı imath ı Idot İ odblac ő udblac ű tcedil ţ'.split(
		' ',
	);

/** Spaces and joiners, which a table would not show. */
const UNSEEN: ReadonlyArray<readonly [string, string]> = [
	['ensp', '\u2002'],
	['emsp', '\u2003'],
	['thinsp', '\u2009'],
	['zwnj', '\u200C'],
	['zwj', '\u200D'],
	['lrm', '\u200E'],
	['rlm', '\u200F'],
	['NewLine', '\n'],
	['Tab', '\t'],
];

const NAMED: ReadonlyMap<string, string> = new Map([
	...LATIN_1.map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
	...OTHERS.flatMap(
		(name, at): Array<[string, string]> => (at % 2 === 0 ? [[name, OTHERS[at + 1]]] : []),
	),
	...UNSEEN,
	...['QUOT', 'AMP', 'LT', 'GT', 'NBSP'].map((name): [string, string] => [
		name,
		{ QUOT: '"', AMP: '&', LT: '<', GT: '>', NBSP: '\u00A0' }[name] ?? '',
	]),
]);

export const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,9});/g;

/** Numbers 128 to 159 mean Windows-1252, as all browsers read them (WHATWG HTML, "Numeric character reference end state"). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function numbered(code: number): string {
	if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252[code - 0x80];
	if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD';
	return String.fromCodePoint(code);
}

/** What an entity stands for; undefined where it is none ("R&D;"). */
export function entityOf(written: string): string | undefined {
	const name = written.slice(1, -1);
	if (!name.startsWith('#')) return NAMED.get(name);
	const isHex = /^#x/i.test(name);
	return numbered(parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
}

/** The text with all entities decoded, once. */
export function decoded(text: string): string {
	return text.replace(ENTITY, (written) => entityOf(written) ?? written);
}
