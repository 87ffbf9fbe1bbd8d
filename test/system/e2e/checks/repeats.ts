import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { ACCOUNTS, profileUrl } from '../../../sandbox';
import type { Delivery, Sandbox } from '../../../sandbox';
import { assert } from '../../../support/node';
import type { Check, Stage } from '../stage';
import { SENDER, fromCrm, sender } from '../workflows';

const ACCOUNT = ACCOUNTS.connectSafelyDefault;
const SEND = 'POST /message';

interface Contact {
	readonly linkedin: string;
	readonly text: string;
}

/** So many people who can be reached. */
function contacts({ world }: Sandbox, text: string, count: number): Contact[] {
	return world
		.related(ACCOUNT, 'connected')
		.slice(0, count)
		.map((person) => ({ linkedin: profileUrl(person), text }));
}

async function workflow(
	{ runs }: Stage,
	name: string,
	sending: INodeParameters,
	retryOnFail = false,
): Promise<string> {
	const credentials = await runs.credential('connectSafelyAiApi');
	return await runs.put(
		fromCrm(name, sender({ vendor: 'connectSafely', credentials, sending, retryOnFail })),
	);
}

const NO_PAUSE = { pauseMin: 0, pauseMax: 0 };
/** After a delivery, in ms: n8n has noted it by then, and the next is not due. */
const HALF_A_PAUSE = 500;
const ONE_SECOND = { pauseMin: 1, pauseMax: 1 };

/** Who got a text that begins so, in order. */
const reached = ({ deliveries }: Sandbox, text: string): Delivery[] =>
	deliveries.filter((delivery) => delivery.text?.startsWith(text));

function onceEach(sandbox: Sandbox, text: string, count: number): void {
	const deliveries = reached(sandbox, text);
	assert.equal(new Set(deliveries.map(({ to }) => to)).size, deliveries.length, 'One got it twice');
	assert.equal(deliveries.length, count);
}

const outcomes = (items: readonly IDataObject[]): unknown[] => items.map(({ outcome }) => outcome);

/** Resolves when that many got the text. */
async function untilReached(sandbox: Sandbox, text: string, count: number): Promise<void> {
	const until = Date.now() + 60_000;
	while (reached(sandbox, text).length < count) {
		if (Date.now() > until) throw new Error(`${count} deliveries did not come within a minute`);
		await sleep(50);
	}
}

/** An execution that failed at the second of three people, who can be reached by now. */
async function failedInTheMiddle(
	stage: Stage,
	name: string,
): Promise<{ workflowId: string; executionId: string }> {
	const { world } = stage.editor.sandbox;
	const workflowId = await workflow(stage, name, NO_PAUSE);
	const [first, last] = contacts(stage.editor.sandbox, name, 2);
	const stranger = world.strangers(ACCOUNT).at(-1);
	assert.ok(stranger);
	const middle = { linkedin: profileUrl(stranger), text: name };
	await stage.runs.call(name, { contacts: [first, middle, last] });
	const [execution] = await stage.runs.ended(workflowId, 1);
	assert.equal(execution.status, 'error');
	assert.match(execution.error ?? '', /not among your connections/);
	onceEach(stage.editor.sandbox, name, 1);
	world.connect(ACCOUNT, stranger);
	return { workflowId, executionId: execution.id };
}

export const repeatChecks: readonly Check[] = [
	{
		name: '"Retry" of a failed execution goes on where it failed; nobody gets it twice',
		async run(stage) {
			const { executionId } = await failedInTheMiddle(stage, 'retry-original');
			const retried = await stage.runs.retry(executionId, 'original workflow');
			assert.equal(retried.status, 'success');
			assert.deepEqual(outcomes(retried.items(SENDER)), ['sent', 'sent', 'sent']);
			onceEach(stage.editor.sandbox, 'retry-original', 3);
		},
	},
	{
		name: '"Retry" with the changed workflow: those who are left get the new text, nobody gets it twice',
		async run(stage) {
			const { runs, editor } = stage;
			const name = 'retry-changed';
			const { workflowId, executionId } = await failedInTheMiddle(stage, name);
			await runs.change(workflowId, SENDER, { message: '={{ $json.text }}, corrected' });
			const retried = await runs.retry(executionId, 'saved workflow');
			assert.equal(retried.status, 'success');
			onceEach(editor.sandbox, name, 3);
			assert.deepEqual(
				reached(editor.sandbox, name).map(({ text }) => text),
				[name, `${name}, corrected`, `${name}, corrected`],
			);
		},
	},
	{
		name: 'Retry On Fail tries again whom nothing reached, and nobody else',
		async run(stage) {
			const { runs, editor } = stage;
			const { sandbox } = editor;
			const name = 'retry-on-fail';
			const id = await workflow(stage, name, NO_PAUSE, true);
			const earlier = sandbox.requests.length;
			const fault = sandbox.faults.add({
				vendor: 'connectSafely',
				match: SEND,
				kind: 'throttle',
				retryAfter: 1,
				skip: 1,
			});
			await runs.call(name, { contacts: contacts(sandbox, name, 3) });
			const [execution] = await runs.ended(id, 1);
			sandbox.faults.remove(fault);
			assert.equal(execution.status, 'success', execution.error);
			assert.deepEqual(outcomes(execution.items(SENDER)), ['sent', 'sent', 'sent']);
			onceEach(sandbox, name, 3);
			const asked = sandbox.requests
				.slice(earlier)
				.filter(({ method, path }) => `${method} ${path}` === SEND);
			assert.deepEqual(
				asked.map(({ status }) => status),
				[200, 429, 200, 200],
			);
		},
	},
	{
		name: 'Retry On Fail does not repeat what was carried out before the line broke',
		async run(stage) {
			const { runs, editor } = stage;
			const { sandbox } = editor;
			const name = 'line-broke';
			const id = await workflow(stage, name, NO_PAUSE, true);
			const fault = sandbox.faults.add({
				vendor: 'connectSafely',
				match: SEND,
				kind: 'resetAfter',
				skip: 1,
			});
			await runs.call(name, { contacts: contacts(sandbox, name, 3) });
			const [execution] = await runs.ended(id, 1, 60_000);
			sandbox.faults.remove(fault);
			assert.equal(fault.fired, 1);
			assert.equal(execution.status, 'success', execution.error);
			onceEach(sandbox, name, 3);
		},
	},
	{
		name: 'Stop in the middle: the execution shows as canceled, and nothing leaves afterwards; with Skip People Already Contacted "Retry" reaches only those who are left',
		async run(stage) {
			const { runs, editor } = stage;
			const { sandbox } = editor;
			const name = 'stopped';
			const id = await workflow(stage, name, { ...ONE_SECOND, skipContacted: true });
			await runs.call(name, { contacts: contacts(sandbox, name, 5) });
			await untilReached(sandbox, name, 2);
			await sleep(HALF_A_PAUSE);
			const [{ id: executionId }] = await runs.list(id);
			await runs.stop(executionId);
			const [execution] = await runs.ended(id, 1);
			const sent = reached(sandbox, name).length;
			assert.ok(sent < 5, 'Stop came too late to show anything');
			assert.equal(execution.status, 'canceled');
			await sleep(2_500);
			onceEach(sandbox, name, sent);
			// n8n keeps nothing of what a stopped execution had done (ExecutionService.stopDuringRun), and shows
			// the retry as failed although it did everything: what counts is who was reached.
			const retried = await runs.retry(executionId, 'original workflow');
			onceEach(sandbox, name, 5);
			assert.deepEqual(
				outcomes(retried.items(SENDER)),
				[1, 2, 3, 4, 5].map((person) => (person <= sent ? 'skipped' : 'sent')),
			);
		},
	},
];
