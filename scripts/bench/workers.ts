import { childProcess, once, path, root } from '../../test/support/node';
import type { Job, Reply, ResultOf } from './jobs';

/** A process of its own, so that no measurement disturbs another. */
export interface Worker {
	ask<J extends Job>(job: J): Promise<ResultOf<J>>;
	end(): Promise<void>;
}

/** Starts a process that measures with the built package in that directory. */
function startWorker(packageDir: string): Worker {
	const child = childProcess.fork(path.resolve(root, 'scripts/bench/child.ts'), [packageDir], {
		cwd: root,
		// Code that is thrown away by a collection would hide what was added.
		execArgv: ['--expose-gc', '--no-flush-bytecode', '--import', 'tsx'],
		serialization: 'advanced',
	});
	const gone = new Promise<never>((_resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => reject(new Error(`A measuring process ended with ${code}`)));
	});
	gone.catch(() => undefined);
	const send = async (job: Job): Promise<unknown> => {
		child.send(job);
		const [reply] = (await Promise.race([once(child, 'message'), gone])) as [Reply];
		if ('error' in reply) throw new Error(reply.error);
		return reply.result;
	};
	return {
		ask: async <J extends Job>(job: J) => (await send(job)) as ResultOf<J>,
		end: async () => {
			if (child.exitCode !== null || child.signalCode !== null) return;
			child.disconnect();
			await once(child, 'exit');
		},
	};
}

/** Asks one thing of a process of its own. */
export async function askOnce<J extends Job>(packageDir: string, job: J): Promise<ResultOf<J>> {
	return await withWorkers(packageDir, 1, async ([worker]) => await worker.ask(job));
}

/** Runs something with so many processes. */
export async function withWorkers<T>(
	packageDir: string,
	count: number,
	act: (workers: readonly Worker[]) => Promise<T>,
): Promise<T> {
	const workers = Array.from({ length: count }, () => startWorker(packageDir));
	try {
		return await act(workers);
	} finally {
		await Promise.all(workers.map(async (worker) => await worker.end()));
	}
}

/**
 * Asks each worker its job `times` times. They take turns, so that whatever else the machine does meets
 * all of them alike.
 *
 * @returns per worker the results of its runs
 */
export async function inTurns<J extends Job>(
	workers: readonly Worker[],
	jobs: readonly J[],
	times: number,
): Promise<Array<Array<ResultOf<J>>>> {
	const results = jobs.map((): Array<ResultOf<J>> => []);
	for (let turn = 0; turn < times; turn++) {
		for (const [index, job] of jobs.entries()) results[index].push(await workers[index].ask(job));
	}
	return results;
}
