import { readGreeting } from './greeting';
import { EVERYBODY, GREETINGS, HONORIFICS } from './greetingWords';
import { seen } from './seen';

const GENERIC = new Set(EVERYBODY.split(/\s+/u).filter(Boolean));

/** Scripts that tell capitals from small letters; a name has one. */
const CASED = /^[\p{Lu}\p{Ll}\p{Lt}\p{M}'’.-]+$/u;
const WORD = /^[\p{L}\p{M}\p{N}'’.·-]+$/u;

/** Names have at most so many words. */
const MOST_WORDS = 5;

const isGeneric = (word: string): boolean => GENERIC.has(word.toLowerCase().replace(/[.]$/u, ''));
const isName = (word: string): boolean => !CASED.test(word) || /^\p{M}*['’]?\p{Lu}/u.test(word);
/** "van", "de", "bin": within a name, never alone. */
const PARTICLE =
	/^(?:van|von|der|den|de|da|di|del|della|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|y|e)$/u;

/** The words in front of the first sign that ends a name. */
function nameIn(slot: string, isLower: boolean): string | undefined {
	const match =
		/^[\s,]{0,4}([^,،、，!.:;\n–—?(…]*(?:\.(?=[\s\p{L}])[^,،、，!.:;\n–—?(…]*){0,2})(.?)/u.exec(
			slot,
		);
	const words = (match?.[1] ?? '').trim().split(/\s+/u).filter(Boolean);
	const closed = match?.[2] !== '' || words.length <= MOST_WORDS - 2;
	if (
		words.length === 0 ||
		words.some((word, at) => at < (closed ? MOST_WORDS : 2) && isGeneric(word))
	)
		return undefined;
	const one = closed && words.length === 1 && isLower && WORD.test(words[0]) ? words[0] : undefined;
	const fits = words.every((word) => WORD.test(word) && (isName(word) || PARTICLE.test(word)));
	if (closed && fits && words.length <= MOST_WORDS && isName(words[0])) return words.join(' ');
	if (one !== undefined) return one;
	return isName(words[0]) && WORD.test(words[0]) && CASED.test(words[0]) ? words[0] : undefined;
}

const EASTERN_GREETING = GREETINGS.filter((word) =>
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(word),
);
/** "田中様、こんにちは", "王芳，您好", "김민수님, 안녕하세요": the name comes first. */
const NAME_FIRST = new RegExp(
	`^\\s*([\\p{L}\\p{M}· ]{1,20}?)\\s?(?:(${[...HONORIFICS, '先生', '女士', '小姐', '经理', '老师', '総', '总'].join('|')})|)[\\s,、，!！]*(?:${EASTERN_GREETING.join('|')})`,
	'u',
);
const BEFORE_HONORIFIC = new RegExp(
	`^\\s*([\\p{L}\\p{M}· ]{1,20}?)\\s?(?:様|さま|さん|님)(?=[\\s,、，。!！]|$)`,
	'u',
);

/**
 * The name in the greeting that opens a text: "Jane" of "Hi Jane, …". Undefined when it greets nobody by
 * name ("Hi there").
 */
export function greetingOf(text: string): string | undefined {
	const opening = seen(text).trimStart().slice(0, 300).split('\n')[0];
	const before = NAME_FIRST.exec(opening) ?? BEFORE_HONORIFIC.exec(opening);
	if (before) {
		const name = before[1].trim();
		return name === '' || isGeneric(name) || isGeneric(name + (before[2] ?? '')) ? undefined : name;
	}
	const greeting = readGreeting(opening);
	if (!greeting) return undefined;
	const rest = greeting.rest.replace(
		new RegExp(`\\s?(?:${HONORIFICS.join('|')})(?=[\\s,、，!]|$)`, 'u'),
		'',
	);
	const name = nameIn(rest, /^\p{Ll}/u.test(greeting.words));
	if (name === undefined) return undefined;
	return greeting.title === '' ? name : `${greeting.title} ${name}`;
}

export interface Addressed {
	readonly text: string;
	/** Who gets it, as it is known: an address, an identifier, a name. */
	readonly who: string;
}

const letters = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[^\p{L}\p{N}]/gu, '')
		.toLowerCase();

/**
 * The name by which texts to different people all greet, which a workflow does when it takes the first
 * person's name for all. Undefined when they greet by different names, by none, or when all those people
 * are called so.
 */
export function greetsEverybodyAlike(texts: readonly Addressed[]): string | undefined {
	const [first] = texts;
	if (first === undefined || new Set(texts.map(({ who }) => letters(who))).size < 2)
		return undefined;
	const name = greetingOf(first.text);
	if (name === undefined) return undefined;
	const plain = letters(name);
	if (!texts.every(({ text }) => letters(greetingOf(text) ?? '') === plain)) return undefined;
	return texts.every(({ who }) => letters(who).includes(plain)) ? undefined : name;
}
