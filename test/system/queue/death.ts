import type { IDataObject } from 'n8n-workflow';

import { say } from '../../../scripts/editor/say';
import type { Cluster } from './cluster';
import { executionsOf } from './executions';
import type { Execution } from './executions';
import { pause } from './pause';
import { addPeople, timesReached } from './people';
import { publish } from './workflow';
import type { Published, VendorName } from './workflow';

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

/** Of the acts alone: who the person is has to be known before. */
const SLOWLY = ACTS.map((match) => ({
	...({ kind: 'slow', processed: true, delayMs: ANSWER_AFTER, rate: 1, match } as const),
}));

/** Kills the second worker as soon as it has reached somebody in each workflow without knowing so yet. */
async function killAtWork(cluster: Cluster, cases: readonly Case[]): Promise<void> {
	const { sandbox, workers } = cluster;
	const faults = SLOWLY.map((fault) => sandbox.faults.add(fault));
	await Promise.all(cases.map(handOver));
	const [, victim] = workers;
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
}

/** A worker is killed with acts under way; then the operator hands the same contacts over again. */
export function describeDeath(cluster: () => Cluster): void {
	describe('When a worker is killed with acts under way', () => {
		let cases: Case[];
		let ended: Execution[][];
		/** Of each workflow, the executions that died. */
		let left: Execution[][];

		const over = async (count: (index: number) => number): Promise<Execution[][]> =>
			await Promise.all(
				cases.map(async (one, index) => await allOver(cluster(), one, count(index))),
			);

		beforeAll(async () => {
			cases = [
				await prepare(cluster(), 'connectSafely', true),
				await prepare(cluster(), 'linkupApi', false),
			];
			await killAtWork(cluster(), cases);
			const killedAt = Date.now();
			ended = await over(() => CALLS);
			left = ended.map((executions) => executions.filter(({ status }) => status !== 'success'));
			const seconds = ((Date.now() - killedAt) / 1_000).toFixed(0);
			say(`· ${left.flat().length} executions failed within ${seconds} s`);
			say(`· n8n says of such an execution: ${left.flat()[0]?.error ?? 'nothing'}`);
		});

		test('Executions of both workflows fail', () => {
			expect(left.map((some) => some.length > 0)).toEqual([true, true]);
		});

		test('No other worker runs them again', () => {
			const twice = ended.flat().filter(({ workers }) => workers.length > 1);
			expect(twice.map(({ id, workers }) => `execution ${id}: ${workers.join(', ')}`)).toEqual([]);
		});

		test('Nobody is reached twice', () => {
			const people = cases.flatMap((one) => one.people);
			const times = timesReached(cluster().sandbox, people);
			expect(people.filter((_, index) => times[index] > 1)).toEqual([]);
		});

		test("n8n's Retry of these executions reaches nobody: it has kept nothing to start from", async () => {
			const { sandbox, rest } = cluster();
			const before = sandbox.deliveries.length;
			for (const { id } of left.flat()) await rest.post(`/executions/${id}/retry`, {});
			await over((index) => CALLS + left[index].length);
			expect(sandbox.deliveries.slice(before)).toEqual([]);
		});

		describe('and the same contacts are handed over again', () => {
			let again: Execution[][];

			beforeAll(async () => {
				await Promise.all(cases.map(handOver));
				again = await over((index) => CALLS * 2 + left[index].length);
			});

			test.each([
				['Skip People Already Contacted', 0],
				['the defaults', 1],
			])('With %s, everybody is reached once, or said to be unclear', (_how, index) => {
				const odd = reachedOrUnclear(cluster(), cases[index], left[index], again[index]);
				expect(odd).toEqual([]);
			});
		});
	});
}
