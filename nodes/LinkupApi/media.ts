import { z } from 'zod';

import { parseUrl } from '../shared/http/baseUrl';
import { invalidInput } from '../shared/failures/failure';
import type { JsonObject } from '../shared/json/types';
import { textPart } from '../shared/fields/kinds';
import { optionsPart } from '../shared/fields/part';
import { refuse } from '../shared/fields/refuse';
import type { LinkupApi } from './api';

/** Ends of a link that the vendor takes (docs.linkupapi.com, Send Message, "Body Parameters"). */
const EXTENSION = /\.(?:png|jpe?g|mp4|pdf)$/i;

const LOCAL_NAME = /^(?:localhost|.*\.(?:localhost|local|internal|lan|home\.arpa))$/;

/** First numbers of IPv4 networks that only a machine beside you can reach. */
const PRIVATE_V4 =
	/^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|2(?:2[4-9]|[3-5]\d))\./;

/**
 * IPv6: loopback, unspecified, unique local, link-local, multicast, and any spelling of an IPv4
 * address.
 */
const PRIVATE_V6 = /^\[(?:::|f[cdf]|fe[89a-f]|64:ff9b:)/;

const V4 = /^\d+\.\d+\.\d+\.\d+$/;

/** `URL` has already turned decimal, octal and hexadecimal addresses into four numbers. */
function isPublicHost(hostname: string): boolean {
	const host = hostname.toLowerCase().replace(/\.$/, '');
	if (host.startsWith('[')) return !PRIVATE_V6.test(host);
	if (V4.test(host)) return !PRIVATE_V4.test(host);
	return host.includes('.') && !LOCAL_NAME.test(host);
}

/**
 * Why LinkupAPI could not fetch the address, or undefined when it can: it has to be direct, public
 * and end in a known extension (docs.linkupapi.com, Send Message).
 */
export function mediaUrlProblem(address: string): string | undefined {
	const url = parseUrl(address);
	if (!url || !/^https?:$/.test(url.protocol)) {
		return "'Media URL' has to be a full web address that starts with https://";
	}
	if (url.username !== '' || url.password !== '') {
		return "'Media URL' holds a user name or a password, which would be handed to LinkupAPI";
	}
	if (!isPublicHost(url.hostname)) {
		return "'Media URL' is on a private network, where LinkupAPI cannot fetch it";
	}
	if (!EXTENSION.test(url.href)) {
		return "'Media URL' has to end in .png, .jpg, .jpeg, .mp4 or .pdf, with nothing behind it";
	}
	return undefined;
}

const MEDIA_URL = textPart(
	'Media URL',
	'mediaUrl',
	'Public address of a file to attach. It has to end in .png, .jpeg, .mp4 or .pdf. A message with a file costs 2 credits instead of 1.',
	{ placeholder: 'e.g. https://example.com/brochure.pdf', longest: 2_000 },
);

const mediaUrl = MEDIA_URL.shape.mediaUrl.superRefine((value, context) => {
	const message = value === undefined ? undefined : mediaUrlProblem(value);
	if (message !== undefined) refuse(context, message);
});

export const mediaOptions = optionsPart(
	{ ...MEDIA_URL, shape: { mediaUrl } },
	textPart(
		'Input Binary Field',
		'mediaBinaryProperty',
		"Only with a credential of the type LinkupAPI Login Token API: LinkupAPI takes no files from a connected account. 'Media URL' goes first when both are set.",
		{
			placeholder: 'e.g. data',
			hint: 'The name of the input binary field containing the file to attach',
			longest: 200,
		},
	),
);

/** Which item it is: files are the item's. Shown nowhere. */
export const itemAtHand = { properties: [], shape: { itemIndex: z.number() } };

interface Media {
	readonly mediaUrl?: string;
	readonly mediaBinaryProperty?: string;
	readonly itemIndex: number;
}

/**
 * The attachment in the vendor's words: the link if there is one, else the file (docs.linkupapi.com,
 * Send Message, "Media Priority").
 */
export async function attachment(
	api: LinkupApi,
	{ mediaUrl: address, mediaBinaryProperty, itemIndex }: Media,
): Promise<JsonObject> {
	if (address !== undefined) return { media_link: new URL(address).href };
	if (mediaBinaryProperty === undefined) return {};
	const { fileName, mimeType, size, base64 } = await api.file(itemIndex, mediaBinaryProperty);
	if (size === 0) {
		throw invalidInput(
			`The file in the item's field '${mediaBinaryProperty}' is empty`,
			"Check 'Input Binary Field' against the Binary tab of the previous node.",
		);
	}
	const type = mimeType.split(';')[0].trim();
	// MediaFileV1: base64 with its metadata; a data-URL prefix is tolerated (docs.linkupapi.com, Send Message, "Notes").
	const data = `data:${type};base64,${base64}`;
	return { media_file: { filename: fileName, content_type: type, size, data } };
}
