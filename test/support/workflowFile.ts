import { deepCopy } from 'n8n-workflow';
import type {
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	IPinData,
	IWorkflowSettings,
} from 'n8n-workflow';

/** A workflow as n8n exports and imports it. */
export interface WorkflowFile {
	id?: string;
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
	staticData?: IDataObject;
}

/** Items as n8n passes them, or just their JSON. */
export type Items = INodeExecutionData[] | IDataObject[];

/** A manual trigger named 'Trigger' and the given nodes, each connected to the one before. */
export function workflowOf(chain: INode[], settings?: IWorkflowSettings): WorkflowFile {
	const trigger: INode = {
		id: 'trigger',
		name: 'Trigger',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const nodes = [trigger, ...chain];
	const connections: IConnections = {};
	for (const [index, { name }] of chain.entries()) {
		connections[nodes[index].name] = { main: [[{ node: name, type: 'main', index: 0 }]] };
	}
	return { name: 'Workflow', nodes, connections, settings };
}

/** Items n8n took for errors: what a node puts out per failed item with Continue On Fail. */
export function errorItems(items: INodeExecutionData[]): INodeExecutionData[] {
	return items.filter(({ json, error }) => error !== undefined || json.error !== undefined);
}

export function toItems(items: Items): INodeExecutionData[] {
	const isItem = (item: object): item is INodeExecutionData =>
		'json' in item && typeof item.json === 'object' && item.json !== null;
	return deepCopy(items).map((item) => (isItem(item) ? item : { json: item }));
}

/** Whether nodes of this type only ever start a workflow. */
export function isTriggerType(type: string): boolean {
	return /trigger$|\.(start|webhook)$/i.test(type);
}

/** The first trigger that leads somewhere, else the first node that nothing leads to. */
export function startNodeOf({ nodes, connections }: WorkflowFile): string | undefined {
	const targets = new Set(
		Object.values(connections)
			.flatMap((byType) => Object.values(byType).flat())
			.flatMap((output) => (output ?? []).map(({ node }) => node)),
	);
	const starts = nodes.filter((node) => !node.disabled && !targets.has(node.name));
	const connected = starts.filter((node) => node.name in connections);
	const [first] = [...connected.filter(({ type }) => isTriggerType(type)), ...connected, ...starts];
	return first?.name;
}
