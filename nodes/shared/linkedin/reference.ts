import type { Address } from './address';
import { isEncodedWhole, splitAddress, splitPath } from './address';
import { foreignHost, isLinkedIn, isOn, isSiteName, looksLikeHost } from './hosts';
import { located } from './held';
import { isOpen, looseEnd } from './looseEnd';
import { quote } from './notAMember';
import { isPathWord, isPrefix } from './pages';
import { peel, placeOf, unprefixed } from './peel';
import { decodeFully } from './percent';
import type { Refusal } from './reading';
import { refuse } from './reading';
import { brokenWrapper, unknownTail } from './tail';
import type { Word } from './text';
import { readable, trimEdges, visible, wordsOf } from './text';
import { wrappedAddress } from './wrapped';

/** Twice the longest wrapped address seen. Longer texts are refused unread. */
const LONGEST = 2000;

/** A safe link around a sign-in wall around a page is three deep; more is not read. */
const DEEPEST = 4;

/** A page of LinkedIn: the words of its path without /mwlite and its like, still encoded. */
export interface Page {
	readonly path: readonly string[];
	readonly query: string;
	/** Whether the path ends with a slash, or something follows it. */
	readonly isClosed: boolean;
}

/** A kind of thing that has a page on LinkedIn, such as a company or a post, and how it is named. */
export interface Kind<T extends object> {
	/** 'company page', 'post'. */
	readonly noun: string;
	/** What is thrown for whatever names none. */
	readonly wrong: new (why: string, subject?: string) => Unnamed;
	/** Reads a URN or an id that cannot be mistaken; undefined for a text that is neither. */
	urn(text: string): T | Refusal | undefined;
	page(page: Page): T | Refusal;
	/** Whether a fact cannot have been cut, because all of its kind are as long. */
	isWhole(fact: string): boolean;
	/** Whether a path that came without a host is LinkedIn's. */
	beginsPath(segment: string): boolean;
	/** Reads a text in which nothing else was found. */
	bare(text: string): T | Refusal;
	/** One thing out of two mentions; undefined where nothing ties them together. */
	unite(a: T, b: T): T | undefined;
}

/** Why an input names nothing of the kind. Message and `why` are built as in NotAMember. */
export abstract class Unnamed extends Error {
	constructor(
		readonly why: string,
		subject = 'This',
	) {
		super(`${subject} ${why}.`);
	}
}

/** The members' rooms speak of profiles and persons: their refusal in words that fit another kind. */
export function retell({ why, ...rest }: Refusal, noun: string): Refusal {
	return { ...rest, why: why.replace(/\b(?:profile|person)\b/g, noun) };
}

export function isRefused<T extends object>(reading: T | Refusal): reading is Refusal {
	return 'why' in reading;
}

/**
 * Reads anything that names one thing of a kind: its address in any spelling, a URN, an id, a text
 * around one of them, or a resource locator that holds one.
 * @throws kind.wrong, and nothing else
 */
export function readReference<T extends object>(value: unknown, kind: Kind<T>): T {
	const text = readable(textOf(value, kind));
	const pieces = wordsOf(text);
	if (pieces.length === 0) throw new kind.wrong(`names no LinkedIn ${kind.noun}`, 'An empty text');

	const found: T[] = [];
	let refused: Flaw | undefined;
	let loose: Flaw | undefined;
	for (const piece of pieces) {
		const reading = readPiece(piece.text, kind, 0);
		if (reading === undefined) continue;
		if (!isRefused(reading)) {
			found.push(reading);
			const refusal = looseness(text, piece, reading, kind);
			loose ??= refusal && { piece: text.slice(piece.start), refusal };
		} else if (refused === undefined || (reading.damaged && !refused.refusal.damaged)) {
			refused = { piece: piece.text, refusal: reading };
		}
	}
	if (found.length > 0) {
		const one = uniteAll(found, text, kind);
		const flaw = loose ?? (refused?.refusal.damaged ? refused : undefined);
		if (flaw) throw new kind.wrong(flaw.refusal.why, quote(flaw.piece));
		return one;
	}
	if (refused) throw new kind.wrong(refused.refusal.why, quote(refused.piece));
	if (text.includes('{{')) {
		throw new kind.wrong('is an expression that was not resolved', quote(text));
	}
	const plain = pieces.map((piece) => piece.text).join(' ');
	const reading = readPathAlone(trimEdges(plain), kind, 0) ?? kind.bare(plain);
	if (isRefused(reading)) throw new kind.wrong(reading.why, quote(text));
	const last = looseness(text, pieces[pieces.length - 1], reading, kind);
	if (last) throw new kind.wrong(last.why, quote(text));
	return reading;
}

interface Flaw {
	readonly piece: string;
	readonly refusal: Refusal;
}

/** Why what stands behind a mention may belong to it. */
function looseness<T extends object>(
	text: string,
	{ text: word, start: at }: Word,
	reading: T,
	kind: Kind<T>,
): Refusal | undefined {
	const facts = Object.values(reading).filter((fact) => typeof fact === 'string');
	if (facts.every((fact) => kind.isWhole(fact))) return undefined;
	const { start, end } = placeOf(word);
	if (!isOpen(word.slice(start, end), facts)) return undefined;
	const begins = (rest: string): boolean => {
		const [next] = wordsOf(rest.slice(0, LONGEST));
		const other = next && readPiece(next.text, kind, 0);
		return other !== undefined && (!isRefused(other) || /^https?:\/\//i.test(next.text));
	};
	const refusal = looseEnd({ text, start: at + start, end: at + end, begins });
	return refusal && retell(refusal, kind.noun);
}

function uniteAll<T extends object>(found: readonly T[], text: string, kind: Kind<T>): T {
	return found.reduce((known, other) => {
		const one = kind.unite(known, other);
		if (one) return one;
		throw new kind.wrong(
			`names two ${kind.noun}s; give one LinkedIn ${kind.noun} per item`,
			quote(text),
		);
	});
}

function textOf<T extends object>(value: unknown, { noun, wrong: Wrong }: Kind<T>): string {
	const held = located(value);
	const named = `LinkedIn ${noun}`;
	if (typeof held === 'string') {
		if (held.length <= LONGEST) return held;
		throw new Wrong(`is too long to name one ${named}`, 'This text');
	}
	if (typeof held === 'bigint' || Number.isSafeInteger(held)) return String(held);
	if (held === undefined || held === null) throw new Wrong(`names no ${named}`, 'A missing value');
	if (typeof held === 'number') {
		throw new Wrong(`is no ${named}, or has lost its last digits; give it as text`, 'A number');
	}
	throw new Wrong(`is no ${named}; map one field that is text`, 'A value that is not text');
}

/**
 * Reads one word of a text: a URN, an id that cannot be mistaken, an address. Undefined for any other
 * word. Exported for the test of its speed: the longest text that is read hides it.
 */
export function readPiece<T extends object>(
	word: string,
	kind: Kind<T>,
	depth: number,
): T | Refusal | undefined {
	const whole = trimEdges(word);
	const text = isEncodedWhole(whole) ? visible(decodeFully(whole) ?? whole).trim() : whole;
	const peeled = peel(text);
	return kind.urn(text) ?? kind.urn(peeled) ?? readAddress(unprefixed(peeled), kind, depth);
}

function readAddress<T extends object>(
	text: string,
	kind: Kind<T>,
	depth: number,
): T | Refusal | undefined {
	const address = splitAddress(text);
	if (address.hasScheme) return follow(address, kind, depth);
	const authority = text.slice(0, text.search(/[/\\?#]|$/));
	if (authority.lastIndexOf('@') > 0) {
		return refuse(`is an e-mail address, not a LinkedIn ${kind.noun}`);
	}
	const isAddress =
		isLinkedIn(address.host) ||
		isOn(address.host, 'lnkd.in') ||
		(authority === text ? isSiteName(text) : looksLikeHost(authority));
	return isAddress ? follow(address, kind, depth) : undefined;
}

/** A path without a host, such as /company/acme; undefined for anything else. */
function readPathAlone<T extends object>(
	text: string,
	kind: Kind<T>,
	depth: number,
): T | Refusal | undefined {
	const [first, ...rest] = text.replace(/^[/\\]/, '').split(/[/\\?#]/);
	const isPath = rest.length > 0 && kind.beginsPath(first.toLowerCase());
	return isPath ? follow(splitPath(text), kind, depth) : undefined;
}

function follow<T extends object>(address: Address, kind: Kind<T>, depth: number): T | Refusal {
	if (address.host === '') return refuse('is not a whole address');
	const onLinkedIn = isLinkedIn(address.host);
	const path = onLinkedIn ? pathOf(address) : [];
	const inner = wrappedAddress(address) ?? doubledAddress(path);
	if (inner !== undefined && depth < DEEPEST) {
		const reading = readPiece(inner, kind, depth + 1) ?? readPathAlone(inner, kind, depth + 1);
		const broken = brokenWrapper(address.query);
		if (broken) return retell(broken, kind.noun);
		if (reading) return checked(reading, address, kind);
	}
	if (onLinkedIn) {
		const { query, isClosed } = address;
		return checked(kind.page({ path, query, isClosed }), address, kind);
	}
	return retell(refuse(foreignHost(address.host)), kind.noun);
}

/** What was read, or why what follows in the address may be a part of its name. */
function checked<T extends object>(
	reading: T | Refusal,
	{ segments, query, fragment }: Address,
	kind: Kind<T>,
): T | Refusal {
	if (isRefused(reading)) return reading;
	const unknown = unknownTail({ query, fragment: segments.length > 0 ? fragment : '' });
	return unknown ? retell(unknown, kind.noun) : reading;
}

/** From touch.linkedin.com's #hash where there is no path; with the slashes of /company%2Facme. */
function pathOf({ segments, fragment }: Address): readonly string[] {
	const parts = segments.length > 0 ? segments : fragment.split('/');
	const joined = parts.join('/');
	const path = /^[a-z-]+%(?:25)*2f/i.test(joined) ? (decodeFully(joined) ?? '').split('/') : parts;
	const proper = path.filter((segment) => segment !== '');
	const start = proper.findIndex((segment) => !isPrefix(segment.toLowerCase()));
	return start < 0 ? [] : proper.slice(start);
}

/** The address inside /company/https://www.linkedin.com/company/acme, which a form makes of a whole one. */
function doubledAddress(path: readonly string[]): string | undefined {
	const plain = decodeFully(path.join('/')) ?? '';
	const at = plain.search(/(?<![^/])(?:https?:|(?:[a-z]{1,5}\.)?linkedin\.com\/)/i);
	if (at < 0) return undefined;
	// Behind a name it is a second address.
	const isForm = plain
		.slice(0, at)
		.split('/')
		.every((part) => part === '' || isPathWord(part));
	return isForm ? plain.slice(at) : undefined;
}
