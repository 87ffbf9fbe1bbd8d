import { Failure, LOOK_FIRST, Skip } from '../../shared/failures/failure';
import { findRule, stopsBatch } from '../../shared/failures/rules';
import type { FailureRule } from '../../shared/failures/rules';
import { speaksOfADeed } from '../../shared/http/certain';
import { isObject } from '../../shared/json/json';
import type { JsonValue } from '../../shared/json/types';
import {
	DOCUMENTED_TASK_FAILURE,
	failedInvitationRules,
	failedLookUpRules,
	failedPostRules,
	failedTaskRules,
} from '../failures';
import type { Task } from './task';

/** States in which a task has come to its end (get-task-status); all others count as under way. */
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

const quoted = ({ id }: Task, text: string): { taskId: string; vendorText?: string } => ({
	taskId: id,
	...(text !== '' && { vendorText: text.slice(0, 300) }),
});

const isFailed = ({ status }: Task): boolean => /^failed$/i.test(status);

/** A task that ended without success, in the words of its state. */
const ended = (task: Task, more = ''): string =>
	isFailed(task)
		? `The browser with the OutX extension could not do this${more}`
		: `The OutX task ended as "${task.status.slice(0, 40)}"`;

/** What words promise of a task nobody documented: the reason stays, as far as nobody acts on it. */
function leftOpen(task: Task, text: string, rule: FailureRule | undefined): Failure {
	// A limit would be taken for a refusal that is certain; what it ends, it ends all the same.
	const isLimit = rule?.reason === 'limitReached';
	return new Failure({
		reason: rule && !isLimit ? rule.reason : 'taskFailed',
		outcome: 'unknown',
		what: `${rule ? `${rule.what}, says the OutX task, but` : `${ended(task, ', or could not tell')}, so`} it may have been carried out`,
		next: LOOK_FIRST,
		...quoted(task, text),
		...(rule && { stopsBatch: stopsBatch(rule) }),
	});
}

/**
 * Of a task that reaches a person and ended without success. Certain is what OutX documents: the state
 * `failed`, and the one cause its pages name. Everything else may have been carried out: the browser may
 * have clicked by then.
 */
export function taskFailure(
	task: Task,
	rules: readonly FailureRule[] = failedTaskRules,
): Failure | Skip {
	const text = taskText(task.output);
	const found = findRule(rules, { status: 200, text });
	const isDoubtful = speaksOfADeed(text) || !isFailed(task);
	if (found?.skip && !isDoubtful) return new Skip(found.skip, text);
	const rule = found?.skip ? undefined : found;
	const isCertain = !isDoubtful && rule !== undefined && DOCUMENTED_TASK_FAILURE.test(text);
	if (!isCertain) return leftOpen(task, text, rule);
	const { reason, what, next } = rule;
	return new Failure({ reason, outcome: 'notSent', what, next, ...quoted(task, text) });
}

/** What a task may say that somebody else started, by what it was to do. */
export function rulesOf({ input }: Task): readonly FailureRule[] {
	const type = String(input.task_type ?? '');
	if (/connection_request/.test(type)) return failedInvitationRules;
	return /like|comment/.test(type) ? failedPostRules : failedTaskRules;
}

/** Of a task that only looks something up: it sent nothing, and had nothing to skip. */
export function lookUpFailure(
	task: Task,
	rules: readonly FailureRule[] = failedLookUpRules,
): Failure {
	const text = taskText(task.output);
	const rule = findRule(rules, { status: 200, text });
	return new Failure({
		reason: rule?.reason ?? 'taskFailed',
		outcome: 'notSent',
		what: rule?.what ?? ended(task),
		next:
			rule?.next ??
			(isFailed(task)
				? 'Check that this browser is signed in to LinkedIn, then run the item again.'
				: 'Nothing was sent: try this item again in a few minutes.'),
		...quoted(task, text),
		...(rule?.stopsBatch !== undefined && { stopsBatch: rule.stopsBatch }),
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
