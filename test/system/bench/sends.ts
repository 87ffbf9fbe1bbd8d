import type { CallsJob, CallsResult, Way } from './jobs';
import { median } from './row';
import type { Row, Section } from './row';
import { onStage } from './stage';
import { inTurns, withWorkers } from './workers';

const SENDS = 1_000;
const TURNS = 3;
const MOST = 1.2;

const WAYS: readonly Way[] = ['ours', 'httpRequest', 'undici'];
const HTTP_REQUEST = 'HTTP Request, all at once';
const UNDICI = 'undici, one by one';

interface Outcome {
	/** Per way, the results of its turns. */
	readonly timed: CallsResult[][];
	/** The same of one more run, in which the memory was watched; of the two nodes only. */
	readonly watched: CallsResult[][];
}

async function measure(packageDir: string): Promise<Outcome> {
	return await onStage(SENDS, async ({ sandbox, baseUrl, credentials }) => {
		const job = { job: 'calls', call: 'message', count: SENDS, baseUrl, credentials } as const;
		const jobs = WAYS.map((way): CallsJob => ({ ...job, way }));
		const watching = jobs
			.filter(({ way }) => way !== 'undici')
			.map((one): CallsJob => ({ ...one, watchMemory: true }));
		const outcome = await withWorkers(packageDir, WAYS.length, async (workers) => {
			await inTurns(workers, jobs, 1);
			const timed = await inTurns(workers, jobs, TURNS);
			return { timed, watched: await inTurns(workers, watching, 1) };
		});
		const expected = SENDS * (WAYS.length * (1 + TURNS) + watching.length);
		const { length } = sandbox.deliveries;
		if (length !== expected) throw new Error(`${length} of ${expected} were delivered`);
		return outcome;
	});
}

/** Per way the median over its runs, per send. */
function perSend(runs: CallsResult[][], read: (result: CallsResult) => number): number[] {
	return runs.map((results) => median(results.map(read)) / SENDS);
}

/** Sends without pauses at no latency: what this package adds to a request. */
export async function sends(packageDir: string): Promise<Section> {
	const { timed, watched } = await measure(packageDir);
	const [ms, theirMs, bareMs] = perSend(timed, (result) => result.ms);
	const [cpu, theirCpu, bareCpu] = perSend(timed, (result) => result.cpuMs);
	const [held, theirHeld] = perSend(watched, (result) => result.heldBytes / 1_000);
	const rows: Row[] = [
		{
			figure: 'time per send',
			time: 'real',
			unit: 'ms',
			ours: ms,
			others: [
				{ name: HTTP_REQUEST, value: theirMs },
				{ name: UNDICI, value: bareMs },
			],
			goal: { says: `${MOST} × HTTP Request`, most: MOST * theirMs },
		},
		{
			figure: 'processor time per send',
			time: 'real',
			unit: 'ms',
			ours: cpu,
			others: [
				{ name: HTTP_REQUEST, value: theirCpu },
				{ name: UNDICI, value: bareCpu },
			],
		},
		{
			figure: 'memory held per send, at its peak',
			time: 'real',
			unit: 'kB',
			ours: held,
			others: [{ name: HTTP_REQUEST, value: theirHeld }],
		},
	];
	const heading = `${SENDS.toLocaleString('en')} sends without pause, no latency, the sandbox in another process (median of ${TURNS} runs)`;
	return { heading, rows };
}
