import {
	BESIDE_WORDS,
	INSTRUCTIONS,
	NAME_WORDS,
	REMARK_WORDS,
	TAG_WORDS,
	THING_WORDS,
} from './fieldWords';

/** Without accents and in small letters: `Prénom` and `PRENOM` are one word. */
function folded(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function table(words: string): ReadonlySet<string> {
	return new Set(folded(words).split(/\s+/u).filter(Boolean));
}

const NAMES = table(NAME_WORDS);
const THINGS = table(THING_WORDS);
const TAGS = table(TAG_WORDS);
const BESIDE = table(BESIDE_WORDS);
const REMARKS = table(REMARK_WORDS);

/** More words than any field's description has; a longer bracket is prose. */
const MOST_WORDS = 8;

/** The words of a field's name, whatever joins them: `firstName`, `FIRST_NAME`, `First Name`. */
function wordsOf(content: string): string[] {
	const apart = content
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/[_\-./+&:$@#!?*|%=~^'’"“”`()\s]+|\d+$/gu, ' ');
	return folded(apart).trim().split(' ').filter(Boolean);
}

/** `snake_case`, and `camelCase` of real words (not `iPhone`, `macOS`). */
const JOINED = /^\p{L}[\p{L}\p{N}]*(?:_+[\p{L}\p{N}]+)+_?$/u;
const HUMPED = /^\p{Ll}{3,}(?:\p{Lu}\p{Ll}{2,})+\d*$/u;

/** A name that only a program gives: `first_name`, `jobTitle`. */
export function isIdentifier(content: string): boolean {
	return JOINED.test(content) || HUMPED.test(content);
}

/** `sure`: the name of a field. `tag`: that, or an ordinary heading. */
export type FieldLikeness = 'sure' | 'tag' | undefined;

/** How much the content of a bracket looks like the name of a field that should have been filled in. */
export function fieldLikeness(content: string): FieldLikeness {
	const inner = content.trim();
	if (inner === '' || inner.length > 120) return undefined;
	if (INSTRUCTIONS.some((instruction) => instruction.test(inner))) return 'sure';
	const parts = inner.split(/,\s+/u);
	if (parts.length > 1 && parts.every((part) => isFieldName(part) || TAGS.has(folded(part)))) {
		return 'sure';
	}
	// `Name: Jane` has its value; `contact:name` is one word.
	if (/[:=]\s|[,;!?]\s|\.\s|\d\s/u.test(inner)) return undefined;
	const words = wordsOf(inner);
	if (words.length === 0 || words.length > MOST_WORDS) return undefined;
	if (words.some((word) => REMARKS.has(word))) return undefined;
	if (words.some((word) => NAMES.has(word))) return 'sure';
	const named = words.filter((word) => THINGS.has(word) || TAGS.has(word));
	if (named.length === 0) return undefined;
	if (!words.every((word) => BESIDE.has(word) || THINGS.has(word) || TAGS.has(word))) {
		return undefined;
	}
	// "[the company]" is how an editor explains a quotation.
	if (/^(?:the|a|an|his|her|their)$/u.test(words[0])) return undefined;
	if (words.join(' ') === 'job title') return 'sure';
	return words.every((word) => TAGS.has(word)) ? 'tag' : 'sure';
}

/** A field for somebody's or some firm's name. */
export function holdsName(content: string): boolean {
	return wordsOf(content).some((word) => NAMES.has(word));
}

/** Exactly the name of a field and nothing beside it: `name`, `First Name`, `Vorname`, `company`. */
export function isFieldName(content: string): boolean {
	const words = wordsOf(content);
	if (words.length === 0 || words.length > 3) return false;
	if (words.some((word) => NAMES.has(word))) {
		return words.every((word) => NAMES.has(word) || THINGS.has(word) || BESIDE.has(word));
	}
	return words.length === 1 && THINGS.has(words[0]);
}
