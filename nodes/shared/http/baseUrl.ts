/** A base URL that may not receive a key. The message never repeats the URL: it may hold a password. */
export class UnsafeBaseUrl extends Error {
	constructor(
		/** One sentence: what is wrong. */
		what: string,
		/** One sentence: what to do about it. */
		readonly nextStep: string,
	) {
		super(what);
		this.name = 'UnsafeBaseUrl';
	}
}

const FULL_ADDRESS = 'Enter a full address that starts with https://.';

/**
 * Hosts that are this machine under every resolver: names below localhost are not. `URL` has already
 * turned decimal, octal and shortened addresses into four numbers.
 */
function isLoopback({ hostname }: URL): boolean {
	return (
		hostname === 'localhost' ||
		hostname === '[::1]' ||
		/^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
	);
}

/**
 * The address as a URL, or undefined. Not with `URL.canParse`: once Node 20 has optimised a hot loop, that
 * says no to addresses with characters beyond Latin-1 (seen in tests).
 */
export function parseUrl(address: string): URL | undefined {
	try {
		return new URL(address);
	} catch {
		return undefined;
	}
}

/**
 * The base URL in one spelling: no surrounding blanks, trailing slashes, query or fragment.
 *
 * @throws `UnsafeBaseUrl` when a key sent there could be read on the way, or there is no address at all
 */
export function safeBaseUrl(raw: unknown): string {
	const text = typeof raw === 'string' ? raw.trim() : '';
	if (text === '') throw new UnsafeBaseUrl('The Base URL is empty', FULL_ADDRESS);
	const url = parseUrl(text);
	if (!url) throw new UnsafeBaseUrl('The Base URL is not a web address', FULL_ADDRESS);
	if (url.username !== '' || url.password !== '') {
		throw new UnsafeBaseUrl(
			'The Base URL holds a user name or a password',
			'Remove everything between https:// and the @ sign, and the @ sign.',
		);
	}
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw new UnsafeBaseUrl('The Base URL does not start with https://', FULL_ADDRESS);
	}
	if (url.protocol === 'http:' && !isLoopback(url)) {
		throw new UnsafeBaseUrl(
			`The Base URL uses http for ${url.hostname}, where anybody on the way could read the key`,
			'Use https://. Plain http is for this machine only: localhost, 127.0.0.1 or [::1].',
		);
	}
	return url.origin + url.pathname.replace(/\/+$/, '');
}

/** True when both addresses name the same scheme, host and port. */
export function isWithin(baseUrl: string, url: string): boolean {
	const base = parseUrl(baseUrl);
	return base !== undefined && base.origin !== 'null' && base.origin === parseUrl(url)?.origin;
}
