import type { RememberingJob, RememberingResult } from './jobs';
import { median } from './row';
import type { Row, Section } from './row';
import { onStage } from './stage';
import { inTurns, withWorkers } from './workers';

const SENDS = 100;
const TURNS = 3;
const CAP = 200;

interface Case extends Pick<RememberingJob, 'sendAgain' | 'known' | 'fullDay'> {
	readonly name: string;
}

const CASES: readonly Case[] = [
	{ name: 'Send Again on, nobody remembered', sendAgain: true, known: 0 },
	{ name: 'the defaults, nobody remembered', sendAgain: false, known: 0 },
	{ name: 'the defaults, 10,000 people remembered', sendAgain: false, known: 10_000 },
	{ name: 'the defaults, memory full (33,000 people)', sendAgain: false, known: 33_000 },
	{
		name: `a full day of ${CAP}, 16,000 people remembered`,
		sendAgain: false,
		known: 16_000,
		fullDay: CAP,
	},
];

/** What it costs a send that the node remembers whom it reached, and a run that the day is full. */
export async function remembering(packageDir: string): Promise<Section> {
	const results = await onStage(SENDS, async ({ credentials }) => {
		const jobs = CASES.map(
			({ sendAgain, known, fullDay }): RememberingJob => ({
				...{ job: 'remembering', credentials, sendAgain, known, fullDay },
				count: fullDay === undefined ? SENDS : 1,
			}),
		);
		return await withWorkers(packageDir, jobs.length, async (workers) => {
			await inTurns(workers, jobs, 1);
			return await inTurns(workers, jobs, TURNS);
		});
	});
	const perItem = (read: (result: RememberingResult) => number): number[] =>
		results.map(
			(runs, index) => median(runs.map(read)) / (CASES[index].fullDay === undefined ? SENDS : 1),
		);
	const cpu = perItem(({ cpuMs }) => cpuMs);
	const waited = perItem(({ waitedMs }) => waitedMs / 1_000);
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
		row(index, { figure: `${name}: processor time per item`, time: 'real', unit: 'ms' }, cpu),
		row(index, { figure: 'the same: waited per item', time: 'simulated', unit: 's' }, waited),
	]);
	const heading = `What the node remembers, ${SENDS} sends without pause, n8n's store in memory: its database comes on top (median of ${TURNS} runs)`;
	return { heading, rows };
}
