import type { IDataObject, INode, IWorkflowBase } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Editor } from '../../../scripts/editor/editor';
import { readFlatted } from '../support/flatted';

type WorkflowInput = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections' | 'settings'>;

interface Saved {
	readonly id: string;
	readonly versionId: string;
}

/** An execution as n8n shows it. */
export interface Execution {
	readonly id: string;
	readonly status: string;
	/** The message that n8n shows above it. */
	readonly error?: string;
	/** What a node gave out in its last run, all outputs together. */
	items(node: string): IDataObject[];
	/** The message below a node. */
	errorOf(node: string): string | undefined;
}

interface Stored {
	readonly id: string;
	readonly status: string;
}

interface NodeRun {
	readonly error?: { readonly message: string };
	readonly data?: { readonly main?: Array<Array<{ readonly json: IDataObject }> | null> };
}

interface Data {
	readonly resultData?: {
		readonly error?: { readonly message: string };
		readonly runData?: Record<string, NodeRun[] | undefined>;
	};
}

const OVER = new Set(['success', 'error', 'crashed', 'canceled']);
const LOOK_EVERY = 250;

/** Workflows and executions by n8n's own API, the one its editor uses. */
export class Runs {
	constructor(private readonly editor: Editor) {}

	/** Saves a workflow; active if it has a webhook. */
	async put(workflow: WorkflowInput): Promise<string> {
		const { rest } = this.editor;
		const { id, versionId } = await rest.post<Saved>('/workflows', workflow);
		const starts = workflow.nodes.some(({ type }) => type === 'n8n-nodes-base.webhook');
		if (starts) await rest.post(`/workflows/${id}/activate`, { versionId });
		return id;
	}

	/** Changes one node of a saved workflow, as somebody does who saves in the editor. */
	async change(id: string, name: string, parameters: IDataObject): Promise<void> {
		const { rest } = this.editor;
		const saved = await rest.get<Saved & { nodes: INode[] }>(`/workflows/${id}`);
		const nodes = saved.nodes.map((node) =>
			node.name === name
				? { ...node, parameters: { ...node.parameters, ...(parameters as object) } }
				: node,
		);
		await rest.patch(`/workflows/${id}`, { ...saved, nodes });
	}

	/** Hands data to an active workflow's webhook, as a CRM does. */
	async call(path: string, body: object): Promise<IDataObject> {
		const until = Date.now() + 10_000;
		for (;;) {
			const answer = await fetch(`${this.editor.url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			if (answer.ok) return (await answer.json()) as IDataObject;
			// n8n switches a workflow on in the background.
			if (answer.status !== 404 || Date.now() > until) {
				throw new Error(`n8n answered ${answer.status} to the call of ${path}`);
			}
			await sleep(LOOK_EVERY);
		}
	}

	/** Executions of a workflow, oldest first. */
	async list(workflowId: string): Promise<Stored[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.editor.rest.get<{ results: Stored[] }>(
			`/executions?filter=${filter}&limit=100`,
		);
		return results.sort((a, b) => Number(a.id) - Number(b.id));
	}

	/**
	 * All executions of a workflow, once `count` of them are over.
	 *
	 * @throws Error when that takes more than `within` ms
	 */
	async ended(workflowId: string, count: number, within = 30_000): Promise<Execution[]> {
		const until = Date.now() + within;
		for (;;) {
			const stored = await this.list(workflowId);
			if (stored.filter(({ status }) => OVER.has(status)).length >= count) {
				return await Promise.all(stored.map(async ({ id }) => await this.read(id)));
			}
			if (Date.now() > until) {
				const states = stored.map(({ status }) => status).join(', ');
				throw new Error(`Not all of ${count} executions are over after ${within} ms: ${states}`);
			}
			await sleep(LOOK_EVERY);
		}
	}

	async read(id: string): Promise<Execution> {
		const { status, data } = await this.editor.rest.get<{ status: string; data: string }>(
			`/executions/${id}`,
		);
		const { resultData } = (readFlatted(data) ?? {}) as Data;
		const last = (node: string): NodeRun | undefined => resultData?.runData?.[node]?.at(-1);
		return {
			id,
			status,
			...(resultData?.error && { error: resultData.error.message }),
			items: (node) =>
				(last(node)?.data?.main ?? []).flatMap((output) => (output ?? []).map(({ json }) => json)),
			errorOf: (node) => last(node)?.error?.message,
		};
	}

	/** The button "Retry": with the workflow as it was, or as it is saved now. Resolves when it is over. */
	async retry(id: string, from: 'original workflow' | 'saved workflow'): Promise<Execution> {
		const { id: retried } = await this.editor.rest.post<Stored>(`/executions/${id}/retry`, {
			loadWorkflow: from === 'saved workflow',
		});
		return await this.read(retried);
	}

	async stop(id: string): Promise<void> {
		await this.editor.rest.post(`/executions/${id}/stop`, {});
	}

	/** A credential of the sandbox, for a node. */
	async credential(type: string): Promise<INode['credentials']> {
		const all =
			await this.editor.rest.get<Array<{ id: string; name: string; type: string }>>('/credentials');
		const found = all.find((credential) => credential.type === type);
		if (!found) throw new Error(`n8n has no credential of type ${type}`);
		return { [type]: { id: found.id, name: found.name } };
	}
}
