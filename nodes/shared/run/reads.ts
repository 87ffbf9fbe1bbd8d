import type { INodeExecutionData } from 'n8n-workflow';

import { Failure } from '../failures/failure';
import { stopsBatch } from '../failures/rules';
import type { JsonObject } from '../http/types';
import type { ReadOperation } from '../operation/types';
import { changeOnce } from './changes';
import { asFailure, parseInput } from '../n8n/parameters';
import { errorJson, toItem } from './results';
import type { RunSetting } from './setting';
import { behind } from './batchStop';

/** Reads of one node under way at the same time. */
const AT_ONCE = 5;

type Records = { readonly records: JsonObject[] } | { readonly failure: Failure };

/**
 * Runs a read for every item, a few at a time, and gives one item per record in the order of the input.
 * Without Continue On Fail the first failure ends the run; with it the item's place holds an error item.
 */
export async function runReads<Api>(
	setting: RunSetting<Api>,
	operation: ReadOperation<Api>,
): Promise<INodeExecutionData[]> {
	const { changes = false } = operation;
	// What is under way when another item fails would be cut off, and nobody knew what became of it.
	const atOnce = changes ? 1 : (operation.atOnce ?? AT_ONCE);
	const results: Records[] = new Array<Records>(setting.itemCount);
	let next = 0;
	let wall: Failure | undefined;
	let giveUp: () => void = () => undefined;
	const givenUp = new Promise<void>((resolve) => {
		giveUp = resolve;
	});

	async function one(index: number): Promise<Records> {
		if (wall) return { failure: behind(wall) };
		try {
			const raw = setting.read(index);
			const input = parseInput(operation.input, raw);
			const perform = async (): Promise<JsonObject | JsonObject[]> =>
				await operation.perform(setting.api, input);
			const answer = await (changes ? changeOnce(setting, operation, raw, perform) : perform());
			return { records: Array.isArray(answer) ? answer : [answer] };
		} catch (error) {
			// A read reaches nobody, whatever became of it.
			const failure = changes ? asFailure(error) : asFailure(error).with({ outcome: 'notSent' });
			if (stopsBatch(failure.facts) || !setting.continueOnFail) wall ??= failure;
			return { failure };
		}
	}

	async function worker(): Promise<void> {
		while (next < setting.itemCount && (setting.continueOnFail || !wall)) {
			const index = next++;
			results[index] = await one(index);
			if (wall && !setting.continueOnFail) giveUp();
		}
	}
	const all = Promise.all(Array.from({ length: Math.min(atOnce, setting.itemCount) }, worker));
	// Whoever still waits would only hold up the failure; they are cut off when the run is over.
	await Promise.race([all, givenUp]);

	const items: INodeExecutionData[] = [];
	for (const [index, result] of results.entries()) {
		if (result === undefined) continue;
		if ('records' in result) {
			for (const record of result.records) items.push(toItem(record, index));
		} else if (setting.continueOnFail) {
			items.push(toItem(errorJson(result.failure, setting.label), index));
		} else {
			throw setting.fail(result.failure, { itemIndex: index });
		}
	}
	return items;
}
