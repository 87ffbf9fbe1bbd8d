import { Failure } from '../failures/failure';
import { LONGEST_THROTTLE_MS } from '../http/resets';
import type { RateLimit } from '../http/types';

/** Quotas that answers of this run showed to be used up, by sending account. */
export class UsedQuotas {
	private readonly limits = new Map<string, RateLimit>();

	constructor(
		/** The vendor's display name. */
		private readonly label: string,
	) {}

	/** Takes note of what an answer tells about the quota. One that resets in a moment is a mere throttle. */
	note(account: string, rateLimit: RateLimit | undefined, now: number): void {
		if (rateLimit?.remaining !== 0) return;
		const { resetsAt } = rateLimit;
		const isFar = resetsAt === undefined || Date.parse(resetsAt) - now > LONGEST_THROTTLE_MS;
		if (isFar) this.limits.set(account, rateLimit);
	}

	/** Throws a `limitReached` failure when nothing is left: asking on would only be refused, or worse. */
	check(account: string, now: number): void {
		const known = this.limits.get(account);
		if (!known) return;
		const { resetsAt, used, limit } = known;
		if (resetsAt !== undefined && Date.parse(resetsAt) <= now) {
			this.limits.delete(account);
			return;
		}
		const figures = used !== undefined && limit !== undefined ? ` (${used} of ${limit})` : '';
		throw new Failure({
			reason: 'limitReached',
			outcome: 'notSent',
			what: `What ${this.label} allows this LinkedIn account is used up${figures}`,
			next: 'Run the remaining items after it resets.',
			...(resetsAt !== undefined && { resetsAt }),
		});
	}
}
