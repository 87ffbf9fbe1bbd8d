import { Failure, LOOK_FIRST, Skip } from '../shared/errors/failure';
import { findRule } from '../shared/errors/rules';
import type { FailureRule } from '../shared/errors/rules';
import { isObject } from '../shared/http/json';
import type { JsonValue } from '../shared/http/types';
import { failedLookUpRules, failedTaskRules } from './failures';
import type { Task } from './tasks';

/** States in which a task has come to its end (outx.md, "Task lifecycle"); all others count as under way. */
const ENDED = /^(?:completed|failed|error|cancell?ed)$/i;

export function isRunning(status: string): boolean {
	return !ENDED.test(status);
}

export function isCompleted(status: string): boolean {
	return /^completed$/i.test(status);
}

/** The words in a failed task's output, wherever they are. */
export function taskText(output: JsonValue): string {
	if (typeof output === 'string') return output;
	if (!isObject(output)) return '';
	for (const key of ['error', 'message', 'reason', 'detail', 'details', 'error_message']) {
		const found = output[key];
		const said = isObject(found) ? taskText(found as JsonValue) : found;
		if (typeof said === 'string' && said !== '') return said;
	}
	return '';
}

/** What a task that ended without success means, by its words or, without any known ones, by its state. */
function ending(task: Task, text: string, rule: FailureRule | undefined): Failure {
	const isFailed = /^failed$/i.test(task.status);
	const state = task.status.slice(0, 40);
	return new Failure({
		reason: rule?.reason ?? 'taskFailed',
		outcome: rule || isFailed ? 'notSent' : 'unknown',
		what:
			rule?.what ??
			(isFailed
				? 'The browser with the OutX extension could not do this'
				: `The OutX task ended as "${state}", which leaves open whether it was carried out`),
		next:
			rule?.next ??
			(isFailed
				? 'Check that this browser is signed in to LinkedIn, then run the item again.'
				: LOOK_FIRST),
		taskId: task.id,
		...(rule?.stopsBatch !== undefined && { stopsBatch: rule.stopsBatch }),
		...(text !== '' && { vendorText: text.slice(0, 300) }),
	});
}

/**
 * Of a task that reaches a person. OutX documents `failed`; `error` and `cancelled` are known from other
 * clients only, and leave open whether the browser had acted by then.
 */
export function taskFailure(
	task: Task,
	rules: readonly FailureRule[] = failedTaskRules,
): Failure | Skip {
	const text = taskText(task.output);
	const rule = findRule(rules, { status: 200, text });
	return rule?.skip ? new Skip(rule.skip, text) : ending(task, text, rule);
}

/** Of a task that only looks something up: it sent nothing, and had nothing to skip. */
export function lookUpFailure(
	task: Task,
	rules: readonly FailureRule[] = failedLookUpRules,
): Failure {
	const text = taskText(task.output);
	const failure = ending(task, text, findRule(rules, { status: 200, text }));
	if (failure.facts.outcome === 'notSent') return failure;
	return failure.with({
		outcome: 'notSent',
		what: `The OutX task ended as "${task.status.slice(0, 40)}"`,
		next: 'Nothing was sent: try this item again in a few minutes.',
	});
}

/** The wait for a task is over, and the operator wants that to be a failure. */
export function taskTimeout(task: Task, maxWait: number): Failure {
	return new Failure({
		reason: 'timeout',
		outcome: 'unknown',
		what: `The OutX task was still "${task.status.slice(0, 40)}" after ${maxWait} seconds`,
		next: `Do not start it again: use Task › Wait For with the task ID ${task.id}. The browser with the OutX extension may be closed.`,
		taskId: task.id,
	});
}
