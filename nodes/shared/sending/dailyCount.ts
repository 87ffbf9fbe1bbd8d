import { Claims } from './claims';
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
 * Counts the acts of a day over all executions: each takes a free one of the day's numbered places.
 * The store cannot count, but it can say whether a place was taken.
 */
export class DailyCount {
	private readonly claims: Claims;
	/** Places of today that this run has tried, one after another. */
	private tried = 0;
	private first = 0;
	private of = '';

	constructor(
		store: KeyStore,
		private readonly today: () => string,
		private readonly random: () => number = Math.random,
	) {
		this.claims = new Claims(store);
	}

	/**
	 * Takes one of today's `max` places.
	 *
	 * @returns the place, to be given back if the act did not happen; undefined = the day is full
	 */
	async take(max: number): Promise<string | undefined> {
		const day = this.today();
		if (this.of !== `${day} ${max}`) {
			this.of = `${day} ${max}`;
			this.tried = 0;
			// Anywhere: from the front, workers would meet at the same place, and look at all that are taken.
			this.first = Math.floor(this.random() * max);
		}
		let place: string | undefined;
		while (place === undefined && this.tried < max) {
			const wanted = `day ${day} ${((this.first + this.tried++) % max) + 1}`;
			if (await this.claims.take([wanted])) place = wanted;
		}
		await this.claims.tidy();
		return place;
	}

	async giveBack(place: string): Promise<void> {
		await this.claims.giveBack([place]);
		this.tried = 0;
	}
}
