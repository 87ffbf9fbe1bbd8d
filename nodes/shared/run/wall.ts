import type { Failure } from '../errors/failure';
import { cancelled } from '../errors/failure';

/** An item that was not attempted because of what an earlier one met. */
export function behind(wall: Failure): Failure {
	const { reason, what, next, outcome } = wall.facts;
	if (reason === 'cancelled') return cancelled();
	return wall.with({
		outcome: 'notSent',
		what: `Not attempted, because an earlier item met this: ${what}`,
		// What to do about an unclear item is not what to do about one that never left.
		next: outcome === 'notSent' ? next : 'See to the earlier item first, then run this one again.',
		taskId: undefined,
	});
}
