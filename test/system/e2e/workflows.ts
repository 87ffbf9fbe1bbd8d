import type { INode, INodeParameters, IWorkflowBase } from 'n8n-workflow';

import { PACKAGE } from './installed';

export type WorkflowInput = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections' | 'settings'>;

interface Sender {
	readonly vendor: 'outX' | 'connectSafely' | 'linkupApi';
	readonly credentials: INode['credentials'];
	readonly sending: INodeParameters;
	readonly onError?: INode['onError'];
	readonly retryOnFail?: boolean;
}

/** The name of the vendor's node in the workflows made here. */
export const SENDER = 'Send message';

/** What an expression for the recipient is: the same for all. */
export const recipient = { __rl: true, mode: 'url', value: '={{ $json.linkedin }}' };

const plain = (node: Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters'>): INode => ({
	id: node.name.toLowerCase().replace(/ /g, '-'),
	position: [0, 0],
	...node,
});

/** Nodes in a row, each a step to the right of the one before. */
export function inARow(name: string, nodes: readonly INode[]): WorkflowInput {
	const connections: IWorkflowBase['connections'] = {};
	nodes.slice(1).forEach((node, index) => {
		connections[nodes[index].name] = { main: [[{ node: node.name, type: 'main', index: 0 }]] };
	});
	return {
		name,
		nodes: nodes.map((node, index) => ({ ...node, position: [index * 220, 0] })),
		connections,
		settings: { executionOrder: 'v1' },
	};
}

/** The node that writes to everybody who comes in. */
export function sender({ vendor, credentials, sending, onError, retryOnFail }: Sender): INode {
	return {
		...plain({
			name: SENDER,
			type: `${PACKAGE}.${vendor}`,
			typeVersion: 1,
			parameters: {
				...(vendor === 'linkupApi' && { authentication: 'loginToken' }),
				resource: 'message',
				operation: 'send',
				recipient,
				message: '={{ $json.text }}',
				sending,
			},
		}),
		credentials,
		...(onError && { onError }),
		...(retryOnFail && { retryOnFail, maxTries: 2, waitBetweenTries: 100 }),
	};
}

/**
 * A CRM calls a webhook with a list of contacts; the vendor's node writes to them.
 *
 * @param name also the webhook's path
 */
export function fromCrm(name: string, node: INode): WorkflowInput {
	const crm = plain({
		name: 'CRM',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path: name, responseMode: 'onReceived', options: {} },
	});
	const contacts = plain({
		name: 'Contacts',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.contacts', options: {} },
	});
	return inARow(name, [{ ...crm, webhookId: name }, contacts, node]);
}
