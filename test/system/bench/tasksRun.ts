import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { simulatedTime } from '../../support/clock';
import { startNode } from '../../support/engine';
import type { NodeTypeSource } from '../../support/engine';
import { PACKAGE, sandboxCredentials } from '../../../scripts/campaign/setting';
import type { TasksJob, TasksResult } from './jobs';
import { atOnce, itemsFor, settleIn } from './people';

/** Longer than any run here: the wait is to end with the tasks. */
const LONG_WAIT_S = 3_600;

const START = '2026-11-23T12:00:00.000Z';
const STATUS_PATH = '/linkedin-agent/get-task-status';

/** What the node is to do, and its items: connections by URN, so that nobody is looked up first. */
function prepare(
	{ world }: Sandbox,
	{ how, count }: TasksJob,
): { items: IDataObject[]; parameters: IDataObject } {
	const options = { maxWait: LONG_WAIT_S };
	if (how === 'waitFor') {
		const tasks = itemsFor(count).map(() =>
			world.outX.create('agent_search_profiles', { title: 'CTO' }),
		);
		return {
			items: tasks.map(({ id }) => ({ taskId: id })),
			parameters: {
				...{ resource: 'task', operation: 'waitFor' },
				...{ taskId: '={{ $json.taskId }}', options },
			},
		};
	}
	settleIn({ world }, count);
	const people = itemsFor(count).map(({ profile }) => world.person(profile));
	for (const person of people) world.connect(world.outX.accountId, person);
	return {
		items: people.map(({ memberId }) => ({ urn: `urn:li:person:${memberId}` })),
		parameters: {
			...{ resource: 'message', operation: 'send', message: 'Hello', sending: atOnce, options },
			recipient: { __rl: true, mode: 'urn', value: '={{ $json.urn }}' },
		},
	};
}

/** Runs OutX's node over tasks of known length in simulated time. */
export async function runTasks(nodeTypes: NodeTypeSource, job: TasksJob): Promise<TasksResult> {
	const time = simulatedTime({ now: START });
	const sandbox = await startSandbox({ now: () => time.now() });
	try {
		const { outX } = sandbox.world;
		outX.taskDuration = job.taskMs;
		outX.browsers = job.browsers;
		const prepared = prepare(sandbox, job);
		const begun = time.now();
		const node = startNode({
			...prepared,
			nodeTypes,
			type: `${PACKAGE}outX`,
			credentials: { outXApi: sandboxCredentials(sandbox).outXApi },
		});
		const result = await time.drive(node.result, { maxRealMs: 60_000 });
		const wallMs = time.now() - begun;
		if (result.error) throw result.error;
		sandbox.assertClean();
		const tasks = outX.tasks.map(({ id, created, finished }) => {
			if (finished === undefined) throw new Error(`Task ${id} was not waited for`);
			return { created, finished };
		});
		const reads = sandbox.requests.filter(({ path }) => path === STATUS_PATH).length;
		if (tasks.length !== job.count || reads < job.count) {
			throw new Error(`${tasks.length} tasks and ${reads} reads for ${job.count} items`);
		}
		const vendorMs = Math.max(...tasks.map(({ finished }) => finished)) - begun;
		return { wallMs, vendorMs, reads, tasks };
	} finally {
		await sandbox.close();
		time.restore();
	}
}
