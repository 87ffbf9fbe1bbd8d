import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation } from '../operation/types';
import { keepingWhole } from './wholeCollection';
import { byDisplayName } from '../fields/byName';

/** An entry of the Resource drop-down. */
export interface Resource {
	readonly name: string;
	readonly value: string;
	readonly description: string;
}

const resourceDropDown: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
};

const operationDropDown: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
};

type Shown = NonNullable<INodeProperties['displayOptions']>['show'];

type Described = Operation<never>;

const byName = (a: { name: string }, b: { name: string }): number => byDisplayName(a.name, b.name);

function only({ onlyWith }: Described): Shown {
	return Object.fromEntries(Object.entries(onlyWith ?? {}).map(([name, value]) => [name, [value]]));
}

/** Conditions that hold for all of the operations, so that the Resource entry can carry them. */
function sharedCondition(operations: readonly Described[]): Shown {
	const [first] = operations;
	const same = operations.every(
		(operation) => JSON.stringify(operation.onlyWith) === JSON.stringify(first.onlyWith),
	);
	return same ? only(first) : {};
}

const when = (show: Shown): Pick<INodeProperties, 'displayOptions'> =>
	Object.keys(show ?? {}).length > 0 ? { displayOptions: { show } } : {};

function operationOption(operation: Described): INodePropertyOptions {
	return {
		name: operation.name,
		value: operation.operation,
		action: operation.action,
		description: operation.description,
		...when(only(operation)),
	};
}

/** An operation's own condition and the parameter's, the parameter's winning. */
function merged(
	parameter: INodeProperties,
	resource: string,
	operations: readonly Described[],
): INodeProperties {
	const { show, ...rest } = parameter.displayOptions ?? {};
	return {
		...parameter,
		displayOptions: {
			...rest,
			show: {
				...sharedCondition(operations),
				resource: [resource],
				operation: operations.map(({ operation }) => operation),
				...show,
			},
		},
	};
}

/**
 * The parameters of a resource, each once, in an order that keeps every operation's own: a new one goes
 * before the next of its operation that has its place already.
 */
function inOrder(operations: readonly Described[]): INodeProperties[] {
	const placed: INodeProperties[] = [];
	for (const { parameters } of operations) {
		for (const [index, parameter] of parameters.entries()) {
			if (placed.includes(parameter)) continue;
			const next = parameters.slice(index + 1).find((later) => placed.includes(later));
			placed.splice(next ? placed.indexOf(next) : placed.length, 0, parameter);
		}
	}
	return placed;
}

/** A parameter used by several operations of a resource appears once, so its value survives switching. */
function parametersOf(resource: string, operations: readonly Described[]): INodeProperties[] {
	return inOrder(operations).map((parameter) =>
		merged(
			parameter,
			resource,
			operations.filter(({ parameters }) => parameters.includes(parameter)),
		),
	);
}

/**
 * A node's `properties` out of its table of operations: the Resource and Operation drop-downs, then
 * every operation's parameters, shown where they apply. `before` comes first, above the drop-downs.
 */
export function buildProperties(
	resources: readonly Resource[],
	table: ReadonlyArray<Operation<never>>,
	before: readonly INodeProperties[] = [],
): INodeProperties[] {
	const grouped = [...resources]
		.sort(byName)
		.map((resource) => ({
			resource,
			operations: table.filter((operation) => operation.resource === resource.value).sort(byName),
		}))
		.filter(({ operations }) => operations.length > 0);
	const [first] = grouped;
	return [
		...before,
		{
			...resourceDropDown,
			options: grouped.map(({ resource, operations }) => ({
				...resource,
				...when(sharedCondition(operations)),
			})),
			default: preferred(grouped.map(({ resource }) => resource.value)) ?? first.resource.value,
		},
		...grouped.map(
			({ resource, operations }): INodeProperties => ({
				...operationDropDown,
				displayOptions: { show: { resource: [resource.value] } },
				options: operations.map(operationOption),
				default: operations[0].operation,
			}),
		),
		...grouped.flatMap(({ resource, operations }) => parametersOf(resource.value, operations)),
	];
}

/** A node's `properties` as n8n gets them: those of `buildProperties`, with collections that keep expressions. */
export function nodeProperties(...parts: Parameters<typeof buildProperties>): INodeProperties[] {
	return buildProperties(...parts).flatMap(keepingWhole);
}

/** What most people come for. */
const preferred = (values: readonly string[]): string | undefined =>
	values.find((value) => value === 'message');

/** An expression for a node's `subtitle`: the action in the words of the nodes panel. */
export function buildSubtitle(table: ReadonlyArray<Operation<never>>): string {
	const words = Object.fromEntries(
		table.map(({ resource, operation, action }) => [`${resource}.${operation}`, action]),
	);
	return `={{ (${JSON.stringify(words)})[$parameter["resource"] + "." + $parameter["operation"]] }}`;
}
