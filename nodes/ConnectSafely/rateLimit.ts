import { readMoment } from '../shared/http/resets';
import type { RateLimit } from '../shared/http/types';

type Headers = Readonly<Record<string, string | undefined>>;

function word(raw: string | undefined): string | undefined {
	const text = raw?.trim() ?? '';
	return /^[\w-]{1,60}$/.test(text) ? text : undefined;
}

function count(raw: string | undefined): number | undefined {
	const text = raw?.trim() ?? '';
	return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The vendor is younger: earlier moments come from a clock that was never set. */
const EARLIEST = '2020';

function moment(raw: string | undefined): string | undefined {
	const read = readMoment(raw);
	return read !== undefined && read >= EARLIEST ? read : undefined;
}

/**
 * The X-RateLimit-* headers (connectsafely.ai/docs/api, Send Message, "Rate Limit Headers"). A header that is missing or makes no sense is
 * left out.
 */
export function rateLimitOf(headers: Headers): RateLimit | undefined {
	const action = word(headers['x-ratelimit-action']);
	const limit = count(headers['x-ratelimit-limit']);
	const used = count(headers['x-ratelimit-used']);
	const remaining = count(headers['x-ratelimit-remaining']);
	const resetsAt = moment(headers['x-ratelimit-reset']);
	const known: RateLimit = {
		...(action !== undefined && { action }),
		...(limit !== undefined && { limit }),
		...(used !== undefined && { used }),
		...(remaining !== undefined && { remaining }),
		...(resetsAt !== undefined && { resetsAt }),
	};
	return Object.keys(known).length > 0 ? known : undefined;
}
