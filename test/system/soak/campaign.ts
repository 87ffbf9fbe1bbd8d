import { sleep } from 'n8n-workflow';

import { sandboxCredentials } from '../../../scripts/campaign/setting';
import { ACCOUNTS, startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { seededRandom } from '../../sandbox/random';
import type { SimulatedTime } from '../../support/clock';
import { DeduplicationStore, startNode } from '../../support/engine';
import type { EngineResult, NodeTypeSource } from '../../support/engine';
import { inProcess, lifeOf } from './death';
import type { Death } from './death';
import { mixIn } from './faults';
import { add, emptyVerdict, judge } from './judge';
import type { Verdict } from './judge';
import type { Plan, VendorName } from './plan';

export interface SoakTools {
	readonly time: SimulatedTime;
	/** The package as a process that has just started loads it. */
	readonly freshPackage: () => Promise<NodeTypeSource>;
	/** Share of requests that go wrong. */
	readonly faults: number;
}

/** What befalls one execution. */
export interface Fate {
	/** Its process dies at a request. */
	readonly dies?: Death;
	/** Simulated ms after which somebody presses Stop. */
	readonly stopsAfter?: number;
}

/** Where the workflow's last execution stands; one that was killed or stopped leaves nothing to retry. */
export type State = 'fresh' | 'failed' | 'done';

const SENDERS: Readonly<Record<VendorName, string>> = {
	outX: ACCOUNTS.outXAdmin,
	connectSafely: ACCOUNTS.connectSafelyDefault,
	linkupApi: ACCOUNTS.linkupMain,
};

const HOUR = 3_600_000;

/** Puts the plan's people into the sandbox. */
function settle({ vendor, people, seed, profileShape }: Plan, { world }: Sandbox): void {
	for (const [slug, relation] of Object.entries(people)) {
		const lastName = slug.replace(/\D/g, '');
		const person = world.addPerson({ firstName: 'Person', lastName, publicIdentifier: slug });
		if (relation === 'connected') world.connect(SENDERS[vendor], person);
		if (relation === 'invited') world.invite(SENDERS[vendor], person);
	}
	const random = seededRandom(seed);
	world.outX.taskDuration = () => 200 + Math.floor(random() * 3_800);
	world.outX.profileShape = profileShape;
}

/** One workflow, the sandbox it sends through, and n8n's memory of it, from its first execution to its last. */
export class Campaign {
	readonly verdict: Verdict = emptyVerdict();
	private state: State = 'fresh';
	private store = new DeduplicationStore();
	/** Every failed try of the execution at hand: Retry may be pressed on any of them. */
	private failed: EngineResult[] = [];
	private last?: EngineResult;
	/** When the execution began that is to be judged. */
	private since: number;

	private constructor(
		private readonly plan: Plan,
		private readonly tools: SoakTools,
		private readonly sandbox: Sandbox,
		private nodeTypes: NodeTypeSource,
	) {
		this.since = tools.time.now();
	}

	static async begin(plan: Plan, tools: SoakTools): Promise<Campaign> {
		const { time, faults, freshPackage } = tools;
		const sandbox = await startSandbox({ now: () => time.now(), seed: plan.seed });
		settle(plan, sandbox);
		mixIn(sandbox, faults);
		return new Campaign(plan, tools, sandbox, await freshPackage());
	}

	async close(): Promise<void> {
		await this.sandbox.close();
	}

	/** Starts the workflow by its trigger. */
	async start(fate: Fate, hours: number): Promise<State> {
		if (this.state === 'done') {
			this.judge(false);
			this.since = this.tools.time.now();
		}
		return await this.execute(this.plan.parameters, fate, hours);
	}

	/** Presses Retry on one of the failed executions, in a node that may have been edited meanwhile. */
	async retry(which: number, changes: object, fate: Fate, hours: number): Promise<State> {
		const retryOf = this.failed[which % this.failed.length];
		return await this.execute({ ...this.plan.parameters, ...changes }, fate, hours, retryOf);
	}

	/** Compares the last words with what was delivered. */
	finish(): Verdict {
		this.sandbox.assertClean();
		this.judge(true);
		return this.verdict;
	}

	private judge(isFinal: boolean): void {
		const { plan, last, sandbox, since } = this;
		if (!last) throw new Error('The campaign never came to an end');
		add(this.verdict, judge(plan, last, sandbox.deliveries, since, isFinal));
	}

	private async execute(
		parameters: Plan['parameters'],
		{ dies, stopsAfter }: Fate,
		hours: number,
		retryOf?: EngineResult,
	): Promise<State> {
		const { plan, sandbox, tools, store } = this;
		const { time } = tools;
		const life = lifeOf(dies);
		const started = startNode({
			nodeTypes: inProcess(this.nodeTypes, life),
			type: plan.type,
			parameters,
			items: [...plan.items] as never,
			credentials: sandboxCredentials(sandbox),
			onError: plan.onError,
			retryOnFail: plan.retryOnFail,
			maxTries: 3,
			waitBetweenTries: 2_000,
			deduplication: store,
			...(retryOf && { retryOf }),
		});
		if (stopsAfter !== undefined) void sleep(stopsAfter).then(() => started.cancel());
		const ended = await time.drive(Promise.race([started.result, life.end]));
		await time.drive(sleep(hours * HOUR));
		if (ended === 'killed' || ended.status === 'canceled') await this.forget();
		else await this.keep(ended);
		return this.state;
	}

	/** What the database holds is all that is left; the execution was not saved. */
	private async forget(): Promise<void> {
		this.state = 'fresh';
		this.last = undefined;
		this.failed = [];
		this.since = this.tools.time.now();
		this.store = DeduplicationStore.restore(this.store.serialise());
		this.nodeTypes = await this.tools.freshPackage();
	}

	private async keep(ended: EngineResult): Promise<void> {
		this.last = ended;
		this.state = ended.error ? 'failed' : 'done';
		if (!ended.error) return await Promise.resolve();
		this.failed.push(ended);
		this.judge(false);
	}
}
