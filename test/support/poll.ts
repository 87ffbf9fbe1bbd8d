import './instance';

import { PollContext } from 'n8n-core';
import { deepCopy, UserError, Workflow } from 'n8n-workflow';
import type { IDataObject, INode, INodeParameters, WorkflowActivateMode } from 'n8n-workflow';

import { additionalDataOf } from './additionalData';
import { InMemoryCredentials } from './credentialsHelper';
import type { CredentialData } from './credentialsHelper';
import { nodeTypesOf } from './nodeTypes';
import type { NodeTypeSource } from './nodeTypes';

export interface PollerOptions {
	nodeTypes: NodeTypeSource;
	type: string;
	typeVersion?: number;
	parameters: IDataObject;
	/** By credential type. */
	credentials?: CredentialData;
	/** Milliseconds n8n grants a poll; 'none' = an n8n that does not say. Default: what n8n grants. */
	budgetMs?: number | 'none';
	/** Each poll works on a copy of the stored state, which is kept only of one that ends well. */
	durable?: boolean;
	/** State as an earlier poller had it saved. */
	saved?: string;
}

type Mode = 'trigger' | 'manual';

const NAME = 'Trigger';

/**
 * A workflow whose polling trigger n8n polls: its node's state lives as in n8n. Without `durable`, all
 * polls share one object in memory, which is saved on activation and whenever something is emitted.
 */
export class Poller {
	/** The workflow's state as it stands in the database. */
	saved: string;
	private workflow: Workflow;

	constructor(private readonly options: PollerOptions) {
		this.saved = options.saved ?? '{}';
		this.workflow = this.load();
	}

	/** Activates the workflow: its first poll, whose exception keeps it from being active. */
	async activate(): Promise<IDataObject[] | null> {
		const records = await this.poll();
		if (!this.options.durable) this.saved = JSON.stringify(this.workflow.staticData);
		return records;
	}

	/** Polls once. @returns what it emits */
	async poll(mode: Mode = 'trigger'): Promise<IDataObject[] | null> {
		const { options, workflow } = this;
		const node = workflow.getNode(NAME) as INode;
		const type = workflow.nodeTypes.getByNameAndVersion(options.type, options.typeVersion);
		if (!type.poll) throw new UserError(`${options.type} does not poll`);
		const own = workflow.getStaticData('node', node);
		const data = options.durable ? deepCopy({ ...own }) : own;
		await workflow.expression.acquireIsolate();
		try {
			const result = await type.poll.call(this.context(node, mode, data));
			if (options.durable) Object.assign(own, data);
			const isSaved = mode === 'trigger' && (options.durable || result !== null);
			if (isSaved) this.saved = JSON.stringify(workflow.staticData);
			return result && result[0].map(({ json }) => json);
		} finally {
			await workflow.expression.releaseIsolate();
		}
	}

	/** The process dies and another one starts: what was not saved is lost. */
	restart(changes: Partial<PollerOptions> = {}): Poller {
		return new Poller({ ...this.options, saved: this.saved, ...changes });
	}

	/** The node's state as the next poll meets it. */
	get state(): IDataObject {
		const node = this.workflow.getNode(NAME) as INode;
		return JSON.parse(JSON.stringify(this.workflow.getStaticData('node', node))) as IDataObject;
	}

	private load(): Workflow {
		const { nodeTypes, type, typeVersion = 1, parameters, credentials = {} } = this.options;
		const node: INode = {
			id: 'trigger',
			name: NAME,
			type,
			typeVersion,
			position: [0, 0],
			parameters: deepCopy(parameters) as INodeParameters,
			credentials: Object.fromEntries(
				Object.keys(credentials).map((name) => [name, { id: name, name }]),
			),
		};
		return new Workflow({
			id: 'workflow',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: nodeTypesOf(nodeTypes, new Set()),
			staticData: JSON.parse(this.saved) as IDataObject,
		});
	}

	private context(node: INode, mode: Mode, data: IDataObject): PollContext {
		const { nodeTypes, credentials, budgetMs } = this.options;
		const additionalData = additionalDataOf({
			credentialsHelper: new InMemoryCredentials(nodeTypes, { ...credentials }),
		});
		const activation: WorkflowActivateMode = mode === 'manual' ? 'manual' : 'activate';
		const context = new PollContext(
			this.workflow,
			node,
			additionalData,
			mode,
			activation,
			undefined,
			undefined,
			undefined,
			undefined,
			() => data,
			typeof budgetMs === 'number' ? () => budgetMs : undefined,
		);
		if (budgetMs === 'none') Object.assign(context, { getPollBudgetMs: undefined });
		return context;
	}
}
