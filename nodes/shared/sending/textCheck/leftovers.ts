import type { Finding } from './finding';
import { readGreeting } from './greeting';

/** What a missing value is called in JavaScript, Python, SQL, R and spreadsheets. */
const WHOLE_TEXTS =
	/^["'“‘`([{\s]*(?:(?:undefined|null|nan|\[?object [a-z]+\]?|#?n\/a|loading|invalid date)[\s.,;:!…]*|true|false|none|nil|nul|na|empty|\(?blank\)?|unknown|error|void)["'”’`)\]}\s]*$/iu;

/** Nobody is called that, however it is written. */
const NOBODY =
	/^(?:undefined|\[object [a-z]+\]?|n\/a|#n\/a|unknown(?: user)?|not found|no name|\(blank\)|blank|invalid date)$/iu;
/**
 * "Hi Null,": the first name of few and the missing value of many. Behind a title or another name it is
 * somebody's family name. Nan, Nil and True are first names, so they count in their programs' spelling only.
 */
const FIRST_NAME_ONLY =
	/^(?:null|none|nan|nil|false|true|NULL|Null|NONE|None|NaN|NIL|FALSE|False|TRUE)$/u;
const ANYWHERE_IN_NAME = /^(?:undefined|Undefined|UNDEFINED|null|nan|NaN|\[object)$/u;
/** LinkedIn's own name for people outside of one's network. */
const UNNAMED_MEMBER =
	/^(?:linkedin[ -](?:member|mitglied|user|nutzer)|membre (?:de )?linkedin|miembro de linkedin|membro (?:di|do) linkedin|usuário do linkedin)$/iu;

function greetedValue(line: string): string | undefined {
	const greeting = readGreeting(line.slice(0, 200));
	if (!greeting) return undefined;
	const slot = /^[\s,]{1,4}([^,،、，!:;\n–—?]{1,60})/u
		.exec(greeting.rest)?.[1]
		.trim()
		.replace(/^["'“‘<([{*_]+|["'”’>)\]}*_.\s]+$/gu, '');
	if (slot === undefined || slot === '') return undefined;
	const whole = `${greeting.words} ${slot}`;
	if (UNNAMED_MEMBER.test(slot) || NOBODY.test(slot)) return whole;
	const closed =
		/^[\s,]{1,4}[^,،、，!:;\n–—?]{1,60}(?:[,،!:;]|$)/u.test(greeting.rest) ||
		/\.$/u.test(greeting.rest.trim());
	if (closed && greeting.title === '' && FIRST_NAME_ONLY.test(slot)) return whole;
	if (closed && /^(?:loading|error)(?:\.{3}|…)?$/iu.test(slot)) return whole;
	const words = slot.split(/\s+/u);
	if (closed && greeting.title === '' && words.every((word) => FIRST_NAME_ONLY.test(word)))
		return whole;
	if (closed && words.length <= 4 && words.some((word) => ANYWHERE_IN_NAME.test(word)))
		return whole;
	return undefined;
}

/** Missing values where a firm or a person should stand. */
const IN_PLACE: readonly RegExp[] = [
	/\[object (?:Object|Array|Undefined|Null|Promise)\]/u,
	/(?<!\p{L})(?:at|bei|chez|presso|bij|hos|@)\s+(?:undefined|null|NaN|None)(?![\p{L}\p{N}-])(?=\s*[.,!?;:)'’]|\s*$|\s+(?:and|as|is|in|to|for|und|als|et|y|e|today|recently)\s)/mu,
	/(?<!\p{L})(?:meeting|call|chat|connect|speak|talk|talking|spoke) with (?:undefined|null|NaN)(?![\p{L}\p{N}-])/iu,
	/(?<!\p{L})(?:undefined|null|None|NaN)\s?(?:様|さま|さん|님|씨|您好|你好|先生|女士)/u,
	/(?<!\p{L})your \p{L}{1,20} (?:about|on|in|for) (?:undefined|null|NaN)(?![\p{L}\p{N}-])/iu,
	/(?<!\p{L})as (?:undefined|null) at\s/u,
	/(?<!\p{L})NaN\s?(?:%|years?|months?|weeks?|days?|people|connections|followers|employees|likes|Jahren?|ans|años)/u,
	/(?<!\p{L})Invalid Date(?!\p{L})/u,
	/(?<!\p{L})undefined\s+undefined(?!\p{L})/iu,
	/^\s*(?:undefined|null|NaN)\s*[,!]/u,
	/^[ \t]*(?:undefined|null|NaN|#N\/A)[ \t]*$/mu,
];

/** The errors of spreadsheets in the languages their programs speak. */
const SHEET_ERROR =
	/#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|ERROR!|SPILL!|CALC!|NV|BEZUG!|WERT!|ZAHL!|NOM\s?\?|VALEUR\s?!|NOMBRE\s?!|NOMBRE\?|¡VALOR!|¡REF!|¡DIV\/0!|¡NUM!|VALOR!|VALORE!|RIF!|NOME\?|N\/D|ЗНАЧ!|ССЫЛКА!|ИМЯ\?|Н\/Д|ДЕЛ\/0!|ARG!|ADR!|VERW!|WAARDE!)(?![\p{L}\p{N}])(?!\s*(?:-|errors?\b|fehler|erreurs?\b|error(?:es)?\b|messages?\b))/u;

const ERROR_TEXTS: readonly RegExp[] = [
	SHEET_ERROR,
	/\[(?:ERROR|Error|FEHLER)\s*:[^\]\n]{0,80}\]?/u,
	/Referenced node is unexecuted|Referenced node doesn['’]t exist|No path back to (?:referenced )?node|hasn['’]t been executed|Can['’]t get data for expression|Paired item data for/iu,
	/^\s*(?:ERROR|Error|TypeError|ReferenceError|SyntaxError|Exception|Traceback)\b\s*[:(][^\n]{0,60}/u,
	/^\s*Error \d{3}\s*$|\[No (?:output|data|result|content)\]/iu,
	/Cannot read propert(?:y|ies) of (?:undefined|null)|Traceback \(most recent call last\)/u,
	/^\s*(?:<!DOCTYPE|(?:4|5)\d\d (?:Bad|Unauthorized|Forbidden|Not Found|Too Many|Internal|Service)[^\n]{0,40}$)/iu,
	/You exceeded your current quota|Rate limit reached for|context_length_exceeded|insufficient_quota/iu,
];

const MODEL_TEXTS: readonly RegExp[] = [
	/(?<!\p{L})as an? (?:large )?(?:ai )?language model(?=,|\s+(?:I|developed|trained|created)\b)/iu,
	/(?<!\p{L})as an AI(?: model| assistant| chatbot)?, I\b/iu,
	/als (?:ein )?(?:großes |KI-)?Sprachmodell(?:,| (?:kann|bin|habe) ich)/iu,
	/en tant qu(?:e modèle de langage|['’]IA,)|como (?:un )?modelo de lenguaje|come modello linguistico|como modelo de linguagem/iu,
	/I(?:['’]m| am) sorry,? but I (?:can(?:['’]t|not)|am unable to|don['’]t have (?:enough|access))|I can(?:['’]t|not) (?:assist|help) with (?:that|this) request/iu,
	/^\s*(?:sure|certainly|of course|absolutely|great|okay|ok)\s*[!,.—–-]+\s*here(?:['’]s| is| are)\b[^\n]{0,80}/iu,
	/^\s*(?:here(?:['’]s| is) (?:a|an|the|your|my)|hier ist (?:eine|die|deine|ihre)|voici (?:un|une|le|votre)|aquí (?:tienes|está) (?:un|una|el|tu))\b[^\n]{0,60}(?:message|note|request|draft|version|nachricht|entwurf|mensaje|nota|borrador|brouillon)\b[^\n]{0,30}:\s*(?:\n|$)/iu,
	/(?:^|\n)[ \t]{0,9}(?:feel free to (?:adjust|customi[sz]e|modify|tweak|edit) (?:this|it|the)|let me know if you(?:['’]d| would) like (?:me to (?:adjust|change|tweak|make|revise)|any (?:changes|adjustments)))[^\n]{0,60}/iu,
	/<\/?(?:think|thinking|reasoning|scratchpad)>/iu,
	/^\s*here are (?:\p{L}{1,10} )?(?:options|versions|variations|variants|drafts|messages|suggestions)\b[^\n]{0,60}:\s*\n/iu,
	/^\s*[*#]{0,3}\s?(?:option|version|variante?) ?1\s*[:.*]{1,3}\s*\n/iu,
	/^\s*I(?:['’]m| am) sorry,? (?:but )?I can(?:['’]t|not) (?:help|assist|write|fulfill|create|generate)/iu,
	/^\s*I can(?:['’]t|not) (?:fulfill|comply with|complete|generate|write) (?:this|that|your|the)\b/iu,
	/^\s*I (?:don['’]t|do not) have enough (?:information|context|details) to (?:write|create|generate|personali[sz]e)/iu,
	/^\s*```[a-z]*/iu,
	/\[\/?INST\]|<\|[a-z_]+\|>/u,
];

const LOREM = /(?:^|[\n.!?:][ \t]{0,4})lorem ipsum|lorem ipsum dolor/iu;
const LOADING = /^[ \t]{0,9}loading[ \t]{0,9}(?:\.{3}|…)?[ \t]{0,9}$/imu;
/** A percentage or an amount nobody put in. */
const NO_NUMBER =
	/(?<![\p{L}\p{N}])(?:[xX]{1,3}\s?%|[$€£]\s?X{1,3}(?![\p{L}\p{N}])|X{4,}(?![\p{L}\p{N}]))/u;
/** How Japanese templates leave a name open. */
const CIRCLES =
	/[○〇◯●△▲□■]{2,6}\s?(?:様|さん|さま|氏|先生|御中|株式会社|社|会社)|(?:株式会社|会社)\s?[○〇◯●△▲□■]{2,6}/u;
/** And Chinese ones. */
const SOMEBODY =
	/(?<![\p{L}\p{N}])(?:XX+|xx+|××+|某某+)\s?(?:先生|女士|小姐|总|经理|老师|公司|様|さん)/u;
/** The whole object that held the text. */
const WRAPPED =
	/^\s*\{\s*"(?:message|text|output|content|note|body|response|subject|result|answer|data|json|error)"\s*:|^\s*\[\s*"[^\]]*"\s*\]\s*$/iu;

/** A text that is only a word for a missing value. */
export function onlyAValue(text: string): Finding | undefined {
	return WHOLE_TEXTS.test(text) ? { kind: 'onlyWord', piece: text.trim() } : undefined;
}

function first(
	kind: Finding['kind'],
	patterns: readonly RegExp[],
	text: string,
): Finding | undefined {
	for (const pattern of patterns) {
		const piece = pattern.exec(text)?.[0];
		if (piece !== undefined) return { kind, piece: piece.trim() };
	}
	return undefined;
}

/** What programs, sheets and models leave in a text (as `seen`) when a value was missing. */
export function leftover(text: string): Finding | undefined {
	for (const line of text.split('\n')) {
		const piece = greetedValue(line);
		if (piece !== undefined) return { kind: 'missingValue', piece };
	}
	return (
		first('missingValue', IN_PLACE, text) ??
		first('errorText', ERROR_TEXTS, text) ??
		first('modelText', MODEL_TEXTS, text) ??
		first('placeholder', [LOREM, LOADING, NO_NUMBER, CIRCLES, SOMEBODY], text) ??
		first('modelText', [WRAPPED], text)
	);
}
