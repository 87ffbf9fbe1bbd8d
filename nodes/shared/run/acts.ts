import type { INodeExecutionData } from 'n8n-workflow';

import type { Failure } from '../failures/failure';
import { stopsBatch } from '../failures/rules';
import type { ActOperation } from '../operation/types';
import { ActAttempts } from './attempts';
import { batchFailure, batchNotes } from './batch';
import { checkItems, nothingAttempted } from './checked';
import type { CheckedItem } from './checked';
import { addSummaryHint, memoryNotes } from './hints';
import { errorJson, skipOutput, toItem } from './results';
import type { ActLabel, Result } from './results';
import type { RunSetting } from './setting';
import { failureSummary } from './summary';
import { Walls, behind } from './batchStop';

/** A limit before which nothing left. */
const isLimit = ({ facts: { reason, outcome } }: Failure): boolean =>
	outcome === 'notSent' && (reason === 'limitReached' || reason === 'throttled');

/**
 * The one loop of everything that reaches a person. All items are checked first; then they are acted
 * on one after another, each in its turn; results that come later (tasks) are waited for together.
 */
export async function runActs<Api>(
	setting: RunSetting<Api>,
	operation: ActOperation<Api>,
): Promise<INodeExecutionData[]> {
	const { itemCount, continueOnFail } = setting;
	const { on = 'recipient' } = operation;
	const { good, bad } = checkItems(itemCount, setting.read, operation);
	if (bad.length > 0 && !continueOnFail) {
		throw setting.fail(nothingAttempted(bad, itemCount), { itemIndex: bad[0].index });
	}

	const results = new Array<Result | undefined>(itemCount).fill(undefined);
	for (const { index, failure, words } of bad) {
		const result: Result = { kind: 'failure', failure, named: { [on]: { input: words } } };
		results[index] = result;
		report(setting, index, words, result);
	}

	const attempts = new ActAttempts(setting, operation);
	await attempts.recall(good);
	const refused = batchFailure(setting, operation, good);
	if (refused && !continueOnFail) throw setting.fail(refused, { itemIndex: good[0].index });
	const walls = new Walls();
	const settle = (item: CheckedItem, result: Result): void => {
		results[item.index] = result;
		report(setting, item.index, item.input.on.input, result);
		if (result.kind !== 'failure') return;
		const { failure } = result;
		const letThrough = isLimit(failure) && item.sending.onLimit === 'skip';
		if (!continueOnFail && !letThrough) walls.end(failure, item.index);
		else if (stopsBatch(failure.facts)) walls.add(failure, item.index, item.input.account);
		// A task that fails during a pause ends the pause: the next act must not leave.
		if (walls.whole) attempts.halt();
	};

	const later: Array<Promise<void>> = [];
	/** Taken by the vendor, with a result to come. */
	const underWay = new Set<number>();
	for (const item of good) {
		if (refused) {
			const { input } = item.input.on;
			settle(item, { kind: 'failure', failure: refused, named: { [on]: { input } } });
			continue;
		}
		// Behind a wall nothing is attempted, but what earlier tries did still counts.
		const isBehind = walls.before(item.input.account) !== undefined;
		const result = await (isBehind ? attempts.remembered(item) : attempts.attempt(item));
		if (result === undefined) continue;
		if ('later' in result) {
			underWay.add(item.index);
			later.push(result.later.then((end) => settle(item, end)));
		} else settle(item, result);
	}
	// Of a run that will fail anyway, the memo knows the tasks: the next try waits for them.
	if (!walls.whole || continueOnFail || isLimit(walls.whole)) await Promise.all(later);
	const isTidy = await attempts.close();

	for (const item of good) {
		const { index } = item;
		results[index] ??= underWay.has(index) ? stillUnderWay : undefined;
		results[index] = lastWord(item, results[index], walls, attempts.act);
	}
	await addHints(setting, operation, results, good, isTidy);
	return emit(setting, results, walls.wholeAt);
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

/** Of a run that fails meanwhile: counted in its summary, and known to the memo. */
const stillUnderWay: Result = { kind: 'output', json: { outcome: 'pending' } };

/** What an item comes to once the batch is over: those behind a limit may be let through as skipped. */
function lastWord(
	{ input, sending }: CheckedItem,
	result: Result | undefined,
	walls: Walls,
	act: ActLabel,
): Result | undefined {
	const { target, input: words } = input.on;
	const failure = result?.kind === 'failure' ? result.failure : undefined;
	const wall = result ? failure : walls.before(input.account);
	if (wall && isLimit(wall) && sending.onLimit === 'skip') {
		const said = wall.facts.vendorText ?? wall.facts.what;
		const json = skipOutput(act, input.on, target, 'limitReached', said);
		return { kind: 'output', json };
	}
	if (result || !wall) return result;
	return { kind: 'failure', failure: behind(wall), named: { [act.on]: { input: words } } };
}

/** A line in the browser's console while a run in the editor goes on; n8n drops it elsewhere. */
function report<Api>(setting: RunSetting<Api>, index: number, who: string, result: Result): void {
	const ended =
		result.kind === 'output'
			? [result.json.outcome, result.json.reason].filter(Boolean).join(': ')
			: `${result.failure.facts.outcome}: ${result.failure.facts.what}`;
	setting.progress(`${index + 1} of ${setting.itemCount} · ${who} · ${ended}`);
}

function emit<Api>(
	setting: RunSetting<Api>,
	results: ReadonlyArray<Result | undefined>,
	wallAt: number | undefined,
): INodeExecutionData[] {
	const { continueOnFail, label, timezone } = setting;
	if (!continueOnFail) {
		const isFailure = (result: Result | undefined): boolean => result?.kind === 'failure';
		// A wall that was let through as skipped is no reason to overlook another failure.
		const failedAt =
			wallAt !== undefined && isFailure(results[wallAt]) ? wallAt : results.findIndex(isFailure);
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
