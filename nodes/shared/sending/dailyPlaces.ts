import { Claims } from './claims';
import type { Ask, KeyStore } from './store';
import { readKeys } from './store';
import { usableTimezone } from './timezone';

/** The calendar day of a moment in a time zone, as YYYY-MM-DD. */
export function dayIn(timezone: string, now: number): string {
	return new Intl.DateTimeFormat('en-CA', {
		timeZone: usableTimezone(timezone),
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
	}).format(now);
}

/** How often a run looks again for a place, after it has tried all that it saw. */
const MOST_LOOKS = 5;

/** A place of the day, and the sign beside it that may be read without taking it. */
export type Place = readonly [place: string, hint: string];

const placeOf = (day: string, number: number): Place => {
	const place = `day ${day} ${number}`;
	return [place, `hint ${place}`];
};

/**
 * Counts the acts of a day over all executions: each takes a free one of the day's numbered places. The store
 * cannot count, but it can say whether a place was taken; one look tells which places are free, and a full day.
 */
export class DailyPlaces {
	private free: Place[] = [];
	/** Day and cap that `free` speaks of. */
	private of = '';
	private sawFull = false;
	private looks = 0;
	private readonly claims: Claims;

	constructor(
		private readonly store: KeyStore,
		/** YYYY-MM-DD */
		private readonly today: () => string,
		private readonly random: () => number = Math.random,
	) {
		this.claims = new Claims(store);
	}

	/** How many of the day's `max` places are free, as this run knows it. */
	async left(max: number): Promise<number> {
		await this.look(max);
		return this.free.length;
	}

	/**
	 * A place that was free when this run last looked: to be taken together with the act. One that somebody
	 * else has meanwhile is simply followed by the next.
	 *
	 * @returns undefined = the day is full
	 */
	async next(max: number): Promise<Place | undefined> {
		await this.look(max);
		const place = this.free.pop();
		if (place !== undefined || this.sawFull || this.looks >= MOST_LOOKS) return place;
		// Used up since this run looked; others may have given theirs back. Not for ever: somebody always may.
		this.looks++;
		this.of = '';
		await this.look(max);
		return this.free.pop();
	}

	/** For a place of an act that did not happen. */
	giveBack(place: Place): void {
		if (this.of.startsWith(dayOf(place))) this.free.push(place);
	}

	private async look(max: number): Promise<void> {
		const of = `${this.today()} ${max}`;
		if (this.of === of) return;
		const places = Array.from({ length: max }, (_, index) => placeOf(this.today(), index + 1));
		const { seen: free, isSure } = await readKeys(
			this.store,
			async (ask) => await this.freeOf(places, ask),
		);
		// Signs that a look of a killed run has left say nothing: then each place is tried.
		this.free = this.shuffled(isSure ? free : places);
		this.sawFull = this.free.length === 0;
		this.of = of;
	}

	/** The places whose signs are missing; where none is, those that nobody has taken: signs prove nothing. */
	private async freeOf(places: readonly Place[], ask: Ask): Promise<Place[]> {
		const signs = await ask(places.map(([, hint]) => hint));
		const free = places.filter(([, hint]) => !signs.has(hint));
		if (free.length > 0) return free;
		const taken = await this.claims.probe(
			places.map(([place]) => place),
			[],
		);
		const left = places.filter(([place]) => !taken.has(place));
		if (left.length > 0) await this.store.forget(left.map(([, hint]) => hint));
		return left;
	}

	/** From the front, workers would meet at the same place. */
	private shuffled(places: readonly Place[]): Place[] {
		const shuffled = [...places];
		for (let last = shuffled.length - 1; last > 0; last--) {
			const other = Math.floor(this.random() * (last + 1));
			[shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
		}
		return shuffled;
	}
}

const dayOf = ([place]: Place): string => place.slice('day '.length, place.lastIndexOf(' '));
