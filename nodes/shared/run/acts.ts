import type { INodeExecutionData } from 'n8n-workflow';

import type { ActOperation } from '../operation/types';
import { ActAttempts } from './attempts';
import { batchFailure, batchNotes } from './batch';
import { BatchResults } from './batchResults';
import { checkItems, nothingAttempted } from './checked';
import type { CheckedItem } from './checked';
import { addSummaryHint, memoryNotes } from './hints';
import { errorJson, toItem } from './results';
import type { Result } from './results';
import type { RunSetting } from './setting';
import { failureSummary } from './summary';

/**
 * The one loop of everything that reaches a person. All items are checked first; then they are acted
 * on one after another, each in its turn; results that come later (tasks) are waited for together.
 */
export async function runActs<Api>(
	setting: RunSetting<Api>,
	operation: ActOperation<Api>,
): Promise<INodeExecutionData[]> {
	const { itemCount, continueOnFail } = setting;
	const { good, bad } = checkItems(itemCount, setting.read, operation);
	if (bad.length > 0 && !continueOnFail) {
		throw setting.fail(nothingAttempted(bad, itemCount), { itemIndex: bad[0].index });
	}
	const attempts = new ActAttempts(setting, operation);
	// A task that fails during a pause ends the pause: the next act must not leave.
	const batch = new BatchResults(setting, attempts.act, () => attempts.halt());
	for (const item of bad) batch.refuse(item);
	await attempts.recall(good);
	const refused = batchFailure(setting, operation, good);
	if (refused && !continueOnFail) throw setting.fail(refused, { itemIndex: good[0].index });

	const later: Array<Promise<void>> = [];
	/** Taken by the vendor, with a result to come. */
	const underWay = new Set<number>();
	for (const item of good) {
		if (refused) {
			batch.fail(item, refused);
			continue;
		}
		// Once the batch has ended nothing is attempted, but what earlier tries did still counts.
		const isBehind = batch.stop.before(item.input.account) !== undefined;
		const result = await (isBehind ? attempts.remembered(item) : attempts.attempt(item));
		if (result === undefined) continue;
		if ('later' in result) {
			underWay.add(item.index);
			later.push(result.later.then((end) => batch.settle(item, end)));
		} else batch.settle(item, result);
	}
	if (batch.waitsForTasks) await Promise.all(later);
	const isTidy = await attempts.close();
	const results = batch.all(good, underWay);
	await addHints(setting, operation, results, good, isTidy);
	return emit(setting, results, batch.stop.wholeAt);
}

/** What is said beside the results must not cost one of them. */
async function addHints<Api>(
	setting: RunSetting<Api>,
	operation: ActOperation<Api>,
	results: ReadonlyArray<Result | undefined>,
	items: readonly CheckedItem[],
	isTidy: boolean,
): Promise<void> {
	try {
		const notes = [
			...batchNotes(setting, operation, items),
			...setting.cautions,
			...(await memoryNotes(setting.store, isTidy)),
		];
		addSummaryHint(setting, results, operation.resume !== undefined, notes);
	} catch {
		// A run without its summary is a run all the same.
	}
}

function emit<Api>(
	setting: RunSetting<Api>,
	results: ReadonlyArray<Result | undefined>,
	stoppedAt: number | undefined,
): INodeExecutionData[] {
	const { continueOnFail, label, timezone } = setting;
	if (!continueOnFail) {
		const isFailure = (result: Result | undefined): boolean => result?.kind === 'failure';
		// A limit that was let through as skipped is no reason to overlook another failure.
		const failedAt =
			stoppedAt !== undefined && isFailure(results[stoppedAt])
				? stoppedAt
				: results.findIndex(isFailure);
		const failed = results[failedAt];
		if (failed?.kind === 'failure') {
			throw setting.fail(failed.failure, {
				itemIndex: failedAt,
				named: failed.named,
				summary: failureSummary(results, failed.failure, timezone),
			});
		}
	}
	return results.flatMap((result, index) => {
		if (!result) return [];
		const json =
			result.kind === 'output' ? result.json : errorJson(result.failure, label, result.named);
		return [toItem(json, index)];
	});
}
