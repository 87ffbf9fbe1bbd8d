import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { isObject } from '../json/json';
import { isKnownTimezone } from '../sending/timezone';

/** Enough nodes named for an operator to find them. */
const MOST_NAMED = 3;

/**
 * Nodes of this workflow with the same ID as this one, by name: pasted JSON keeps IDs. n8n shows a node no other
 * nodes but through its own workflow object, which not every version hands on.
 */
function twinsOf(context: IExecuteFunctions): string[] {
	const { workflow } = context as unknown as { workflow?: unknown };
	const nodes = isObject(workflow) && isObject(workflow.nodes) ? workflow.nodes : {};
	const { id, name } = context.getNode();
	return (Object.values(nodes) as INode[])
		.filter((node) => isObject(node) && node.id === id && node.name !== name)
		.map((node) => node.name);
}

/** What an operator should know of the node and its workflow, in sentences. */
export function cautionsOf(context: IExecuteFunctions): string[] {
	const twins = twinsOf(context);
	const timezone: unknown = context.getTimezone();
	const named = twins
		.slice(0, MOST_NAMED)
		.map((name) => `“${name}”`)
		.join(', ');
	return [
		...(twins.length > 0
			? [
					`This node has the same ID as ${named}, so they share what they remember and the people per day. Delete one of them and add it anew from the nodes panel.`,
				]
			: []),
		...(typeof timezone === 'string' && isKnownTimezone(timezone)
			? []
			: [
					'The time zone of this workflow is none that this node knows, so days are counted in UTC. Choose one in the settings of the workflow.',
				]),
	];
}
