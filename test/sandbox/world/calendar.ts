export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** 1970-01-05, the first Monday of the epoch. */
const FIRST_MONDAY = 4 * DAY;

export type Window = 'daily' | 'weekly';

/** Start of the window `at` lies in: midnight UTC, or Monday 00:00 UTC. */
export function windowStart(window: Window, at: number): number {
	return window === 'daily'
		? Math.floor(at / DAY) * DAY
		: Math.floor((at - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
}

export function windowEnd(window: Window, at: number): number {
	return windowStart(window, at) + (window === 'daily' ? DAY : WEEK);
}

/** ISO 8601 with milliseconds. */
export function iso(at: number): string {
	return new Date(at).toISOString();
}

/** ISO 8601 without milliseconds. */
export function isoSeconds(at: number): string {
	return `${iso(at).slice(0, 19)}Z`;
}

/** ConnectSafely's quota dates: `2026-08-28 00:00:00+00:00`. */
export function quotaDate(at: number): string {
	return `${iso(at).slice(0, 19).replace('T', ' ')}+00:00`;
}
