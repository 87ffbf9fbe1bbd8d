import { nextTurn, nodeProcess, performance, startTimer, stopTimer } from '../../support/node';

export interface MemoryWatch {
	/** Stops watching. */
	stop(): void;
	/** Most bytes held at one look beyond those at the start. */
	readonly heldBytes: number;
	/** What the looks themselves took, in ms: real time, and the processor's. */
	readonly took: { readonly ms: number; readonly cpuMs: number };
}

/**
 * What is really held: after a full collection, so that neither the collector's mood nor the run before
 * shows. Needs a process started with --expose-gc.
 */
function heldNow(): number {
	if (typeof gc !== 'function') throw new Error('Memory is measured with --expose-gc only');
	gc();
	const { heapUsed, external } = nodeProcess.memoryUsage();
	return heapUsed + external;
}

/** Processor time of this process since then, in ms. */
export function cpuMsSince(then: ReturnType<typeof nodeProcess.cpuUsage>): number {
	const { user, system } = nodeProcess.cpuUsage(then);
	return (user + system) / 1_000;
}

/** What a run before has left behind goes within a few turns and collections. */
async function heldAtRest(): Promise<number> {
	let least = heldNow();
	for (let turn = 0; turn < 5; turn++) {
		await nextTurn();
		least = Math.min(least, heldNow());
	}
	return least;
}

/** Looks at the memory held every `everyMs` of real time, whatever time is simulated. */
export async function watchMemory(everyMs: number): Promise<MemoryWatch> {
	const start = await heldAtRest();
	const looks: number[] = [];
	const took = { ms: 0, cpuMs: 0 };
	let timer = startTimer(look, everyMs);
	function look(): void {
		const begun = performance.now();
		const cpu = nodeProcess.cpuUsage();
		looks.push(heldNow() - start);
		took.ms += performance.now() - begun;
		took.cpuMs += cpuMsSince(cpu);
		timer = startTimer(look, everyMs);
	}
	return {
		stop: () => stopTimer(timer),
		get heldBytes() {
			if (looks.length === 0) throw new Error('Nobody looked at the memory before the end');
			return Math.max(0, ...looks);
		},
		took,
	};
}
