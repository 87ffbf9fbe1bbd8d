import type { Refusal } from './reading';
import { CUT_SHORT, damaged } from './reading';
import { isQuery } from './tail';
import { decodeFully } from './percent';
import { visible } from './text';

const GOES_ON = damaged(
	'is followed by something that may be the rest of the profile name; take out the blank or line break before it, or give the address alone',
);
const UNCLEAR = damaged(
	'has a sign behind it that may stand for a lost letter or for a cut; give the address alone, as the browser shows it',
);

/** Signs that close what stood before them, each with the sign that opened it. */
const CLOSERS = new Map(
	[...'>< )( ][ }{ ”“ »« ›‹ ）（ 】【 」「 』『 》《'.split(' '), '""', '“„', '`<', '|<', '``'].map(
		(pair) => [pair[0], pair.slice(1)] as const,
	),
);
const STOPS = new Set([...',;:!。，、；：！']);

/** Markdown's marks and single quotes, which are signs of a name or of a lost letter when they stand alone. */
const PAIRED = /[*_~'‘’]+$/;

/** What may stand behind a blank and belongs to no name: brackets and quotes that close, dashes, bullets, @, #. */
const COMMENT =
	/^(?:\[(?!\.{2}|…)[^\]]*\]|\{[^}]*\}|\([^)]*\)|<[^>]*>|"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|‹[^›]*›|（[^）]*）|【[^】]*】|「[^」]*」|[@#](?=\D)|[|>•·→►](?=\s|$)|[–—―](?:$|\s+(?:$|\p{Lu}[^\s/]*(?:\s|$)))|\+\d[\d\s()./-]{5,})/u;

/** Labels of the next line in a signature or a note. */
const LABEL =
	/^(?:phone|tel|telephone|telefon|mobile|mobil|cell|fax|e-?mail|mail|web|website|site|url|twitter|github|skype|company|firma|title|location|note|notes|source|address|linkedin)\s?:/i;

/** A word in brackets that is no part of a name: the labels of LinkedIn's PDFs, or more words than one. */
const BRACKETED =
	/^\((?:[^()]*[\s:/,][^()]*|linkedin|profile|profil|personal|company|blog|portfolio|other|rss|work|private|ceo|cto|cfo|coo|vp|founder)\)/i;

/** What is left of an entity without its &. */
const HALF_ENTITY =
	/(?:[aeinouy](?:grave|acute|circ|tilde|uml)|[au]ring|[cs]cedil|oslash|szlig|[sz]caron|nbsp|zwn?j|&shy|apos)$/i;

const EMAIL = /^[^\s@]{1,64}@[^\s@]/;
const SITE = /^(?:(?:https?|ftp|mailto):\/*|www\.)/i;

/** "works at", of somebody whose company's address follows. */
const AT_COMPANY =
	/^(?:now )?(?:works?|worked|working|is|was|ceo|cto|founder) (?:now )?(?:at|for|with|of) (?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/(?:company|school|showcase)\//i;

/** HTML's tags that end a line or a cell; others, such as <b>, stand within a word too. */
const CLOSING_TAG =
	/^(?:<\/?(?:p|a|div|li|ul|ol|td|tr|th|table|h[1-6]|body|html|dd|dt|blockquote|pre|code|u|strong|em|b|i|span|font)(?:\s[^<>]{0,200})?\/?>)/i;
const BREAK_TAG = /^<(?:br|wbr|hr)\s?\/?>/i;

/** An address in a text: the text, where the address begins and ends, and what reads another one. */
export interface Place {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** Whether a text begins with an address or an ID of its own. */
	readonly begins: (text: string) => boolean;
}

/** Whether nothing in a word stands behind any of the facts that were read from it. */
export function isOpen(word: string, facts: readonly string[]): boolean {
	const plain = visible(decodeFully(word) ?? word)
		.trim()
		.toLowerCase()
		.normalize('NFC');
	return (
		// A backslash at the end of a line goes on in the next one.
		facts.some((fact) => plain.replace(/\\$/, '').endsWith(fact.toLowerCase())) ||
		/\/pub\/[^/]+(?:\/[0-9a-f]{1,3}){3}$/.test(plain)
	);
}

/**
 * Why what stands behind an address may be the rest of its name, or the trace of a lost letter; undefined
 * where it is neither. A name is never cut: what cannot be told from its rest is asked for again.
 */
export function looseEnd({ text, start, end, begins }: Place): Refusal | undefined {
	const before = text.slice(0, start);
	const mark = PAIRED.exec(before.slice(-3))?.[0] ?? '';
	const closing = [...mark].reverse().join('').replaceAll('‘', '’');
	let rest = text.slice(end);
	if (mark !== '' && rest.startsWith(closing)) {
		rest = rest.slice(closing.length);
		if (!startsWord(rest)) return undefined;
	}
	// A full stop or question mark may stand before what closes; more than a few are no prose.
	for (let round = 0; round < 4; round++) {
		const [sign = ''] = rest;
		const next = rest.slice(1);
		if (rest.trim() === '') return undefined;
		if (/^\s/.test(rest)) return behindBlank(rest.trimStart(), begins);
		if (sign === '<') return behindTag(rest, begins);
		if (sign === '…' || rest.startsWith('..')) return CUT_SHORT;
		if (sign === ',' && /^\s*\p{Pd}/u.test(next)) return GOES_ON;
		const isDirect = startsWord(next) && !begins(next);
		if (isOpened(sign, before)) return undefined;
		if (sign === ';' && HALF_ENTITY.test(before + text.slice(start, end))) return UNCLEAR;
		if (STOPS.has(sign)) return isDirect ? UNCLEAR : undefined;
		if (!(sign === '.' || sign === '?' || CLOSERS.has(sign)) || isDirect) return UNCLEAR;
		if (next.startsWith('?')) return UNCLEAR;
		rest = next;
	}
	return UNCLEAR;
}

function isOpened(closer: string, before: string): boolean {
	if (closer === '|') return before.endsWith('<');
	return [...(CLOSERS.get(closer) ?? '')].some((opener) => before.includes(opener));
}

function startsWord(text: string): boolean {
	return /^[\p{L}\p{N}\p{M}\p{S}%&_'’*?-]/u.test(text) && !/^[<>|`]/.test(text);
}

function behindTag(rest: string, begins: Place['begins']): Refusal | undefined {
	const tag = CLOSING_TAG.exec(rest)?.[0];
	if (tag === undefined) {
		const broken = BREAK_TAG.exec(rest)?.[0];
		if (broken === undefined) return UNCLEAR;
		return behindBlank(rest.slice(broken.length).trimStart(), begins);
	}
	const next = rest.slice(tag.length);
	const isInline = /^<\/?(?:b|i|u|em|strong|span|font|code)\b/i.test(tag);
	if (!isInline && /^<\//.test(tag)) return undefined;
	return startsWord(next) && !begins(next) ? GOES_ON : undefined;
}

function behindBlank(rest: string, begins: Place['begins']): Refusal | undefined {
	if (rest === '') return undefined;
	if (/^[([{]?\s?(?:…|\.{2})/.test(rest)) return CUT_SHORT;
	if (rest.startsWith('(') && !BRACKETED.test(rest)) return GOES_ON;
	if (COMMENT.test(rest) || LABEL.test(rest) || EMAIL.test(rest) || SITE.test(rest)) {
		return rest[0] === '|' && startsWord(rest.slice(1)) && !begins(rest.slice(1))
			? UNCLEAR
			: undefined;
	}
	if (begins(rest) || AT_COMPANY.test(rest)) return undefined;
	if (/^[)\]};:!,，。、]+(?:\s|$)/.test(rest)) return /^,\s*-/.test(rest) ? GOES_ON : undefined;
	const query = /^[?&](\S*)/.exec(rest)?.[1];
	if (query !== undefined) return query !== '' && isQuery(query) ? undefined : UNCLEAR;
	if (/^\/+(?:\s|$|\?)/.test(rest)) return undefined;
	if (/^<(?:\/|br)/i.test(rest)) return undefined;
	return GOES_ON;
}
