import 'reflect-metadata';

import { combine, fromNodesBase, fromPackage } from '../../test/support/engine';
import type { NodeTypeSource } from '../../test/support/engine';
import { nodeProcess } from '../../test/support/node';
import { makeCalls } from './calls';
import type { Job, Reply } from './jobs';
import { sendRemembering } from './rememberingRun';
import { runTasks } from './tasksRun';
import { waitInVain } from './waitingRun';

/** Does what the parent asks, one thing after another, until it hangs up. */
async function perform(nodeTypes: NodeTypeSource, job: Job): Promise<unknown> {
	switch (job.job) {
		case 'calls':
			return await makeCalls(nodeTypes, job);
		case 'tasks':
			return await runTasks(nodeTypes, job);
		case 'waiting':
			return await waitInVain(nodeTypes, job);
		case 'remembering':
			return await sendRemembering(nodeTypes, job);
	}
}

const loaded = fromPackage(nodeProcess.argv[2]).then((ours) =>
	combine(ours, fromNodesBase(['HttpRequest'])),
);

/** n8n loads its own nodes in a context of their own, whose errors are no instances of ours. */
function wordsOf(error: unknown): string {
	const { message, description } = Object(error) as { message?: unknown; description?: unknown };
	return [message ?? error, description].filter(Boolean).map(String).join(': ');
}

async function answer(job: Job): Promise<Reply> {
	try {
		return { result: await perform(await loaded, job) };
	} catch (error) {
		return { error: wordsOf(error) };
	}
}

nodeProcess.on('message', (job: Job) => {
	void answer(job).then((reply) => nodeProcess.send?.(reply));
});
// Connections that are kept open must not keep the process.
nodeProcess.on('disconnect', () => nodeProcess.exit());
