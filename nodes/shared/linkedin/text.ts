/** Soft hyphen, zero-width space, direction marks, BOM and the like: never part of a slug. */
const INVISIBLE = /[\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;

/**
 * Zero-width joiners are spelling in Persian, Hindi and emoji but litter beside ASCII. The
 * look-behind on the second branch keeps a long run of them linear.
 */
const LITTERED_JOINERS =
	/(?<!\P{ASCII})(?:\u200C|\u200D)+|(?<!\u200C|\u200D)(?:\u200C|\u200D)+(?!\P{ASCII})/gu;

/** The text without invisible characters; other control characters become spaces. */
export function visible(text: string): string {
	return text
		.replace(INVISIBLE, '')
		.replace(LITTERED_JOINERS, '')
		.replace(/\p{Cc}/gu, ' ');
}

const LEADING = new Set([..."'(*.,;:!?~=>→•·‘’（【「『《。，、；：！？…\u200C\u200D"]);
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

/** An address glued to the one before it by a comma or semicolon starts a word of its own. */
const GLUED_LIST = /[,;](?=https?:|www\.|(?:[a-z]{1,3}\.)?linkedin\.)/gi;

/** Named and numeric entities that HTML puts into addresses and around them. */
const ENTITIES: ReadonlyArray<readonly [RegExp, string]> = [
	[/&(?:quot|#34|#x22|lt|#60|#x3c|gt|#62|#x3e|nbsp);/gi, ' '],
	[/&(?:#47|#x2f);/gi, '/'],
	[/&amp;/gi, '&'],
];

/** The words of a text: split at blanks, quotes, angle and square brackets, braces and bars. */
export function words(text: string): string[] {
	let plain = text.replace(GLUED_LIST, ' ');
	for (const [entity, sign] of ENTITIES) plain = plain.replace(entity, sign);
	return plain.split(/[\s"<>`|[\]{}“”„«»‹›]+/u).filter((word) => word !== '');
}
