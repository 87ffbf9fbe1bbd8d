import { simulatedTime } from '../../support/clock';
import { startNode } from '../../support/engine';
import type { NodeTypeSource } from '../../support/engine';
import { PACKAGE } from '../../../scripts/campaign/setting';
import type { WaitingJob, WaitingResult } from './jobs';
import { watchMemory } from './memory';

/** Real ms between two looks at the memory. */
const LOOK_MS = 200;

/** Real ms in which time may stand still: hundreds of tasks are looked at in one moment. */
const LONGEST_STILL_MS = 60_000;

/** Waits in simulated time until the wait is over, and watches the memory held meanwhile. */
export async function waitInVain(
	nodeTypes: NodeTypeSource,
	{ taskIds, seconds, credentials }: WaitingJob,
): Promise<WaitingResult> {
	const watch = await watchMemory(LOOK_MS);
	const time = simulatedTime();
	const items = taskIds.map((taskId) => ({ taskId }));
	try {
		const node = startNode({
			nodeTypes,
			items,
			type: `${PACKAGE}outX`,
			credentials: { outXApi: credentials.outXApi },
			parameters: {
				...{ resource: 'task', operation: 'waitFor', taskId: '={{ $json.taskId }}' },
				options: { maxWait: seconds },
			},
			// What n8n does with the result afterwards is no longer the wait.
			onNodeFinished: (name) => {
				if (name === 'Node') watch.stop();
			},
		});
		const result = await time.drive(node.result, { maxRealMs: LONGEST_STILL_MS });
		if (result.error) throw result.error;
		const open = result.json('Node').filter(({ finished }) => finished === false).length;
		if (open !== items.length) throw new Error(`${open} of ${items.length} tasks are unfinished`);
		return { simulatedMs: time.elapsed(), heldBytes: watch.heldBytes };
	} finally {
		watch.stop();
		time.restore();
	}
}
