import { itemsFor } from './people';
import type { Section } from './row';
import { onStage } from './stage';
import { withWorkers } from './workers';

const TASKS = 500;
const WARM_UP = 20;
const SECONDS = 60;
const MOST_MB = 5;

/** A wait for many tasks that do not end: what it holds meanwhile. */
export async function waiting(packageDir: string): Promise<Section> {
	return await onStage(0, async ({ sandbox, credentials }) => {
		const { outX } = sandbox.world;
		outX.taskDuration = Infinity;
		const taskIds = itemsFor(TASKS).map(
			() => outX.create('agent_search_profiles', { title: 'CTO' }).id,
		);
		const job = { job: 'waiting', taskIds, seconds: SECONDS, credentials } as const;
		let looksBefore = 0;
		const { simulatedMs, heldBytes } = await withWorkers(packageDir, 1, async ([worker]) => {
			// What is loaded and compiled with the first wait is not held by the second.
			await worker.ask({ ...job, taskIds: taskIds.slice(0, WARM_UP) });
			looksBefore = sandbox.requests.length;
			return await worker.ask(job);
		});
		const looks = sandbox.requests.length - looksBefore;
		const passed = (simulatedMs / 1_000).toFixed(0);
		return {
			heading: `Task › Wait For over ${TASKS} unfinished tasks, at most ${SECONDS} s each`,
			rows: [
				{
					figure: `growth of the memory held, over ${looks.toLocaleString('en')} looks in ${passed} s`,
					time: 'simulated',
					unit: 'MB',
					ours: heldBytes / 1_000_000,
					others: [],
					goal: { says: 'whatever the number of tasks', most: MOST_MB },
				},
			],
		};
	});
}
