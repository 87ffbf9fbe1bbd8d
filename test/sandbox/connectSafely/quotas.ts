import { isoSeconds, iso, quotaDate, windowEnd, windowStart } from '../world/calendar';
import type { Window } from '../world/calendar';
import type { Json } from '../types';

export type Feature = 'MESSAGE' | 'CONNECT' | 'PROFILE_VIEW' | 'FOLLOW' | 'COMMENT';

export interface Limit {
	window: Window;
	/** ConnectSafely's own ceiling. */
	limit: number;
	/** LinkedIn's, informative. */
	linkedinLimit: number;
}

/** The documented limits, per LinkedIn account. */
export const LIMITS: Readonly<Record<Feature, Limit>> = {
	MESSAGE: { window: 'daily', limit: 100, linkedinLimit: 150 },
	CONNECT: { window: 'weekly', limit: 90, linkedinLimit: 100 },
	PROFILE_VIEW: { window: 'daily', limit: 120, linkedinLimit: 150 },
	FOLLOW: { window: 'daily', limit: 100, linkedinLimit: 100 },
	COMMENT: { window: 'daily', limit: 100, linkedinLimit: 100 },
};

export const FEATURES = Object.keys(LIMITS) as Feature[];

/** Counts what each account used in the current window; a new window starts at zero by itself. */
export class Quotas {
	limits: Record<Feature, Limit> = structuredClone(LIMITS);
	private readonly counts = new Map<string, { window: number; used: number }>();

	constructor(private readonly now: () => number) {}

	used(accountId: string, feature: Feature): number {
		const count = this.counts.get(`${accountId}|${feature}`);
		return count?.window === this.start(feature) ? count.used : 0;
	}

	/** Takes so many out of the current window, also on behalf of calls made elsewhere. */
	spend(accountId: string, feature: Feature, amount = 1): void {
		const used = this.used(accountId, feature) + amount;
		this.counts.set(`${accountId}|${feature}`, { window: this.start(feature), used });
	}

	remaining(accountId: string, feature: Feature): number {
		return Math.max(0, this.limits[feature].limit - this.used(accountId, feature));
	}

	resetsAt(feature: Feature): number {
		return windowEnd(this.limits[feature].window, this.now());
	}

	/** X-RateLimit-*, as successes and failures carry them. */
	headers(accountId: string, feature: Feature): Record<string, string> {
		return {
			'X-RateLimit-Action': feature,
			'X-RateLimit-Limit': String(this.limits[feature].limit),
			'X-RateLimit-Used': String(this.used(accountId, feature)),
			'X-RateLimit-Remaining': String(this.remaining(accountId, feature)),
			'X-RateLimit-Reset': iso(this.resetsAt(feature)),
		};
	}

	/**
	 * `Rate limit exceeded for MESSAGE: 100/100 used. Resets at …`; CONNECT shows no milliseconds in
	 * the docs.
	 */
	exceededText(accountId: string, feature: Feature): string {
		const { limit } = this.limits[feature];
		const used = Math.max(this.used(accountId, feature), limit);
		const resets = this.resetsAt(feature);
		const date = feature === 'CONNECT' ? isoSeconds(resets) : iso(resets);
		return `Rate limit exceeded for ${feature}: ${used}/${limit} used. Resets at ${date}`;
	}

	/** One entry of GET /account/{id}/quota. */
	report(accountId: string, feature: Feature): Json {
		const { window, limit, linkedinLimit } = this.limits[feature];
		return {
			feature,
			window,
			used: this.used(accountId, feature),
			limit,
			linkedinLimit,
			remaining: this.remaining(accountId, feature),
			limitReached: false,
			limitReachedAt: null,
			resetAt: quotaDate(this.resetsAt(feature)),
		};
	}

	reset(): void {
		this.limits = structuredClone(LIMITS);
		this.counts.clear();
	}

	private start(feature: Feature): number {
		return windowStart(this.limits[feature].window, this.now());
	}
}
