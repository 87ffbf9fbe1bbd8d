import type { IDataObject, INode, IPollFunctions } from 'n8n-workflow';

import { Failure } from '../../../../nodes/shared/failures/failure';
import type { RunTools, Vendor } from '../../../../nodes/shared/operation/types';
import { runPoll } from '../../../../nodes/shared/trigger/run';
import type { Poll } from '../../../../nodes/shared/trigger/run';

const KEY = 'key-of-the-operator';
const node: INode = {
	id: '1',
	name: 'Trigger',
	type: 'package.vendorTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const vendor: Vendor<RunTools> = {
	name: 'vendor',
	dialect: { label: 'Vendor', rules: [], complaint: () => undefined },
	credentialType: () => 'vendorApi',
	connect: (tools) => tools,
	secretFields: ['apiKey'],
	operations: [],
};

/** As much of n8n as a poll asks for, with its state. */
function contextOf(mode: 'trigger' | 'manual' = 'trigger', state: IDataObject = {}) {
	const global: IDataObject = {};
	const warnings: string[] = [];
	const context = {
		getNode: () => node,
		getMode: () => mode,
		getNodeParameter: () => '',
		getCredentials: async () =>
			await Promise.resolve({ apiKey: KEY, baseUrl: 'https://vendor.example' }),
		getWorkflowStaticData: (type: string): unknown => (type === 'node' ? state : global),
		logger: { warn: (message: string) => warnings.push(message) },
	};
	return { context: context as unknown as IPollFunctions, state, global, warnings };
}

const run = async (
	work: (poll: Poll<RunTools>) => Promise<IDataObject[]>,
	{ context } = contextOf(),
) => await runPoll(context, vendor, work as never);

describe('a poll of a trigger', () => {
	it('gives one item per record, and null for none', async () => {
		expect(await run(async () => await Promise.resolve([{ id: 1 }, { id: 2 }]))).toEqual([
			[{ json: { id: 1 } }, { json: { id: 2 } }],
		]);
		expect(await run(async () => await Promise.resolve([]))).toBeNull();
	});

	it('leaves nothing going on behind it, however it ends', async () => {
		const signals: Array<AbortSignal | undefined> = [];
		await run(async ({ api }) => {
			signals.push(api.signal);
			expect(api.signal?.aborted).toBe(false);
			return await Promise.resolve([]);
		});
		const failing = run(async ({ api }) => {
			signals.push(api.signal);
			return await Promise.reject(new TypeError('bug'));
		});
		await expect(failing).rejects.toMatchObject({ name: 'NodeOperationError' });
		expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
	});

	it('remembers in the state of the node what it is told to, and forgets it', async () => {
		const at = contextOf('trigger', { state: { old: true } });
		await run(async ({ memory }) => {
			expect(memory.get()).toEqual({ old: true });
			memory.set({ now: 1 });
			return await Promise.resolve([]);
		}, at);
		expect(at.state).toEqual({ state: { now: 1 } });
		await run(async ({ memory }) => {
			memory.set(undefined);
			return await Promise.resolve([]);
		}, at);
		expect(JSON.stringify(at.state)).toBe('{}');
	});

	it.each([null, 'x', 7, []])(
		'remembers elsewhere where n8n has %j in the place of the state of the node',
		async (damaged) => {
			const at = contextOf('trigger', damaged as never);
			await run(async ({ memory }) => {
				expect(memory.get()).toBeUndefined();
				memory.set({ now: 1 });
				return await Promise.resolve([]);
			}, at);
			expect(at.global).toEqual({ 'state of 1': { now: 1 } });
			await run(async ({ memory }) => {
				expect(memory.get()).toEqual({ now: 1 });
				return await Promise.resolve([]);
			}, at);
		},
	);

	it('says once in the log that what it remembers is damaged', async () => {
		const at = contextOf();
		await run(async ({ memory }) => {
			memory.damaged?.();
			memory.damaged?.();
			return await Promise.resolve([]);
		}, at);
		expect(at.warnings).toEqual([
			'Trigger: What this trigger remembers is damaged or of another version, so it starts afresh: what is there now starts no workflow, what comes from now on does.',
		]);
	});

	it('tells a test event from a poll', async () => {
		const modes: boolean[] = [];
		for (const mode of ['trigger', 'manual'] as const) {
			await run(async ({ isSample }) => {
				modes.push(isSample);
				return await Promise.resolve([]);
			}, contextOf(mode));
		}
		expect(modes).toEqual([false, true]);
	});

	it('shows a failure in the words of a trigger, and tells n8n how long to wait', async () => {
		const failure = new Failure({
			reason: 'taskFailed',
			outcome: 'notSent',
			what: 'It did not work',
			next: 'Look around and run the item again.',
			retryAfterMs: 5_000,
		});
		await expect(run(async () => await Promise.reject(failure))).rejects.toMatchObject({
			message: 'It did not work',
			description: 'Look around and see that the workflow is active.',
			failure: { cause: 'temporarily-unavailable', retryAfterMs: 5_000 },
		});
	});

	it('names an account without holding its key', async () => {
		await run(async ({ accountScope }) => {
			expect(accountScope).toMatch(/^[\w-]{22}$/);
			return await Promise.resolve([]);
		});
	});
});
