import fc from 'fast-check';
import type { INodeParameters, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { OutX } from '../../../../nodes/OutX/OutX.node';
import { outX, outXResources } from '../../../../nodes/OutX/vendor';
import { ConnectSafely } from '../../../../nodes/ConnectSafely/ConnectSafely.node';
import { LinkupApi } from '../../../../nodes/LinkupApi/LinkupApi.node';
import { buildProperties } from '../../../../nodes/shared/descriptions/build';

/** What n8n hands a node (all defaults filled in), or saves of it (only what differs). */
function kept(
	properties: INodeProperties[],
	parameters: INodeParameters,
	withDefaults = true,
): INodeParameters {
	const node = { typeVersion: 1 };
	const description = { name: 'x', properties } as unknown as INodeTypeDescription;
	return (
		NodeHelpers.getNodeParameters(
			properties,
			structuredClone(parameters),
			withDefaults,
			false,
			node,
			description,
		) ?? {}
	);
}

const NODES = [new OutX(), new ConnectSafely(), new LinkupApi()].map(
	({ description }) => description,
);

const COLLECTIONS = NODES.flatMap(({ name, properties }) =>
	properties
		.filter(({ type }) => type === 'collection')
		.flatMap((field) => {
			const { show = {} } = field.displayOptions ?? {};
			return (show.operation ?? []).map((operation) => ({
				title: `${name} ${String(show.resource?.[0])}.${String(operation)} › ${field.name}`,
				properties,
				name: field.name,
				chosen: { resource: show.resource?.[0], operation } as INodeParameters,
			}));
		}),
);

describe('a collection that is one expression', () => {
	it('is a matter of many operations', () => {
		expect(COLLECTIONS.length).toBeGreaterThan(25);
	});

	it.each(COLLECTIONS)('reaches the node: $title', ({ properties, name, chosen }) => {
		for (const value of ['={{ $json.sending }}', '=', '{"dryRun":true}', '"dryRun"']) {
			for (const withDefaults of [true, false]) {
				expect(kept(properties, { ...chosen, [name]: value }, withDefaults)[name]).toBe(value);
			}
		}
	});

	it.each(COLLECTIONS)('is the collection otherwise: $title', ({ properties, name, chosen }) => {
		expect(kept(properties, chosen)[name]).toEqual({});
		expect(kept(properties, { ...chosen, [name]: {} })[name]).toEqual({});
		expect(kept(properties, { ...chosen, [name]: { nobody: 1 } })[name]).toEqual({});
		const shown = properties.filter(
			(property) =>
				property.name === name &&
				NodeHelpers.displayParameter({ ...chosen, [name]: {} }, property, null, null, {
					...chosen,
					[name]: {},
				}),
		);
		expect(shown.map(({ type }) => type)).toEqual(['collection']);
	});

	it('changes nothing for a collection that is none', () => {
		const plain = buildProperties(outXResources, outX.operations);
		const { properties } = NODES[0];
		const value = fc.oneof(
			fc.boolean(),
			fc.integer(),
			fc.constantFrom('={{ 1 }}', '', 'stop', null),
		);
		const sending = fc.dictionary(
			fc.constantFrom('dryRun', 'maxPerDay', 'onLimit', 'pauseMin', 'pauseMax', 'nobody'),
			value,
		);
		const options = fc.dictionary(
			fc.constantFrom('maxWait', 'onTimeout', 'labels', 'other'),
			value,
		);
		fc.assert(
			fc.property(
				fc.constantFrom(...outX.operations.map((one) => `${one.resource}.${one.operation}`)),
				sending,
				options,
				fc.boolean(),
				fc.boolean(),
				(id, ofSending, ofOptions, waitForResult, withDefaults) => {
					const [resource, operation] = id.split('.');
					const given = {
						resource,
						operation,
						waitForResult,
						sending: ofSending,
						options: ofOptions,
					} as INodeParameters;
					// Notices hold no value; which of them is there is nothing a node reads.
					const values = (all: INodeProperties[]): INodeParameters =>
						Object.fromEntries(
							Object.entries(kept(all, given, withDefaults)).filter(
								([name]) => !name.includes('Notice'),
							),
						);
					expect(values(properties)).toEqual(values(plain));
				},
			),
		);
	});
});

describe('the members of Sending', () => {
	const members = (resource: string, operation: string): INodeProperties[] =>
		outX.operations
			.find((one) => one.resource === resource && one.operation === operation)
			?.parameters.find(({ name }) => name === 'sending')?.options as INodeProperties[];

	it.each([
		['message', 'send'],
		['connection', 'sendRequest'],
		['post', 'comment'],
		['post', 'like'],
		['collectedPost', 'comment'],
		['collectedPost', 'like'],
	])('of %s.%s stand in the order of the alphabet', (resource, operation) => {
		const labels = members(resource, operation).map(({ displayName }) => displayName);
		expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b)));
		const hasText = operation !== 'like';
		expect(labels.includes('Text Check')).toBe(hasText);
	});

	it('offer what to do with an unfinished text, refusing it unless told otherwise', () => {
		const check = members('message', 'send').find(({ name }) => name === 'textCheck');
		expect(check?.default).toBe('refuse');
		expect(check?.options?.map((one) => 'value' in one && [one.name, one.value])).toEqual([
			['Clean Up', 'cleanUp'],
			['Refuse Unfinished Text', 'refuse'],
			['Send as It Is', 'off'],
		]);
	});

	it('leave out to send again unless told so', () => {
		const again = members('message', 'send').find(({ name }) => name === 'sendAgain');
		expect(again).toMatchObject({
			type: 'boolean',
			default: false,
			description:
				'Whether to do the same act with the same text again for people this node already reached',
		});
	});
});
