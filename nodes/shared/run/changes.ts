import { createHash } from 'node:crypto';

import { Failure, cutOff, passOn } from '../failures/failure';
import type { JsonObject } from '../json/types';
import type { ChangeOperation } from '../operation/types';
import { asActFailure } from '../failures/unexpected';
import type { RunSetting } from './setting';

/** One and the same change over the tries of an execution: all parameters count, unlike those of an act. */
function keyOf<Api>(
	{ vendor, memoScope }: RunSetting<Api>,
	{ resource, operation }: ChangeOperation<Api>,
	{ itemIndex, ...parameters }: Readonly<Record<string, unknown>>,
): string {
	const told = JSON.stringify([vendor, resource, operation, parameters]);
	const hash = createHash('sha256').update(told).digest('base64url').slice(0, 24);
	// An agent's calls have no place in a list.
	return memoScope === '' ? hash : `${memoScope}:${String(itemIndex)}:${hash}`;
}

/** The earlier try left no word on what became of it. */
const leftOpen = (): Failure =>
	cutOff().with({ next: 'Look whether it was done before running this item again.' });

/**
 * Makes a change that reaches nobody, such as creating something at the vendor, and is noted as an
 * act does: an earlier try of this execution that made it is not repeated, and one of which nobody knows
 * how it ended is not either.
 *
 * @param raw the item's parameters as n8n gave them
 */
export async function changeOnce<Api>(
	setting: RunSetting<Api>,
	operation: ChangeOperation<Api>,
	raw: Readonly<Record<string, unknown>>,
	change: () => Promise<JsonObject | JsonObject[]>,
): Promise<JsonObject[]> {
	const { memo, clock } = setting;
	const key = keyOf(setting, operation, raw);
	const earlier = memo.change(key);
	if (earlier?.state === 'done') return earlier.output.records as JsonObject[];
	if (earlier) throw earlier.state === 'unknown' ? new Failure(earlier.facts) : leftOpen();
	const at = clock.now();
	memo.setChange(key, { state: 'begun', target: {}, at });
	try {
		const records = [await change()].flat();
		memo.setChange(key, { state: 'done', target: {}, output: { records } });
		return records;
	} catch (error) {
		const failure = asActFailure(error);
		const { facts } = failure;
		if (facts.outcome === 'notSent') memo.forgetChange(key);
		else memo.setChange(key, { state: 'unknown', target: {}, facts, at });
		throw passOn(failure);
	}
}
