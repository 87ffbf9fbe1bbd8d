import { unescape } from './escapes';
import { markLost } from './mojibake';

/** Soft hyphen, zero-width space, direction marks, fillers and the like: never part of a slug. */
const INVISIBLE =
	/(?!\u200C|\u200D|\uFE0E|\uFE0F|[\u{E0000}-\u{E0FFF}])\p{Default_Ignorable_Code_Point}/gu;

/** Emoji's variation selectors, anywhere else. */
const STRAY_SELECTORS = /(?<!\p{Extended_Pictographic})(?:\uFE0E|\uFE0F)+/gu;

/** Control characters, and Braille's blank. */
const BLANKS = /[\p{Cc}\u2800]/gu;

const JOINERS = /[\u200C\u200D]+/gu;
const EMOJI_END = /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)$/u;
const EMOJI_START = /^\p{Extended_Pictographic}/u;
const ARABIC_END = /\p{Script=Arabic}$/u;
const ARABIC_START = /^\p{Script=Arabic}/u;
const VIRAMA_END = /[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA]$/u;
const LETTER_START = /^\p{L}/u;

/** Zero-width joiners are spelling within emoji, Persian and Indian words, and litter anywhere else. */
function joinerIn(joiners: string, at: number, text: string): string {
	const before = text.slice(Math.max(0, at - 2), at);
	const after = text.slice(at + joiners.length, at + joiners.length + 2);
	const [joiner] = joiners;
	const isSpelling =
		joiner === '\u200D'
			? (EMOJI_END.test(before) && EMOJI_START.test(after)) || VIRAMA_END.test(before)
			: (ARABIC_END.test(before) && ARABIC_START.test(after)) ||
				(VIRAMA_END.test(before) && LETTER_START.test(after));
	return isSpelling ? joiner : '';
}

/** The text without invisible characters; other control characters become blanks. */
export function visible(text: string): string {
	return markLost(text)
		.replace(INVISIBLE, '')
		.replace(STRAY_SELECTORS, '')
		.replace(JOINERS, joinerIn)
		.replace(BLANKS, ' ');
}

/** What the operator pasted as it was before HTML, JSON and PDFs went over it. */
export function readable(text: string): string {
	return visible(unescape(text));
}

const LEADING = new Set([..."'(*.,;:!?~=>→•·‘’（【「『《。，、；：！？\u200C\u200D"]);
const TRAILING = new Set([..."')*.,;:!?~‘’）】」』》。，、；：！？\u200C\u200D"]);

function opensOf(text: string): number {
	return text.split('(').length - text.split(')').length;
}

/**
 * The word without the punctuation that surrounds it in prose. A closing bracket that was opened
 * inside stays, and so does an ellipsis: it says that something is missing.
 */
export function trimEdges(word: string): string {
	let start = 0;
	let end = word.length;
	while (start < end && (LEADING.has(word[start]) || /\s/.test(word[start]))) start++;
	let unclosed = opensOf(word.slice(start));
	while (end > start) {
		const last = word[end - 1];
		if (!TRAILING.has(last) && !/\s/.test(last)) break;
		if (last === '.' && word[end - 2] === '.') break;
		if (last === ')' && unclosed++ >= 0) break;
		end--;
	}
	return word.slice(start, end);
}

/** An address glued to the one before it by a sign starts a word of its own. */
const GLUED_LIST = /[,;|](?=https?:|www\.|(?:[a-z]{1,3}\.)?linkedin\.)/gi;

/** A word and where it stands. */
export interface Word {
	readonly text: string;
	readonly start: number;
}

/** The words of a text: split at blanks, quotes, angle and square brackets, braces and bars. */
export function wordsOf(text: string): Word[] {
	const plain = text.replace(GLUED_LIST, ' ');
	return [...plain.matchAll(/[^\s"<>`|[\]{}“”„«»‹›]+/gu)].map(({ 0: word, index }) => ({
		text: word,
		start: index,
	}));
}

/** The same, without their places. */
export function words(text: string): string[] {
	return wordsOf(text).map(({ text: word }) => word);
}
