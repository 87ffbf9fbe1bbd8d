import { Failure } from '../errors/failure';
import type { Member } from '../linkedin';
import type { SendingOptions } from '../operation/sendingOptions';
import { Contacted } from '../sending/contacted';
import type { KeyStore } from '../sending/contacted';
import { DailyCount } from '../sending/dailyCount';

/** What one act took hold of in the durable store, to be given back if it certainly did not happen. */
export interface Hold {
	readonly noted?: Member;
	readonly place?: string;
}

/** Contacted people and the daily count: taken before an act, given back after one that did not happen. */
export class Holds {
	private readonly contacted: Contacted;
	private readonly daily: DailyCount;
	private readonly rehearsed: Hold[] = [];

	constructor(store: KeyStore, action: string, today: () => string) {
		this.contacted = new Contacted(store, action);
		this.daily = new DailyCount(store, today);
	}

	/**
	 * Takes what an act on the person needs.
	 *
	 * @returns undefined when the person was contacted before
	 * @throws `Failure` when the day is full
	 */
	async take(
		member: Member,
		{ skipContacted, maxPerDay }: SendingOptions,
	): Promise<Hold | undefined> {
		if (skipContacted && (await this.contacted.note(member))) return undefined;
		const noted = skipContacted ? { noted: member } : {};
		if (maxPerDay === 0) return noted;
		const place = await this.daily.take(maxPerDay);
		if (place !== undefined) return { ...noted, place };
		await this.giveBack(noted);
		throw dayIsFull(maxPerDay);
	}

	/** The same for a dry run, until `close`. */
	async rehearse(member: Member, sending: SendingOptions): Promise<Hold | undefined> {
		const hold = await this.take(member, sending);
		if (hold) this.rehearsed.push(hold);
		return hold;
	}

	/** Whether the person was contacted before, without taking anything. */
	async knows(member: Member): Promise<boolean> {
		return await this.contacted.knows(member);
	}

	async giveBack({ noted, place }: Hold): Promise<void> {
		if (noted) await this.contacted.forget(noted);
		if (place !== undefined) await this.daily.giveBack(place);
	}

	/** The answer told more names of a person who is noted. */
	async noteMore({ noted }: Hold, member: Member): Promise<void> {
		// The person is noted under one name already; failing here would call a sent item failed.
		if (noted) await this.contacted.note(member).catch(() => undefined);
	}

	async close(): Promise<void> {
		for (const hold of this.rehearsed) await this.giveBack(hold);
	}
}

function dayIsFull(maxPerDay: number): Failure {
	return new Failure({
		reason: 'limitReached',
		outcome: 'notSent',
		what: `The most people per day that this node may reach (${maxPerDay}) are reached`,
		next: "Run the remaining items tomorrow, or raise 'Most People per Day'.",
		stopsBatch: true,
	});
}
