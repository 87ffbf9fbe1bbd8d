import { readPathAlone } from './piece';
import type { Reading } from './reading';
import { refuse } from './reading';
import { readSlug } from './slug';
import { trimEdges } from './text';

/** What people and exports write into an empty LinkedIn column. */
const PLACEHOLDERS = new Set(
	(
		'n/a|na|n.a|n.a.|#n/a|#ref|#value|none|null|undefined|nan|nil|unknown|tbd|tba|todo|no|yes|true|' +
		'false|empty|blank|missing|not found|not available|no linkedin|linkedin|linked in|' +
		'linkedin profile|linkedin url|profile|url|link|website|private|x|in|pub'
	).split('|'),
);

const LABEL =
	/^(?:my )?(?:linked ?in|li|profile|public) ?(?:profile|url|link|id|identifier|handle|username|account|member)? ?(?: ?[:=：]| [-–—] )/i;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a text in which no word is an address, a URN or an id: a bare slug or path, or a refusal. */
export function readBare(text: string): Reading {
	const value = trimEdges(trimEdges(text).replace(LABEL, ''));
	const plain = value.toLowerCase();
	if (plain === 'me') return readSlug(plain);
	if (PLACEHOLDERS.has(plain) || !/[^\p{P}\p{Z}\s]/u.test(value)) {
		return refuse('is a placeholder, not a LinkedIn profile');
	}
	if (plain === 'object object') {
		return refuse('is what is left of an object; map the field that holds the profile');
	}
	if (/\s/.test(value)) {
		return refuse('is a name or a sentence, not a LinkedIn profile; give the profile address');
	}
	if (!/[\p{L}\p{S}\p{Co}]/u.test(value.replace(/[+$<>=~^]/g, ''))) {
		return refuse('is a bare number, not a LinkedIn profile');
	}
	if (UUID.test(value)) return refuse('is a record id, not a LinkedIn profile');
	const path = readPathAlone(value);
	if (path) return path;
	if (/[/?#\\]/.test(value)) return refuse('is neither a LinkedIn profile nor the name of one');
	return readSlug(value);
}
