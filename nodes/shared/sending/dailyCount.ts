import type { KeyStore } from './contacted';

/** The calendar day of a moment in a time zone, as YYYY-MM-DD. */
export function dayIn(timezone: string, now: number): string {
	return new Intl.DateTimeFormat('en-CA', {
		timeZone: timezone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	}).format(now);
}

/**
 * Counts the acts of a day over all executions: each takes the first free
 * of the day's numbered places.
 * The store cannot count, but it can say whether a place was taken.
 */
export class DailyCount {
	private taken = 0;
	private day = '';

	constructor(
		private readonly store: KeyStore,
		private readonly today: () => string,
	) {}

	/**
	 * Takes one of today's `max` places.
	 *
	 * @returns the place, to be given back if the act did not happen; undefined = the day is full
	 */
	async take(max: number): Promise<string | undefined> {
		const day = this.today();
		if (day !== this.day) {
			this.day = day;
			this.taken = 0;
		}
		while (this.taken < max) {
			this.taken++;
			const place = `day ${day} ${this.taken}`;
			if ((await this.store.record([place])).size === 0) return place;
		}
		return undefined;
	}

	async giveBack(place: string): Promise<void> {
		await this.store.forget([place]);
		this.taken = 0;
	}
}
