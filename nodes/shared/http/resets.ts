import { isObject } from './json';
import type { HttpAnswer } from './types';

/** Above this a wait is a quota's, not a throttle's (connectsafely.md, "Telling 429s apart"). */
export const LONGEST_THROTTLE_MS = 2 * 60_000;

/** Unix seconds of our time have ten digits, milliseconds thirteen. */
const FIRST_MILLISECOND_STAMP = 100_000_000_000;

/**
 * Any spelling of a moment the vendors use: ISO 8601, "YYYY-MM-DD hh:mm:ss+00:00", Unix seconds or
 * milliseconds, an HTTP date.
 *
 * @returns ISO 8601 in UTC, or undefined when it names no moment
 */
export function readMoment(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const text = String(value).trim();
	if (text === '') return undefined;
	const stamp = Number(text);
	const ms = Number.isFinite(stamp)
		? stamp < FIRST_MILLISECOND_STAMP
			? stamp * 1_000
			: stamp
		: Date.parse(text.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T'));
	const date = new Date(ms);
	return Number.isNaN(date.getTime()) || ms <= 0 ? undefined : date.toISOString();
}

/** Retry-After (RFC 9110: seconds or an HTTP date) in ms from now, or undefined. */
export function retryAfterMs(answer: HttpAnswer, now: number): number | undefined {
	const raw = answer.headers['retry-after']?.trim();
	if (!raw) return undefined;
	if (/^\d+(\.\d+)?$/.test(raw)) return Math.ceil(Number(raw) * 1_000);
	const moment = readMoment(raw);
	return moment === undefined ? undefined : Math.max(0, Date.parse(moment) - now);
}

/**
 * When the limit behind a refusal ends: `holdUntil` in the body, "Resets at …" in the text, the reset
 * header. ISO 8601 in UTC.
 */
export function resetMoment(answer: HttpAnswer, body: unknown, text: string): string | undefined {
	const hold = isObject(body) ? readMoment(body.holdUntil) : undefined;
	const told = readMoment(/resets? (?:at|on) ([0-9T:.+Z -]{10,35})/i.exec(text)?.[1]?.trim());
	return hold ?? told ?? readMoment(answer.headers['x-ratelimit-reset']);
}
