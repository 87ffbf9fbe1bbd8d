import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { connectSafely } from '../../../../nodes/ConnectSafely/vendor';
import { linkupOperations } from '../../../../nodes/LinkupApi/vendor';
import { outX } from '../../../../nodes/OutX/vendor';
import { buildProperties } from '../../../../nodes/shared/descriptions/build';
import { limitField } from '../../../../nodes/shared/fields/properties';
import { operationsOf } from '../../../../nodes/shared/operation/define';
import type { Operation } from '../../../../nodes/shared/operation/types';

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...more,
});

const operation = (
	resource: string,
	name: string,
	parameters: INodeProperties[] = [],
	onlyWith?: Record<string, string>,
) =>
	operationsOf<never>().defineRead({
		resource,
		operation: name,
		name: name.toUpperCase(),
		action: `${name} ${resource}`,
		description: 'd',
		fields: [{ properties: parameters, shape: {} }],
		calls: [],
		perform: async () => await Promise.resolve({}),
		...(onlyWith && { onlyWith }),
	});

const resource = (value: string) => ({ name: value.toUpperCase(), value, description: 'd' });

const named = (properties: INodeProperties[], name: string): INodeProperties[] =>
	properties.filter((property) => property.name === name);
const options = (property: INodeProperties): INodePropertyOptions[] =>
	property.options as INodePropertyOptions[];
const shown = (property: INodeProperties | INodePropertyOptions) => property.displayOptions?.show;

describe('buildProperties', () => {
	it('offers what the table has, and nothing else', () => {
		const properties = buildProperties(
			[resource('b'), resource('a'), resource('empty')],
			[operation('b', 'y'), operation('b', 'x'), operation('a', 'z')],
		);
		const [resources] = named(properties, 'resource');
		expect(options(resources).map(({ value }) => value)).toEqual(['a', 'b']);
		const operations = named(properties, 'operation');
		expect(
			operations.map((property) => [shown(property), options(property).map((o) => o.value)]),
		).toEqual([
			[{ resource: ['a'] }, ['z']],
			[{ resource: ['b'] }, ['x', 'y']],
		]);
		expect(operations.map((property) => property.default)).toEqual(['z', 'x']);
		expect(resources.default).toBe('a');
	});

	it('starts with messages, where there are any', () => {
		const properties = buildProperties(
			[resource('account'), resource('message')],
			[operation('account', 'get'), operation('message', 'send')],
		);
		expect(named(properties, 'resource')[0].default).toBe('message');
	});

	it('shows a parameter of several operations once per resource, so that it keeps its value', () => {
		const shared = field('shared');
		const properties = buildProperties(
			[resource('a'), resource('b')],
			[
				operation('a', 'x', [shared, field('own')]),
				operation('a', 'y', [shared]),
				operation('b', 'z', [shared]),
			],
		);
		expect(named(properties, 'shared').map(shown)).toEqual([
			{ resource: ['a'], operation: ['x', 'y'] },
			{ resource: ['b'], operation: ['z'] },
		]);
		expect(named(properties, 'own').map(shown)).toEqual([{ resource: ['a'], operation: ['x'] }]);
	});

	it("keeps a parameter's own conditions, and leaves the parameter as it was", () => {
		const hidden = field('hidden', { displayOptions: { hide: { x: [1] } } });
		const before = JSON.stringify([limitField, hidden]);
		const properties = buildProperties(
			[resource('a')],
			[operation('a', 'x', [limitField, hidden])],
		);
		expect(shown(named(properties, 'limit')[0])).toEqual({
			resource: ['a'],
			operation: ['x'],
			returnAll: [false],
		});
		expect(named(properties, 'hidden')[0].displayOptions?.hide).toEqual({ x: [1] });
		expect(JSON.stringify([limitField, hidden])).toBe(before);
	});

	it('carries a condition of all operations to resource, operations and parameters', () => {
		const onlyWith = { authentication: 'account' };
		const properties = buildProperties(
			[resource('a'), resource('b')],
			[
				operation('a', 'x', [field('p')], onlyWith),
				operation('a', 'y', [], onlyWith),
				operation('b', 'z', [field('q')]),
			],
			[field('authentication')],
		);
		expect(properties[0].name).toBe('authentication');
		const show = { authentication: ['account'] };
		const [a, b] = options(named(properties, 'resource')[0]);
		expect([shown(a), shown(b)]).toEqual([show, undefined]);
		const [ofA, ofB] = named(properties, 'operation');
		expect(options(ofA).map(shown)).toEqual([show, show]);
		expect(options(ofB).map(shown)).toEqual([undefined]);
		expect(shown(named(properties, 'p')[0])).toEqual({
			...show,
			resource: ['a'],
			operation: ['x'],
		});
		expect(shown(named(properties, 'q')[0])).not.toHaveProperty('authentication');
	});

	it('does not carry a condition of some operations to the others', () => {
		const p = field('p');
		const properties = buildProperties(
			[resource('a')],
			[operation('a', 'x', [p], { authentication: 'account' }), operation('a', 'y', [p])],
		);
		expect(shown(options(named(properties, 'resource')[0])[0])).toBeUndefined();
		const [x, y] = options(named(properties, 'operation')[0]);
		expect([shown(x), shown(y)]).toEqual([{ authentication: ['account'] }, undefined]);
		expect(shown(named(properties, 'p')[0])).toEqual({ resource: ['a'], operation: ['x', 'y'] });
	});
});

describe('the order of fields in the editor', () => {
	it.each([
		['OutX', outX.operations],
		['ConnectSafely.ai', connectSafely.operations],
		['LinkupAPI', linkupOperations],
	] as Array<[string, ReadonlyArray<Operation<never>>]>)(
		'of every operation of %s is the one it was written in',
		(_, table) => {
			const resources = [...new Set(table.map(({ resource }) => resource))].map((value) => ({
				name: value,
				value,
				description: '',
			}));
			const properties = buildProperties(resources, table);
			for (const { resource, operation, parameters } of table) {
				const shown = properties
					.filter(({ displayOptions }) => {
						const show = displayOptions?.show ?? {};
						return (
							show.resource?.includes(resource) && show.operation?.includes(operation) === true
						);
					})
					.map(({ name }) => name);
				expect(shown).toEqual(parameters.map(({ name }) => name));
			}
		},
	);
});
