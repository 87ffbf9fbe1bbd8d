import { trimEdges } from './text';

/** 'LinkedIn:', 'href=', 'profile:' before a value, but no scheme, URN or host with a port. */
const LABEL =
	/^(?!https?:|urn:|[\p{L}\p{N}_]{1,30}urn:)\p{L}[\p{L}_]{0,30}[:=：](?!\/\/|\d+(?:\/|$))/iu;

/** What may be glued to the front of an address: an arrow, a mark, a label; any other word may be a name. */
const GLUED_WORD =
	/^(?:[^\p{L}\p{N}/?#@=%:.…‥⋯-]|\b(?:linkedin|profile|profil|url|link|website|see|siehe|li)\b)+$/iu;

/** A word without its surrounding punctuation and labels. */
export function peel(word: string): string {
	let text = trimEdges(word);
	for (let round = 0; round < 3 && LABEL.test(text); round++) {
		text = trimEdges(text.replace(LABEL, ''));
	}
	const scheme = text.search(/https?:\/\//i);
	const isGlued = scheme > 0 && GLUED_WORD.test(text.slice(0, scheme));
	return isGlued ? unmarked(text, scheme) : text;
}

/** An address without the signs and encoded blanks in front of its scheme or host. */
export function unprefixed(text: string): string {
	return text.replace(/^(?:%[0-9a-f]{2}|[^\p{L}\p{N}])+(?=https?:|www\.|linkedin\.)/iu, '');
}

/** Where in a word, by itself, what `peel` leaves of it begins and ends. */
export function placeOf(word: string): { start: number; end: number } {
	const peeled = peel(word);
	const start = word.indexOf(peeled);
	return { start, end: start + peeled.length };
}

/** Markdown's _address_ without its marks: an underscore at the end would be read as the name's. */
function unmarked(text: string, from: number): string {
	const marks = /_+$/.exec(text.slice(Math.max(0, from - 3), from))?.[0] ?? '';
	const address = text.slice(from);
	return marks !== '' && address.endsWith(marks) ? address.slice(0, -marks.length) : address;
}
