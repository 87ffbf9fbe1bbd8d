import 'reflect-metadata';

import { combine, fromNodesBase, fromPackage } from '../../support/engine';
import type { NodeTypeSource } from '../../support/engine';
import { nodeProcess } from '../../support/node';
import { answerWith } from '../support/child';
import { makeCalls } from './calls';
import type { Job } from './jobs';
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

answerWith(async (job: Job) => await perform(await loaded, job));
