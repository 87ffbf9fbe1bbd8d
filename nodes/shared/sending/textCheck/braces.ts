import type { Judge } from './bracket';
import { fieldLikeness, isIdentifier } from './fields';

const CODE = /[;=<>]|&&|\|\||\(\)|["'`]\s*:|^\s*["']|=>/u;
const EMPTY_IN_CODE = /(?:[)=>(["'`]|=>|["'`]\s*:)\s*$/u;
const CODE_BEFORE =
	/(?:[)=,:([>`"']|=>|\b(?:import|const|let|var|export|return|try|do|else|class \w+))\s*$/u;
const DECLARES = /\b(?:import|const|let|var|export)\s+$/u;
const CODE_WORD = /^(?:return|break|continue|pass|throw|yield|await|null|true|false|this)$/u;
const SET_BUILDER = /^\s*(\p{L})\s*\|\s*\1\s*[<>=≤≥∈≠]/u;
const LATEX_BEFORE = /(?:\\\p{L}+\*?(?:\[[^\]]*\])?|[\^_}])$/u;

/** `{Hi|Hello}`: text with a bar in it. */
function isChoice(inner: string): boolean {
	return /[^\s|]\s*\|/u.test(inner) && !CODE.test(inner);
}

/** Template languages mark a field in braces: `{!Contact.Name}`, `{$name}`, `{#if}`, `{(name)}`. */
const SIGNED_FIELD = /^\s*[!$#@%&*^/?=~(]+\s*\p{L}[\p{L}\p{N}_.\- ()]*[)%#@~*]*\s*$/u;
/** A field, and behind it what to say without one: `{name|friend}`, `{name:there}`, `{name, "there"}`. */
const WITH_DEFAULT =
	/^\s*\p{L}[\p{L}\p{N}_.-]*\s*(?:\|\|?|\?\??|:(?=\S)|,\s*(?=["'“])|\bor\b\s*["'“])/u;

/** `color:red` has the same look, so there one of the parts must be a field's word. */
function hasDefault(content: string): boolean {
	if (!WITH_DEFAULT.test(content)) return false;
	const parts = content.split(':');
	return parts.length === 1 || parts.some((part) => isIdentifier(part) || fieldLikeness(part));
}

const PLAIN_WORDS = /^[\p{L}\p{M}\p{N}\s_.\-'’/&+]+$/u;

/** Curly brackets: any words are a field, unless they stand in program code, TeX or a set. */
export const braces: Judge = ({ inner, before, lineBefore, after }) => {
	const content = inner.trim().replace(/^\\+|\\+$/gu, '');
	if (LATEX_BEFORE.test(lineBefore) || SET_BUILDER.test(inner)) return undefined;
	if (content === '') {
		return EMPTY_IN_CODE.test(lineBefore) || /^\s*[;)\]}]/u.test(after) ? undefined : 'placeholder';
	}
	if (/^\d+$/u.test(content)) return /[\p{L}\p{N})\]\\.]/u.test(before) ? undefined : 'placeholder';
	if (!/\p{L}/u.test(content)) return undefined;
	if (/^\p{L}[\p{L}\p{N}_.]*\s*\|\|/u.test(content)) return 'placeholder';
	if (isChoice(inner))
		return isIdentifier(content.split('|')[0].trim()) ? 'placeholder' : 'choices';
	if (SIGNED_FIELD.test(inner)) return 'placeholder';
	const likeness = fieldLikeness(content);
	if (DECLARES.test(lineBefore) && /^\s*(?:=|from\b|;|$)/u.test(after)) return undefined;
	if (!PLAIN_WORDS.test(content)) {
		if (likeness === 'sure' && !CODE.test(content)) return 'placeholder';
		return hasDefault(content) && inner === content ? 'placeholder' : undefined;
	}
	if (likeness || isIdentifier(content)) return 'placeholder';
	const padded = inner !== content;
	if (
		CODE_WORD.test(content) ||
		(padded && (CODE_BEFORE.test(lineBefore) || !/\s/u.test(content)))
	) {
		return undefined;
	}
	return content.length > 60 ? undefined : 'placeholder';
};
