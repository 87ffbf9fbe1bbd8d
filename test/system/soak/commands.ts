import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Campaign, Fate, State } from './campaign';

/** What the operator knows of the workflow. */
export interface Model {
	state: State;
	/** Whether it was run again after all was done; once is enough. */
	isRepeated: boolean;
}

type Step = fc.AsyncCommand<Model, Campaign>;

const hours = fc.integer({ min: 1, max: 26 });

const fates: fc.Arbitrary<Fate> = fc.oneof(
	{ weight: 6, arbitrary: fc.constant({}) },
	{
		weight: 3,
		arbitrary: fc.record({
			dies: fc.record({
				request: fc.integer({ min: 1, max: 80 }),
				when: fc.constantFrom('before' as const, 'after' as const),
			}),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ stopsAfter: fc.integer({ min: 1_000, max: 120_000 }) }) },
);

/** What an operator mends before a retry: the recipient's column or mode, and the text. */
const changes: fc.Arbitrary<IDataObject> = fc
	.tuple(
		fc.constantFrom('url', 'id'),
		fc.constantFrom('={{ $json.profile }}', '={{ $json.other }}'),
		fc.constantFrom({}, { message: 'Hello (edited)', note: 'A campaign (edited)' }),
	)
	.map(([mode, value, texts]) => ({ recipient: { __rl: true, mode, value }, ...texts }));

/** The trigger fires. */
const starts = fc.tuple(fates, hours).map(
	([fate, time]): Step => ({
		check: ({ state }) => state === 'fresh',
		async run(model, campaign) {
			model.state = await campaign.start(fate, time);
		},
		toString: () => `start ${fc.stringify(fate)}`,
	}),
);

/** The same list goes in once more. */
const repeats = hours.map(
	(time): Step => ({
		check: ({ state, isRepeated }) => state === 'done' && !isRepeated,
		async run(model, campaign) {
			model.isRepeated = true;
			model.state = await campaign.start({}, time);
		},
		toString: () => 'start again',
	}),
);

const retries = fc
	.tuple(
		fc.nat(5),
		fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 2, arbitrary: changes }),
		fates,
		hours,
	)
	.map(
		([which, edits, fate, time]): Step => ({
			check: ({ state }) => state === 'failed',
			async run(model, campaign) {
				model.state = await campaign.retry(which, edits, fate, time);
			},
			toString: () => `retry ${which} ${fc.stringify(edits)} ${fc.stringify(fate)}`,
		}),
	);

/** What an operator and fate do with a workflow, in any order; what makes no sense at its moment is left out. */
export const commands = fc.commands([starts, retries, repeats], { maxCommands: 8, size: 'max' });

/** Times a failed execution is retried at the end, and a killed one started anew. */
const MOST_RUNS = 6;

/** Carries them out, and goes on until the workflow is done, or fails for good. */
export async function carryOut(campaign: Campaign, steps: Iterable<Step>): Promise<void> {
	const model: Model = { state: 'fresh', isRepeated: false };
	await fc.asyncModelRun(() => ({ model, real: campaign }), steps);
	for (let runs = 0; model.state !== 'done' && runs < MOST_RUNS; runs++) {
		model.state =
			model.state === 'fresh' ? await campaign.start({}, 1) : await campaign.retry(runs, {}, {}, 1);
	}
}
