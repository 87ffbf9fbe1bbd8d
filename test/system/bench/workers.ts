import { path, root } from '../../support/node';
import { startChild } from '../support/child';
import type { Job, ResultOf } from './jobs';

/** A process of its own, so that no measurement disturbs another. */
export interface Worker {
	ask<J extends Job>(job: J): Promise<ResultOf<J>>;
	end(): Promise<void>;
}

/** Starts a process that measures with the built package in that directory. */
function startWorker(packageDir: string): Worker {
	const { ask, end } = startChild(path.resolve(root, 'test', 'system', 'bench', 'child.ts'), {
		args: [packageDir],
		// Code that is thrown away by a collection would hide what was added.
		nodeOptions: ['--expose-gc', '--no-flush-bytecode', '--import', 'tsx'],
	});
	return { ask: async <J extends Job>(job: J) => await ask<ResultOf<J>>(job), end };
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
