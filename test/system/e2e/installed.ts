import type { INodeProperties, INodeType } from 'n8n-workflow';

import { readJson } from '../../../scripts/editor/files';
import { nodeModule, path } from '../../support/node';

/** The package's name, and the beginning of its node types. */
export const PACKAGE = 'n8n-nodes-linkedin-outreach';

/** The classes of the package as it was installed into n8n's folder. */
export function installed<T>(folder: string, kind: 'nodes' | 'credentials'): T[] {
	const root = path.join(folder, '.n8n', 'nodes', 'node_modules', PACKAGE);
	const { n8n } = readJson<{ n8n: Record<typeof kind, string[]> }>(path.join(root, 'package.json'));
	const load = nodeModule.createRequire(path.join(root, 'package.json'));
	return n8n[kind].map((file) => {
		const exported = load(path.join(root, file)) as Record<string, new () => T>;
		return new (Object.values(exported)[0])();
	});
}

/** What a node calls a member of one of its collections. */
export function labelOf(folder: string, node: string, collection: string, member: string): string {
	const type = installed<INodeType>(folder, 'nodes').find(
		({ description }) => description.name === node,
	);
	const members = type?.description.properties
		.filter(({ name }) => name === collection)
		.flatMap(({ options }) => (options ?? []) as INodeProperties[]);
	const found = members?.find(({ name }) => name === member);
	if (!found) throw new Error(`${node} has no ${collection}.${member}`);
	return found.displayName;
}
