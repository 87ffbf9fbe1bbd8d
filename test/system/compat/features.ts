import { NodeApiError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, JsonObject } from 'n8n-workflow';

import { fromClasses, runNode } from '../../support/engine';
import { standIn } from '../../support/nodeTypes';

const TYPE = 'probe';

const isThere = (value: unknown): boolean => typeof value === 'function';

/** Looks at what a node is given. */
class Probe implements INodeType {
	description = standIn(TYPE).description;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { helpers } = this;
		const options = { message: 'x', failure: { cause: 'rate-limited' as const } };
		const error = new NodeApiError(this.getNode(), { message: 'x' }, options);
		const wrapped = new NodeApiError(this.getNode(), new Error('x') as unknown as JsonObject);
		const json = {
			'Call-outs on the canvas': isThere(this.addExecutionHints),
			'Progress in the console': isThere(this.sendMessageToUI),
			'Stop while a node runs': this.getExecutionCancelSignal?.() !== undefined,
			'Memory over executions': isThere(helpers.checkProcessedAndRecord),
			'Memory over tries': isThere(this.getContext),
			'Failures that say how to back off': 'failure' in error && error.failure !== undefined,
			'Errors that keep their cause': wrapped.cause !== undefined,
		};
		return await Promise.resolve([[{ json }]]);
	}
}

/** Which features that the nodes use where they exist this version has. */
export async function features(): Promise<Record<string, boolean>> {
	const nodeTypes = fromClasses({ [TYPE]: Probe });
	const result = await runNode({ nodeTypes, type: TYPE, parameters: {}, items: [{}] });
	if (result.error) throw result.error;
	return result.json('Node')[0] as Record<string, boolean>;
}
