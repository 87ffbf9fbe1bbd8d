import { sleep } from 'n8n-workflow';

import { startSandbox } from '../../test/sandbox';
import type { SimulatedTime } from '../../test/support/clock';
import { DeduplicationStore, startNode } from '../../test/support/engine';
import type { EngineResult, NodeOptions, NodeTypeSource } from '../../test/support/engine';
import { sandboxCredentials } from '../campaign/setting';
import { inProcess, lifeOf } from './death';
import { mixIn } from './faults';
import { add, emptyVerdict, judge } from './judge';
import type { Verdict } from './judge';
import { drawPlan, edited } from './plan';
import { Draw } from './random';

export interface SoakTools {
	readonly time: SimulatedTime;
	/** The package as a process that has just started loads it. */
	readonly freshPackage: () => Promise<NodeTypeSource>;
	/** Share of requests that go wrong. */
	readonly faults: number;
}

/** Times a failed execution is retried by hand, and a killed one started anew. */
const MOST_RUNS = 6;

/**
 * One seeded campaign from its first execution to its last: runs, dies and is started again, fails and is
 * retried, and is judged by what the sandbox delivered.
 */
export async function runCampaign(
	number: number,
	seed: number,
	tools: SoakTools,
): Promise<Verdict> {
	const { time } = tools;
	const draw = new Draw(seed * 100_003 + number);
	const sandbox = await startSandbox({ now: () => time.now(), seed: draw.whole(1, 1e9) });
	const total = emptyVerdict();
	try {
		const plan = drawPlan(number, draw, sandbox);
		mixIn(sandbox, tools.faults);
		let store = new DeduplicationStore();
		let nodeTypes = await tools.freshPackage();
		let killAt = plan.killAt;
		let { stopAfter } = plan;
		let result: EngineResult | undefined;
		/** Every failed try of the execution at hand: Retry may be pressed on any of them. */
		let failed: EngineResult[] = [];
		let since = time.now();
		for (let runs = 1; runs <= MOST_RUNS; runs++) {
			const life = lifeOf(killAt);
			const retryOf = failed.length > 0 ? draw.pick(failed) : undefined;
			const spec: NodeOptions = {
				nodeTypes: inProcess(nodeTypes, life),
				type: plan.type,
				parameters: retryOf && plan.edits ? edited(plan.parameters, draw) : plan.parameters,
				items: plan.items,
				credentials: sandboxCredentials(sandbox),
				onError: plan.onError,
				retryOnFail: plan.retryOnFail,
				maxTries: 3,
				waitBetweenTries: 2_000,
				deduplication: store,
				...(retryOf && { retryOf }),
			};
			const started = startNode(spec);
			if (stopAfter !== undefined) void sleep(stopAfter).then(() => started.cancel());
			const ended = await time.drive(Promise.race([started.result, life.end]));
			await pass(time, draw.whole(1, 26) * 3_600_000);
			if (ended === 'killed' || ended.status === 'canceled') {
				// What the database holds is all that is left; the execution was not saved.
				killAt = undefined;
				stopAfter = undefined;
				result = undefined;
				failed = [];
				since = time.now();
				store = DeduplicationStore.restore(store.serialise());
				nodeTypes = await tools.freshPackage();
				continue;
			}
			result = ended;
			if (!result.error) break;
			failed.push(result);
			add(total, judge(plan, result, sandbox.deliveries, since, false));
		}
		if (!result) throw new Error(`${plan.name} never came to an end`);
		sandbox.assertClean();
		if (plan.runsAgain && !result.error) {
			add(total, judge(plan, result, sandbox.deliveries, since, false));
			since = time.now();
			result = await time.drive(
				startNode({
					nodeTypes,
					type: plan.type,
					parameters: plan.parameters,
					items: plan.items,
					credentials: sandboxCredentials(sandbox),
					onError: plan.onError,
					deduplication: store,
				}).result,
			);
		}
		add(total, judge(plan, result, sandbox.deliveries, since, true));
		return total;
	} finally {
		await sandbox.close();
	}
}

/** Lets simulated time pass, and whatever is due in it happen. */
async function pass(time: SimulatedTime, ms: number): Promise<void> {
	await time.drive(sleep(ms));
}
