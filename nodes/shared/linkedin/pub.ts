import type { Reading } from './reading';
import { damaged, isRefusal, refuse } from './reading';
import { checkSlug, readSlug } from './slug';
import { isBelow, isLanguage, PROFILE_SECTIONS, UNKNOWN_PATH } from './tail';

const HEX = /^[0-9a-f]{1,3}$/i;
const LOST_END = damaged(
	'is an old LinkedIn address that lost its end; copy the address of the profile',
);

/**
 * The address that public profiles had until 2015: /pub/<name>/<a>/<b>/<c>. LinkedIn redirected
 * it to /in/<name>-<cba>, c and b padded to three characters, a as it is and left out when it is
 * 0. Source: the recorded redirects in the tests of npm's linkedin-canonical-url, and (the 0)
 * several public scrapers; LinkedIn never documented it.
 */
export function readPub(segments: readonly string[]): Reading {
	const [name = '', ...rest] = segments;
	if (name.toLowerCase() === 'dir')
		return refuse(
			'is a LinkedIn list of namesakes, not a person; open the one you mean and copy its address',
		);
	const reading = readSlug(name);
	if (isRefusal(reading) || reading.publicIdentifier === undefined) return reading;
	const [a, b, c, ...below] = rest;
	if (!isBelow(below, PROFILE_SECTIONS)) return UNKNOWN_PATH;
	// In /16/788/de the last may be a language behind a number that lost its end, or its end.
	if (c !== undefined && isLanguage(c)) return LOST_END;
	if (c !== undefined && HEX.test(a) && HEX.test(b) && HEX.test(c)) {
		const id = c.padStart(3, '0') + b.padStart(3, '0') + (a === '0' ? '' : a);
		return checkSlug(`${reading.publicIdentifier}-${id.toLowerCase()}`);
	}
	// One segment more is a language, as in /pub/<name>/fr; two are a number that lost its end.
	if (rest.length < 2 && isBelow(rest, PROFILE_SECTIONS)) return reading;
	return LOST_END;
}
