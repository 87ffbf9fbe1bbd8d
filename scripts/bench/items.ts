import type { CallsJob, CallsResult } from './jobs';
import type { Row, Section } from './row';
import { onStage } from './stage';
import { withWorkers } from './workers';

const ITEMS = 10_000;
const WARM_UP = 500;

async function measure(packageDir: string, way: CallsJob['way']): Promise<CallsResult> {
	return await onStage(ITEMS, async ({ baseUrl, credentials }) => {
		const job = { job: 'calls', call: 'profile', way, baseUrl, credentials } as const;
		return await withWorkers(packageDir, 1, async ([worker]) => {
			await worker.ask({ ...job, count: WARM_UP });
			return await worker.ask({ ...job, count: ITEMS, watchMemory: true });
		});
	});
}

/** A long list through a read. */
export async function items(packageDir: string): Promise<Section> {
	const ours = await measure(packageDir, 'ours');
	const theirs = await measure(packageDir, 'httpRequest');
	const row = (
		figure: string,
		unit: Row['unit'],
		perItem: (result: CallsResult) => number,
	): Row => {
		const others = [{ name: 'HTTP Request, all at once', value: perItem(theirs) / ITEMS }];
		return { figure, time: 'real', unit, ours: perItem(ours) / ITEMS, others };
	};
	return {
		heading: `${ITEMS.toLocaleString('en')} items through a read, no latency (one run)`,
		rows: [
			row('time per item', 'ms', ({ ms }) => ms),
			row('processor time per item', 'ms', ({ cpuMs }) => cpuMs),
			row('memory held per item, at its peak', 'kB', ({ heldBytes }) => heldBytes / 1_000),
		],
	};
}
