import type { Cluster } from './cluster';
import { whenOver } from './executions';
import type { Execution } from './executions';
import { addPeople, timesReached } from './people';
import { publish } from './workflow';

const MOST = 25;
const CALLS = 60;
const WITHIN = 120_000;

const count = (executions: readonly Execution[], end: string): number =>
	executions.filter(({ ended }) => ended === end).length;

/** Both workers share one day's allowance. */
export function describePerDay(cluster: () => Cluster): void {
	describe(`With at most ${MOST} people per day`, () => {
		let executions: Execution[];
		let reached: number;

		beforeAll(async () => {
			const workflow = await publish(cluster(), {
				name: 'Per day',
				vendors: ['linkupApi'],
				sending: { maxPerDay: MOST, onLimit: 'skip' },
			});
			const people = addPeople(cluster().sandbox, 'linkupApi', 'day', CALLS);
			await Promise.all(
				people.map(
					async (linkedin, call) => await workflow.call({ call, linkedin, vendor: 'linkupApi' }),
				),
			);
			executions = await whenOver(cluster(), workflow.id, CALLS, WITHIN);
			reached = timesReached(cluster().sandbox, people).reduce((sum, times) => sum + times, 0);
		});

		test(`${CALLS} contacts over both workers reach ${MOST}`, () => {
			expect(reached).toBe(MOST);
		});

		test('As many executions say sent, the others that the limit is reached', () => {
			const others = executions
				.filter(({ ended }) => ended !== 'sent' && ended !== 'limitReached')
				.map(({ id, ended, error, output }) => {
					return `execution ${id}: ${ended} ${error ?? String(output?.error ?? '')}`;
				});
			expect(others).toEqual([]);
			expect(count(executions, 'sent')).toBe(reached);
			expect(count(executions, 'limitReached')).toBe(CALLS - reached);
		});
	});
}
