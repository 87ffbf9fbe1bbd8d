import { fieldLikeness, holdsName, isFieldName, isIdentifier } from './fields';
import type { Finding } from './finding';
import { greets } from './greeting';

/** A pair of brackets and what stands around it. */
interface Bracket {
	readonly piece: string;
	readonly inner: string;
	/** The character in front, or '' at the start. */
	readonly before: string;
	/** What stands in front on the same line, as far as it matters. */
	readonly lineBefore: string;
	/** What follows, as far as it matters. */
	readonly after: string;
}

type Judge = (bracket: Bracket) => Finding['kind'] | undefined;

/** How far around a bracket is looked. */
const AROUND = 40;

const CODE = /[;=<>]|&&|\|\||\(\)|["'`]\s*:|^\s*["']|=>/u;
const EMPTY_IN_CODE = /(?:[)=>(["'`]|=>|["'`]\s*:)\s*$/u;
const CODE_BEFORE =
	/(?:[)=,:([>`"']|=>|\b(?:import|const|let|var|export|return|try|do|else|class \w+))\s*$/u;
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

const braces: Judge = ({ inner, before, lineBefore, after }) => {
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
	if (/\b(?:import|const|let|var|export)\s+$/u.test(lineBefore)) return undefined;
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

const ADDRESS = /^:?\s*(?:https?:|www\.)/iu;
/** Markdown's link. */
const LINKED = /^\((?:https?:|www\.|mailto:|#|\/)/iu;
const LINE_START = /(?:^|[\n])\s*(?:re:|fwd?:|aw:|wg:)?\s*$/iu;
/** What no line is headed with: `[City] based`. */
const NO_HEADING =
	/^(?:number|amount|city|country|region|day|month|year|time|role|title|position)$/iu;

/** `[Event] Join us`, `[Website]: https://…`, against a bracket with nothing else on its line. */
function isHeading(content: string, lineBefore: string, after: string): boolean {
	const next = /^[^\S\n]*([^\n])/u.exec(after)?.[1];
	if (!LINE_START.test(lineBefore) || next === undefined || /[.,;!?]/u.test(next)) return false;
	return !(NO_HEADING.test(content) && /\p{Ll}/u.test(next));
}

/** What stands in a greeting's slot is meant to be a name. */
const IN_SLOT = /^\p{L}[\p{L}\p{N} _.-]*$/u;

const GREETING_WORDS = /^(?:hi|hello|hey|dear|hallo|hola|bonjour|salut|ciao|olá|moin)\b/iu;
const BLANK = /^(?:x{2,}|×+|某+|x{1,3}\s?%|xyz|x|y|z|#+|_+|\?+|n)$/iu;

const square: Judge = ({ piece, inner, before, lineBefore, after }) => {
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
): Finding['kind'] | undefined {
	if (/^(?:#+|\?+|_+)$/u.test(content)) {
		return content.length > 1 || /\p{L}\s$/u.test(lineBefore) ? 'placeholder' : undefined;
	}
	if (content.length > 1) return 'placeholder';
	const inSentence =
		/^\+\s?\p{Ll}/u.test(after) ||
		(/[\p{Ll},]\s$/u.test(lineBefore) && /^%|^\s\p{Ll}/u.test(after));
	return inSentence && piece !== '[x]' ? 'placeholder' : undefined;
}

const GENERIC_TYPES =
	/(?:List|Map|Set|Array|Promise|Optional|Option|Vec|vector|Result|Future|Task|Dictionary|Record|Partial|Observable|Flux|Mono|Enumerable|Entity|Class|Collection|Stream|Iterable|Iterator|Component|Repository|Provider)$/u;

const angles: Judge = ({ inner, lineBefore, after }) => {
	const content = inner.trim();
	if (GENERIC_TYPES.test(lineBefore) || /[@:]\S|^\/|=/u.test(content)) return undefined;
	if (isIdentifier(content)) return 'placeholder';
	if (IN_SLOT.test(content) && /^\s*(?:[,!.:]|$)/u.test(after) && greets(lineBefore)) {
		return 'placeholder';
	}
	return fieldLikeness(content) ? 'placeholder' : undefined;
};

/** Round brackets are prose; only an instruction, the person's name or the slot of a greeting is sure. */
const round: Judge = ({ inner, before, lineBefore }) => {
	const content = inner.trim();
	if (/^[^|]+(?:\|[^|]+)+$/u.test(content) && GREETING_WORDS.test(content)) return 'choices';
	if (/^(?:please\s+)?insert\s+\p{L}/iu.test(content) || /(?:\s|^)einfügen$/iu.test(content)) {
		return 'placeholder';
	}
	if (greets(lineBefore) && isFieldName(content)) return 'placeholder';
	if (/[\p{L}\p{N}_]/u.test(before)) return undefined;
	return /^(?:first name|last name|your name|their name|company name|recipient'?s? name|vorname|prénom)$/iu.test(
		content,
	) &&
		/\p{L}\s$/u.test(lineBefore) &&
		!/\bname\s$/iu.test(lineBefore)
		? 'placeholder'
		: undefined;
};

/** Word's own marks. French and Russian quote with them, so only a field's very name is sure. */
const guillemets: Judge = ({ inner }) =>
	/^\S(?:.*\S)?$/u.test(inner) &&
	(isIdentifier(inner) || (isFieldName(inner) && /^\p{Lu}|_/u.test(inner)))
		? 'placeholder'
		: undefined;

/** Chinese and Japanese headings stand in these too. */
const lenticular: Judge = ({ inner, lineBefore }) => {
	const likeness = isIdentifier(inner) ? 'sure' : fieldLikeness(inner);
	return likeness === 'sure' || (likeness === 'tag' && !LINE_START.test(lineBefore))
		? 'placeholder'
		: undefined;
};

const PAIRS: ReadonlyArray<readonly [pair: RegExp, judge: Judge]> = [
	[/\{([^{}]{0,300})\}/gu, braces],
	[/\[([^[\]]{0,200})\]/gu, square],
	[/<([^<>]{1,120})>/gu, angles],
	[/\(([^()]{1,80})\)/gu, round],
	[/«([^«»\n]{1,60})»/gu, guillemets],
	[/‹([^‹›\n]{1,60})›/gu, guillemets],
	[/【([^【】]{1,60})】/gu, lenticular],
	[/〔([^〔〕]{1,60})〕/gu, lenticular],
	[/〈([^〈〉]{1,60})〉/gu, lenticular],
	[
		/『([^『』]{1,60})』/gu,
		({ inner, lineBefore }) =>
			isFieldName(inner) && greets(lineBefore) ? 'placeholder' : undefined,
	],
	[/《([^《》]{1,60})》/gu, guillemets],
];

/** The first bracket of a text (as `seen`) that holds the name of a field instead of its value. */
export function unfilledBracket(text: string): Finding | undefined {
	for (const [pair, judge] of PAIRS) {
		for (const match of text.matchAll(pair)) {
			const end = match.index + match[0].length;
			const front = text.slice(Math.max(0, match.index - AROUND), match.index);
			const kind = judge({
				piece: match[0],
				inner: match[1],
				before: front.slice(-1),
				lineBefore: front.slice(front.lastIndexOf('\n') + 1),
				after: text.slice(end, end + AROUND),
			});
			if (kind) return { kind, piece: match[0] };
		}
	}
	return undefined;
}
