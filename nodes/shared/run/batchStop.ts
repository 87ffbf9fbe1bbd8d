import type { Failure, FailureReason } from '../failures/failure';
import { cancelled } from '../failures/failure';

/** An item that was not attempted because of what an earlier one met. */
export function behind(stop: Failure): Failure {
	const { reason, what, next, outcome } = stop.facts;
	if (reason === 'cancelled') return cancelled();
	return stop.with({
		outcome: 'notSent',
		what: `Not attempted, because an earlier item met this: ${what}`,
		// What to do about an unclear item is not what to do about one that never left.
		next: outcome === 'notSent' ? next : 'See to the earlier item first, then run this one again.',
		taskId: undefined,
		found: undefined,
	});
}

/** Reasons that lie with one LinkedIn account; the others would meet every account of the key. */
const OF_ONE_ACCOUNT: ReadonlySet<FailureReason> = new Set<FailureReason>([
	'limitReached',
	'throttled',
	'forbidden',
]);

/** What ended a batch, or the part of it that goes through one LinkedIn account. */
export class BatchStop {
	/** What ends everything, and the item that met it. */
	whole?: Failure;
	wholeAt?: number;
	private readonly byAccount = new Map<string, Failure>();

	/** Nothing at all may be attempted any more. */
	end(failure: Failure, index: number): void {
		if (this.whole) return;
		this.whole = failure;
		this.wholeAt = index;
	}

	/** Nothing more may be attempted through this account, or at all where the reason is not the account's. */
	add(failure: Failure, index: number, account: string | undefined): void {
		const { reason, httpCode, stopsBatch } = failure.facts;
		// Our own cap on people per day is the node's, whatever account acts.
		const isOurs = stopsBatch === true && httpCode === undefined;
		if (account === undefined || !OF_ONE_ACCOUNT.has(reason) || isOurs) this.end(failure, index);
		else if (!this.byAccount.has(account)) this.byAccount.set(account, failure);
	}

	/** What keeps an act through this account from being attempted. */
	before(account: string | undefined): Failure | undefined {
		return this.whole ?? (account === undefined ? undefined : this.byAccount.get(account));
	}
}
