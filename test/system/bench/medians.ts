import { Bench } from 'tinybench';

import { median } from './row';

/**
 * The median of what each says it took, measured so many times. They take turns, so that whatever else the
 * machine does meets all of them alike. A failing one fails all.
 */
export async function medians(
	measures: ReadonlyArray<() => Promise<number>>,
	times: number,
): Promise<number[]> {
	const turns: number[][] = [];
	for (let turn = 0; turn < times; turn++) {
		const bench = new Bench({ iterations: 1, time: 0, warmup: false, throws: true });
		for (const [index, measure] of measures.entries()) {
			bench.add(String(index), async () => ({ overriddenDuration: await measure() }));
		}
		await bench.run();
		turns.push(bench.tasks.map(latencyOf));
	}
	return measures.map((_, index) => median(turns.map((turn) => turn[index])));
}

function latencyOf({ result }: Bench['tasks'][number]): number {
	if ('latency' in result) return result.latency.mean;
	throw new Error('Nothing was measured');
}
