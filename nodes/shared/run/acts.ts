import type { INodeExecutionData } from 'n8n-workflow';

import type { Failure } from '../errors/failure';
import { stopsBatch } from '../errors/rules';
import type { ActOperation } from '../operation/types';
import { ActAttempts } from './attempts';
import { checkItems, nothingAttempted } from './checked';
import type { CheckedItem } from './checked';
import { addSummaryHint } from './hints';
import { errorJson, skipOutput, toItem } from './results';
import type { Result } from './results';
import type { RunSetting } from './setting';
import { failureSummary } from './summary';
import { behind } from './wall';

const isLimit = ({ facts }: Failure): boolean =>
	facts.reason === 'limitReached' || facts.reason === 'throttled';

/**
 * The one loop of everything that reaches a person. All items are checked first; then they are acted
 * on one after another, each in its turn; results that come later (tasks) are waited for together.
 */
export async function runActs<Api>(
	setting: RunSetting<Api>,
	operation: ActOperation<Api>,
): Promise<INodeExecutionData[]> {
	const { itemCount, continueOnFail } = setting;
	const { good, bad } = checkItems(itemCount, setting.read, operation.input);
	if (bad.length > 0 && !continueOnFail) {
		throw setting.fail(nothingAttempted(bad, itemCount), { itemIndex: bad[0].index });
	}

	const results = new Array<Result | undefined>(itemCount).fill(undefined);
	for (const { index, failure, recipient } of bad) {
		const result = { kind: 'failure', failure, recipient } as const;
		results[index] = result;
		report(setting, index, recipient, result);
	}

	const attempts = new ActAttempts(setting, operation);
	/** The failure that ends the batch; nothing more is attempted behind it. */
	let wall: Failure | undefined;
	const settle = (item: CheckedItem, result: Result): void => {
		results[item.index] = result;
		report(setting, item.index, item.input.recipient.input, result);
		if (result.kind !== 'failure') return;
		const { failure } = result;
		const letThrough = isLimit(failure) && item.sending.onLimit === 'skip';
		if (stopsBatch(failure.facts) || (!continueOnFail && !letThrough)) {
			wall ??= failure;
			// A task that fails during a pause ends the pause: the next act must not leave.
			attempts.halt();
		}
	};

	const later: Array<Promise<void>> = [];
	for (const item of good) {
		if (wall) break;
		const result = await attempts.attempt(item);
		if (result === undefined) break;
		if ('later' in result) later.push(result.later.then((end) => settle(item, end)));
		else settle(item, result);
	}
	// Behind a wall of a run that will fail anyway, the memo knows the tasks: the next try waits for them.
	if (!wall || continueOnFail || isLimit(wall)) await Promise.all(later);
	await attempts.close();

	for (const item of good) {
		const { index, input, sending } = item;
		const result = results[index];
		const limited = result?.kind === 'failure' ? result.failure : result ? undefined : wall;
		if (limited && isLimit(limited) && sending.onLimit === 'skip') {
			const { member } = input.recipient;
			const said = limited.facts.vendorText ?? limited.facts.what;
			const json = skipOutput(attempts.act, input.recipient, member, 'limitReached', said);
			results[index] = { kind: 'output', json };
		} else if (result === undefined && wall) {
			results[index] = {
				kind: 'failure',
				failure: behind(wall),
				recipient: input.recipient.input,
			};
		}
	}
	return emit(setting, results);
}

/** A line in the browser's console while a run in the editor goes on; n8n drops it elsewhere. */
function report<Api>(setting: RunSetting<Api>, index: number, who: string, result: Result): void {
	const ended =
		result.kind === 'output'
			? [result.json.outcome, result.json.reason].filter(Boolean).join(': ')
			: `${result.failure.facts.outcome}: ${result.failure.facts.what}`;
	setting.context.sendMessageToUI?.(`${index + 1} of ${setting.itemCount} · ${who} · ${ended}`);
}

function emit<Api>(
	setting: RunSetting<Api>,
	results: ReadonlyArray<Result | undefined>,
): INodeExecutionData[] {
	const { continueOnFail, label, timezone } = setting;
	if (!continueOnFail) {
		const failedAt = results.findIndex((result) => result?.kind === 'failure');
		const failed = results[failedAt];
		if (failed?.kind === 'failure') {
			throw setting.fail(failed.failure, {
				itemIndex: failedAt,
				recipient: failed.recipient,
				summary: failureSummary(results, failed.failure, timezone),
			});
		}
	}
	addSummaryHint(setting, results);
	return results.flatMap((result, index) => {
		if (!result) return [];
		const json =
			result.kind === 'output' ? result.json : errorJson(result.failure, label, result.recipient);
		return [toItem(json, index)];
	});
}
