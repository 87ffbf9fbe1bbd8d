import type { Address } from './address';
import { isEncodedWhole, splitAddress, splitPath } from './address';
import { foreignHost, isLinkedIn, isOn, isSiteName, looksLikeHost } from './hosts';
import { quote } from './notAMember';
import { isPrefix } from './pages';
import { decodeFully } from './percent';
import type { Refusal } from './reading';
import { refuse } from './reading';
import { trimEdges, visible, words } from './text';
import { wrappedAddress } from './wrapped';

/** Twice the longest wrapped address seen. Longer texts are refused unread. */
const LONGEST = 2000;

/** A safe link around a sign-in wall around a page is three; more is a riddle. */
const DEEPEST = 4;

/** A page of LinkedIn: the words of its path without /mwlite and its like, still encoded. */
export interface Page {
	readonly path: readonly string[];
	readonly query: string;
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
export function retell({ why }: Refusal, noun: string): Refusal {
	return refuse(why.replace(/\b(?:profile|person)\b/g, noun));
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
	const text = visible(textOf(value, kind));
	const pieces = words(text);
	if (pieces.length === 0) throw new kind.wrong(`names no LinkedIn ${kind.noun}`, 'An empty text');

	const found: T[] = [];
	let refused: { piece: string; why: string } | undefined;
	for (const piece of pieces) {
		const reading = readPiece(piece, kind, 0);
		if (reading === undefined) continue;
		if (isRefused(reading)) refused ??= { piece, why: reading.why };
		else found.push(reading);
	}
	if (found.length > 0) return uniteAll(found, text, kind);
	if (refused) throw new kind.wrong(refused.why, quote(refused.piece));
	if (text.includes('{{')) {
		throw new kind.wrong('is an expression that was not resolved', quote(text));
	}
	const plain = pieces.join(' ');
	const reading = readPathAlone(trimEdges(plain), kind, 0) ?? kind.bare(plain);
	if (isRefused(reading)) throw new kind.wrong(reading.why, quote(text));
	return reading;
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
	const held = isLocator(value) ? value.value : value;
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

/** n8n's parameter that comes in several modes; its mark `__rl` is missing from defaults. */
function isLocator(value: unknown): value is { value: unknown } {
	if (typeof value !== 'object' || value === null || !('value' in value)) return false;
	return '__rl' in value || 'mode' in value;
}

/** 'LinkedIn:', 'href=', 'post:' before a value, but no scheme, URN or host with a port. */
const LABEL = /^(?!https?:|urn:)\p{L}[\p{L}\p{N}_-]{0,30}[:=：](?!\/\/|\d+(?:\/|$))/iu;

/** A word without its surrounding punctuation and labels. */
function peel(word: string): string {
	let text = trimEdges(word);
	for (let round = 0; round < 3 && LABEL.test(text); round++) {
		text = trimEdges(text.replace(LABEL, ''));
	}
	const scheme = text.search(/https?:\/\//i);
	const isGlued = scheme > 0 && !/[/?#@=%:.]/.test(text.slice(0, scheme));
	return isGlued ? text.slice(scheme) : text;
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
	const text = isEncodedWhole(whole) ? trimEdges(visible(decodeFully(whole) ?? whole)) : whole;
	const peeled = peel(text);
	return kind.urn(text) ?? kind.urn(peeled) ?? readAddress(peeled, kind, depth);
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
		if (reading) return reading;
	}
	if (onLinkedIn) return kind.page({ path, query: address.query });
	return retell(refuse(foreignHost(address.host)), kind.noun);
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
	return at < 0 ? undefined : plain.slice(at);
}
