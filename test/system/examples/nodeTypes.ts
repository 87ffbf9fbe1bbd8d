import type { INodeType } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { combine, fromClasses, fromNodesBase } from '../../support/engine';
import type {
	CredentialClass,
	NodeClass,
	NodeTypeSource,
	WorkflowFile,
} from '../../support/engine';
import { fs, path, root } from '../../support/node';
import { PACKAGE } from '../../../scripts/campaign/setting';

/** Nodes that reach services of others: they do not execute here. */
export const OUTSIDE = /\.(hubspot|googleSheets)$/;

/** Files of a folder and those within, by the end of their name. */
function files(folder: string, ending: string): string[] {
	return fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(ending))
		.map((name) => path.resolve(folder, name));
}

/** The class a file is named after. */
async function classIn<T>(file: string): Promise<T> {
	const exported = (await import(file)) as Record<string, T>;
	return exported[path.basename(file).split('.')[0]];
}

/** Our own nodes and credentials, from their sources: needs no build, so it works while somebody builds. */
export async function ownTypes(): Promise<NodeTypeSource> {
	const nodes: Record<string, NodeClass> = {};
	for (const file of files(path.join(root, 'nodes'), '.node.ts')) {
		const Type = await classIn<new () => INodeType>(file);
		nodes[PACKAGE + new Type().description.name] = Type;
	}
	const credentials: CredentialClass[] = [];
	for (const file of files(path.join(root, 'credentials'), '.credentials.ts')) {
		credentials.push(await classIn<CredentialClass>(file));
	}
	return fromClasses(nodes, credentials);
}

/** n8n's own nodes that a workflow runs, by class name; triggers need no code, their data is given. */
export function builtInNames({ nodes }: WorkflowFile): string[] {
	const names = nodes
		.filter(({ type }) => type.startsWith('n8n-nodes-base.') && !/trigger$/i.test(type))
		.map(({ type }) => type.slice('n8n-nodes-base.'.length))
		.filter((name) => name !== 'stickyNote');
	return [...new Set(names)].map((name) => name[0].toUpperCase() + name.slice(1));
}

/** n8n's own nodes, with `replaced` in the place of some, by type. */
export function builtInTypes(
	workflow: WorkflowFile,
	replaced: Readonly<Record<string, INodeType>> = {},
): NodeTypeSource {
	const base = fromNodesBase(builtInNames(workflow));
	const own: NodeTypeSource = {
		...base,
		node: (type) => replaced[type],
		nodeNames: () => Object.keys(replaced),
	};
	return combine(own, base);
}

/** What n8n shows and checks of one of its own nodes, without its code. */
export function describedAs(
	type: string,
	version: number,
	execute: INodeType['execute'],
): INodeType {
	const name = type.slice('n8n-nodes-base.'.length);
	const source = fromNodesBase([name[0].toUpperCase() + name.slice(1)]);
	const found = source.node(type);
	if (!found) throw new Error(`n8n has no node ${type}`);
	const { description } = NodeHelpers.getVersionedNodeType(found, version);
	return { description, execute };
}
