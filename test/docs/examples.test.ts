import { NodeHelpers } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeParameters,
	INodeProperties,
	INodeTypeDescription,
} from 'n8n-workflow';

import { anchors } from '../../scripts/docs/markdown';
import { EXAMPLES } from '../system/examples/all';
import { ownTypes } from '../system/examples/nodeTypes';
import { readExample } from '../system/examples/stage';
import type { NodeTypeSource } from '../support/engine';
import { fs, path, root } from '../support/node';
import { isTriggerType } from '../support/workflowFile';

const FILES = fs
	.readdirSync(path.join(root, 'examples'))
	.filter((name) => name.endsWith('.json'))
	.sort();

const OURS = 'n8n-nodes-linkedin-outreach.';
const BASE = 'n8n-nodes-base.';

/** What n8n itself says of its own nodes, without loading their code. */
const builtIn = JSON.parse(
	fs.readFileSync(path.join(root, 'node_modules/n8n-nodes-base/dist/types/nodes.json'), 'utf8'),
) as INodeTypeDescription[];

let own: NodeTypeSource;

beforeAll(async () => {
	own = await ownTypes();
});

/** The description in force for a node of an example. */
function describedFor({ type, typeVersion }: INode): INodeTypeDescription {
	const known = type.startsWith(OURS) ? own.node(type) : undefined;
	if (known) return NodeHelpers.getVersionedNodeType(known, typeVersion).description;
	const name = type.slice(BASE.length);
	const found = builtIn.find(
		(description) =>
			description.name === name && [description.version].flat().includes(typeVersion),
	);
	if (!found) throw new Error(`No node ${type} in version ${typeVersion}`);
	return found;
}

/** Places in `given` whose value is not the same in `kept`. */
function lost(given: unknown, kept: unknown, place: string): string[] {
	if (typeof given !== 'object' || given === null) return given === kept ? [] : [place];
	return Object.entries(given).flatMap(([key, value]) =>
		lost(value, (kept as IDataObject | undefined)?.[key], `${place}.${key}`),
	);
}

/** Values of drop-downs that their lists do not have. */
function unlisted(
	properties: readonly INodeProperties[],
	values: INodeParameters,
	place: string,
): string[] {
	return Object.entries(values).flatMap(([name, value]) => {
		const candidates = properties.filter((property) => property.name === name);
		const members = candidates.flatMap(({ options }) => options ?? []);
		const [{ type, typeOptions }] = candidates;
		if (type === 'collection') {
			return unlisted(members as INodeProperties[], value as INodeParameters, `${place}.${name}`);
		}
		if (type !== 'options' || typeOptions?.loadOptionsMethod) return [];
		const isListed = members.some((member) => 'value' in member && member.value === value);
		return isListed ? [] : [`${place}.${name} = ${String(value)}`];
	});
}

const nodesOf = (file: string): INode[] =>
	readExample(file).nodes.filter(({ type }) => !type.endsWith('.stickyNote'));

const ourNodes = (file: string): INode[] =>
	nodesOf(file).filter(({ type }) => type.startsWith(OURS));

/** Our nodes that reach people. */
const sendersOf = (file: string): INode[] =>
	ourNodes(file).filter(({ parameters: { operation } }) =>
		['send', 'sendRequest'].includes(String(operation)),
	);

it('every example is run by test/system/examples and told in docs/examples.md, with its picture', () => {
	expect(EXAMPLES.map(({ file }) => file).sort()).toEqual(FILES);
	const docs = fs.readFileSync(path.join(root, 'docs/examples.md'), 'utf8');
	const sections = docs.split(/^## /m).slice(1);
	const told = sections.map((section) => {
		const file = /\(\.\.\/examples\/([\w-]+\.json)\)/.exec(section)?.[1];
		const picture = /!\[[^\]]{20,}\]\(images\/([\w-]+)\.webp\)/.exec(section)?.[1];
		return [file, picture];
	});
	expect(told.sort()).toEqual(FILES.map((file) => [file, file.replace('.json', '')]));
	for (const section of sections) expect(section).toMatch(/^### What to fill in$/m);
	const inside = [...docs.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
	expect([...anchors(docs)]).toEqual(expect.arrayContaining(inside));
	const beside = [...docs.matchAll(/\]\(\.\.\/([^)#]+)/g)].map(([, file]) => path.join(root, file));
	expect(beside.filter((file) => !fs.existsSync(file))).toEqual([]);
});

describe.each(FILES)('%s', (file) => {
	it('uses nodes n8n and this package have, with fields they show', () => {
		for (const node of nodesOf(file)) {
			const description = describedFor(node);
			const { pollTimes, ...parameters } = node.parameters;
			// n8n adds this field to every trigger that polls.
			expect(pollTimes === undefined || description.polling === true).toBe(true);
			const { properties } = description;
			const args = [properties, parameters, true, false, node, description] as const;
			const kept = NodeHelpers.getNodeParameters(...args);
			expect(lost(parameters, kept, node.name)).toEqual([]);
			expect(unlisted(properties, parameters, node.name)).toEqual([]);
		}
	});

	it('lacks nothing but what an operator has to pick', () => {
		for (const node of nodesOf(file)) {
			const description = describedFor(node);
			const issues = NodeHelpers.getNodeParametersIssues(
				description.properties,
				node,
				description,
				[],
			);
			for (const name of Object.keys(issues?.parameters ?? {})) {
				expect(['account', 'documentId']).toContain(name);
				expect(node.parameters[name]).toEqual({ __rl: true, mode: 'list', value: '' });
			}
		}
	});

	it('names a credential for each node that needs one, and holds none', () => {
		for (const node of nodesOf(file)) {
			const description = describedFor(node);
			const wanted = (description.credentials ?? []).filter((credential) =>
				NodeHelpers.displayParameter(
					{ incomingAuthentication: 'none', ...node.parameters },
					credential,
					node,
					description,
				),
			);
			expect(Object.keys(node.credentials ?? {})).toEqual(wanted.map(({ name }) => name));
			for (const credential of Object.values(node.credentials ?? {})) {
				expect(credential).toEqual({
					id: '',
					name: expect.stringMatching(/^[A-Z].{5,}/) as string,
				});
			}
		}
		const text = fs.readFileSync(path.join(root, 'examples', file), 'utf8');
		expect(text).not.toMatch(/AQEDA|sk-|Bearer|eyJ|"(?:apiKey|password|cookie|secret)"/i);
	});

	it('connects all its nodes, and its expressions name nodes that are there', () => {
		const { connections } = readExample(file);
		const nodes = nodesOf(file);
		const names = nodes.map(({ name }) => name);
		const targets = Object.values(connections).flatMap(({ main }) => main.flat());
		expect(names).toEqual(expect.arrayContaining(targets.map((target) => target?.node)));
		expect(names).toEqual(expect.arrayContaining(Object.keys(connections)));
		for (const { name, type } of nodes) {
			if (!isTriggerType(type)) expect(targets.map((target) => target?.node)).toContain(name);
		}
		const spoken = [...JSON.stringify(nodes).matchAll(/\$\('([^']+)'\)/g)].map(([, name]) => name);
		expect(names).toEqual(expect.arrayContaining(spoken));
		expect(new Set(names).size).toBe(names.length);
	});

	it('keeps the pauses, skips whom it reached before, and sends failures their own way', () => {
		const { connections } = readExample(file);
		for (const { name, parameters, onError } of sendersOf(file)) {
			const sending = parameters.sending as IDataObject;
			expect(sending).toMatchObject({ skipContacted: true });
			expect(Object.keys(sending)).not.toEqual(expect.arrayContaining(['pauseMin']));
			expect(Object.keys(sending)).not.toEqual(expect.arrayContaining(['pauseMax']));
			expect(onError).toBe('continueErrorOutput');
			expect(connections[name].main[1]).toHaveLength(1);
		}
	});

	it('runs in order, and is off until the operator switches it on', () => {
		const workflow = readExample(file);
		expect(workflow.settings).toMatchObject({ executionOrder: 'v1' });
		expect(workflow).not.toHaveProperty('active');
		const triggers = workflow.nodes.filter(({ type }) => type.endsWith('.manualTrigger'));
		const pinned = Object.keys(workflow.pinData ?? {});
		expect(triggers.map(({ name }) => name)).toEqual(expect.arrayContaining(pinned));
	});
});
