import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeParameters,
	IWorkflowSettings,
	OnError,
} from 'n8n-workflow';

import { startWorkflow } from './execution';
import type { EngineOptions, EngineResult, StartedWorkflow } from './execution';
import { workflowOf } from './workflowFile';
import type { Items } from './workflowFile';

export interface NodeOptions extends Omit<EngineOptions, 'workflow' | 'input' | 'startNode'> {
	type: string;
	typeVersion?: number;
	parameters: IDataObject;
	items: Items;
	/** By credential type. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	onError?: OnError;
	retryOnFail?: boolean;
	maxTries?: number;
	waitBetweenTries?: number;
	executeOnce?: boolean;
	alwaysOutputData?: boolean;
	settings?: IWorkflowSettings;
	/** '' = one that was never saved. */
	workflowId?: string;
}

/** Starts one node, named 'Node', behind a trigger that puts out `items`. */
export function startNode(options: NodeOptions): StartedWorkflow {
	const {
		type,
		typeVersion = 1,
		parameters,
		items,
		settings,
		onError,
		workflowId,
		...engine
	} = options;
	const { retryOnFail, maxTries, waitBetweenTries, executeOnce, alwaysOutputData } = options;
	const credentialTypes = Object.keys(options.credentials ?? {});
	const node: INode = {
		id: 'node',
		name: 'Node',
		type,
		typeVersion,
		position: [200, 0],
		parameters: parameters as INodeParameters,
		credentials: Object.fromEntries(credentialTypes.map((id) => [id, { id, name: id }])),
		...{ onError, retryOnFail, maxTries, waitBetweenTries, executeOnce, alwaysOutputData },
	};
	return startWorkflow({
		...engine,
		workflow: { ...workflowOf([node], settings), id: workflowId },
		input: items,
	});
}

/** Runs one node, named 'Node', behind a trigger that puts out `items`. */
export async function runNode(options: NodeOptions): Promise<EngineResult> {
	return await startNode(options).result;
}
