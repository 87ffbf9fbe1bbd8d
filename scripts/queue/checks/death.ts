import type { IDataObject } from 'n8n-workflow';

import type { Cluster } from '../cluster';
import { executionsOf } from '../executions';
import type { Execution } from '../executions';
import { pause } from '../pause';
import { addPeople, timesReached } from '../people';
import type { Verdict } from '../verdict';
import { publish } from '../workflow';
import type { Published, VendorName } from '../workflow';

/** Contacts of each workflow. */
const CALLS = 8;
/**
 * The vendor carries the act out at once and answers so late that the worker has died long before, however slow
 * the machine is.
 */
const ANSWER_AFTER = 50_000;
const ACTS = ['POST /message', 'POST /v1/messages/send-message'] as const;
/** Without anything changing. */
const WITHIN = 120_000;

/** One workflow whose executions are cut off. */
interface Case {
	readonly vendor: VendorName;
	readonly people: readonly string[];
	readonly workflow: Published;
}

const isOver = ({ status }: Execution): boolean => status !== 'running' && status !== 'new';

/** Looks again and again until there is something to see; gives up when nothing changes any more. */
async function until<T>(
	what: string,
	look: () => Promise<{ found?: T; seen: string }>,
): Promise<T> {
	let [before, since] = ['', Date.now()];
	while (Date.now() - since < WITHIN) {
		const { found, seen } = await look();
		if (found !== undefined) return found;
		if (seen !== before) [before, since] = [seen, Date.now()];
		await pause(250);
	}
	throw new Error(`${what} did not come, and nothing changed for ${WITHIN / 1_000} s: ${before}`);
}

const statesOf = (executions: readonly Execution[]): string =>
	executions.map(({ id, status, workers }) => `${id} ${status} ${workers.join('+')}`).join(', ');

async function prepare(
	cluster: Cluster,
	vendor: VendorName,
	skipContacted: boolean,
): Promise<Case> {
	const name = skipContacted ? 'Cut off and remembered' : 'Cut off';
	const people = addPeople(cluster.sandbox, vendor, 'death', CALLS);
	const workflow = await publish(cluster, { name, vendors: [vendor], sending: { skipContacted } });
	return { vendor, people, workflow };
}

/** The CRM hands all contacts of a workflow over. */
async function handOver({ people, vendor, workflow }: Case): Promise<void> {
	for (const [call, linkedin] of people.entries()) await workflow.call({ call, linkedin, vendor });
}

/** All executions of a workflow, once so many of them are over and none goes on. */
async function allOver(cluster: Cluster, { workflow }: Case, count: number): Promise<Execution[]> {
	return await until('The end of all executions', async () => {
		const executions = await executionsOf(cluster, workflow.id);
		const isEnd = executions.length >= count && executions.every(isOver);
		return { seen: statesOf(executions), ...(isEnd && { found: executions }) };
	});
}

/**
 * Who was neither reached once nor left to the operator with a true word. An execution that died between its
 * claim on the person and the vendor's answer leaves nobody who knows whether the message went out: it is
 * not repeated, and whoever hands the person over again is told so.
 */
function reachedOrUnclear(
	{ sandbox }: Cluster,
	{ people }: Case,
	cutOff: readonly Execution[],
	all: readonly Execution[],
): string[] {
	const times = timesReached(sandbox, people);
	return people.flatMap((slug, index) => {
		if (times[index] === 1) return [];
		const isOf = ({ contact }: Execution): boolean => contact?.linkedin === slug;
		const last = all.filter(isOf).at(-1);
		const isUnclear = times[index] === 0 && outcomeOf(last) === 'unknown' && cutOff.some(isOf);
		return isUnclear ? [] : [`${slug}: ${times[index]} times, ${outcomeOf(last) ?? 'no word'}`];
	});
}

function outcomeOf(execution: Execution | undefined): unknown {
	const { details, outcome } = execution?.output ?? {};
	return (details as IDataObject | undefined)?.outcome ?? outcome;
}

/** A worker is killed with acts under way; then the operator hands the same contacts over again. */
export async function checkDeath(cluster: Cluster, verdict: Verdict): Promise<void> {
	const { sandbox, workers, rest } = cluster;
	const cases = [
		await prepare(cluster, 'connectSafely', true),
		await prepare(cluster, 'linkupApi', false),
	];
	// Of the acts alone: who the person is has to be known before.
	const faults = ACTS.map((match) =>
		sandbox.faults.add({ kind: 'slow', processed: true, delayMs: ANSWER_AFTER, rate: 1, match }),
	);
	await Promise.all(cases.map(handOver));
	const [, victim] = workers;
	/** People whom the victim has reached, without knowing so yet. */
	const cutOff = async ({ workflow }: Case): Promise<string[]> => {
		const executions = await executionsOf(cluster, workflow.id);
		const running = executions.filter((one) => one.workers.includes(victim.name) && !isOver(one));
		const names = running.map(({ contact }) => contact?.linkedin ?? '');
		return names.filter((slug) => timesReached(sandbox, [slug])[0] > 0);
	};
	await until('An act under way in each workflow', async () => {
		const names = await Promise.all(cases.map(cutOff));
		const isThere = names.every((some) => some.length > 0);
		return { seen: JSON.stringify(names), ...(isThere && { found: names }) };
	});
	await victim.kill();
	for (const fault of faults) sandbox.faults.remove(fault);
	const killedAt = Date.now();
	const ended = await Promise.all(cases.map(async (one) => await allOver(cluster, one, CALLS)));
	const seconds = ((Date.now() - killedAt) / 1_000).toFixed(0);
	const left = ended.map((executions) => executions.filter(({ status }) => status !== 'success'));

	const twice = ({ people }: Case): string[] => {
		const times = timesReached(sandbox, people);
		return people.flatMap((slug, index) =>
			times[index] > 1 ? [`${slug}: ${times[index]} times`] : [],
		);
	};
	verdict.check(
		`A worker is killed with acts under way: its ${left.flat().length} executions fail within ${seconds} s`,
		left.every((some) => some.length > 0) ? [] : ['both workflows should have lost executions'],
	);
	verdict.check(
		'No other worker runs them again',
		ended
			.flat()
			.filter(({ workers: by }) => by.length > 1)
			.map(({ id, workers: by }) => `execution ${id}: ${by.join(', ')}`),
	);
	verdict.check('Nobody is reached twice', cases.flatMap(twice));

	// n8n's own Retry of such an execution: it has kept nothing to start from.
	const before = sandbox.deliveries.length;
	for (const { id } of left.flat()) await rest.post(`/executions/${id}/retry`, {});
	await Promise.all(
		cases.map(async (one, index) => await allOver(cluster, one, CALLS + left[index].length)),
	);
	verdict.check(
		"n8n's Retry of these executions reaches nobody",
		sandbox.deliveries.length === before ? [] : [`${sandbox.deliveries.length - before} reached`],
	);

	await Promise.all(cases.map(handOver));
	const again = await Promise.all(
		cases.map(async (one, index) => await allOver(cluster, one, CALLS * 2 + left[index].length)),
	);
	for (const [index, how] of ['Skip People Already Contacted', 'the defaults'].entries()) {
		verdict.check(
			`Handed over again with ${how}, everybody is reached once, or said to be unclear`,
			reachedOrUnclear(cluster, cases[index], left[index], again[index]),
		);
	}
	verdict.note(`n8n says of such an execution: ${left.flat()[0]?.error ?? 'nothing'}`);
}
