import { isLinkedIn } from './hosts';
import { readId, readTuple, ruinedId } from './ids';
import type { SlugOf } from './letters';
import { hasDash, hasLooseEnd, hasOnlyLetters, isParted, isShort, isWide } from './letters';
import { isMojibake } from './mojibake';
import { otherId } from './otherIds';
import { isPathWord } from './pages';
import { decodeFully } from './percent';
import type { Reading, Refusal } from './reading';
import { CUT_SHORT, damaged, refuse } from './reading';
import { visible } from './text';

const LONGEST_SLUG = 100;

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
const WHOLE_TAIL = /^(?:\/+(?:$|(?=[?#]))|)(?:$|[?&][a-z_][\w.-]*=|#$)/i;

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
	while (end > 0 && /\s|\u200C|\u200D|[。，、；：！？）】」』》]/u.test(name[end - 1])) end--;
	return name.slice(0, end).replace(/^(?:\s|\u200C|\u200D)+/, '');
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
	if (!hasOnlyLetters(slug, of)) return SIGNS;
	if (/linkedin\.(?:com|cn)/.test(slug)) return GLUED;
	if (hasDash(slug)) {
		return damaged('has a dash where LinkedIn has a hyphen; copy the address of the profile again');
	}
	if (isWide(slug)) {
		return damaged('has letters of double width in it; type the profile name in plain letters');
	}
	if (isParted(slug)) {
		return damaged(
			'has an invisible sign in the middle of the profile name; copy the address of the profile again',
		);
	}
	return hasLooseEnd(slug, of, isClosed) ? HYPHEN : sizeOf(slug, of);
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
	if (isShort(slug)) {
		return damaged(
			'is too short for a LinkedIn profile name, which has three letters at least; copy the whole address of the profile',
		);
	}
	return undefined;
}
