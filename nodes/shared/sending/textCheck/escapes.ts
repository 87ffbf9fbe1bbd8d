import type { Finding } from './finding';

/** What an escape stands for. */
const MEANS: Readonly<Record<string, string>> = {
	n: '\n',
	r: '\r',
	t: '\t',
	'"': '"',
	"'": "'",
	'/': '/',
};

/** `\n`, `\r\n`, `\\n\\n`, `\t`: a run of them. */
const RUN = /(?:\\{1,2}[nrt](?![nrt]\\))+|(?:\\{1,2}[nrt])+/g;

/** Folders and files: a drive, a server, a variable, or dots in front, then names between backslashes. */
const PATH =
	/(?:(?<![\p{L}\p{N}])[A-Za-z]:|(?<![\\\p{L}\p{N}])\\\\[\p{L}\p{N}._$-]+|(?<![\p{L}\p{N}.])\.{1,2}|(?<!\S)~|%\w+%|(?<!\p{L})HK[A-Z_]{2,}|\$env:\w+|\$\w+)(?:\\(?![nrt]\\[nrt])[\p{L}\p{N}_.~$@&+%()-]*[\p{L}\p{N}_~$)](?: (?:and )?[\p{Lu}\p{N}(][\p{L}\p{N}_.~&()-]*)*)+(?:\\(?![nrt]))?/gu;
/** `DOMAIN\name`, and a relative path that ends in a file or holds a backslash that escapes nothing. */
const ACCOUNT =
	/(?<![\p{L}\p{N}\\])[A-Z][A-Z\d-]{1,14}\\[\p{Ll}][\p{Ll}\d._-]*(?![\p{L}\p{N}\\])/gu;
const FILE =
	/(?<![\p{L}\p{N}\\])[\p{L}\p{N}_-]+(?:\\[\p{L}\p{N}_-]+)+\.[a-z\d]{1,5}(?![\p{L}\p{N}\\.])/gu;
const RELATIVE =
	/(?<![\p{L}\p{N}\\])[\p{L}\p{N}_.-]+(?:\\[\p{L}\p{N}_.-]+)*\\(?!u[\da-fA-F]{4})[a-mo-qsu-zA-Z\d][\p{L}\p{N}_.-]*(?:\\[\p{L}\p{N}_.-]+)*/gu;
/** TeX words and signs of regular expressions that begin with the same letters. */
const TEX =
	/\\(?:nabla|natural|ne[qg]?|newcommand|newline|newpage|ni|nmid|noindent|nolimits|nonumber|normalsize|not|notin|nu|nparallel|rho|right(?:arrow|harpoon)?|rangle|rceil|rfloor|raise|rm|ref|renewcommand|root|tau|theta|times|tan|tanh|text(?:bf|it|rm|sc|tt|sf)?|textstyle|tfrac|therefore|tilde|tiny|title|to|top|triangle|tt)(?![a-z])/g;
/** Quoted or within a regular expression: somebody writes about the sign itself. */
const ABOUT_IT =
	/(["'`“‘])(?:\\{1,2}[nrt])+["'`”’]|\[\^?(?:\\[nrtsdwbfv\\]|[^\]\s\\]){1,12}\]|\\[rn]\?\\n|\\[nrt][+*?{](?![^\n]*\\[nrt]\\[nrt])|(?:\\[dwsSDWB][+*?]?){1,8}\\[nrt]|(?:printf|print|echo|split|join|replace|log)\s?\([^)\n]{0,80}\)/g;

/** Spans of the text in which a backslash is meant as it stands. */
function meant(text: string): Array<readonly [number, number]> {
	const spans: Array<readonly [number, number]> = [];
	for (const kind of [PATH, ACCOUNT, FILE, RELATIVE, ABOUT_IT]) {
		for (const match of text.matchAll(kind))
			spans.push([match.index, match.index + match[0].length]);
	}
	for (const match of text.matchAll(TEX)) {
		// "Jane,\nu …": behind the end of a phrase it is a break.
		if (!/[.,!?:;)"”]$/.test(text.slice(Math.max(0, match.index - 1), match.index))) {
			spans.push([match.index, match.index + match[0].length]);
		}
	}
	return spans.sort(([one], [other]) => one - other);
}

export interface Escape {
	readonly at: number;
	readonly written: string;
	readonly means: string;
}

/** JSON's way to write other characters: `\u00e9`, `\"`. */
const OTHERS = /\\{1,2}(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|(["']))/g;

/** The line break of a form, behind a word; in an address it is its own. */
const FORM_BREAK = /(?<=[\p{L}\p{N}.,!?;:)])(?:(?:%0D)?%0A)+/giu;

/** All escapes of a text that stand for a character, in order; paths, TeX and code are none. */
export function escapesOf(text: string): Escape[] {
	if (!/\\|%0A/i.test(text)) return [];
	const spans = meant(text);
	const isMeant = (at: number): boolean => spans.some(([start, end]) => start <= at && at < end);
	const found: Escape[] = [];
	for (const match of text.matchAll(RUN)) {
		if (isMeant(match.index)) continue;
		const means = match[0].replace(/\\+([nrt])/g, (_, letter: string) => MEANS[letter]);
		found.push({ at: match.index, written: match[0], means: means.replace(/\r\n?/g, '\n') });
	}
	for (const match of text.matchAll(OTHERS)) {
		if (isMeant(match.index)) continue;
		const code = parseInt(match[1] ?? match[2] ?? '0', 16);
		if (code > 0x10ffff) continue;
		const means = match[3] ?? String.fromCharCode(code);
		found.push({ at: match.index, written: match[0], means });
	}
	for (const match of text.matchAll(FORM_BREAK)) {
		const word =
			text
				.slice(Math.max(0, match.index - 200), match.index)
				.split(/\s/)
				.pop() ?? '';
		if (/:\/\/|www\.|[?=]|%[\da-f]{2}/i.test(word)) continue;
		const means = '\n'.repeat(match[0].match(/%0A/gi)?.length ?? 1);
		found.push({ at: match.index, written: match[0], means });
	}
	return found.sort((one, other) => one.at - other.at);
}

/** The first literal escape of a text. */
export function literalEscape(text: string): Finding | undefined {
	const escape = escapesOf(text)[0];
	return escape && { kind: 'escapes', piece: escape.written };
}

/** The text with its escapes turned into what they stand for. */
export function unescaped(text: string): string {
	let result = '';
	let at = 0;
	for (const escape of escapesOf(text)) {
		if (escape.at < at) continue;
		result += text.slice(at, escape.at) + escape.means;
		at = escape.at + escape.written.length;
	}
	return result + text.slice(at);
}
