import type { CallsJob, CallsResult } from './jobs';
import type { Row, Section } from './row';
import { onStage } from './stage';
import { withWorkers } from './workers';

const ITEMS = 10_000;
const WARM_UP = 500;

interface Outcome {
	readonly timed: CallsResult;
	/** Of a run in which the memory was watched: the forced collections slow what comes after them. */
	readonly watched: CallsResult;
}

async function measure(packageDir: string, way: CallsJob['way']): Promise<Outcome> {
	return await onStage(ITEMS, async ({ baseUrl, credentials }) => {
		const job = { job: 'calls', call: 'profile', way, baseUrl, credentials } as const;
		return await withWorkers(packageDir, 1, async ([worker]) => {
			await worker.ask({ ...job, count: WARM_UP });
			const watched = await worker.ask({ ...job, count: ITEMS, watchMemory: true });
			return { watched, timed: await worker.ask({ ...job, count: ITEMS }) };
		});
	});
}

/** A long list through a read. */
export async function items(packageDir: string): Promise<Section> {
	const ours = await measure(packageDir, 'ours');
	const theirs = await measure(packageDir, 'httpRequest');
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
