import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { invalidInput, passOn } from '../errors/failure';
import type { JsonObject } from '../http/types';
import type { Vendor } from '../operation/types';
import { clock, connect } from '../run/connect';
import { toNodeError } from '../run/nodeErrors';
import { asFailure } from '../run/parameters';
import type { Deadline } from './deadline';
import { startDeadline } from './deadline';
import { forTrigger } from './failures';
import type { Memory } from './memory';

/** n8n before 2.38 names no budget (rules.md §2.6). */
const DEFAULT_BUDGET_MS = 30_000;

/** What one poll of a trigger works with. */
export interface Poll<Api> {
	readonly api: Api;
	/** Tells accounts apart without holding a key. */
	readonly accountScope: string;
	readonly deadline: Deadline;
	readonly memory: Memory;
	/** When the poll began, in ms since 1970. */
	readonly now: number;
	/** 'Fetch Test Event': a few of the newest records, and the memory as it was. */
	readonly isSample: boolean;
}

const noFiles = async (): Promise<never> => {
	throw invalidInput('A trigger has no files', 'Nothing to do.');
};

function memoryOf(context: IPollFunctions): Memory {
	const data = context.getWorkflowStaticData('node');
	return {
		get: () => data.state,
		set: (state) => {
			data.state = state as typeof data;
		},
	};
}

/**
 * Runs one poll of a vendor's trigger: what every trigger class of this package calls.
 *
 * @param work gives the records to emit, oldest first; throws `Failure`
 * @returns one item per record; null without any, as n8n wants it
 */
export async function runPoll<Api>(
	context: IPollFunctions,
	vendor: Vendor<Api>,
	work: (poll: Poll<Api>) => Promise<JsonObject[]>,
): Promise<INodeExecutionData[][] | null> {
	const credentialType = vendor.credentialType((name) => context.getNodeParameter(name, ''));
	const credential = await context.getCredentials(credentialType);
	const isSample = context.getMode() === 'manual';
	const now = clock.now();
	const deadline = startDeadline(context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS, clock);
	try {
		const { api, accountScope } = connect(
			context,
			vendor,
			credentialType,
			credential,
			deadline.signal,
			noFiles,
		);
		const memory = memoryOf(context);
		const records = await work({ api, accountScope, deadline, memory, now, isSample });
		return records.length === 0 ? null : [records.map((json) => ({ json }))];
	} catch (error) {
		const failure = forTrigger(asFailure(error), isSample);
		const shown = toNodeError(context.getNode(), failure, vendor.dialect.label);
		const { retryAfterMs } = failure.facts;
		if (retryAfterMs !== undefined) {
			shown.failure ??= { cause: 'temporarily-unavailable', retryAfterMs };
		}
		throw passOn(shown);
	} finally {
		deadline.end();
	}
}
