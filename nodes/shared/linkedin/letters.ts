/** Whose slug it is: a company's may be short, hold & + !, or end in the hyphen of "inc-". */
export type SlugOf = 'member' | 'company';

const LETTERS = '\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Co}\\p{Pd}';
const EMOJI = '\\p{Extended_Pictographic}\\p{Regional_Indicator}\\p{Emoji_Modifier}';
const SIGNS = "_.'’(),·・‧׳״";

/** Letters and digits of any script, hyphens, emoji, and what names made of words hold besides. */
const ALLOWED: Readonly<Record<SlugOf, RegExp>> = {
	member: new RegExp(`^(?:[${LETTERS}${EMOJI}${SIGNS}]|\u200C|\u200D)+$`, 'u'),
	company: new RegExp(`^(?:[${LETTERS}${EMOJI}${SIGNS}\\p{No}&+!]|\u200C|\u200D)+$`, 'u'),
};

/** What a wrong encoding makes letters of: to Unicode, µ and the ordinals are some. */
const SUSPECT = /µ|[ªº](?=\p{L})/u;

/** Word processors make dashes of hyphens. LinkedIn has them only where a name had one between blanks. */
const DASHED = /(?<!-)(?!-)\p{Pd}|(?!-)\p{Pd}(?!-)/u;

/** Chinese, Japanese and Korean names may be of one sign or two; LinkedIn asks others for three. */
const SHORT_SCRIPTS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Persian, Urdu and their like part words by a sign of no width; Arabic does not. */
const PARTS_WORDS = /[یکپچژگہےٹڈڑںھۀەێۆڵ]/u;

/** "Inc." and its like lose their full stop to a hyphen, at the end of a company's name too. */
const ABBREVIATED =
	/(?:^|-)(?:inc|ltd|co|corp|llc|llp|lp|plc|pvt|pty|bros|gmbh|ag|sa|srl|spa|bv|nv|as|ab|oy|[a-z]-[a-z]|p-a|k-k|assoc|intl|int'l|jr|sr|dr|st|mr|mfg|dept|univ|&-co)-$/;

/** Whether all its signs are such as slugs have. */
export function hasOnlyLetters(slug: string, of: SlugOf): boolean {
	const isNamed = /[\p{L}\p{N}\p{M}\p{S}\p{Co}]/u.test(slug);
	if (/[\u{E0000}-\u{E0FFF}]/u.test(slug)) return false;
	return isNamed && ALLOWED[of].test(slug) && !SUSPECT.test(slug) && isBalanced(slug);
}

export function hasDash(slug: string): boolean {
	return DASHED.test(slug);
}

/** Whether it is typed in letters of double width throughout. */
export function isWide(slug: string): boolean {
	return /[\uFF01-\uFF5E]/.test(slug) && !/[^\p{ASCII}\uFF01-\uFF5E]/u.test(slug);
}

/** Whether a sign of no width parts letters that no spelling parts. */
export function isParted(slug: string): boolean {
	return slug.includes('\u200C') && /\p{Script=Arabic}/u.test(slug) && !PARTS_WORDS.test(slug);
}

/** Whether the first or the last letter is a sign that a cut leaves there. */
export function hasLooseEnd(slug: string, of: SlugOf, isClosed: boolean): boolean {
	if (/^[-.,'’!&+]|[.,'’!]$/.test(slug)) return true;
	// A template's __NAME__ and Markdown's _name_.
	if (of === 'member' && /^_|_$/.test(slug)) return true;
	if (!slug.endsWith('-')) return false;
	return of === 'member' || !(isClosed || ABBREVIATED.test(slug));
}

export function isShort(slug: string): boolean {
	return [...slug].length < 3 && !SHORT_SCRIPTS.test(slug);
}

/** Whether every bracket has its other half: a cut takes one of them away. */
function isBalanced(slug: string): boolean {
	let open = 0;
	for (const sign of slug) {
		if (sign === '(') open++;
		if (sign === ')' && --open < 0) return false;
	}
	return open === 0;
}
