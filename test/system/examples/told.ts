import { MINUTE } from './check';
import type { Stage } from './stage';

/** Who got what so far, in order: public identifier and text. */
export function told({ sandbox }: Stage): Array<[string, string | undefined]> {
	return sandbox.deliveries.map(({ publicIdentifier, text }) => [publicIdentifier, text]);
}

/** Whether at least half a minute lay between any two deliveries from one LinkedIn account. */
export function isCalm({ sandbox }: Stage): boolean {
	const last = new Map<string, number>();
	return sandbox.deliveries.every(({ at, from }) => {
		const before = last.get(from) ?? -Infinity;
		last.set(from, at);
		return at - before >= MINUTE / 2;
	});
}
