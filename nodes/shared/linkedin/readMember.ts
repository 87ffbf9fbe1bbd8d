import { readBare } from './bare';
import type { Member } from './member';
import { memberKeys, mergeMembers, sameMember } from './member';
import { NotAMember, quote } from './notAMember';
import { readPiece } from './piece';
import type { Refusal } from './reading';
import { isRefusal, TWO_PEOPLE } from './reading';
import { visible, words } from './text';

/** Twice the longest wrapped address seen. Longer texts are refused unread. */
const LONGEST = 2000;

/**
 * Reads anything that names one LinkedIn member: a profile address in any spelling, a URN, an id,
 * a slug, or a text around one of them. Never calls a method of `value`.
 * @throws NotAMember, and nothing else
 */
export function readMember(value: unknown): Member {
	if (typeof value !== 'string') throw notText(value);
	if (value.length > LONGEST) {
		throw new NotAMember('is too long to name one LinkedIn profile', 'This text');
	}
	const text = visible(value);
	const pieces = words(text);
	const [first] = pieces;
	if (first === undefined) throw new NotAMember('names nobody', 'An empty text');

	const members: Member[] = [];
	let refused: { piece: string; refusal: Refusal } | undefined;
	for (const piece of pieces) {
		const reading = readPiece(piece);
		if (reading === undefined) continue;
		if (isRefusal(reading)) refused ??= { piece, refusal: reading };
		else members.push(reading);
	}
	if (members.length > 0) return unite(members, text);
	if (refused) throw new NotAMember(refused.refusal.why, quote(refused.piece));
	if (text.includes('{{')) {
		throw new NotAMember('is an expression that was not resolved', quote(text));
	}
	const reading = readBare(pieces.join(' '));
	if (isRefusal(reading)) throw new NotAMember(reading.why, quote(text));
	return reading;
}

/** One person out of several mentions, or a refusal where nothing ties two of them together. */
function unite(members: Member[], text: string): Member {
	const [best, ...others] = members.sort((a, b) => memberKeys(b).length - memberKeys(a).length);
	return others.reduce((known, other) => {
		if (!sameMember(known, other)) throw new NotAMember(TWO_PEOPLE.why, quote(text));
		return mergeMembers(known, other);
	}, best);
}

function notText(value: unknown): NotAMember {
	switch (typeof value) {
		case 'undefined':
			return new NotAMember('names nobody', 'A missing value');
		case 'number':
		case 'bigint':
			return new NotAMember('is not a LinkedIn profile', 'A bare number');
		case 'boolean':
			return new NotAMember('is not a LinkedIn profile', 'A yes/no value');
		case 'object':
			return value === null
				? new NotAMember('names nobody', 'An empty value')
				: new NotAMember('is not a LinkedIn profile; map one field of it', 'A list or an object');
		default:
			return new NotAMember('is not a LinkedIn profile', 'A value that is not text');
	}
}
