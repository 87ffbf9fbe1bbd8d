import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { Failure } from '../../nodes/shared/failures/failure';
import type { FailureReason } from '../../nodes/shared/failures/failure';
import { isWithin, safeBaseUrl, UnsafeBaseUrl, parseUrl } from '../../nodes/shared/http/baseUrl';
import { meantSecret } from '../../nodes/shared/http/pasted';

/**
 * The credential kept its secrets back, so nothing was sent. The credential test and the HTTP Request
 * node show nothing but the message: it holds both sentences.
 */
export class CredentialRefusal extends Failure {
	/** Of an error it wraps, n8n keeps message and description in every version. */
	readonly description: string;

	constructor(what: string, next: string, reason: FailureReason = 'authentication') {
		super({ reason, outcome: 'notSent', what, next, stopsBatch: true });
		this.name = 'CredentialRefusal';
		this.message = `${what}. ${next}`;
		this.description = next;
	}
}

/** A request whose address has been checked against the credential's Base URL. */
export interface AuthorisedRequest {
	readonly request: IHttpRequestOptions;
	/** Path below the Base URL, with a leading slash; empty for an address beside it. */
	readonly path: string;
}

/** The text of a credential field without the blanks and line breaks that come along when it is pasted. */
export function fieldText(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

/** What a key or token cannot hold. Whatever is left of these after trimming is a slip in pasting. */
const SLIPS: ReadonlyArray<readonly [RegExp, string]> = [
	[/\{\{|\$\{/, 'is an expression that was not resolved'],
	[/\*{3,}|[•●…]/, 'is the masked form that a web page shows'],
	// A line break would forge a header.
	[/[^\x21-\x7e]/, 'has a space, a line break or a special character inside'],
	[/["'`]/, 'has a quotation mark inside'],
];

/**
 * A key or token as it goes out: without what is certainly not meant (`meantSecret`). Throws `CredentialRefusal`
 * for what cannot be one.
 */
export function secretText(value: unknown, field: string): string {
	const text = meantSecret(value);
	const slip = SLIPS.find(([pattern]) => pattern.test(text));
	if (slip === undefined) return text;
	throw new CredentialRefusal(
		`The ${field} in the credential ${slip[1]}`,
		`Copy the ${field} again, on its own, and paste it into the credential.`,
	);
}

function withUnsafeExplained(error: unknown): unknown {
	return error instanceof UnsafeBaseUrl
		? new CredentialRefusal(error.message, error.nextStep, 'invalidInput')
		: error;
}

function readBaseUrl(value: unknown): string {
	try {
		return safeBaseUrl(value);
	} catch (error) {
		throw withUnsafeExplained(error);
	}
}

/** The address as axios will build it. The HTTP Request node still speaks the older dialect with `uri`. */
function addressOf(request: IHttpRequestOptions & { uri?: unknown }): string {
	const address = String(request.url || request.uri || '');
	const isAbsolute = /^([a-z][a-z\d+.-]*:)?\/\//i.test(address);
	if (isAbsolute || !request.baseURL) return address;
	return `${readBaseUrl(request.baseURL)}/${address.replace(/^\/+/, '')}`;
}

function hostOf(address: string): string {
	const url = parseUrl(address);
	return url ? `to ${url.host}` : 'to no full address';
}

/**
 * The request with the credential's key in a header, for an address at the credential's Base URL only.
 * The address leaves absolute, so that what was checked is what is sent. Redirects are not followed:
 * HTTP clients drop only `Authorization` and cookies on the way to another host.
 *
 * @param headerOf the one header that carries the key
 */
export function authorise(
	credentials: ICredentialDataDecryptedObject,
	incoming: IHttpRequestOptions,
	headerOf: (key: string) => [name: string, value: string],
): AuthorisedRequest {
	const baseUrl = readBaseUrl(credentials.baseUrl);
	const address = addressOf(incoming);
	if (!isWithin(baseUrl, address)) {
		throw new CredentialRefusal(
			`The request goes ${hostOf(address)}, but this credential is for ${new URL(baseUrl).host} only`,
			'Send the request to that host, or change the Base URL in the credential.',
			'invalidInput',
		);
	}
	const key = secretText(credentials.apiKey, 'API Key');
	if (key === '') {
		throw new CredentialRefusal(
			'The API Key in the credential is empty',
			'Open the credential and paste the key.',
		);
	}
	const [name, value] = headerOf(key);
	const headers: IDataObject = { [name]: value };
	for (const [other, given] of Object.entries(incoming.headers ?? {})) {
		if (other.toLowerCase() !== name.toLowerCase()) headers[other] = given;
	}
	const { href, origin, pathname } = new URL(address);
	const place = origin + pathname;
	const request = {
		...incoming,
		baseURL: undefined,
		url: href,
		headers,
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	};
	return { request, path: place.startsWith(`${baseUrl}/`) ? place.slice(baseUrl.length) : '' };
}
