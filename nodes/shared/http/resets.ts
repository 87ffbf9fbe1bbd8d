import { isObject } from '../json/json';
import type { HttpAnswer } from './types';

/** Above this a wait is a quota's, not a throttle's (connectsafely.ai/docs/api, Rate Limits). */
export const LONGEST_THROTTLE_MS = 2 * 60_000;

/** Unix seconds of our time have ten digits, milliseconds thirteen; fewer are no moment but a duration. */
const FIRST_SECOND_STAMP = 1_000_000_000;
const FIRST_MILLISECOND_STAMP = 100_000_000_000;

/** A vendor that asks for more means "never", and dates have an end. */
const LONGEST_WAIT_MS = 366 * 24 * 60 * 60_000;

/** ISO 8601, also with a blank for the T; without a zone it is UTC, never this machine's own time. */
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** Thu, 01 Jan 2026 00:00:00 GMT */
const HTTP_DATE = /^[a-z]{3,9}, \d{1,2}[ -][a-z]{3}[ -]\d{2,4} \d\d:\d\d:\d\d GMT$/i;

function parse(text: string): number {
	if (/^\d+(?:\.\d+)?$/.test(text)) {
		const stamp = Number(text);
		if (stamp < FIRST_SECOND_STAMP) return Number.NaN;
		return stamp < FIRST_MILLISECOND_STAMP ? stamp * 1_000 : stamp;
	}
	const iso = ISO.exec(text);
	if (iso) return Date.parse(iso[2] ? `${iso[1]}T${iso[2]}${iso[3] ?? 'Z'}` : iso[1]);
	return HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
}

/**
 * Any spelling of a moment the vendors use: ISO 8601, "YYYY-MM-DD hh:mm:ss+00:00", Unix seconds (ten
 * digits) or milliseconds (thirteen), an HTTP date.
 *
 * @returns ISO 8601 in UTC, or undefined when it names no moment
 */
export function readMoment(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const date = new Date(parse(String(value).trim()));
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Retry-After (RFC 9110: seconds or an HTTP date) in ms from now, or undefined. */
export function retryAfterMs(answer: HttpAnswer, now: number): number | undefined {
	const raw = answer.headers['retry-after']?.trim();
	if (!raw) return undefined;
	if (/^\d+(\.\d+)?$/.test(raw)) {
		return Math.min(Math.ceil(Number(raw) * 1_000), LONGEST_WAIT_MS);
	}
	const moment = readMoment(raw);
	return moment === undefined ? undefined : Math.max(0, Date.parse(moment) - now);
}

const TOLD = /resets? (?:at|on) (\d{4}-\d\d-\d\d(?:[T ][\d:.]*\d(?: ?(?:Z|[+-]\d\d:?\d\d))?)?)/i;

/**
 * When the limit behind a refusal ends: `holdUntil` in the body, "Resets at …" in the text, the reset
 * header. ISO 8601 in UTC.
 */
export function resetMoment(answer: HttpAnswer, body: unknown, text: string): string | undefined {
	const hold = isObject(body) ? readMoment(body.holdUntil) : undefined;
	const told = readMoment(TOLD.exec(text)?.[1]);
	return hold ?? told ?? readMoment(answer.headers['x-ratelimit-reset']);
}
