/** Names of the characters HTML escapes by name. */
const ENTITIES: Readonly<Record<string, string>> = {
	'&': 'amp',
	'<': 'lt',
	'>': 'gt',
	'"': 'quot',
	"'": 'apos',
	' ': 'nbsp',
	'!': 'excl',
	'#': 'num',
	$: 'dollar',
	'%': 'percnt',
	'(': 'lpar',
	')': 'rpar',
	'*': 'ast',
	'+': 'plus',
	',': 'comma',
	'-': 'hyphen',
	'.': 'period',
	'/': 'sol',
	':': 'colon',
	';': 'semi',
	'=': 'equals',
	'?': 'quest',
	'@': 'commat',
	'[': 'lbrack',
	'\\': 'bsol',
	']': 'rbrack',
	_: 'lowbar',
	'`': 'grave',
	'{': 'lbrace',
	'|': 'vert',
	'}': 'rbrace',
	'~': 'tilde',
};

/** What a letter after a backslash stands for in JSON. */
const ESCAPES: Readonly<Record<string, string>> = {
	'\n': 'n',
	'\r': 'r',
	'\t': 't',
	'\b': 'b',
	'\f': 'f',
};

/**
 * Escapes are escaped again where a text is quoted within a text. Each has its bounds: without them, long
 * rows of signs would be searched again from each of them.
 */
const PERCENT = '%(?:25){0,4}';
const AMPERSAND = '&(?:amp;){0,4}';
const BACKSLASHES = '\\\\{1,8}';
const ZEROS = '0{0,6}';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Hexadecimal digits in either case. */
const inEitherCase = (hex: string): string =>
	hex.replace(/[a-f]/gi, (digit) => `[${digit.toLowerCase()}${digit.toUpperCase()}]`);

const hexOf = (code: number, digits: number): string =>
	inEitherCase(code.toString(16).padStart(digits, '0'));

/** A pattern for one character, in whatever way it may be written. */
function anySpelling(character: string): string {
	const bytes = [...Buffer.from(character, 'utf8')];
	const code = character.codePointAt(0) ?? 0;
	const units = character.split('');
	const named = ENTITIES[character];
	const letter = ESCAPES[character];
	return [
		`(?:${BACKSLASHES})?${escaped(character)}`,
		bytes.map((byte) => PERCENT + hexOf(byte, 2)).join(''),
		`${AMPERSAND}#${ZEROS}${code};?`,
		`${AMPERSAND}#[xX]${ZEROS}${hexOf(code, 1)};?`,
		units.map((unit) => `${BACKSLASHES}u${hexOf(unit.charCodeAt(0), 4)}`).join(''),
		`${BACKSLASHES}u\\{${ZEROS}${hexOf(code, 1)}\\}`,
		...(code < 0x100 ? [`${BACKSLASHES}x${hexOf(code, 2)}`] : []),
		...(named === undefined ? [] : [`${AMPERSAND}${named};`]),
		...(letter === undefined ? [] : [`${BACKSLASHES}${letter}`]),
		...(character === ' ' ? ['\\+'] : []),
	].join('|');
}

/**
 * The characters of Base64 that hold nothing but the secret, for each place at which it may begin within
 * a group of three bytes: so it is found within `user:key`, too.
 */
function base64Cores(secret: string): string[] {
	const bytes = Buffer.from(secret, 'utf8');
	return [0, 1, 2].map((before) => {
		const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
		const begin = Math.ceil((before * 8) / 6);
		const end = Math.floor(((before + bytes.length) * 8) / 6);
		return text.slice(begin, end);
	});
}

/** The same with what both alphabets of Base64 write for a character, and what may be made of it in a URL. */
const base64Pattern = (core: string): string =>
	[...core]
		.map((character) => {
			if (character === '+') return `(?:[+-]|${PERCENT}2[bB])`;
			return character === '/' ? `(?:[/_]|${PERCENT}2[fF])` : character;
		})
		.join('');

/** Finds one encoding of a secret. Most texts are too short for it, or hold nothing that it is made of. */
export interface Encoding {
	readonly pattern: RegExp;
	/** Characters it takes at least. */
	readonly length: number;
	/** What a text must hold for it to be worth a search. */
	readonly sign?: RegExp;
}

/**
 * What finds a secret as it is and in the encodings in which it comes back: Base64 in both alphabets, at
 * any place and as part of something longer; hexadecimal; percent and form encoding, whichever characters
 * are encoded; HTML entities by name and number; the escapes of JSON and JavaScript. Mixed within one
 * secret, too.
 */
export function encodingsOf(secret: string): Encoding[] {
	const escapes = [...secret].map((character) => `(?:${anySpelling(character)})`).join('');
	const inJson = JSON.stringify(secret).slice(1, -1);
	const wholes = new Set([secret, inJson]);
	return [
		{ pattern: new RegExp(escaped(secret), 'g'), length: secret.length },
		{ pattern: new RegExp(escapes, 'g'), length: secret.length, sign: /[%&\\+]/ },
		...[...wholes].flatMap(ofBytes),
	];
}

/** The encodings of a text as a whole. */
function ofBytes(text: string): Encoding[] {
	const bytes = [...Buffer.from(text, 'utf8')];
	const hex = bytes.map((byte) => hexOf(byte, 2)).join('[ :]?');
	const cores = base64Cores(text);
	const [whole, ...shifted] = cores.map(base64Pattern);
	const padding = `[A-Za-z0-9+/_-]?(?:=|${PERCENT}3[dD]){0,2}`;
	return [
		{ pattern: new RegExp(`(?:${whole})${padding}`, 'g'), length: cores[0].length },
		{ pattern: new RegExp(shifted.join('|'), 'g'), length: cores[1].length - 1 },
		{ pattern: new RegExp(hex, 'g'), length: 2 * bytes.length, sign: /[0-9a-fA-F]{2}/ },
	];
}
