import type { Address } from './address';
import { decodeFully } from './percent';
import type { Refusal } from './reading';
import { damaged } from './reading';

const PAIR = /^[a-z_$][\w.$~%[\]-]*=/i;

/** A second address within what leads on from the first, and not as the value of a parameter. */
const GLUED = /(?<!=)https?:\/\/|\w(?:www\.)?linkedin\.com\/(?:in|pub|company|posts|feed)\//i;

/** &#39; and its like, of which the sign # made a fragment. */
const HALF_ENTITY = /^x?\d/i;

const UNKNOWN_QUERY = damaged(
	'has a question mark or a number sign in it that may stand for a lost letter; copy the address of the profile again',
);
export const UNKNOWN_PATH = damaged(
	'goes on after the name with something that is no page of a profile; copy the address of the profile again',
);
const GLUED_ON = damaged('is glued to another address; give one LinkedIn profile per item');

/** Why a query or fragment is none that LinkedIn, mails and searches add; undefined where it is. */
export function unknownTail({
	query,
	fragment,
}: Pick<Address, 'query' | 'fragment'>): Refusal | undefined {
	if (GLUED.test(query) || GLUED.test(fragment)) return GLUED_ON;
	if (!isQuery(query)) return UNKNOWN_QUERY;
	return HALF_ENTITY.test(fragment) || fragment.includes('\uFFFD') ? UNKNOWN_QUERY : undefined;
}

/** Whether it is empty or begins with a pair of key and value. A lost letter looks like a question mark. */
export function isQuery(query: string): boolean {
	return query === '' || PAIR.test(query.replace(/^&+/, ''));
}

/** Why the address in a parameter may have been cut there: each parameter beside it has a value. */
export function brokenWrapper(query: string): Refusal | undefined {
	const pairs = query.split(/[&;]/).filter((pair) => pair !== '');
	return pairs.every((pair) => pair.includes('=')) ? undefined : UNKNOWN_QUERY;
}

const LANGUAGES =
	'ar|bg|bn|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|iw|ja|ko|lt|lv|mr|ms|nb|nl|no|pa|pl|' +
	'pt|ro|ru|sk|sl|sr|sv|ta|te|th|tl|tr|uk|ur|vi|zh';
const LANGUAGE = new RegExp(`^(?:${LANGUAGES})(?:[-_][a-z]{2,4})?$`, 'i');

/** Whether a part of a path may be the language that a profile is shown in. */
export function isLanguage(segment: string): boolean {
	return LANGUAGE.test(segment);
}

/** LinkedIn's own pages below a profile. */
export const PROFILE_SECTIONS: ReadonlySet<string> = new Set(
	(
		'details|detail|recent-activity|overlay|edit|skills|contact-info|opportunities|treasury|featured|' +
		'interests|followers|following|connections|activity|posts|articles|photo|photos|add|edit-profile|' +
		'preview|public|experience|education|projects|recommendations|certifications|volunteering-experiences|' +
		'courses|honors|languages|services|creator|about|single-media-viewer|urn|pdf|guest'
	).split('|'),
);

export const COMPANY_SECTIONS: ReadonlySet<string> = new Set(
	(
		'about|posts|people|jobs|life|insights|videos|images|documents|ads|events|admin|mycompany|products|' +
		'product|services|followers|following|competitors|affiliated-pages|alumni|home|overview|careers|' +
		'culture|statistics|updates|news|notifications|verification|articles|newsletters|mission|top-cards|' +
		'feed|embed|setup|pages|groups|reviews|featured|locations|employees'
	).split('|'),
);

/** Whether what follows the name in a path is a language or one of the pages LinkedIn has below it. */
export function isBelow(segments: readonly string[], sections: ReadonlySet<string>): boolean {
	const rest = segments.filter((segment) => /[^.,;:!)…*'"]/.test(segment));
	const [first] = rest;
	if (first === undefined) return true;
	if (rest.some((segment) => /https?:|linkedin\.|www\./i.test(segment))) return false;
	const section = (decodeFully(first) ?? first).trim().toLowerCase();
	return isLanguage(section) || sections.has(section) || /^[^\p{L}\p{N}]+$/u.test(section);
}
