import type { INodeProperties } from 'n8n-workflow';

import type { Resource } from '../../nodes/shared/descriptions/build';
import type { Operation } from '../../nodes/shared/operation/types';
import { cell, conditionWords, defaultWords, purposeWords, sentence } from './words';

/** A node as the README describes it. */
export interface DocumentedNode {
	/** Display name: the section's heading. */
	readonly name: string;
	/** Below nodes/. */
	readonly folder: string;
	readonly resources: readonly Resource[];
	readonly operations: ReadonlyArray<Operation<never>>;
	/** Drop-downs above Resource. */
	readonly before?: readonly INodeProperties[];
}

/** Names of the fields of an operation's output; undefined where the node has no schema for it. */
export type OutputFields = (
	folder: string,
	resource: string,
	operation: string,
) => string[] | undefined;

type Described = Operation<never>;

const SENDING = 'sending';

const HEADER = '| Field | What it is for | At first |\n| --- | --- | --- |';

const members = ({ type, options = [] }: INodeProperties): INodeProperties[] =>
	type === 'collection' ? (options as INodeProperties[]) : [];

function row(name: string, purpose: string, first: string): string {
	return `| ${cell(name)} | ${cell(purpose)} | ${cell(first)} |`;
}

function memberRows(collection: INodeProperties, all: readonly INodeProperties[]): string[] {
	return members(collection).map((member) =>
		row(
			`${collection.displayName} › ${member.displayName}`,
			purposeWords(member, all),
			defaultWords(member),
		),
	);
}

/** Collections that several operations of a node have in common. */
function sharedCollections(operations: readonly Described[]): INodeProperties[] {
	const all = operations.flatMap(({ parameters }) => parameters);
	const collections = new Set(all.filter((field) => members(field).length > 0));
	return [...collections].filter(
		(field) => field.name !== SENDING && all.filter((other) => other === field).length > 1,
	);
}

function fieldRows(
	operation: Described,
	before: readonly INodeProperties[],
	shared: readonly INodeProperties[],
): string[] {
	const all = [...before, ...operation.parameters];
	return operation.parameters.flatMap((field) => {
		if (field.type === 'notice') return [];
		if (field.name === SENDING) {
			return [
				row('Sending', 'Pace, limits, dry run: see [Sending options](#sending-options).', ''),
			];
		}
		if (shared.includes(field)) {
			const names = members(field).map(({ displayName }) => displayName);
			const condition = conditionWords(members(field)[0], all);
			const purpose = `${names.join(', ')}: explained at the end of this node's section. ${condition}`;
			return [row(field.displayName, purpose, '')];
		}
		if (members(field).length > 0) return memberRows(field, all);
		return [row(field.displayName, purposeWords(field, all), defaultWords(field))];
	});
}

function titleOf(node: DocumentedNode, operation: Described): string {
	const resource = node.resources.find(({ value }) => value === operation.resource);
	return `${resource?.name ?? operation.resource} › ${operation.name}`;
}

function condition({ onlyWith = {} }: Described, before: readonly INodeProperties[]): string {
	const show = Object.fromEntries(Object.entries(onlyWith).map(([name, value]) => [name, [value]]));
	return conditionWords({ displayOptions: { show } }, before);
}

function outputWords(node: DocumentedNode, operation: Described, outputs: OutputFields): string {
	if (operation.kind === 'act') return 'Gives one item per contact: see [Outputs](#outputs).';
	const fields = outputs(node.folder, operation.resource, operation.operation) ?? [];
	if (fields.length === 0) return '';
	return `Gives: ${fields.map((name) => `\`${name}\``).join(', ')}.`;
}

function operationPart(
	node: DocumentedNode,
	operation: Described,
	shared: readonly INodeProperties[],
	outputs: OutputFields,
): string {
	const rows = fieldRows(operation, node.before ?? [], shared);
	const reach = operation.kind === 'act' ? '**This reaches a person.**' : 'This writes to nobody.';
	const words = [sentence(operation.description), reach, condition(operation, node.before ?? [])];
	return [
		`#### ${titleOf(node, operation)}`,
		words.filter(Boolean).join(' '),
		rows.length > 0 ? [HEADER, ...rows].join('\n') : 'It has no fields.',
		outputWords(node, operation, outputs),
	]
		.filter(Boolean)
		.join('\n\n');
}

function sharedPart(
	node: DocumentedNode,
	collection: INodeProperties,
	sorted: readonly Described[],
): string {
	const users = sorted.filter(({ parameters }) => parameters.includes(collection));
	const all = users.flatMap(({ parameters }) => parameters);
	const titles = users.map((operation) => titleOf(node, operation)).join(', ');
	return [
		`**${collection.displayName}** of ${titles}:`,
		[HEADER, ...memberRows(collection, all)].join('\n'),
	].join('\n\n');
}

function nodePart(node: DocumentedNode, outputs: OutputFields): string {
	const sorted = [...node.operations].sort((a, b) =>
		titleOf(node, a).localeCompare(titleOf(node, b)),
	);
	const shared = sharedCollections(sorted);
	const overview = sorted.map(
		(operation) =>
			`| ${titleOf(node, operation)} | ${cell(sentence(operation.description))} | ${operation.kind === 'act' ? 'yes' : 'no'} |`,
	);
	const before = node.before ?? [];
	const above = before.map((field) =>
		row(field.displayName, purposeWords(field, before), defaultWords(field)),
	);
	return [
		`### ${node.name}`,
		['| Operation | What it does | Reaches a person |\n| --- | --- | --- |', ...overview].join(
			'\n',
		),
		above.length > 0 ? `Above the two drop-downs:\n\n${[HEADER, ...above].join('\n')}` : '',
		...sorted.map((operation) => operationPart(node, operation, shared, outputs)),
		...shared.map((collection) => sharedPart(node, collection, sorted)),
	]
		.filter(Boolean)
		.join('\n\n');
}

/** The README's reference of operations: every node, resource, operation and field, out of the code. */
export function reference(
	nodes: readonly DocumentedNode[],
	sending: INodeProperties,
	outputs: OutputFields,
): string {
	const sendingRows = members(sending).map((field) =>
		row(field.displayName, purposeWords(field, members(sending)), defaultWords(field)),
	);
	return [
		...nodes.map((node) => nodePart(node, outputs)),
		'### Sending options',
		'Every operation that reaches a person has these, under **Sending**:',
		[HEADER, ...sendingRows].join('\n'),
	].join('\n\n');
}
