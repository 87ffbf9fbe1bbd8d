import type { INodeExecutionData } from 'n8n-workflow';

import type { Failure } from '../failures/failure';
import { stopsBatch } from '../failures/rules';
import { asFailure } from '../failures/unexpected';
import { parseInput } from '../fields/parse';
import type { JsonObject } from '../json/types';
import type { ChangeOperation, ReadOperation } from '../operation/types';
import { behind } from './batchStop';
import { changeOnce } from './changes';
import { errorJson, toItem } from './results';
import type { RunSetting } from './setting';

/** Reads of one node under way at the same time. */
const AT_ONCE = 5;

type Records = { readonly records: JsonObject[] } | { readonly failure: Failure };

interface Loop {
	/** Items under way at the same time. */
	readonly atOnce: number;
	/** What becomes of one item. */
	readonly perform: (index: number) => Promise<JsonObject | JsonObject[]>;
	/** The failure in whatever it throws. */
	readonly failed: (error: unknown) => Failure;
}

/**
 * Runs something that reaches nobody for every item, and gives one n8n item per record in the order of the input.
 * Without Continue On Fail the first failure ends the run; with it the item's place holds an error item.
 */
async function runEach<Api>(
	setting: RunSetting<Api>,
	{ atOnce, perform, failed }: Loop,
): Promise<INodeExecutionData[]> {
	const results: Records[] = new Array<Records>(setting.itemCount);
	let next = 0;
	let stop: Failure | undefined;
	let giveUp: () => void = () => undefined;
	const givenUp = new Promise<void>((resolve) => {
		giveUp = resolve;
	});

	async function one(index: number): Promise<Records> {
		if (stop) return { failure: behind(stop) };
		try {
			return { records: [await perform(index)].flat() };
		} catch (error) {
			const failure = failed(error);
			if (stopsBatch(failure.facts) || !setting.continueOnFail) stop ??= failure;
			return { failure };
		}
	}

	async function worker(): Promise<void> {
		while (next < setting.itemCount && (setting.continueOnFail || !stop)) {
			const index = next++;
			results[index] = await one(index);
			if (stop && !setting.continueOnFail) giveUp();
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

/** Runs a read for every item, a few at a time. */
export async function runReads<Api>(
	setting: RunSetting<Api>,
	{ atOnce = AT_ONCE, input, perform }: ReadOperation<Api>,
): Promise<INodeExecutionData[]> {
	return await runEach(setting, {
		atOnce,
		perform: async (index) => await perform(setting.api, parseInput(input(), setting.read(index))),
		// A read reaches nobody, whatever became of it.
		failed: (error) => asFailure(error).with({ outcome: 'notSent' }),
	});
}

/**
 * Runs a change for every item, one after another: what is under way when another item fails would be cut off,
 * and nobody knew what became of it.
 */
export async function runChanges<Api>(
	setting: RunSetting<Api>,
	operation: ChangeOperation<Api>,
): Promise<INodeExecutionData[]> {
	return await runEach(setting, {
		atOnce: 1,
		perform: async (index) => {
			const raw = setting.read(index);
			const input = parseInput(operation.input(), raw);
			const change = async (): Promise<JsonObject | JsonObject[]> =>
				await operation.perform(setting.api, input);
			return operation.keepsNothing
				? await change()
				: await changeOnce(setting, operation, raw, change);
		},
		failed: asFailure,
	});
}
