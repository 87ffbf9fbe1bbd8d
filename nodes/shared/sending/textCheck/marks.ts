import { isFieldName, isIdentifier } from './fields';
import type { Finding } from './finding';

/** Marks that only template languages use, whatever stands within. */
const SURE_MARKS: readonly RegExp[] = [
	// Handlebars, Liquid, Jinja, n8n, and what is left of them when the end was lost.
	/\$?\{\{\{?\s*[-#^/&>!=~*%$@]*\s*["'(]?(?:[\p{L}_$]|\d+\s*(?:\.|\}\}))[^{}\n]{0,80}\}{0,3}/gu,
	/\{\{\s*\}\}/gu,
	/\{%[^%{}]{1,200}%\}/gu,
	/\{#\s*\p{L}[^{}]{0,100}#\}/gu,
	/\{\[\s*\p{L}[^{}[\]]{0,60}\]\}/gu,
	// Mailchimp, and the same after Markdown made italics of it.
	/[*_]\|[^|\n]{1,60}\|[*_]/gu,
	// Shell, JavaScript, Java and Ruby.
	/[$#@%!]\{[^{}\n]{0,120}\}/gu,
	/\$\{\{[^{}\n]{0,120}\}\}/gu,
	// JSP, ERB, PHP; AMPscript; Template Toolkit.
	/<%[^%]{0,200}%>/gu,
	/<\?(?!xml\b)(?:=|php\b|\s*\$)[^>]{0,200}>?/giu,
	/%%=?\s*[\p{L}_[][^%\n]{0,80}%%/gu,
	/\[%[^%\]\n]{1,80}%\]/gu,
	/<<[\p{L}_$][\p{L}\p{N}_.-]{0,60}>>/gu,
	/\[\[[\p{L}_$=][\p{L}\p{N}_.:|-]{0,60}\]\]/gu,
	/<#(?:if|list|else|assign)\b[^>]{0,100}>/gu,
	/<(?:pstag|cfoutput|tmpl_var|merge|var)\b[^<>]{0,100}>/giu,
	/\bMERGEFIELD\s+["\p{L}][\p{L}\p{N}_]*/gu,
	/<\|[a-z_]{2,20}\|>/giu,
	// printf and its kin.
	/%\(\p{L}[\p{L}\p{N}_]{0,40}\)[sd]/gu,
	/(?<![\d%]\s?)(?<!\p{L})%(?:\d\$)?[s@](?![\p{L}\p{N}%])/gu,
	// n8n's own variables, the braces lost.
	/\$(?:json|node|input|binary|items|item|prevNode|vars|workflow|execution)(?:\.\p{L}[\p{L}\p{N}_.]*(?:\(\))?|\s?[[(][^\s\])]{0,40}[\])])[\p{L}\p{N}_.()]{0,60}/gu,
	/\$\((?:"[^"\n]{1,60}"|'[^'\n]{1,60}')\)[\p{L}\p{N}_.()]{0,60}/gu,
	// An expression that is not switched to one keeps its sign of equality.
	/^\s*=(?:\{\{|\p{L}[^\n]{0,30})/gu,
];

/** JSX and nested lists have two braces as well. */
const CODE_BRACES = /\{\{(?:\s*[\w'"-]+\s*:\s[^{}]*|[\d\s,.-]+,[\d\s,.-]+)\}/u;

/** The parts of a field's name that a program writes as one word. */
const FUSED =
	'(?:(?:first|last|full|given|family|middle|user|company|contact|recipient|lead|prospect|candidate|customer|client)[_-]?name|(?:job|company)[_-]?title|fname|lname|vorname|nachname|pr[ée]nom)';

const FUSED_WORD = new RegExp(`^${FUSED}$`, 'iu');

/** A sign of a template in front of such a word, or behind it: `$first_name`, `!fname`, `{firstName`. */
const SIGNED: readonly RegExp[] = [
	new RegExp(
		`(?<![\\p{L}\\p{N}/?&=])[{<$#@!~^%|*:_]{1,3}\\s?(?:\\p{L}{1,20}\\.)?${FUSED}(?![\\p{L}\\p{N}.=])`,
		'iu',
	),
	new RegExp(`(?<![\\p{L}\\p{N}/?&=.])${FUSED}[}>%#|~^$]{1,3}(?![\\p{L}\\p{N}])`, 'iu'),
	/(?<![\p{L}\p{N}$])\$name(?![\p{L}\p{N}])/iu,
];

/** The same sign on both sides: `%name%`, `##name##`, `__NAME__`, `~Contact.FirstName~`. */
const TWINS =
	/(?<![\p{L}\p{N}])(([#@$%~_|:^!*+=-])\2{0,2})(?=[\p{L}_])([\p{L}\p{N}_. -]{0,40}[\p{L}\p{N}])\1(?![\p{L}\p{N}])/gu;

/** Signs that are no ordinary emphasis, so that the plain word is enough. */
const RARE_TWINS = /^(?:[#@$%~^|]{1,3}|__+|!!+)$/u;

/** What Windows fills in itself. */
const ENVIRONMENT =
	/^(?:appdata|localappdata|temp|tmp|path|userprofile|windir|systemroot|programfiles|programdata|homepath|homedrive|computername|username|userdomain)$/iu;

function twin(sign: string, content: string, before: string): boolean {
	if (/^\s|\s$/u.test(content)) return false;
	const capitals = /^\p{Lu}[\p{Lu}\p{N}_]*$/u.test(content);
	if (sign === '%' && (ENVIRONMENT.test(content) || /^[\da-f]{2}/iu.test(content))) {
		return isFieldName(content) && !ENVIRONMENT.test(content);
	}
	if (sign === '_') return capitals && (content.length === 2 || isFieldName(content));
	if (/^(?:##|@@|%%)/u.test(sign)) return !/\s/u.test(content) || isFieldName(content);
	if (content.includes(' ') && !/^[%#~@^|]/u.test(sign)) return false;
	const last = content.split('.').pop() ?? '';
	if (FUSED_WORD.test(last)) return true;
	if (!RARE_TWINS.test(sign)) return false;
	if (isFieldName(content)) return !(sign === '__' && /[.(]$/u.test(before));
	if (sign === '%') return isIdentifier(content) || (capitals && content.length > 1);
	return sign === '#' && JOINED_CAPITALS.test(content);
}

const JOINED_CAPITALS = /^\p{Lu}+(?:_\p{Lu}+)+$/u;

/** All twins, also those that share a sign with the one before. */
function* twinsOf(text: string): Generator<RegExpExecArray> {
	const twins = new RegExp(TWINS.source, TWINS.flags);
	for (let match = twins.exec(text); match; match = twins.exec(text)) {
		yield match;
		twins.lastIndex = match.index + 1;
	}
}

/** The first mark of a template language in a text (as `seen`). */
export function unfilledMark(text: string): Finding | undefined {
	for (const mark of SURE_MARKS) {
		for (const [piece] of text.matchAll(mark)) {
			if (!CODE_BRACES.test(piece)) return { kind: 'placeholder', piece };
		}
	}
	for (const match of twinsOf(text)) {
		const front = text.slice(Math.max(0, match.index - 1), match.index);
		const end = match.index + match[0].length;
		const isPython = match[1] === '__' && /^\s*==/u.test(text.slice(end, end + 8));
		if (twin(match[1], match[3], front) && !isPython)
			return { kind: 'placeholder', piece: match[0] };
	}
	return undefined;
}

/** The end of a placeholder that lost its beginning. */
const LOST_END = /(?<![\p{L}\p{N}_.])\p{L}[\p{L}\p{N}_.]{0,30}\}{1,2}(?!\S*\))/u;

/** One sign of a template beside the name of a field, in a text (as `seen`) without whole placeholders. */
export function brokenMark(text: string): Finding | undefined {
	const end = text.includes('{') ? undefined : LOST_END.exec(text)?.[0];
	if (end !== undefined) return { kind: 'placeholder', piece: end };
	for (const sign of SIGNED) {
		const piece = sign.exec(text)?.[0];
		if (piece !== undefined) return { kind: 'placeholder', piece };
	}
	return undefined;
}
