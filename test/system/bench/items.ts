import type { CallsJob, CallsResult } from './jobs';
import type { Row, Section } from './row';
import { onStage } from './stage';
import { withWorkers } from './workers';

const ITEMS = 10_000;
const WARM_UP = 500;

/**
 * One run. Each has a sandbox of its own: n8n closes the connection after every request, and the machine
 * takes a minute to give the port back.
 */
async function measure(
	packageDir: string,
	way: CallsJob['way'],
	watchMemory: boolean,
): Promise<CallsResult> {
	return await onStage(ITEMS, async ({ baseUrl, credentials }) => {
		const job = { job: 'calls', call: 'profile', way, baseUrl, credentials } as const;
		return await withWorkers(packageDir, 1, async ([worker]) => {
			await worker.ask({ ...job, count: WARM_UP });
			return await worker.ask({ ...job, count: ITEMS, watchMemory });
		});
	});
}

interface Outcome {
	readonly timed: CallsResult;
	/** Of a run of its own: forced collections slow what comes after them. */
	readonly watched: CallsResult;
}

async function both(packageDir: string, way: CallsJob['way']): Promise<Outcome> {
	return {
		timed: await measure(packageDir, way, false),
		watched: await measure(packageDir, way, true),
	};
}

/** A long list through a read. */
export async function items(packageDir: string): Promise<Section> {
	const ours = await both(packageDir, 'ours');
	const theirs = await both(packageDir, 'httpRequest');
	const row = (figure: string, unit: Row['unit'], perItem: (outcome: Outcome) => number): Row => {
		const others = [{ name: 'HTTP Request, all at once', value: perItem(theirs) / ITEMS }];
		return { figure, time: 'real', unit, ours: perItem(ours) / ITEMS, others };
	};
	return {
		heading: `${ITEMS.toLocaleString('en')} items through a read, no latency (one run)`,
		rows: [
			row('time per item', 'ms', ({ timed }) => timed.ms),
			row('processor time per item', 'ms', ({ timed }) => timed.cpuMs),
			row('memory held per item, at its peak', 'kB', ({ watched }) => watched.heldBytes / 1_000),
		],
	};
}
