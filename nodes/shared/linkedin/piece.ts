import type { Address } from './address';
import { isEncodedWhole, splitAddress, splitPath } from './address';
import { foreignHost, isLinkedIn, isOn, isSiteName, looksLikeHost } from './hosts';
import { readTuple } from './ids';
import { beginsPath } from './pages';
import { peel, unprefixed } from './peel';
import { decodeFully } from './percent';
import { doubledAddress, readPath } from './profilePath';
import type { Reading } from './reading';
import { isRefusal, refuse } from './reading';
import { brokenWrapper, unknownTail } from './tail';
import { visible } from './text';
import { readUrn } from './urn';
import { wrappedAddress } from './wrapped';

/** A safe link around a sign-in wall around a profile is three deep; more is not read. */
const DEEPEST = 4;

const EMAIL = refuse(
	'is an e-mail address, not a LinkedIn profile; take the field that holds the address of the profile',
);

/**
 * Reads one word of a text: an address, a URN, an id, an e-mail address. Undefined for a word
 * that is none of these and may be anything, a bare slug included.
 */
export function readPiece(word: string, depth = 0): Reading | undefined {
	const peeled = peel(word);
	const text = isEncodedWhole(peeled) ? visible(decodeFully(peeled) ?? peeled).trim() : peeled;
	return readUrn(text) ?? readTuple(text) ?? readAddress(unprefixed(text), depth);
}

/**
 * Reads a path without a host, such as /in/jane-doe; undefined for anything else. Only for a text
 * that holds nothing more: "in/out" in a sentence is nobody.
 */
export function readPathAlone(text: string, depth = 0): Reading | undefined {
	const [first, ...rest] = text.replace(/^[/\\]/, '').split(/[/\\?#]/);
	const isPath = rest.length > 0 && beginsPath(first.toLowerCase());
	return isPath ? follow(splitPath(text), depth) : undefined;
}

function readAddress(text: string, depth: number): Reading | undefined {
	const address = splitAddress(text);
	if (address.hasScheme) return follow(address, depth);
	const authority = text.slice(0, text.search(/[/\\?#]|$/));
	if (authority.lastIndexOf('@') > 0) return EMAIL;
	const isAddress =
		isLinkedIn(address.host) ||
		isOn(address.host, 'lnkd.in') ||
		(authority === text ? isSiteName(text) : looksLikeHost(authority));
	return isAddress ? follow(address, depth) : undefined;
}

function follow(address: Address, depth: number): Reading {
	if (address.host === '') return refuse('is not a whole address; copy the address of the profile');
	const onLinkedIn = isLinkedIn(address.host);
	const inner = wrappedAddress(address) ?? (onLinkedIn ? doubledAddress(address) : undefined);
	if (inner !== undefined && depth < DEEPEST) {
		const reading = readPiece(inner, depth + 1) ?? readPathAlone(inner, depth + 1);
		if (reading)
			return isRefusal(reading)
				? reading
				: (brokenWrapper(address.query) ?? unknownTail(address) ?? reading);
	}
	return onLinkedIn ? readPath(address) : refuse(foreignHost(address.host));
}
