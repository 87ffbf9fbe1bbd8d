import { isLinkedIn } from './hosts';
import { isRuinedId, readId, readTuple } from './ids';
import { decodeFully } from './percent';
import type { Reading } from './reading';
import { CUT_SHORT, refuse } from './reading';
import { trimEdges, visible } from './text';

const LONGEST_SLUG = 100;

/** Left behind by templates and exports; LinkedIn itself calls a hidden person UNKNOWN. */
const NOBODY = new Set(['undefined', 'null', 'nan', 'none', 'unknown']);

/** A whole query or path that was encoded along with the slug. */
const TAIL = /[/?#]|&\w+=/;

const FORBIDDEN = /[\p{Cc}\p{Cs}%:;="<>\\^`{}|[\]@$\uFFFD]/u;

/**
 * Reads what stands in the slug's place of a profile address: a slug in any case and encoding, or
 * an id. Slugs hold letters and digits of any script and hyphens; older ones, made from names,
 * also dots, apostrophes, brackets, commas, ® and emoji.
 */
export function readSlug(raw: string): Reading {
	const id = readTuple(trimEdges(raw));
	if (id) return id;
	if (/,(?!-)/.test(trimEdges(raw))) return refuse('has a comma in the middle of the profile name');
	const decoded = decodeFully(raw);
	if (decoded === undefined) {
		return refuse('has a broken percent sign in it; copy the address of the profile again');
	}
	const whole = trimEdges(visible(decoded).split(TAIL)[0]);
	const name = trimEdges(whole.replace(/^@+/, ''));
	return readId(name) ?? checkSlug(canonical(name));
}

/** İ and the Kelvin sign turn into ASCII letters, beside which a joiner is litter after all. */
function canonical(name: string): string {
	return visible(name.toLowerCase()).normalize('NFC');
}

/** A decoded, lower-case slug if it can be one. */
export function checkSlug(slug: string): Reading {
	if (slug === '' || isLinkedIn(slug)) return refuse('has no name after /in/');
	if (slug === 'me') {
		return refuse('means whoever is signed in to LinkedIn, not a certain person');
	}
	if (NOBODY.has(slug)) return refuse('is a placeholder, not a LinkedIn profile');
	if (slug.includes('…') || slug.includes('..')) return CUT_SHORT;
	if (/\s/.test(slug)) return refuse('has a blank in the middle of the profile name');
	if (slug.includes('\uFFFD')) {
		return refuse('has letters that were lost in a wrong text encoding');
	}
	if (FORBIDDEN.test(slug) || !/[\p{L}\p{N}\p{M}\p{S}\p{Co}]/u.test(slug)) {
		return refuse('has signs in it that no LinkedIn profile name has');
	}
	if ([...slug].length > LONGEST_SLUG) return refuse('is too long for a LinkedIn profile name');
	if (isRuinedId(slug)) {
		return refuse('is a LinkedIn id whose capital letters were lost, and leads nowhere');
	}
	return { publicIdentifier: slug };
}
