import './instance';

import { PackageDirectoryLoader } from 'n8n-core';
import type { DirectoryLoader } from 'n8n-core';
import { NodeConnectionTypes, NodeHelpers, UserError } from 'n8n-workflow';
import type {
	ICredentialType,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	INodeTypes,
	IVersionedNodeType,
} from 'n8n-workflow';

import { fs, path, root } from './node';
import { isTriggerType } from './workflowFile';

/** Where an engine finds node and credential types, by the names n8n uses (`<package>.<name>`). */
export interface NodeTypeSource {
	node(type: string): INodeType | IVersionedNodeType | undefined;
	credential(name: string): ICredentialType | undefined;
	nodeNames(): string[];
	credentialNames(): string[];
}

export type NodeClass = new () => INodeType | IVersionedNodeType;
export type CredentialClass = new () => ICredentialType;

/** Types from source classes. One instance of each serves every run, as in n8n. */
export function fromClasses(
	nodes: Record<string, NodeClass>,
	credentials: readonly CredentialClass[] | Record<string, CredentialClass> = [],
): NodeTypeSource {
	const nodeTypes = new Map(Object.entries(nodes).map(([name, Type]) => [name, new Type()]));
	const credentialTypes = new Map(
		Object.values(credentials)
			.map((Type) => new Type())
			.map((type) => [type.name, type]),
	);
	return {
		node: (type) => nodeTypes.get(type),
		credential: (name) => credentialTypes.get(name),
		nodeNames: () => [...nodeTypes.keys()],
		credentialNames: () => [...credentialTypes.keys()],
	};
}

/** Types of a built package, loaded from its root as n8n loads a community package. */
export async function fromPackage(rootDir: string): Promise<NodeTypeSource> {
	const loader = new PackageDirectoryLoader(rootDir);
	await loader.loadAll();
	return fromLoader(loader);
}

/**
 * n8n's own nodes by file name (`['Switch', 'Merge']`), each loaded from n8n-nodes-base when it is first needed. Where
 * the package is not installed, only using one of them fails.
 */
export function fromNodesBase(
	names: readonly string[],
	directory = path.join(root, 'node_modules/n8n-nodes-base'),
): NodeTypeSource {
	const types = new Map(
		names.map((name) => [`n8n-nodes-base.${name[0].toLowerCase()}${name.slice(1)}`, name]),
	);
	let source: (NodeTypeSource & { load(name: string): void }) | undefined;
	return {
		node: (type) => {
			const name = types.get(type);
			if (!name) return undefined;
			source ??= nodesBaseIn(directory);
			if (!source.node(type)) source.load(name);
			return source.node(type);
		},
		credential: () => undefined,
		nodeNames: () => [...types.keys()],
		credentialNames: () => [],
	};
}

/** Several sources as one; the first that knows a type wins. */
export function combine(...sources: NodeTypeSource[]): NodeTypeSource {
	const first = <T>(find: (source: NodeTypeSource) => T | undefined): T | undefined => {
		for (const source of sources) {
			const found = find(source);
			if (found !== undefined) return found;
		}
		return undefined;
	};
	return {
		node: (type) => first((source) => source.node(type)),
		credential: (name) => first((source) => source.credential(name)),
		nodeNames: () => [...new Set(sources.flatMap((source) => source.nodeNames()))],
		credentialNames: () => [...new Set(sources.flatMap((source) => source.credentialNames()))],
	};
}

/**
 * n8n's view of a source. `standIns` names the unknown types that need a description only, because their nodes
 * never execute; any other unknown type is refused, as n8n does.
 */
export function nodeTypesOf(source: NodeTypeSource, standIns: ReadonlySet<string>): INodeTypes {
	const getByName = (type: string): INodeType | IVersionedNodeType => {
		const found = source.node(type) ?? (standIns.has(type) ? standIn(type) : undefined);
		if (!found) {
			throw new UserError(
				`Unrecognized node type: ${type}. Known here: ${source.nodeNames().join(', ')}`,
			);
		}
		return found;
	};
	return {
		getByName,
		getByNameAndVersion: (type, version) =>
			NodeHelpers.getVersionedNodeType(getByName(type), version),
		getKnownTypes: () => Object.fromEntries(source.nodeNames().map((name) => [name, {}])),
	};
}

/** The least that can stand for a node which is in the workflow but does not do anything. */
export function standIn(type: string, properties: INodeProperties[] = []): INodeType {
	const isTrigger = isTriggerType(type);
	const description: INodeTypeDescription = {
		displayName: type,
		name: type,
		group: [isTrigger ? 'trigger' : 'transform'],
		version: 1,
		description: '',
		defaults: { name: type },
		inputs: isTrigger ? [] : [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties,
	};
	return {
		description,
		async execute() {
			if (isTrigger || type === 'n8n-nodes-base.noOp') {
				return await Promise.resolve([this.getInputData()]);
			}
			throw new UserError(`"${type}" has no code here: pin its data, or load its package`);
		},
	};
}

function fromLoader(loader: DirectoryLoader): NodeTypeSource {
	const prefix = `${loader.packageName}.`;
	return {
		node: (type) =>
			type.startsWith(prefix) ? loader.nodeTypes[type.slice(prefix.length)]?.type : undefined,
		credential: (name) => loader.credentialTypes[name]?.type,
		nodeNames: () => Object.keys(loader.nodeTypes).map((name) => prefix + name),
		credentialNames: () => Object.keys(loader.credentialTypes),
	};
}

function nodesBaseIn(directory: string): NodeTypeSource & { load(name: string): void } {
	const manifest = path.join(directory, 'package.json');
	if (!fs.existsSync(manifest)) {
		throw new UserError("n8n-nodes-base is not installed: n8n's own nodes are not available here");
	}
	const { n8n } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { n8n: { nodes: string[] } };
	const loader = new PackageDirectoryLoader(directory);
	return {
		...fromLoader(loader),
		load: (name) => {
			const file = n8n.nodes.find((entry) => path.basename(entry) === `${name}.node.js`);
			if (!file) throw new UserError(`n8n-nodes-base has no node "${name}"`);
			loader.loadNodeFromFile(file);
		},
	};
}
