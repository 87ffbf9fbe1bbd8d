import { GREETING_WORDS, IN_SLOT, LINE_START } from './bracket';
import type { Judge } from './bracket';
import { fieldLikeness, holdsName, isIdentifier } from './fields';
import type { FindingKind } from './finding';
import { greets } from './greeting';

const ADDRESS = /^:?\s*(?:https?:|www\.)/iu;
/** Markdown's link. */
const LINKED = /^\((?:https?:|www\.|mailto:|#|\/)/iu;
/** What no line is headed with: `[City] based`. */
const NO_HEADING =
	/^(?:number|amount|city|country|region|day|month|year|time|role|title|position)$/iu;

/** `[Event] Join us`, `[Website]: https://…`, against a bracket with nothing else on its line. */
function isHeading(content: string, lineBefore: string, after: string): boolean {
	const next = /^[^\S\n]*([^\n])/u.exec(after)?.[1];
	if (!LINE_START.test(lineBefore) || next === undefined || /[.,;!?]/u.test(next)) return false;
	return !(NO_HEADING.test(content) && /\p{Ll}/u.test(next));
}

const BLANK = /^(?:x{2,}|×+|某+|x{1,3}\s?%|xyz|x|y|z|#+|_+|\?+|n)$/iu;

/** Square brackets: headings, notes, links and lists are ordinary, the names of fields are not. */
export const square: Judge = ({ piece, inner, before, lineBefore, after }) => {
	const content = inner.trim();
	if (/^(?:error|fehler|erreur)\s*:/iu.test(content)) return 'errorText';
	if (/^(?:undefined|null|nan|none|object object|loading\s*(?:\.{3}|…))$/iu.test(content)) {
		return /[\p{L}\p{N}_]/u.test(before) || /^none$/u.test(content) ? undefined : 'missingValue';
	}
	if (content.includes('|')) {
		if (content.split('|').some((choice) => GREETING_WORDS.test(choice.trim()))) return 'choices';
		const [field, ...rest] = content.split('|');
		if (rest.length !== 1 || /\s/u.test(field.trim())) return undefined;
		return isIdentifier(field.trim()) || fieldLikeness(field) === 'sure'
			? 'placeholder'
			: undefined;
	}
	if (/^[%=#$@!*]+\s*\p{L}[\p{L}\p{N}_. ]*%?$/u.test(content)) {
		return fieldLikeness(content) || isIdentifier(content.slice(1).trim())
			? 'placeholder'
			: undefined;
	}
	if (/^(?:\.{3}|…)$/u.test(content)) return greets(lineBefore) ? 'emptyName' : undefined;
	const indexed = /[\p{L}\p{N}_$\])]/u.test(before) && /^\s*[=.[;,)+-]/u.test(after);
	if (indexed) return /^\s*,/u.test(after) && greets(lineBefore) ? 'placeholder' : undefined;
	if (IN_SLOT.test(content) && greets(lineBefore)) return 'placeholder';
	if (BLANK.test(content)) return blank(content, lineBefore, after, piece);
	if (isIdentifier(content)) return 'placeholder';
	if (/^[a-z]+(?::[a-z_]+)+(?:\s|$)/iu.test(content) && fieldLikeness(content.split(/\s/u)[0])) {
		return 'placeholder';
	}
	const likeness = fieldLikeness(content);
	if (likeness === undefined || (likeness === 'tag' && isHeading(content, lineBefore, after)))
		return undefined;
	if (LINKED.test(after) && !holdsName(content)) return undefined;
	if (likeness === 'tag' && ADDRESS.test(after)) return undefined;
	return 'placeholder';
};

/** `for [X] years` against the box that somebody ticked: `[X] remote`. */
function blank(
	content: string,
	lineBefore: string,
	after: string,
	piece: string,
): FindingKind | undefined {
	if (/^(?:#+|\?+|_+)$/u.test(content)) {
		return content.length > 1 || /\p{L}\s$/u.test(lineBefore) ? 'placeholder' : undefined;
	}
	if (content.length > 1) return 'placeholder';
	const inSentence =
		/^\+\s?\p{Ll}/u.test(after) ||
		(/[\p{Ll},]\s$/u.test(lineBefore) && /^%|^\s\p{Ll}/u.test(after));
	return inSentence && piece !== '[x]' ? 'placeholder' : undefined;
}
