import type { INodeProperties } from 'n8n-workflow';

import type { Resource } from '../../nodes/shared/descriptions/build';
import type { Operation } from '../../nodes/shared/operation/types';
import { fieldTable, rowsOf } from './fields';
import type { Row } from './fields';
import { cell, conditionWords, sentence } from './words';

/** A node as its page describes it. */
export interface DocumentedNode {
	/** Below nodes/. */
	readonly folder: string;
	readonly resources: readonly Resource[];
	readonly operations: ReadonlyArray<Operation<never>>;
	/** Drop-downs above Resource. */
	readonly before?: readonly INodeProperties[];
}

type Described = Operation<never>;

/** A field that more operations have than these is the usual one of its name. */
const MOST_NAMED = 3;

const OUTCOME = '[an outcome](../outputs-and-errors.md#outputs)';

const HEADER = '| Operation | What it does | Fields | Gives |\n| --- | --- | --- | --- |';

function titleOf(node: DocumentedNode, operation: Described): string {
	const resource = node.resources.find(({ value }) => value === operation.resource);
	return `${resource?.name ?? operation.resource} › ${operation.name}`;
}

const sorted = (node: DocumentedNode): Described[] =>
	[...node.operations].sort((a, b) => titleOf(node, a).localeCompare(titleOf(node, b)));

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

function outputWords(operation: Described): string {
	if (operation.kind === 'act') return OUTCOME;
	const fields = Object.keys(operation.output ?? {});
	return fields.map((name) => `\`${name}\``).join(', ') || 'what the service says';
}

function operationRow(node: DocumentedNode, operation: Described): string {
	const words = [
		sentence(operation.description),
		reachWords(operation),
		condition(operation, node.before ?? []),
	];
	const cells = [
		titleOf(node, operation),
		words.filter(Boolean).join(' '),
		fieldNames(operation),
		outputWords(operation),
	];
	return `| ${cells.map(cell).join(' | ')} |`;
}

/** A table of the operations of each resource, under the resource's name. */
export function operationTables(node: DocumentedNode): string {
	const all = sorted(node);
	const values = [...new Set(all.map(({ resource }) => resource))];
	const parts = values.map((value) => {
		const resource = node.resources.find((one) => one.value === value);
		const rows = all.filter((operation) => operation.resource === value);
		return [
			`### ${resource?.name ?? value}`,
			sentence(resource?.description ?? ''),
			[HEADER, ...rows.map((operation) => operationRow(node, operation))].join('\n'),
		];
	});
	return parts.flat().filter(Boolean).join('\n\n');
}

/** Every field of the node, once; where one of a name differs, it says which operations have it. */
export function nodeFields(node: DocumentedNode): string {
	const rows = new Map<string, Row & { users: string[] }>();
	for (const operation of sorted(node)) {
		const all = [...(node.before ?? []), ...operation.parameters];
		for (const found of all.flatMap((field) => rowsOf(field, all))) {
			const key = JSON.stringify(found);
			const known = rows.get(key) ?? { ...found, users: [] };
			rows.set(key, { ...known, users: [...known.users, titleOf(node, operation)] });
		}
	}
	const distinct = [...rows.values()].sort((a, b) => a.name.localeCompare(b.name));
	return fieldTable(
		distinct.map(({ name, purpose, initial, users }) => {
			const where = [...new Set(users)];
			const isOne = distinct.filter((other) => other.name === name).length === 1;
			const isUsual = isOne || where.length > MOST_NAMED;
			return { name: isUsual ? name : `${name} (${where.join(', ')})`, purpose, initial };
		}),
	);
}
