import type { Cluster } from '../cluster';
import { whenOver } from '../executions';
import type { Execution } from '../executions';
import { addPeople, timesReached } from '../people';
import type { Verdict } from '../verdict';
import { publish } from '../workflow';

const MOST = 25;
const CALLS = 60;
const WITHIN = 120_000;

const count = (executions: readonly Execution[], end: string): number =>
	executions.filter(({ ended }) => ended === end).length;

/** Both workers share one day's allowance. */
export async function checkPerDay(cluster: Cluster, verdict: Verdict): Promise<void> {
	const workflow = await publish(cluster, {
		name: 'Per day',
		vendors: ['linkupApi'],
		sending: { maxPerDay: MOST, onLimit: 'skip' },
	});
	const people = addPeople(cluster.sandbox, 'linkupApi', 'day', CALLS);
	await Promise.all(
		people.map(
			async (linkedin, call) => await workflow.call({ call, linkedin, vendor: 'linkupApi' }),
		),
	);
	const executions = await whenOver(cluster, workflow.id, CALLS, WITHIN);
	const reached = timesReached(cluster.sandbox, people).reduce((sum, times) => sum + times, 0);
	verdict.check(
		`With at most ${MOST} people per day, ${CALLS} contacts over both workers reach ${reached}`,
		reached === MOST ? [] : [`${MOST} should have been reached`],
	);
	const [sent, limited] = [count(executions, 'sent'), count(executions, 'limitReached')];
	verdict.check(
		`${sent} executions say sent, ${limited} that the limit is reached`,
		sent === reached && limited === CALLS - reached
			? []
			: executions
					.filter(({ ended }) => ended !== 'sent' && ended !== 'limitReached')
					.map(
						({ id, ended, error, output }) =>
							`execution ${id}: ${ended} ${error ?? String(output?.error ?? '')}`,
					),
	);
}
