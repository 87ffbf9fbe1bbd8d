import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { path, root } from '../test/support/node';

/**
 * What n8n is told of a node. The file is named whole, because tsx takes `X.node` for `X.node.json`.
 *
 * @param file below nodes/, as `OutX/OutX.node.ts`; its class has the same name
 */
export async function descriptionIn(file: string): Promise<INodeTypeDescription> {
	const exported = (await import(path.resolve(root, 'nodes', file))) as Record<
		string,
		new () => INodeType
	>;
	const type = new exported[path.basename(file, '.node.ts')]();
	return NodeHelpers.getVersionedNodeType(type).description;
}
