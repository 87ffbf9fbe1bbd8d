import './instance';

import { LoadOptionsContext } from 'n8n-core';
import { NodeHelpers, UserError, Workflow } from 'n8n-workflow';
import type { IDataObject, INode, INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { additionalDataOf } from './additionalData';
import { InMemoryCredentials } from './credentialsHelper';
import type { CredentialData } from './credentialsHelper';
import { nodeTypesOf } from './nodeTypes';
import type { NodeTypeSource } from './nodeTypes';

export interface ListSearchOptions {
	nodeTypes: NodeTypeSource;
	type: string;
	typeVersion?: number;
	method: string;
	/** The parameters as they stand in the editor. */
	parameters: IDataObject;
	/** By credential type. */
	credentials?: CredentialData;
	/** Path of the parameter whose list is opened. */
	path?: string;
	filter?: string;
	paginationToken?: string;
}

/** Fills a resource locator's "From List", as n8n's editor has it done. */
export async function listSearch(options: ListSearchOptions): Promise<INodeListSearchResult> {
	const { type, typeVersion = 1, credentials = {} } = options;
	const nodeTypes = nodeTypesOf(options.nodeTypes, new Set());
	const { methods, description } = nodeTypes.getByNameAndVersion(type, typeVersion);
	const method = methods?.listSearch?.[options.method];
	if (!method) throw new UserError(`Node type does not have method defined: ${options.method}`);

	const node: INode = {
		id: 'uuid-1234',
		name: 'Temp-Node',
		type,
		typeVersion,
		position: [0, 0],
		parameters: options.parameters as INodeParameters,
		credentials: Object.fromEntries(
			Object.keys(credentials).map((name) => [name, { id: name, name }]),
		),
	};
	const parameters = NodeHelpers.getNodeParameters(
		description.properties,
		node.parameters,
		true,
		false,
		node,
		description,
	);
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = additionalDataOf({
		credentialsHelper: new InMemoryCredentials(options.nodeTypes, { ...credentials }),
	});
	additionalData.currentNodeParameters = parameters ?? node.parameters;
	const path = options.path ?? 'parameters';
	const context = new LoadOptionsContext(workflow, node, additionalData, path);
	await workflow.expression.acquireIsolate();
	try {
		return await method.call(context, options.filter, options.paginationToken);
	} finally {
		await workflow.expression.releaseIsolate();
	}
}
