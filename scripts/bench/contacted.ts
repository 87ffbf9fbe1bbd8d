import type { ContactedJob } from './jobs';
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
	const perSend = results.map((runs) => median(runs.map(({ ms }) => ms)) / SENDS);
	const rows = CASES.map(
		({ name }, index): Row => ({
			figure: `time per send, ${name}`,
			time: 'real',
			unit: 'ms',
			ours: perSend[index],
			others: index === 0 ? [] : [{ name: CASES[0].name, value: perSend[0] }],
		}),
	);
	const heading = `Skip People Already Contacted, ${SENDS} sends, n8n's store in memory: its database comes on top (median of ${TURNS} runs)`;
	return { heading, rows };
}
