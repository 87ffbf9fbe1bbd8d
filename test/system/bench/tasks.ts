import type { TasksJob, TasksResult } from './jobs';
import { fixedLoopReads } from './fixedLoop';
import type { Row, Section } from './row';
import { askOnce } from './workers';

interface Case {
	readonly name: string;
	readonly job: TasksJob;
	/** Reads may be this share of those of a fixed loop. */
	readonly share: number;
}

const parallel = { job: 'tasks', count: 10, taskMs: 30_000, browsers: 10 } as const;
const sequence = { job: 'tasks', count: 100, taskMs: 2_000, browsers: 1 } as const;
const IN_PARALLEL = '10 tasks of 30 s side by side';
const IN_SEQUENCE = '100 tasks of 2 s one after another';

const CASES: readonly Case[] = [
	{ name: `Message › Send, ${IN_PARALLEL}`, job: { ...parallel, how: 'send' }, share: 1 / 2 },
	{ name: `Message › Send, ${IN_SEQUENCE}`, job: { ...sequence, how: 'send' }, share: 1 / 8 },
	{ name: `Task › Wait For, ${IN_PARALLEL}`, job: { ...parallel, how: 'waitFor' }, share: 1 / 2 },
	{ name: `Task › Wait For, ${IN_SEQUENCE}`, job: { ...sequence, how: 'waitFor' }, share: 1 / 8 },
];

/** A wait may end this much after the vendor did: a share of the vendor's time, and a second. */
const LATE = { share: 1.05, seconds: 1 };

function rowsOf({ name, share }: Case, { wallMs, vendorMs, reads, tasks }: TasksResult): Row[] {
	const vendor = vendorMs / 1_000;
	const loop = fixedLoopReads(tasks);
	return [
		{
			figure: `${name}: time from start to end`,
			time: 'simulated',
			unit: 's',
			ours: wallMs / 1_000,
			others: [{ name: 'the vendor itself', value: vendor }],
			goal: {
				says: `${LATE.share} × vendor + ${LATE.seconds} s`,
				most: LATE.share * vendor + LATE.seconds,
			},
		},
		{
			figure: 'the same: looks at the tasks',
			time: 'simulated',
			unit: 'reads',
			ours: reads,
			others: [{ name: 'loop per task, every 5 s', value: loop }],
			goal: { says: `1/${1 / share} of the loop`, most: Math.floor(loop * share) },
		},
	];
}

/** OutX's tasks: how soon the end of a task is seen, and how many reads that costs. */
export async function tasks(packageDir: string): Promise<Section> {
	const rows: Row[] = [];
	for (const one of CASES) rows.push(...rowsOf(one, await askOnce(packageDir, one.job)));
	return { heading: "OutX's tasks", rows };
}
