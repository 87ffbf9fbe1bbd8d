import { Failure, LOOK_FIRST } from '../../shared/failures/failure';
import { findRule } from '../../shared/failures/rules';
import { isObject } from '../../shared/json/json';
import type { JsonObject, JsonValue } from '../../shared/json/types';
import { postUrn } from '../../shared/linkedin';
import type { ActInput, Receipt, TaskReceipt } from '../../shared/operation/types';
import type { OutXApi } from '../api';
import { failedPostRules } from '../failures';
import { actTask } from '../tasks/settle';
import { isCompleted, taskFailure, taskText } from '../tasks/taskStates';
import type { Task } from '../tasks/task';
import type { WaitChoice } from '../tasks/waiting';

/** Names under which a task may say whether it is done; `liked` and `commented` are the contract's guesses. */
const DEED = /^(?:liked|reacted|commented|posted|sent|success(?:ful)?|ok|done|completed|created)$/i;

const COMPLAINT = /^(?:errors?|error_?message|failure)$/i;

/** Where a task speaks of itself: a comment that is repeated elsewhere may say "not" as it likes. */
const SPEECH = /^(?:status|state|result|message|reason|details?|outcome)?$/i;

const DOUBT =
	/\b(?:not|no|fail\w*|errors?|unable|cannot|can't|could ?n[o']t|denied|limit\w*|invalid|skipped)\b/i;

type Field = readonly [name: string, value: unknown];

/** Every field of an output, those of inner objects included. */
function fieldsOf(output: JsonValue): Field[] {
	if (typeof output === 'string') return [['', output]];
	if (!isObject(output)) return [];
	return Object.entries(output).flatMap(([name, value]): Field[] =>
		isObject(value) ? fieldsOf(value as JsonValue) : [[name, value]],
	);
}

const isFilled = ([, value]: Field): boolean =>
	![null, undefined, '', false].includes(value as null) &&
	!(Array.isArray(value) && value.length === 0);

/** The task in its own words. */
function speechOf(output: JsonValue): string {
	const said = fieldsOf(output).flatMap(([name, value]) =>
		SPEECH.test(name) && typeof value === 'string' ? [value.replace(/_/g, ' ')] : [],
	);
	return taskText(output) || said.join(' ');
}

/**
 * Whether a completed like or comment was carried out. Its output is documented nowhere: "expect a small
 * object with one boolean, treat status completed as success" (outx.openapi.yaml, like-post), while an
 * empty output is a known sign of a silent failure (docs.outx.ai, Get Task Status). So whatever it says
 * counts as done unless it casts doubt on itself, and saying nothing does not.
 */
function verdictOn(output: JsonValue): 'done' | 'refused' | 'unclear' {
	const fields = fieldsOf(output);
	const complains = fields.some((field) => COMPLAINT.test(field[0]) && isFilled(field));
	if (complains || fields.some(([name, value]) => DEED.test(name) && value === false)) {
		return 'refused';
	}
	if (fields.some(([name, value]) => DEED.test(name) && value === true)) return 'done';
	const text = speechOf(output);
	if (findRule(failedPostRules, { status: 200, text })) return 'refused';
	return !DOUBT.test(text) && fields.some(isFilled) ? 'done' : 'unclear';
}

function postReceipt(task: Task): Receipt {
	if (!isCompleted(task.status)) throw taskFailure(task, failedPostRules);
	const verdict = verdictOn(task.output);
	if (verdict === 'done') return { taskId: task.id, response: task.output };
	const text = speechOf(task.output);
	if (verdict === 'refused') {
		throw taskFailure({ ...task, status: 'failed', output: text }, failedPostRules);
	}
	throw new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'unknown',
		what: 'The OutX task is completed, but does not say whether it was done on LinkedIn',
		next: LOOK_FIRST,
		taskId: task.id,
		...(text !== '' && { vendorText: text.slice(0, 300) }),
	});
}

/** Waits for a like or a comment that OutX took as a task. */
export function postTask(
	api: OutXApi,
	taskId: string,
	createdAt: number,
	choice: WaitChoice,
): TaskReceipt {
	return actTask(api, taskId, createdAt, choice, postReceipt);
}

/** Creates the task of a like or a comment: requested once. */
export async function actOnPost(
	api: OutXApi,
	path: '/linkedin-agent/like-post' | '/linkedin-agent/comment-post',
	{ on, ...choice }: WaitChoice & ActInput,
	more: JsonObject = {},
): Promise<TaskReceipt> {
	const createdAt = api.tasks.now();
	const body = { social_urn: postUrn(on.target) ?? '', ...more };
	return postTask(api, await api.tasks.act(path, body), createdAt, choice);
}
