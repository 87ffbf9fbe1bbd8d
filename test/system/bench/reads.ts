import { watchInFlight } from './inFlight';
import type { CallsJob } from './jobs';
import { median } from './row';
import type { Row, Section } from './row';
import { onStage } from './stage';
import type { Stage } from './stage';
import { withWorkers } from './workers';
import type { Worker } from './workers';

const READS = 1_000;
const WARM_UP = 250;
const LATENCY_MS = 20;
const AT_ONCE = 5;
const TURNS = 3;

/**
 * The HTTP Request node rests after each batch without looking whether it was answered. To bound what is
 * under way as our pool does, it needs a rest that is long enough; this is what is tried, shortest first.
 */
const RESTS_MS = [22, 26, 30, 40, 60, 100] as const;

/** The shortest rest the node takes. */
const LEAST_REST_MS = 1;

type How = Pick<CallsJob, 'way' | 'batch'>;

interface Run {
	readonly ms: number;
	/** Most requests under way at one moment, as the sandbox saw it. */
	readonly most: number;
}

/** Makes so many reads in that process. */
type Measure = (worker: Worker, how: How, count: number) => Promise<Run>;

const inBatches = (restMs: number): How => ({
	way: 'httpRequest',
	batch: { size: AT_ONCE, restMs },
});

/** The shortest rest with which the HTTP Request node has no more under way than our pool. */
async function boundingRest(worker: Worker, measure: Measure): Promise<number> {
	for (const restMs of RESTS_MS) {
		const { most } = await measure(worker, inBatches(restMs), READS);
		if (most <= AT_ONCE) return restMs;
	}
	return RESTS_MS[RESTS_MS.length - 1];
}

interface Outcome {
	readonly name: string;
	/** The median of the runs. */
	readonly seconds: number;
	/** The most of any run. */
	readonly most: number;
}

/** Each in a process of its own, taking turns; those no goal speaks of take one. */
async function contest(workers: readonly Worker[], measure: Measure): Promise<Outcome[]> {
	const hows: readonly How[] = [
		{ way: 'ours' },
		{ way: 'httpRequest' },
		inBatches(LEAST_REST_MS),
		{ way: 'undici' },
	];
	for (const [index, how] of hows.entries()) await measure(workers[index], how, WARM_UP);
	const restMs = await boundingRest(workers[1], measure);
	const contestants = [
		{ name: 'ours', how: hows[0], turns: TURNS },
		{ name: `HTTP Request, ${AT_ONCE} every ${restMs} ms`, how: inBatches(restMs), turns: TURNS },
		{ name: `HTTP Request, ${AT_ONCE} every ${LEAST_REST_MS} ms`, how: hows[2], turns: 1 },
		{ name: `undici, ${AT_ONCE} at once`, how: hows[3], turns: 1 },
	];
	const runs = contestants.map((): Run[] => []);
	for (let turn = 0; turn < TURNS; turn++) {
		for (const [index, { how, turns }] of contestants.entries()) {
			if (turn < turns) runs[index].push(await measure(workers[index], how, READS));
		}
	}
	return contestants.map(({ name }, index) => ({
		name,
		seconds: median(runs[index].map(({ ms }) => ms)) / 1_000,
		most: Math.max(...runs[index].map(({ most }) => most)),
	}));
}

async function outcomes(packageDir: string, stage: Stage): Promise<Outcome[]> {
	const { sandbox, baseUrl, credentials } = stage;
	sandbox.faults.add({ kind: 'slow', delayMs: LATENCY_MS, times: Infinity });
	const inFlight = watchInFlight();
	const measure: Measure = async (worker, how, count) => {
		inFlight.most();
		const job = { job: 'calls', call: 'profile', ...how, count, baseUrl, credentials } as const;
		const { ms } = await worker.ask(job);
		return { ms, most: inFlight.most() };
	};
	try {
		return await withWorkers(packageDir, 4, async (workers) => await contest(workers, measure));
	} finally {
		inFlight.stop();
	}
}

/** Reads over a line with latency: what a few at a time are worth. */
export async function reads(packageDir: string): Promise<Section> {
	const [ours, ...others] = await onStage(
		READS,
		async (stage) => await outcomes(packageDir, stage),
	);
	const [bounded] = others;
	const rows: Row[] = [
		{
			figure: 'time for all, answers in the order of the items',
			time: 'real',
			unit: 's',
			ours: ours.seconds,
			others: others.map(({ name, seconds }) => ({ name, value: seconds })),
			goal: {
				says: `HTTP Request with the shortest rest that kept ${AT_ONCE} under way in a trial`,
				most: bounded.seconds,
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
