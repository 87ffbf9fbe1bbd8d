import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import type { NodeTypeSource } from '../../support/engine';

/** The same nodes, given another context than the engine's own. */
export function withContext(
	source: NodeTypeSource,
	change: (context: IExecuteFunctions) => IExecuteFunctions,
): NodeTypeSource {
	return {
		...source,
		node(type) {
			const node = source.node(type) as INodeType | undefined;
			if (!node) return undefined;
			const copy = Object.create(node) as INodeType;
			copy.execute = async function (this: IExecuteFunctions) {
				return (await node.execute?.call(change(this))) ?? null;
			};
			return copy;
		},
	};
}
