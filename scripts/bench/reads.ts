import { watchInFlight } from './inFlight';
import type { CallsJob } from './jobs';
import { median } from './row';
import type { Row, Section } from './row';
import { onStage } from './stage';
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
	readonly job: Pick<CallsJob, 'way' | 'batch'>;
}

const batch = (restMs: number) => ({ size: AT_ONCE, restMs });

const CONTESTANTS: readonly Contestant[] = [
	{ name: 'ours', job: { way: 'ours' } },
	{
		name: `HTTP Request, ${AT_ONCE} every ${RESTS_MS.limited} ms`,
		job: { way: 'httpRequest', batch: batch(RESTS_MS.limited) },
	},
	{
		name: `HTTP Request, ${AT_ONCE} every ${RESTS_MS.shortest} ms`,
		job: { way: 'httpRequest', batch: batch(RESTS_MS.shortest) },
	},
	{ name: `undici, ${AT_ONCE} at once`, job: { way: 'undici' } },
];

/** The median of the seconds, and the most requests ever under way. */
interface Outcome {
	readonly name: string;
	readonly seconds: number;
	readonly most: number;
}

async function contest(packageDir: string): Promise<Outcome[]> {
	const inFlight = watchInFlight();
	try {
		return await onStage(READS, async ({ sandbox, baseUrl, credentials }) => {
			sandbox.faults.add({ kind: 'slow', delayMs: LATENCY_MS, times: Infinity });
			const job = { job: 'calls', call: 'profile', count: READS, baseUrl, credentials } as const;
			const outcomes: Outcome[] = [];
			for (const { name, job: own } of CONTESTANTS) {
				const runs = await withWorkers(packageDir, 1, async ([worker]) => {
					await worker.ask({ ...job, ...own, count: WARM_UP });
					const seen: Array<{ ms: number; most: number }> = [];
					for (let turn = 0; turn < TURNS; turn++) {
						inFlight.most();
						const { ms } = await worker.ask({ ...job, ...own });
						seen.push({ ms, most: inFlight.most() });
					}
					return seen;
				});
				const seconds = median(runs.map(({ ms }) => ms)) / 1_000;
				outcomes.push({ name, seconds, most: Math.max(...runs.map(({ most }) => most)) });
			}
			return outcomes;
		});
	} finally {
		inFlight.stop();
	}
}

/** Reads over a line with latency: what a few at a time are worth. */
export async function reads(packageDir: string): Promise<Section> {
	const [ours, ...others] = await contest(packageDir);
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
	const heading = `${READS.toLocaleString('en')} reads at ${LATENCY_MS} ms latency (median of ${TURNS} runs)`;
	return { heading, rows };
}
