import { Bench } from 'tinybench';

/** The median of what each says it took, measured so many times. A failing one fails all. */
export async function medians(
	measures: ReadonlyArray<() => Promise<number>>,
	times: number,
): Promise<number[]> {
	const bench = new Bench({ iterations: times, time: 0, warmup: false, throws: true });
	for (const [index, measure] of measures.entries()) {
		bench.add(String(index), async () => ({ overriddenDuration: await measure() }));
	}
	await bench.run();
	return bench.tasks.map(({ result }) => {
		if (!('latency' in result)) throw new Error('Nothing was measured');
		return result.latency.p50;
	});
}
