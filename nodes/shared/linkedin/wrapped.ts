import type { Address } from './address';
import { isLinkedIn, isOn } from './hosts';
import { parameter } from './percent';

/** Mail filters, search engines and chats that lead on to the address in a query parameter. */
const WRAPPERS: ReadonlyArray<readonly [string, readonly string[]]> = [
	['safelinks.protection.outlook.com', ['url']],
	['l.facebook.com', ['u']],
	['lm.facebook.com', ['u']],
	['l.instagram.com', ['u']],
	['slack-redir.net', ['url']],
	['duckduckgo.com', ['uddg']],
	['l.messenger.com', ['u']],
	['statics.teams.cdn.office.net', ['url']],
];

const GOOGLE = /^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/;

/** LinkedIn's own sign-in walls and exits, and the parameters that say where they lead. */
const LINKEDIN_GATES = new Set(['authwall', 'login', 'uas', 'signup', 'checkpoint']);
const LINKEDIN_EXITS = new Set(['redir', 'safety']);

/**
 * The address inside an address that only leads on to it, or undefined. Only known wrappers: any
 * other host stays what it is, whatever its query says.
 */
export function wrappedAddress({ host, segments, query }: Address): string | undefined {
	const first = segments[0]?.toLowerCase() ?? '';
	if (isLinkedIn(host)) {
		if (LINKEDIN_GATES.has(first)) return parameter(query, ['sessionredirect', 'session_redirect']);
		return LINKEDIN_EXITS.has(first) ? parameter(query, ['url']) : undefined;
	}
	if (GOOGLE.test(host)) return first === 'url' ? parameter(query, ['q', 'url']) : undefined;
	if (isOn(host, 'urldefense.com')) return proofpoint(segments);
	if (isOn(host, 'web.archive.org')) return archived(segments);
	const wrapper = WRAPPERS.find(([site]) => isOn(host, site));
	return wrapper && parameter(query, wrapper[1]);
}

/** https://urldefense.com/v3/__https:/www.linkedin.com/in/jane__;!!… */
function proofpoint(segments: readonly string[]): string | undefined {
	if (segments[0] !== 'v3') return undefined;
	const inner = segments.slice(1).join('/');
	const end = inner.indexOf('__;');
	return inner.startsWith('__') && end > 0 ? inner.slice(2, end) : undefined;
}

/** https://web.archive.org/web/20150101000000/http://www.linkedin.com/in/jane */
function archived(segments: readonly string[]): string | undefined {
	return segments[0] === 'web' && segments.length > 2 ? segments.slice(2).join('/') : undefined;
}
