import { readPathAlone } from './piece';
import type { Reading } from './reading';
import { damaged, refuse } from './reading';
import type { SlugOf } from './letters';
import { readSlug } from './slug';
import { isQuery } from './tail';
import { trimEdges } from './text';

/** What people and exports write into an empty LinkedIn column. */
const PLACEHOLDERS = new Set(
	(
		'n/a|na|n.a|n.a.|none|null|undefined|nan|nil|unknown|tbd|tba|todo|no|yes|true|' +
		'false|empty|blank|missing|not found|not available|no linkedin|linkedin|linked in|' +
		'linkedin profile|linkedin url|profile|url|link|website|private|x|in|pub|n-a|nichts|keine|kein|aucun|' +
		'not specified|not provided|no profile|no url|no data|pending|test|error|name|username'
	).split('|'),
);

/** #N/A, #REF!, #DIV/0! and what other spreadsheets show in their place. */
const SHEET_ERROR = /^#(?:n\/a|ref|value|name|num|null|div\/0|error|spill|calc|getting_data)/;

const ERROR =
	/^\[?(?:error|reference ?error|type ?error|syntax ?error|expression ?error|referenced node|invalid syntax|cannot read)\b/;

const LABEL =
	/^(?:my )?(?:linked ?in|li|profile|public) ?(?:profile|url|link|id|identifier|handle|username|account|member)? ?(?: ?[:=：]| [-–—] )/i;

/** A slug with the slash or query of its address: jane-doe/, /jane-doe, jane-doe?trk=x */
const WITH_SLASHES = /^\/?([^/?#\\]+)\/?(?:\?([^?#\\]*))?$/;

const FILL = 'fill in the address of the profile';
const PLACEHOLDER = refuse(`is a placeholder, not a LinkedIn profile; ${FILL}`);
const WHOLE = 'copy the whole address of the profile';

function refuseOf(plain: string, whole: string): Reading | undefined {
	if (SHEET_ERROR.test(plain)) {
		return refuse(
			`is a placeholder for the error of a spreadsheet formula; mend the cell, or ${FILL}`,
		);
	}
	if (/^loading\b/.test(plain)) {
		return refuse('is what a cell shows while it loads; run again when it has its value');
	}
	if (ERROR.test(plain)) {
		return refuse('is the error of an expression; mend the expression of this field');
	}
	if (/^=/.test(whole.trim())) {
		return refuse(`is a formula and not its result; copy the values, or ${FILL}`);
	}
	if (PLACEHOLDERS.has(plain)) return PLACEHOLDER;
	if (plain === 'object object') {
		return refuse('is what is left of an object; map the field that holds the profile');
	}
	return undefined;
}

/**
 * Reads a text in which no word is an address, a URN or an id: a bare slug or path, or a refusal.
 *
 * @param whole the text before it was taken apart at quotes and brackets
 */
export function readBare(text: string, whole = text, of: SlugOf = 'member'): Reading {
	const value = trimEdges(trimEdges(text).replace(LABEL, ''));
	const plain = value.toLowerCase();
	if (plain === 'me') return readSlug(plain);
	const refused = refuseOf(plain, whole);
	if (refused) return refused;
	if (!/[^\p{P}\p{Z}\s]/u.test(value)) return PLACEHOLDER;
	if (/\s/.test(value)) {
		return refuse('is a name or a sentence, not a LinkedIn profile; give the profile address');
	}
	if (!/[\p{L}\p{S}\p{Co}]/u.test(value.replace(/[+$<>=~^]/g, ''))) {
		return refuse(
			'is a bare number, not a LinkedIn profile; take the field that holds the address of the profile',
		);
	}
	return readPathAlone(value) ?? readWord(value, text, of);
}

function readWord(value: string, text: string, of: SlugOf): Reading {
	const [, slug, query] = WITH_SLASHES.exec(value) ?? [];
	if (
		slug === undefined ||
		/\?[\s.,;:!)]*$/.test(text) ||
		(query !== undefined && (query === '' || !isQuery(query)))
	) {
		return refuse(`is neither a LinkedIn profile nor the name of one; ${WHOLE}`);
	}
	// A sign in front may stand for a lost letter.
	if (/^\s*[*.,;:!?~=_…·]/u.test(text)) {
		return damaged(`begins with a sign that may stand for a lost letter; ${WHOLE}`);
	}
	return readSlug(slug, of);
}
