import { isFieldName } from './fields';
import type { Finding } from './finding';
import {
	BARE_TITLES,
	GREETINGS,
	HONORIFICS,
	NAMED_GREETINGS,
	OTHER_NAMED,
	TITLES,
} from './greetingWords';

/** What opens a line: a greeting, a title, and the rest of the line behind them. */
export interface Greeting {
	readonly words: string;
	readonly title: string;
	readonly rest: string;
	/** `always`: nothing without a name. `mostly`: the word has other uses. */
	readonly wantsName: 'always' | 'mostly' | 'no';
	/** The title cannot stand without a name ("Mr."). */
	readonly bareTitle: boolean;
}

const escaped = (word: string): string =>
	word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/ /gu, '[ \\u00A0]+');

/** Longest first, so that "Hi there" is not read as "Hi" to somebody called There. */
function anyOf(words: readonly string[]): string {
	const sorted = [...words].sort((one, other) => other.length - one.length);
	return sorted.map(escaped).join('|');
}

/** Chinese, Japanese, Korean and Thai put no blank behind a greeting. */
const END = '(?![\\p{L}\\p{M}\\p{N}_@])';
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Hangul}]/u;
const ALL_GREETINGS = [...GREETINGS, ...NAMED_GREETINGS, ...OTHER_NAMED];
const SPACED = ALL_GREETINGS.filter((word) => !SPACELESS.test(word));
const UNSPACED = ALL_GREETINGS.filter((word) => SPACELESS.test(word));
const ONE = `(?:(?:${anyOf(SPACED)})${END}|(?:${anyOf(UNSPACED)}))`;

const OPENING = new RegExp(`^[\\s\\p{So}\\p{Emoji_Presentation}"'“„«>*_-]{0,20}(${ONE})`, 'iu');
const ALWAYS = new RegExp(`^(?:${anyOf(NAMED_GREETINGS)})${END}`, 'iu');
const MOSTLY = new RegExp(`^(?:${anyOf(OTHER_NAMED)})`, 'iu');
/** "Hallo liebe", "Hello, dear": a second one. */
const SECOND = new RegExp(`^([ \\u00A0,]{1,4})((?:${anyOf(NAMED_GREETINGS)})${END})`, 'iu');
const TITLE = new RegExp(
	`^[ \\u00A0]{1,4}((?:(?:${anyOf([...BARE_TITLES, ...TITLES])})(?![\\p{L}\\p{M}\\p{N}'’-])[ \\u00A0]{0,4}){1,3})`,
	'iu',
);
const BARE = new RegExp(`(?:^|\\s)(?:${anyOf(BARE_TITLES)})\\s*$`, 'iu');

/** Reads the greeting that opens a line of a text (as `seen`). */
export function readGreeting(line: string): Greeting | undefined {
	const opening = OPENING.exec(line);
	if (!opening) return undefined;
	let words = opening[1];
	let rest = line.slice(opening[0].length);
	let last = words;
	const second = SECOND.exec(rest);
	if (second) {
		words += second[0];
		last = second[2];
		rest = rest.slice(second[0].length);
	}
	const title = TITLE.exec(rest)?.[1] ?? '';
	if (title !== '') rest = rest.slice(rest.indexOf(title) + title.trimEnd().length);
	const wantsName = ALWAYS.test(last) && !second ? 'always' : MOSTLY.test(last) ? 'mostly' : 'no';
	return { words, title: title.trim(), rest, wantsName, bareTitle: BARE.test(title) };
}

/** Whether a line ends where the name behind a greeting would begin. */
export function greets(line: string): boolean {
	const greeting = readGreeting(line);
	return greeting !== undefined && /^[\s,]{0,4}["“„'*_]?$/u.test(greeting.rest);
}

const FRENCH =
	/(?<!\p{L})(?:je|j'ai|j’ai|vous|votre|vos|nous|merci|pour|avec|dans|une|les|est|c'est|c’est|bienvenue|suis|ravi|ravie)(?!\p{L})/iu;
const FRENCH_GREETING = /^(?:bonjour|bonsoir|salut|coucou|merci)/iu;

/** Nothing where the name should be, and then the sign that would follow it. */
const NO_NAME: readonly RegExp[] = [
	/^\s+[,،、](?!\s?[)(])/u,
	/^\s+\.(?![.\p{L}\p{N}])/u,
	/^\s*[,،、]\s*[,،、!;](?![)(DP-])/u,
	/^\s*,\s*\.(?![.\p{L}\p{N}])/u,
	/^[\s\-–—_*.…·~?/\\|"'‘’“”„«»()[\]{}<>#]+,/u,
	/^\s*(?:_{2,}|(?:""|''|“”|\[\s*\]|\(\s*\)|<\s*>)(?:[!.:]|\s|$))/u,
	new RegExp(`^[\\s,、،]*(?:${HONORIFICS.join('|')})(?=[\\s,、。!:]|$)`, 'u'),
];
/** French puts a blank before these, so they say nothing there. */
const NO_NAME_ELSEWHERE: readonly RegExp[] = [/^\s+!(?!\S)/u, /^\s+:(?=\s|$)/u];
const BARE_END = /^\s*[,،:]\s*$/u;
/** Behind a title the name is missing before any sign. */
const NO_NAME_AFTER_TITLE = /^\s+[,،:!.;](?!\p{L})|^\s*[,،]?\s*$/u;

const isThanks =
	/^(?:thanks|thank you|congrat|welcome|happy birthday|danke|merci|gracias|grazie|obrigado)/iu;

interface Around {
	readonly isFirst: boolean;
	readonly isFrench: boolean;
	/** Whether another line follows. */
	readonly goesOn: boolean;
}

function lacksName(greeting: Greeting, around: Around): boolean {
	const { isFirst, isFrench, goesOn } = around;
	const { rest, words, title, wantsName, bareTitle } = greeting;
	// "Best ,⏎Jane", "Thanks ,⏎Jane": sloppy, but a closing.
	if (isThanks.test(words) && (!isFirst || /^\s*,\s*$/u.test(rest))) return false;
	if (NO_NAME.some((sign) => sign.test(rest))) return true;
	if (
		!isFrench &&
		!FRENCH_GREETING.test(words) &&
		NO_NAME_ELSEWHERE.some((sign) => sign.test(rest))
	) {
		return true;
	}
	if (title !== '' && bareTitle) return NO_NAME_AFTER_TITLE.test(rest) || /^\s*[,،]/u.test(rest);
	if (wantsName !== 'always' || title !== '' || !isFirst) return false;
	return BARE_END.test(rest) || (rest.trim() === '' && goesOn);
}

/** The field's own name in the place of the person's: "Hi First Name,", "Hallo Vorname,". */
function namesAField({ rest }: Greeting): boolean {
	const slot = /^[\s,]{1,4}["“„'‘*_]?([^,،、!.:;\n"”'’*]{1,30})["”'’*_]?\s*(?:[,،!.:;]|$)/u.exec(
		rest,
	)?.[1];
	if (slot === undefined) return false;
	const name = slot.trim();
	return (
		/^(?:(?:your |the )?name|X{2,}|x{3,})$/iu.test(name) ||
		(isFieldName(name) && NAME_FIELD.test(name))
	);
}
const NAME_FIELD =
	/^(?:(?:first|last|full|contact|recipient|lead|prospect|user|company|your|customer)[ _-]?name|fname|lname|[vn](?:or|ach)name|pr[ée]nom|nombre|apellidos?|imi[ęe]|имя|фамилия|ім'я|姓名|名前|氏名|お名前|이름|성함|الاسم|voornaam|f[öo]rnamn|fornavn|etunimi|jm[ée]no|keresztn[ée]v|isim|όνομα|recipient|prospect|company|empresa|unternehmen)$/iu;

/** A greeting whose name is missing, or a text that begins with what should follow the name. */
export function missingName(text: string): Finding | undefined {
	const isFrench = FRENCH.test(text);
	const opening = /^\s*(?:[,،、]|;(?![)(])|!(?=\s\p{L}))[^\n]{0,30}/u.exec(text);
	if (opening) return { kind: 'emptyName', piece: opening[0] };
	const honorific = new RegExp(
		`^\\s*(?:${HONORIFICS.join('|')})(?=[\\s,、。!:]|$)[^\\n]{0,20}`,
		'u',
	).exec(text);
	if (honorific) return { kind: 'emptyName', piece: honorific[0] };
	const goesOn = text.trim().includes('\n');
	let isFirst = true;
	for (const line of text.split('\n')) {
		if (line.trim() === '') continue;
		const greeting = readGreeting(line.slice(0, 200));
		if (greeting) {
			const piece = line.trim().slice(0, greeting.words.length + greeting.title.length + 12);
			if (lacksName(greeting, { isFirst, isFrench, goesOn })) return { kind: 'emptyName', piece };
			if (namesAField(greeting)) return { kind: 'placeholder', piece };
		}
		isFirst = false;
	}
	return undefined;
}
