import type { IDataObject } from 'n8n-workflow';

import { fs } from '../../support/node';
import type { Cluster } from './cluster';
import type { Stored } from './database';
import { readFlatted } from '../support/flatted';
import { pause } from './pause';
import { VENDORS } from './workflow';
import type { Contact } from './workflow';

/** One execution, as n8n's own data tell it. */
export interface Execution {
	readonly id: string;
	readonly status: string;
	readonly retryOf?: string;
	/** Names of the workers that began it, by their logs. */
	readonly workers: readonly string[];
	readonly contact?: Contact;
	/** `outcome`, or `reason` where there is one. */
	readonly ended?: string;
	/** The vendor node's whole output. */
	readonly output?: IDataObject;
	/** What stopped the execution. */
	readonly error?: string;
}

interface Data {
	readonly resultData?: {
		readonly error?: { readonly message?: string };
		readonly runData?: Record<
			string,
			ReadonlyArray<{ data?: { main?: Array<Array<{ json: IDataObject }> | null> } }>
		>;
	};
	/** Until a node has run, what came in is here. */
	readonly executionData?: {
		readonly nodeExecutionStack?: ReadonlyArray<{
			data?: { main?: Array<Array<{ json: IDataObject }> | null> };
		}>;
	};
}

const OVER = new Set(['success', 'error', 'crashed', 'canceled']);
const LOOK_EVERY = 500;

/** Who began which execution: worker names by execution id. */
function begunBy({ workers }: Cluster): Map<string, string[]> {
	const by = new Map<string, string[]>();
	for (const { name, log } of workers) {
		const text = fs.readFileSync(log, 'utf8');
		for (const [, id] of text.matchAll(/Worker started execution (\d+)/g)) {
			by.set(id, [...(by.get(id) ?? []), name]);
		}
	}
	return by;
}

function endOf(output: IDataObject | undefined): string | undefined {
	const details = output?.details as IDataObject | undefined;
	const told = details?.reason ?? output?.reason ?? output?.outcome;
	return typeof told === 'string' ? told : undefined;
}

async function read(
	{ rest }: Cluster,
	stored: Stored,
	workers: readonly string[],
): Promise<Execution> {
	const { id, status, retryOf } = stored;
	const { data } = await rest.get<{ data: string }>(`/executions/${id}`);
	const { resultData, executionData } = (readFlatted(data) ?? {}) as Data;
	const first = (name: string): IDataObject | undefined =>
		resultData?.runData?.[name]?.at(-1)?.data?.main?.[0]?.[0]?.json;
	const waiting = executionData?.nodeExecutionStack?.[0]?.data?.main?.[0]?.[0]?.json;
	const output = VENDORS.map(first).find((json) => json !== undefined);
	const ended = endOf(output);
	const contact = (first('CRM') ?? waiting)?.body as Contact | undefined;
	const error = resultData?.error?.message;
	return {
		id,
		status,
		workers,
		...(retryOf && { retryOf }),
		...(contact && { contact }),
		...(output && { output }),
		...(ended !== undefined && { ended }),
		...(error !== undefined && { error }),
	};
}

/**
 * All executions of a workflow, once `count` of them are over and none goes on.
 *
 * @throws Error when nothing changes for `within` ms before that: a slow machine may take its time
 */
export async function whenOver(
	cluster: Cluster,
	workflowId: string,
	count: number,
	within: number,
): Promise<Execution[]> {
	let [before, since] = ['', Date.now()];
	for (;;) {
		const stored = await cluster.database.executions(workflowId);
		if (stored.length >= count && stored.every(({ status }) => OVER.has(status))) break;
		const now = stored.map(({ id, status }) => `${id} ${status}`).join(', ');
		if (now !== before) [before, since] = [now, Date.now()];
		if (Date.now() - since > within) {
			throw new Error(`Only some of ${count} executions are over: ${now}`);
		}
		await pause(LOOK_EVERY);
	}
	return await executionsOf(cluster, workflowId);
}

/** All executions of a workflow as they are now, oldest first. */
export async function executionsOf(cluster: Cluster, workflowId: string): Promise<Execution[]> {
	const by = begunBy(cluster);
	const executions: Execution[] = [];
	for (const stored of await cluster.database.executions(workflowId)) {
		executions.push(await read(cluster, stored, by.get(stored.id) ?? []));
	}
	return executions;
}
