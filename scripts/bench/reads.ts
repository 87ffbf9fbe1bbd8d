import { watchInFlight } from './inFlight';
import type { CallsJob } from './jobs';
import { median } from './row';
import type { Row, Section } from './row';
import { onStage } from './stage';
import type { Stage } from './stage';
import { withWorkers } from './workers';

const READS = 1_000;
const LATENCY_MS = 20;
const AT_ONCE = 5;
const WARM_UP = 250;
const TURNS = 3;

/**
 * The HTTP Request node rests after each batch without looking whether it was answered: only a rest of the
 * latency and a little more keeps about as few requests under way as our pool does.
 */
const RESTS_MS = { limited: LATENCY_MS + 2, shortest: 1 } as const;

interface Contestant {
	readonly name: string;
	/** Runs of which the median counts; the ones no goal speaks of need fewer. */
	readonly turns: number;
	readonly job: Pick<CallsJob, 'way' | 'batch'>;
}

const inBatches = (restMs: number, turns: number): Contestant => ({
	name: `HTTP Request, ${AT_ONCE} every ${restMs} ms`,
	turns,
	job: { way: 'httpRequest', batch: { size: AT_ONCE, restMs } },
});

const CONTESTANTS: readonly Contestant[] = [
	{ name: 'ours', turns: TURNS, job: { way: 'ours' } },
	inBatches(RESTS_MS.limited, TURNS),
	inBatches(RESTS_MS.shortest, 1),
	{ name: `undici, ${AT_ONCE} at once`, turns: 1, job: { way: 'undici' } },
];

/** The median of the seconds, and the most requests ever under way. */
interface Outcome {
	readonly name: string;
	readonly seconds: number;
	readonly most: number;
}

/** Every contestant in a process of its own, taking turns. */
async function contest(packageDir: string, { sandbox, ...stage }: Stage): Promise<Outcome[]> {
	sandbox.faults.add({ kind: 'slow', delayMs: LATENCY_MS, times: Infinity });
	const { baseUrl, credentials } = stage;
	const common = { job: 'calls', call: 'profile', baseUrl, credentials } as const;
	const runs = CONTESTANTS.map((): Array<{ ms: number; most: number }> => []);
	const inFlight = watchInFlight();
	try {
		await withWorkers(packageDir, CONTESTANTS.length, async (workers) => {
			for (let turn = 0; turn <= TURNS; turn++) {
				for (const [index, { turns, job }] of CONTESTANTS.entries()) {
					if (turn > turns) continue;
					const count = turn === 0 ? WARM_UP : READS;
					inFlight.most();
					const { ms } = await workers[index].ask({ ...common, ...job, count });
					if (turn > 0) runs[index].push({ ms, most: inFlight.most() });
				}
			}
		});
	} finally {
		inFlight.stop();
	}
	return CONTESTANTS.map(({ name }, index) => ({
		name,
		seconds: median(runs[index].map(({ ms }) => ms)) / 1_000,
		most: Math.max(...runs[index].map(({ most }) => most)),
	}));
}

/** Reads over a line with latency: what a few at a time are worth. */
export async function reads(packageDir: string): Promise<Section> {
	const [ours, ...others] = await onStage(READS, async (stage) => await contest(packageDir, stage));
	const [limited] = others;
	const rows: Row[] = [
		{
			figure: 'time for all, answers in the order of the items',
			time: 'real',
			unit: 's',
			ours: ours.seconds,
			others: others.map(({ name, seconds }) => ({ name, value: seconds })),
			goal: {
				says: `HTTP Request, ${AT_ONCE} every ${RESTS_MS.limited} ms`,
				most: limited.seconds,
			},
		},
		{
			figure: 'most requests under way at one moment',
			time: 'real',
			unit: 'requests',
			ours: ours.most,
			others: others.map(({ name, most }) => ({ name, value: most })),
			goal: { says: 'the bound of our pool', most: AT_ONCE },
		},
	];
	const heading = `${READS.toLocaleString('en')} reads at ${LATENCY_MS} ms latency (median of ${TURNS} runs where there is a goal)`;
	return { heading, rows };
}
