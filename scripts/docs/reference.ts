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

/** A field that more operations have than these is the usual one of its name. */
const MOST_NAMED = 3;

const HEADER = '| Field | What it is for | At first |\n| --- | --- | --- |';

const members = ({ type, options = [] }: INodeProperties): INodeProperties[] =>
	type === 'collection' ? (options as INodeProperties[]) : [];

function row(name: string, purpose: string, first: string): string {
	return `| ${cell(name)} | ${cell(purpose)} | ${cell(first)} |`;
}

interface Row {
	readonly name: string;
	readonly purpose: string;
	readonly first: string;
}

/** The rows of a field: one for itself, or one for each member of a collection. */
function rowsOf(field: INodeProperties, all: readonly INodeProperties[]): Row[] {
	if (field.type === 'notice' || field.name === SENDING) return [];
	const inner = members(field);
	if (inner.length === 0) {
		const { displayName: name } = field;
		return [{ name, purpose: purposeWords(field, all), first: defaultWords(field) }];
	}
	return inner.map((member) => ({
		name: `${field.displayName} › ${member.displayName}`,
		purpose: purposeWords(member, all),
		first: defaultWords(member),
	}));
}

function titleOf(node: DocumentedNode, operation: Described): string {
	const resource = node.resources.find(({ value }) => value === operation.resource);
	return `${resource?.name ?? operation.resource} › ${operation.name}`;
}

function condition({ onlyWith = {} }: Described, before: readonly INodeProperties[]): string {
	const show = Object.fromEntries(Object.entries(onlyWith).map(([name, value]) => [name, [value]]));
	return conditionWords({ displayOptions: { show } }, before);
}

function reachWords(operation: Described): string {
	if (operation.kind !== 'act') return '';
	return operation.on === 'post'
		? '**Shows on LinkedIn under your name.**'
		: '**Reaches a person.**';
}

function fieldNames({ parameters }: Described): string {
	const names = parameters
		.filter(({ type }) => type !== 'notice')
		.map(({ displayName, required }) => (required ? `**${displayName}**` : displayName));
	return [...new Set(names)].join(', ');
}

function outputWords(node: DocumentedNode, operation: Described, outputs: OutputFields): string {
	if (operation.kind === 'act') return '[an outcome](#outputs)';
	const fields = outputs(node.folder, operation.resource, operation.operation) ?? [];
	return fields.map((name) => `\`${name}\``).join(', ') || 'what the service says';
}

function operationRow(node: DocumentedNode, operation: Described, outputs: OutputFields): string {
	const words = [
		sentence(operation.description),
		reachWords(operation),
		condition(operation, node.before ?? []),
	];
	const cells = [
		titleOf(node, operation),
		words.filter(Boolean).join(' '),
		fieldNames(operation),
		outputWords(node, operation, outputs),
	];
	return `| ${cells.map(cell).join(' | ')} |`;
}

/** Every field of the node, once; where one of a name differs, it says which operations have it. */
function fieldTable(node: DocumentedNode, sorted: readonly Described[]): string[] {
	const rows = new Map<string, Row & { users: string[] }>();
	for (const operation of sorted) {
		const all = [...(node.before ?? []), ...operation.parameters];
		for (const found of all.flatMap((field) => rowsOf(field, all))) {
			const key = JSON.stringify(found);
			const known = rows.get(key) ?? { ...found, users: [] };
			rows.set(key, { ...known, users: [...known.users, titleOf(node, operation)] });
		}
	}
	const distinct = [...rows.values()].sort((a, b) => a.name.localeCompare(b.name));
	return distinct.map(({ name, purpose, first, users }) => {
		const where = [...new Set(users)];
		const isOne = distinct.filter((other) => other.name === name).length === 1;
		const isUsual = isOne || where.length > MOST_NAMED;
		return row(isUsual ? name : `${name} (${where.join(', ')})`, purpose, first);
	});
}

function nodePart(node: DocumentedNode, outputs: OutputFields): string {
	const sorted = [...node.operations].sort((a, b) =>
		titleOf(node, a).localeCompare(titleOf(node, b)),
	);
	const overview = sorted.map((operation) => operationRow(node, operation, outputs));
	return [
		`### ${node.name}`,
		['| Operation | What it does | Fields | Gives |\n| --- | --- | --- | --- |', ...overview].join(
			'\n',
		),
		`Fields of the ${node.name} node; those in bold above must be filled in:`,
		[HEADER, ...fieldTable(node, sorted)].join('\n'),
	].join('\n\n');
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
		'Every operation that reaches a person has these, under **Sending**. Those on posts have the same, counted in posts:',
		[HEADER, ...sendingRows].join('\n'),
	].join('\n\n');
}
