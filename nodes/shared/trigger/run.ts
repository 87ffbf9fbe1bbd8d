import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { invalidInput, passOn } from '../failures/failure';
import { isObject } from '../json/json';
import type { JsonObject } from '../json/types';
import type { Vendor } from '../operation/types';
import { clock, connect } from '../n8n/connect';
import { toNodeError } from '../n8n/errors';
import { asFailure } from '../failures/unexpected';
import type { Deadline } from './deadline';
import { startDeadline } from './deadline';
import { forTrigger } from './failures';
import type { Memory } from './memory';

/** n8n before 2.38 names no budget (n8n, `executionTimeout` of polls). */
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
	/** Says in n8n's log what is worth knowing, and no reason to fail. */
	readonly tell: (sentence: string) => void;
}

const DAMAGED =
	'What this trigger remembers is damaged or of another version, so it starts afresh: what is there now starts no workflow, what comes from now on does.';

const noFiles = async (): Promise<never> => {
	throw invalidInput('A trigger has no files', 'Nothing to do.');
};

/** Where the node's state is kept: an object, also where n8n's static data of the node was damaged. */
function slotOf(context: IPollFunctions): { data: Record<string, unknown>; key: string } {
	const own: unknown = context.getWorkflowStaticData('node');
	if (isObject(own)) return { data: own, key: 'state' };
	return { data: context.getWorkflowStaticData('global'), key: `state of ${context.getNode().id}` };
}

function memoryOf(context: IPollFunctions, tell: (sentence: string) => void): Memory {
	const { data, key } = slotOf(context);
	return {
		get: () => data[key],
		set: (state) => {
			data[key] = state;
		},
		damaged: () => tell(DAMAGED),
	};
}

/** Says something in n8n's log, once: a poll has no hints. */
function tellerOf(context: IPollFunctions): (sentence: string) => void {
	const told = new Set<string>();
	return (sentence) => {
		if (told.has(sentence)) return;
		told.add(sentence);
		context.logger?.warn(`${context.getNode().name}: ${sentence}`);
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
		const tell = tellerOf(context);
		const memory = memoryOf(context, tell);
		const records = await work({ api, accountScope, deadline, memory, now, isSample, tell });
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
