import type { Answer } from '../types';
import type { World } from '../world/world';

/** V1's texts: documented, from the seed's prose, or the vendor's nearest equivalent. */
export const TEXTS = {
	key: 'Invalid API key',
	cookie: 'Invalid or expired LinkedIn cookie',
	credits: 'Insufficient credits available',
	rate: 'Rate limit exceeded. Please try again later',
	missing: (name: string): string => `Missing required parameter: ${name}`,
	url: 'Invalid profile URL format',
	file: 'Invalid media_file format or base64 encoding',
	link: 'Invalid media_link format',
	country: 'Invalid country code',
	note: 'Invitation message is too long (max 300 characters)',
	notFound: 'Resource not found',
	permission: 'Permission error: this profile cannot be reached with your login token',
	credentials: 'Invalid LinkedIn credentials',
	code: 'Invalid verification code',
} as const;

/** V1's proxy countries: the seed's three and those of newer copies. UK, never GB. */
export const COUNTRIES: readonly string[] = [
	'US',
	'UK',
	'FR',
	'DE',
	'NL',
	'IT',
	'IL',
	'CA',
	'BR',
	'ES',
	'IN',
];

/** A V1 failure: HTTP 200 unless real codes are switched on, its text where that is switched to. */
export function refuse(world: World, status: number, text: string): Answer {
	const { v1Errors, v1ErrorText } = world.linkup;
	return {
		status: v1Errors === 'in200' ? 200 : status,
		body: { status: 'error', [v1ErrorText]: text },
	};
}
