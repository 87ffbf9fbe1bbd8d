import type { ContactedJob, ContactedResult } from './jobs';
import { median } from './row';
import type { Row, Section } from './row';
import { onStage } from './stage';
import { inTurns, withWorkers } from './workers';

const SENDS = 100;
const KNOWN = 10_000;
const TURNS = 3;

const CASES = [
	{ name: 'off', skipContacted: false, known: 0 },
	{ name: 'on, nobody noted before', skipContacted: true, known: 0 },
	{
		name: `on, ${KNOWN.toLocaleString('en')} people noted before`,
		skipContacted: true,
		known: KNOWN,
	},
] as const;

/** What remembering whom a node has reached costs a send. */
export async function contacted(packageDir: string): Promise<Section> {
	const results = await onStage(SENDS, async ({ credentials }) => {
		const job = { job: 'contacted', count: SENDS, credentials } as const;
		const jobs = CASES.map(
			({ skipContacted, known }): ContactedJob => ({
				...job,
				skipContacted,
				known,
			}),
		);
		return await withWorkers(packageDir, jobs.length, async (workers) => {
			await inTurns(workers, jobs, 1);
			return await inTurns(workers, jobs, TURNS);
		});
	});
	const perSend = (read: (result: ContactedResult) => number): number[] =>
		results.map((runs) => median(runs.map(read)) / SENDS);
	const cpu = perSend(({ cpuMs }) => cpuMs);
	const waited = perSend(({ waitedMs }) => waitedMs / 1_000);
	const row = (
		index: number,
		about: Pick<Row, 'figure' | 'time' | 'unit'>,
		values: readonly number[],
	): Row => ({
		...about,
		ours: values[index],
		others: index === 0 ? [] : [{ name: CASES[0].name, value: values[0] }],
	});
	const rows = CASES.flatMap(({ name }, index) => [
		row(index, { figure: `${name}: processor time per send`, time: 'real', unit: 'ms' }, cpu),
		row(index, { figure: 'the same: waited per send', time: 'simulated', unit: 's' }, waited),
	]);
	const heading = `Skip People Already Contacted, ${SENDS} sends without pause, n8n's store in memory: its database comes on top (median of ${TURNS} runs)`;
	return { heading, rows };
}
