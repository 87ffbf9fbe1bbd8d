import type { IDataObject } from 'n8n-workflow';

import { fs } from '../../test/support/node';
import type { Cluster } from './cluster';
import { readFlatted } from './flatted';
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

interface Stored {
	readonly id: string;
	readonly status: string;
	readonly retryOf?: string | null;
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

async function list({ rest }: Cluster, workflowId: string): Promise<Stored[]> {
	const found: Stored[] = [];
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	for (let cursor: string | null | undefined; ; ) {
		const from = cursor ? `&cursor=${cursor}` : '';
		const { results, nextCursor } = await rest.get<{
			results: Stored[];
			nextCursor?: string | null;
		}>(`/executions?filter=${filter}&limit=100${from}`);
		found.push(...results);
		if (!nextCursor) return found;
		cursor = nextCursor;
	}
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
 * All executions of a workflow, once `count` of them are over.
 *
 * @throws Error when that takes more than `within` ms
 */
export async function whenOver(
	cluster: Cluster,
	workflowId: string,
	count: number,
	within: number,
): Promise<Execution[]> {
	const until = Date.now() + within;
	for (;;) {
		const stored = await list(cluster, workflowId);
		if (stored.filter(({ status }) => OVER.has(status)).length >= count) break;
		if (Date.now() > until) {
			const states = stored.map(({ status }) => status).join(', ');
			throw new Error(`Only some of ${count} executions are over: ${states}`);
		}
		await pause(LOOK_EVERY);
	}
	return await executionsOf(cluster, workflowId);
}

/** All executions of a workflow as they are now, oldest first. */
export async function executionsOf(cluster: Cluster, workflowId: string): Promise<Execution[]> {
	const by = begunBy(cluster);
	const executions: Execution[] = [];
	for (const stored of (await list(cluster, workflowId)).reverse()) {
		executions.push(await read(cluster, stored, by.get(stored.id) ?? []));
	}
	return executions;
}
