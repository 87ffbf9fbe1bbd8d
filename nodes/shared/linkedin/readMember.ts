import { readBare } from './bare';
import { located } from './held';
import { isOpen, looseEnd } from './looseEnd';
import type { Member } from './member';
import { memberKeys, mergeMembers, sameMember } from './member';
import { NotAMember, quote } from './notAMember';
import { notText } from './notText';
import { placeOf } from './peel';
import { readPathAlone, readPiece } from './piece';
import type { Refusal } from './reading';
import { isRefusal, TWO_PEOPLE } from './reading';
import type { Word } from './text';
import { readable, wordsOf } from './text';

/** Twice the longest wrapped address seen. Longer texts are refused unread. */
const LONGEST = 2000;

/**
 * Reads anything that names one LinkedIn member: a profile address in any spelling, a URN, an id,
 * a slug, a text around one of them, a resource locator or a list of exactly one. Never somebody else: what
 * may have been cut, glued or lost a letter is refused.
 * @throws NotAMember, and nothing else
 */
export function readMember(value: unknown): Member {
	const held = located(value);
	if (typeof held === 'string') return readText(held, true);
	const [only, ...others] = entriesOf(held);
	const entry = others.length === 0 ? located(only) : undefined;
	// A list of one bare word is a list of tags or first names.
	if (typeof entry === 'string' && namesMember(entry)) return readText(entry, false);
	throw notText(held, namesMember);
}

function entriesOf(value: unknown): readonly unknown[] {
	try {
		return Array.isArray(value) ? [...(value as readonly unknown[])] : [];
	} catch {
		return [];
	}
}

function namesMember(text: string): boolean {
	try {
		return memberKeys(readText(text, false)).length > 0;
	} catch {
		return false;
	}
}

function readText(value: string, mayBeBare: boolean): Member {
	if (value.length > LONGEST) {
		throw new NotAMember(
			'is too long to name one LinkedIn profile; give the address alone, and for a list put a Split Out node before this one',
			'This text',
		);
	}
	const text = readable(value);
	const pieces = wordsOf(text);
	if (pieces.length === 0) {
		throw new NotAMember('names nobody; fill in the address of the profile', 'An empty text');
	}
	const found = mentions(text, pieces);
	const { members, refused, loose } = found;
	if (members.length > 0) {
		const member = unite([...members, ...pathsIn(pieces)], text);
		const flaw = loose ?? (refused?.refusal.damaged ? refused : undefined);
		if (flaw) throw new NotAMember(flaw.refusal.why, quote(flaw.piece));
		return member;
	}
	if (refused) throw new NotAMember(refused.refusal.why, quote(refused.piece));
	if (!mayBeBare) throw new NotAMember('is no LinkedIn address; give one', quote(text));
	return bareIn(text, pieces);
}

interface Flaw {
	readonly piece: string;
	readonly refusal: Refusal;
}

interface Mentions {
	readonly members: Member[];
	/** The first that is refused; one that lost something comes before all others. */
	readonly refused?: Flaw;
	/** The first behind which the rest of its name may stand. */
	readonly loose?: Flaw;
}

function mentions(text: string, pieces: readonly Word[]): Mentions {
	const members: Member[] = [];
	let refused: Flaw | undefined;
	let loose: Flaw | undefined;
	for (const piece of pieces) {
		const reading = readPiece(piece.text);
		if (reading === undefined) continue;
		if (!isRefusal(reading)) {
			members.push(reading);
			const refusal = looseness(text, piece, reading);
			loose ??= refusal && { piece: text.slice(piece.start), refusal };
		} else if (refused === undefined || (reading.damaged && !refused.refusal.damaged)) {
			refused = { piece: piece.text, refusal: reading };
		}
	}
	return { members, ...(refused && { refused }), ...(loose && { loose }) };
}

/** Whom paths without a host name: next to an address they are no words of a sentence. */
function pathsIn(pieces: readonly Word[]): Member[] {
	return pieces.flatMap(({ text: word }) => {
		const reading = /^\/(?:in|pub)\/./i.test(word) ? readPathAlone(word) : undefined;
		return reading === undefined ? [] : [isRefusal(reading) ? {} : reading];
	});
}

function startsMention(text: string): boolean {
	const [word] = wordsOf(text.slice(0, LONGEST));
	const reading = word && readPiece(word.text);
	return reading !== undefined && (!isRefusal(reading) || /^https?:\/\//i.test(word.text));
}

function looseness(text: string, { text: word, start }: Word, member: Member): Refusal | undefined {
	const facts = Object.values(member).filter((fact) => typeof fact === 'string');
	const place = placeOf(word);
	if (!isOpen(word.slice(place.start, place.end), facts)) return undefined;
	return looseEnd({
		text,
		start: start + place.start,
		end: start + place.end,
		begins: startsMention,
	});
}

function bareIn(text: string, pieces: readonly Word[]): Member {
	if (text.includes('{{')) {
		throw new NotAMember(
			'is an expression that was not resolved; switch the field to Expression, or fill in the address',
			quote(text),
		);
	}
	const reading = readBare(pieces.map((piece) => piece.text).join(' '), text);
	if (isRefusal(reading)) throw new NotAMember(reading.why, quote(text));
	const loose = looseness(text, pieces[pieces.length - 1], reading);
	if (loose) throw new NotAMember(loose.why, quote(text));
	return reading;
}

/** One person out of several mentions, or a refusal where nothing ties two of them together. */
function unite(members: readonly Member[], text: string): Member {
	const people: Member[] = [];
	for (const member of members) {
		const at = people.findIndex((known) => sameMember(known, member));
		if (at < 0) people.push(member);
		else people[at] = mergeMembers(people[at], member);
	}
	const [one, ...others] = people;
	if (others.length === 0) return one;
	const why = TWO_PEOPLE.why.replace('two', others.length === 1 ? 'two' : String(people.length));
	throw new NotAMember(why, quote(text));
}
