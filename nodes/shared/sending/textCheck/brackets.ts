import { braces } from './braces';
import { GREETING_WORDS, IN_SLOT, LINE_START } from './bracket';
import type { Judge } from './bracket';
import { fieldLikeness, isFieldName, isIdentifier } from './fields';
import type { Finding } from './finding';
import { greets } from './greeting';
import { square } from './square';

/** How far around a bracket is looked. */
const AROUND = 40;

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
