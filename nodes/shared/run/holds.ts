import { Failure, passOn } from '../errors/failure';
import type { Target } from '../linkedin';
import type { SendingOptions } from '../operation/sendingOptions';
import { Contacted } from '../sending/contacted';
import type { KeyStore } from '../sending/contacted';
import { DailyCount } from '../sending/dailyCount';
import type { ActLabel } from './results';

/** What one act took hold of in the durable store, to be given back if it certainly did not happen. */
export interface Hold {
	readonly noted?: Target;
	readonly place?: string;
}

/** Contacted people and the daily count: taken before an act, given back after one that did not happen. */
export class Holds {
	private readonly contacted: Contacted;
	private readonly daily: DailyCount;
	private readonly rehearsed: string[] = [];

	constructor(
		store: KeyStore,
		private readonly act: Pick<ActLabel, 'action' | 'on'>,
		today: () => string,
	) {
		this.contacted = new Contacted(store, act.action);
		this.daily = new DailyCount(store, today);
	}

	/**
	 * Takes what an act on the person needs.
	 *
	 * @returns undefined when the person was contacted before
	 * @throws `Failure` when the day is full
	 */
	async take(
		target: Target,
		{ skipContacted, maxPerDay }: SendingOptions,
	): Promise<Hold | undefined> {
		if (skipContacted && (await this.contacted.note(target))) return undefined;
		const noted = skipContacted ? { noted: target } : {};
		try {
			const place = await this.takePlace(maxPerDay);
			return place === undefined ? noted : { ...noted, place };
		} catch (error) {
			await this.giveBack(noted);
			throw passOn(error);
		}
	}

	/**
	 * The same for a dry run, which leaves no trace: the place of the day is held until `close`.
	 *
	 * @returns false when the person was contacted before
	 */
	async rehearse(target: Target, { skipContacted, maxPerDay }: SendingOptions): Promise<boolean> {
		if (skipContacted && (await this.contacted.knows(target))) return false;
		const place = await this.takePlace(maxPerDay);
		if (place !== undefined) this.rehearsed.push(place);
		return true;
	}

	private async takePlace(maxPerDay: number): Promise<string | undefined> {
		if (maxPerDay === 0) return undefined;
		const place = await this.daily.take(maxPerDay);
		if (place !== undefined) return place;
		throw dayIsFull(maxPerDay, this.act.on === 'post' ? 'Posts' : 'People');
	}

	/** Whether the person was contacted before, without taking anything. */
	async knows(target: Target): Promise<boolean> {
		return await this.contacted.knows(target);
	}

	/** What cannot be given back errs on the side of silence; the item's own word stands. */
	async giveBack({ noted, place }: Hold): Promise<void> {
		const nothing = (): undefined => undefined;
		if (noted) await this.contacted.forget(noted).catch(nothing);
		if (place !== undefined) await this.daily.giveBack(place).catch(nothing);
	}

	/** The answer told more names of a person who is noted. */
	async noteMore({ noted }: Hold, target: Target): Promise<void> {
		// The person is noted under one name already; failing here would call a sent item failed.
		if (noted) await this.contacted.note(target).catch(() => undefined);
	}

	async close(): Promise<void> {
		for (const place of this.rehearsed) await this.giveBack({ place });
	}
}

function dayIsFull(maxPerDay: number, many: string): Failure {
	return new Failure({
		reason: 'limitReached',
		outcome: 'notSent',
		what: `The most ${many.toLowerCase()} per day that this node may reach (${maxPerDay}) are reached`,
		next: `Run the remaining items tomorrow, or raise 'Most ${many} per Day'.`,
		stopsBatch: true,
	});
}
