import type { IDataObject } from 'n8n-workflow';

import { ConnectSafelyAiApi } from '../../../credentials/ConnectSafelyAiApi.credentials';
import { LinkupAccountApi } from '../../../credentials/LinkupAccountApi.credentials';
import { LinkupLoginTokenApi } from '../../../credentials/LinkupLoginTokenApi.credentials';
import { OutXApi } from '../../../credentials/OutXApi.credentials';
import { ConnectSafely } from '../../../nodes/ConnectSafely/ConnectSafely.node';
import { LinkupApi } from '../../../nodes/LinkupApi/LinkupApi.node';
import { OutX } from '../../../nodes/OutX/OutX.node';
import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../sandbox';
import { simulatedTime } from '../../support/clock';
import type { SimulatedTime } from '../../support/clock';
import { fromClasses, startNode } from '../../support/engine';
import type { EngineResult, NodeOptions, StartedWorkflow } from '../../support/engine';

const PACKAGE = 'n8n-nodes-linkedin-outreach';

export const nodeTypes = fromClasses(
	{
		[`${PACKAGE}.outX`]: OutX,
		[`${PACKAGE}.connectSafely`]: ConnectSafely,
		[`${PACKAGE}.linkupApi`]: LinkupApi,
	},
	[OutXApi, ConnectSafelyAiApi, LinkupLoginTokenApi, LinkupAccountApi],
);

/** Where every test's clock starts: a Monday noon, far from the resets of quotas. */
export const START = '2026-11-23T12:00:00.000Z';

export interface RunSpec extends Partial<Omit<NodeOptions, 'type' | 'parameters' | 'items'>> {
	/** The node's name without the package's. */
	node: 'outX' | 'connectSafely' | 'linkupApi';
	parameters: IDataObject;
	/** One empty item unless given. */
	items?: IDataObject[];
}

export interface Fixture {
	readonly sandbox: Sandbox;
	readonly time: SimulatedTime;
	/** Working credential data by type. */
	readonly credentials: Record<string, IDataObject>;
	/** Runs one node to its end, in simulated time. */
	run(spec: RunSpec): Promise<EngineResult>;
	/** Starts one node; the test drives the clock. */
	start(spec: RunSpec): StartedWorkflow;
}

/**
 * A sandbox, a clock and n8n's engine for a file of tests. Each test starts with the seeded world, and a
 * request that broke a vendor's contract fails the test that made it.
 */
export function useFixture(): Fixture {
	let sandbox: Sandbox;
	let time: SimulatedTime;

	beforeAll(async () => {
		sandbox = await startSandbox({ now: () => Date.now() });
	});
	beforeEach(() => {
		time = simulatedTime({ now: START });
		sandbox.reset();
	});
	afterEach(() => {
		time.restore();
		sandbox.assertClean();
	});
	afterAll(async () => await sandbox.close());

	const credentials = (): Fixture['credentials'] => {
		const { keys, baseUrls } = sandbox;
		const linkup = { apiKey: keys.linkupApi, baseUrl: baseUrls.linkupApi };
		return {
			outXApi: { apiKey: keys.outX, baseUrl: baseUrls.outX },
			connectSafelyAiApi: { apiKey: keys.connectSafely, baseUrl: baseUrls.connectSafely },
			linkupLoginTokenApi: { ...linkup, loginToken: keys.loginToken, country: 'FR' },
			linkupAccountApi: linkup,
		};
	};

	const start = (spec: RunSpec): StartedWorkflow => {
		const { node, items = [{}], ...rest } = spec;
		return startNode({
			nodeTypes,
			credentials: credentials() as NodeOptions['credentials'],
			...rest,
			type: `${PACKAGE}.${node}`,
			items,
		});
	};

	return {
		get sandbox() {
			return sandbox;
		},
		get time() {
			return time;
		},
		get credentials() {
			return credentials();
		},
		start,
		run: async (spec) => await time.drive(start(spec).result),
	};
}

/** A `recipient` parameter as the editor saves it. */
export function locator(value: string, mode: 'url' | 'id' | 'urn' | 'list' = 'url'): IDataObject {
	return { __rl: true, mode, value };
}

/** The error a stopped node shows: what an operator reads, and what a workflow branches on. */
export function shownError(result: EngineResult): {
	message: string;
	description: string;
	itemIndex?: number;
	details: IDataObject;
} {
	const error = result.error as unknown as {
		message: string;
		description: string;
		context: IDataObject;
	};
	return {
		message: error.message,
		description: error.description,
		itemIndex: error.context.itemIndex as number | undefined,
		details: error.context.details as IDataObject,
	};
}
