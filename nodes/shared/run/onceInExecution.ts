import { createHash } from 'node:crypto';

import type { Failure } from '../errors/failure';
import { cutOff } from '../errors/failure';
import type { JsonObject } from '../http/types';
import { asFailure } from './parameters';
import type { RunSetting } from './setting';

interface Place {
	readonly resource: string;
	readonly operation: string;
	readonly index: number;
	/** The item's parameters. */
	readonly raw: Readonly<Record<string, unknown>>;
}

function keyOf({ memoScope }: { memoScope: string }, place: Place): string {
	const { resource, operation, index, raw } = place;
	const told = JSON.stringify([resource, operation, { ...raw, itemIndex: undefined }]);
	const hash = createHash('sha256').update(told).digest('base64url').slice(0, 24);
	return `${memoScope}:${index}:${hash}`;
}

/**
 * Makes a change once in an execution: another try of it, by Retry On Fail or "Retry execution", gets what
 * the first one got. Throws a failure of outcome `unknown` where an earlier try left no word on it.
 */
export async function onceInExecution<Api>(
	setting: RunSetting<Api>,
	place: Place,
	change: () => Promise<JsonObject | JsonObject[]>,
): Promise<JsonObject | JsonObject[]> {
	const { memo, clock } = setting;
	const key = keyOf(setting, place);
	const earlier = memo.get(key);
	if (earlier?.state === 'done') return earlier.output.records as JsonObject[];
	if (earlier) throw cutOff();
	memo.set(key, { state: 'begun', target: {}, at: clock.now() });
	try {
		const made = await change();
		const records = Array.isArray(made) ? made : [made];
		memo.set(key, { state: 'done', target: {}, output: { records } });
		return records;
	} catch (error) {
		const failure: Failure = asFailure(error);
		if (failure.facts.outcome === 'notSent') memo.forget(key);
		throw failure;
	}
}
