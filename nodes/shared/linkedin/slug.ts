import { isLinkedIn } from './hosts';
import { readId, readTuple, ruinedId } from './ids';
import { isMojibake } from './mojibake';
import { otherId } from './otherIds';
import { isPathWord } from './pages';
import { decodeFully } from './percent';
import type { Reading, Refusal } from './reading';
import { CUT_SHORT, damaged, refuse } from './reading';
import { visible } from './text';

const LONGEST_SLUG = 100;

/** Whose slug it is: a company's may be short, hold & + !, or end in the hyphen of "inc-". */
export type SlugOf = 'member' | 'company';

/** Left behind by templates and exports; LinkedIn itself calls a hidden person UNKNOWN. */
const NOBODY = new Set(
	(
		'undefined|null|nan|none|unknown|false|true|n-a|not-found|not-available|no-linkedin|' +
		'missing|empty|blank|error|loading|username|user-name|your-name|yourname|your-profile|yourprofile|' +
		'your-username|firstname-lastname|first-last|firstnamelastname|linkedin-member|linkedinmember|' +
		'public-identifier|publicidentifier|profile-id|profileid|slug|object-object'
	).split('|'),
);

/** A whole query or path that was encoded along with the slug. */
const TAIL = /[/?#]|&(?=[a-z_]\w*=)/i;
const WHOLE_TAIL = /^(?:\/+(?:$|(?=[?#]))|)(?:$|[?&][a-z_][\w.-]*=|#(?:$|[a-z]))/i;

/** Letters and digits of any script, hyphens, emoji, and what names made of words hold besides. */
const ALLOWED = {
	member:
		/^[\p{L}\p{M}\p{Nd}\p{Nl}\p{Co}\p{Extended_Pictographic}\p{Regional_Indicator}\u{1F3FB}-\u{1F3FF}\u200C\u200D\uFE0E\uFE0F\u20E3\p{Pd}_.'’(),·・‧׳״-]+$/u,
	company:
		/^[\p{L}\p{M}\p{Nd}\p{Nl}\p{No}\p{Co}\p{Extended_Pictographic}\p{Regional_Indicator}\u{1F3FB}-\u{1F3FF}\u200C\u200D\uFE0E\uFE0F\u20E3\p{Pd}_.'’(),·・‧׳״&+!-]+$/u,
};
/** What a wrong encoding makes letters of; µ and the ordinals are letters to Unicode. */
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

const LOST = damaged(
	'has letters that were lost in a wrong text encoding; copy the address of the profile again',
);
const NO_NAME = refuse('has no name after /in/; copy the whole address of the profile');
const BLANK = damaged(
	'has a blank in the middle of the profile name; take the blank or line break out, or copy the address again',
);
const SIGNS = damaged(
	'has signs in it that no LinkedIn profile name has; copy the address of the profile again',
);
const GLUED = damaged('is glued to another address; give one LinkedIn profile per item');
const HYPHEN = damaged(
	'begins or ends with a hyphen, so a part of the profile name is missing; copy the whole address of the profile',
);

/**
 * Reads what stands in the slug's place of a profile address: a slug in any case and encoding, or
 * an id. Slugs hold letters and digits of any script and hyphens; older ones, made from names,
 * also dots, apostrophes, brackets, commas, ® and emoji.
 */
export function readSlug(raw: string, of: SlugOf = 'member', isClosed = false): Reading {
	const id = readTuple(raw.trim());
	if (id) return id;
	const decoded = decodeFully(raw);
	if (decoded === undefined) {
		return damaged('has a broken percent sign in it; copy the address of the profile again');
	}
	if (isMojibake(decoded)) return LOST;
	const at = decoded.search(TAIL);
	const whole = at < 0 ? decoded : decoded.slice(0, at);
	if (at >= 0 && !WHOLE_TAIL.test(decoded.slice(at))) return SIGNS;
	const name = trimSlug(visible(whole).replace(/^\s*@/, ''));
	if (/,(?!-)/.test(name)) {
		return damaged(
			'has a comma in the middle of the profile name; give one LinkedIn profile per item',
		);
	}
	return readId(name) ?? otherId(name) ?? checkSlug(canonical(name), of, isClosed || at >= 0);
}

/** Without blanks and the stops of Chinese prose; any other sign may be what is left of a name. */
function trimSlug(name: string): string {
	// By hand: a search for a run at the end takes quadratic time.
	let end = name.length;
	while (end > 0 && /[\s\u200C\u200D。，、；：！？）】」』》]/u.test(name[end - 1])) end--;
	return name.slice(0, end).replace(/^[\s\u200C\u200D]+/, '');
}

/** İ and the Kelvin sign turn into ASCII letters, beside which a joiner is litter after all. */
function canonical(name: string): string {
	return visible(name.toLowerCase()).normalize('NFC');
}

/** A decoded, lower-case slug if it can be one. */
export function checkSlug(slug: string, of: SlugOf = 'member', isClosed = false): Reading {
	return flawOf(slug, of, isClosed) ?? { publicIdentifier: slug };
}

function flawOf(slug: string, of: SlugOf, isClosed: boolean): Refusal | undefined {
	if (slug === '' || isLinkedIn(slug)) return NO_NAME;
	if (slug === 'me') {
		return damaged(
			'means whoever is signed in to LinkedIn, not a certain person; copy the address of the profile',
		);
	}
	if (NOBODY.has(slug)) {
		return damaged('is a placeholder, not a LinkedIn profile; fill in the address of the profile');
	}
	if (slug === 'unavailable') {
		return damaged(
			'is a profile that LinkedIn does not show; open it and copy the address it leads to',
		);
	}
	return unlikeOf(slug, of, isClosed);
}

function unlikeOf(slug: string, of: SlugOf, isClosed: boolean): Refusal | undefined {
	if (/…|\.\.|‥|⋯/.test(slug)) return CUT_SHORT;
	if (/\s/.test(slug)) return BLANK;
	if (slug.includes('\uFFFD')) return LOST;
	if (!ALLOWED[of].test(slug) || SUSPECT.test(slug)) return SIGNS;
	if (/linkedin\.(?:com|cn)/.test(slug)) return GLUED;
	if (!/[\p{L}\p{N}\p{M}\p{S}\p{Co}]/u.test(slug) || !isBalanced(slug)) return SIGNS;
	if (DASHED.test(slug)) {
		return damaged('has a dash where LinkedIn has a hyphen; copy the address of the profile again');
	}
	if (/[\uFF01-\uFF5E]/.test(slug) && !/[^\p{ASCII}\uFF01-\uFF5E]/u.test(slug)) {
		return damaged('has letters of double width in it; type the profile name in plain letters');
	}
	if (slug.includes('\u200C') && /\p{Script=Arabic}/u.test(slug) && !PARTS_WORDS.test(slug)) {
		return damaged(
			'has an invisible sign in the middle of the profile name; copy the address of the profile again',
		);
	}
	return hasLooseEnd(slug, of, isClosed) ? HYPHEN : sizeOf(slug, of);
}

/** Whether the first or the last letter is a sign that a cut leaves there. */
function hasLooseEnd(slug: string, of: SlugOf, isClosed: boolean): boolean {
	if (/^[-.,'’!&+]|[.,'’!]$/.test(slug)) return true;
	if (!slug.endsWith('-')) return false;
	return of === 'member' || !(isClosed || ABBREVIATED.test(slug));
}

function sizeOf(slug: string, of: SlugOf): Refusal | undefined {
	const { length } = [...slug];
	if (length > LONGEST_SLUG) {
		return damaged(
			'is too long for a LinkedIn profile name; copy the address of the profile again',
		);
	}
	if (ruinedId(slug)) {
		return damaged(
			'is a LinkedIn id whose capital letters were lost, and leads nowhere; copy it again as it was',
		);
	}
	if (of === 'company') return undefined;
	if (isPathWord(slug)) {
		return damaged(
			'has a part of an address in the place of the profile name; copy the whole address of the profile',
		);
	}
	if (length < 3 && !SHORT_SCRIPTS.test(slug)) {
		return damaged(
			'is too short for a LinkedIn profile name, which has three letters at least; copy the whole address of the profile',
		);
	}
	return undefined;
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
