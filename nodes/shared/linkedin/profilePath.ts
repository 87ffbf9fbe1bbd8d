import type { Address } from './address';
import { isLinkedIn } from './hosts';
import { readId, readLeadId, readNumber } from './ids';
import { isPathWord, isPrefix, pageOf } from './pages';
import { decodeFully, parameter } from './percent';
import { readPub } from './pub';
import type { Reading } from './reading';
import { damaged, isRefusal, refuse } from './reading';
import { readSlug } from './slug';
import { isBelow, PROFILE_SECTIONS, UNKNOWN_PATH, unknownTail } from './tail';
import { visible } from './text';
import { readUrn } from './urn';

const URN_PARAMETERS = ['miniprofileurn', 'profileurn', 'memberurn'];
const NO_ID = damaged(
	'is a LinkedIn address without a usable member id; copy the address of the profile again',
);

/**
 * Reads the path of an address on LinkedIn. LinkedIn adds a URN to profile links in searches and mails;
 * it is not taken for the person's: an address that was put together by hand has somebody else's there.
 */
export function readPath(address: Address): Reading {
	const segments = pathOf(address);
	const reading = readSegments(segments, address);
	if (isRefusal(reading)) return reading;
	// In touch.linkedin.com's #profile/12345 the fragment is the path.
	const fragment = address.segments.length > 0 ? address.fragment : '';
	return unknownTail({ query: address.query, fragment }) ?? reading;
}

function readSegments([first = '', ...rest]: readonly string[], address: Address): Reading {
	switch (first.toLowerCase()) {
		case '':
			return refuse('is the LinkedIn home page, not a person');
		case 'in':
			return readIn(rest, address);
		case 'pub':
			return readPub(rest);
		case 'sales':
			return readSales(rest);
		case 'talent':
		case 'recruiter':
			return readRecruiter(rest);
		case 'profile':
			return readOldProfile(rest, address.query);
		case 'messaging':
			return readCompose(rest, address.query);
		case 'search':
			return readSearch(rest);
		default:
			return readOther(first.toLowerCase());
	}
}

/** The segments that matter: without /mwlite and its like, or from touch.linkedin.com's #hash. */
function pathOf({ segments, fragment }: Address): readonly string[] {
	const path = segments.length > 0 ? decodeSlashes(segments) : partsOf(fragment);
	const start = path.findIndex((segment) => !isPrefix(segment.toLowerCase()));
	const proper = start < 0 ? [] : path.slice(start);
	const [first = '', second = ''] = proper.map((segment) => segment.toLowerCase());
	const doubled = (first === 'profile' && second === 'in') || (first === 'in' && second === 'in');
	return doubled && proper.length > 2 ? proper.slice(1) : proper;
}

function partsOf(path: string): readonly string[] {
	return path.split('/').filter((part) => part !== '');
}

/** /in%2Fjane-doe */
function decodeSlashes(segments: readonly string[]): readonly string[] {
	if (!/^[a-z-]+%(?:25)*2f/i.test(segments[0])) return segments;
	return partsOf(decodeFully(segments.join('/')) ?? '');
}

/**
 * The address inside /in/https://www.linkedin.com/in/jane-doe, which a form that prepends
 * "linkedin.com/in/" makes of a whole address, or inside one doubled without it; undefined for any other path.
 */
export function doubledAddress(address: Address): string | undefined {
	const path = pathOf(address);
	const inner = decodeFully(path.slice(path[0]?.toLowerCase() === 'in' ? 1 : 0).join('/'));
	if (inner === undefined) return undefined;
	const host = inner.split('/')[0].toLowerCase();
	return /^https?:/i.test(inner) || isLinkedIn(host) ? inner : undefined;
}

/** The number at the end of an address of before 2015, which somebody moved behind /in/. */
const OLD_NUMBER = /^[0-9a-f]{1,3}$/i;

function readIn(path: readonly string[], address: Address): Reading {
	const start = path.findIndex((part) => part.toLowerCase() !== 'in');
	const [slug = '', ...below] = start > 0 ? path.slice(start) : path;
	const word = slug.toLowerCase();
	if (below.length > 0 && word !== 'in' && isPathWord(word)) {
		const moved = readSegments([slug, ...below], address);
		return isRefusal(moved) ? damaged(moved.why) : moved;
	}
	if (below.length > 2 && below.slice(0, 3).every((part) => OLD_NUMBER.test(part))) {
		return readPub([slug, ...below]);
	}
	const urn = readUrn(decodeFully(slug) ?? '');
	const reading = urn ?? readSlug(slug);
	return isRefusal(reading) || isBelow(below, PROFILE_SECTIONS) ? reading : UNKNOWN_PATH;
}

function isAddress(segment: string): boolean {
	return /https?:|linkedin\.|www\./i.test(segment);
}

function readLead(segment = ''): Reading {
	const lead = visible(decodeFully(segment) ?? '').trim();
	return readUrn(lead) ?? readLeadId(/^[^,]*/.exec(lead)?.[0] ?? '') ?? NO_ID;
}

function readSales([kind = '', lead, ...below]: readonly string[]): Reading {
	switch (kind.toLowerCase()) {
		case 'lead':
		case 'people':
		case 'profile':
			return below.some(isAddress) ? UNKNOWN_PATH : readLead(lead);
		case 'company':
		case 'accounts':
			return refuse('is a Sales Navigator company page, not a person');
		case 'search':
		case 'lists':
			return refuse('is a Sales Navigator list, not a person');
		default:
			return refuse('is a Sales Navigator page, not a person');
	}
}

/** Recruiter shows profiles inside projects and searches too: /talent/hire/…/profile/AEMAA… */
function readRecruiter(segments: readonly string[]): Reading {
	const at = segments.findIndex((segment) => segment.toLowerCase() === 'profile');
	if (at < 0) return refuse('is a LinkedIn Recruiter page, not a person');
	return segments.slice(at + 2).some(isAddress) ? UNKNOWN_PATH : readLead(segments[at + 1]);
}

/** /profile/view?id=… of LinkedIn's first decade, /profile?key=… before it, profile/… in the app. */
function readOldProfile([view = 'view', ...below]: readonly string[], query: string): Reading {
	if (!isBelow(below, PROFILE_SECTIONS)) return UNKNOWN_PATH;
	const id = view.toLowerCase() === 'view' ? parameter(query, ['id', 'key']) : decodeFully(view);
	if (id === undefined) return NO_ID;
	const reading = readUrn(id) ?? readId(id) ?? readNumber(id);
	return (
		reading ?? damaged('is an old LinkedIn address; open it and paste the address it leads to')
	);
}

/** The Message button of a profile leads to /messaging/compose/?profileUrn=… */
function readCompose([kind = '']: readonly string[], query: string): Reading {
	const named = parameter(query, [...URN_PARAMETERS, 'recipient']);
	const text = kind.toLowerCase() === 'compose' ? decodeFully(named ?? '') : undefined;
	const reading = text ? (readUrn(text) ?? readId(text)) : undefined;
	return reading ?? refuse('is a LinkedIn conversation, not a person');
}

/** LinkedIn's link for a "LinkedIn Member" outside the searcher's network. */
function readSearch(segments: readonly string[]): Reading {
	const headless = segments.some((segment) => segment.toLowerCase() === 'headless');
	return refuse(
		headless
			? 'leads nowhere because LinkedIn hides this person from you'
			: 'is a LinkedIn search page, not a person',
	);
}

function readOther(first: string): Reading {
	const page = pageOf(first);
	return refuse(
		page
			? `is ${page}, not a person`
			: 'is no profile address; the address of a profile has /in/ in it',
	);
}
