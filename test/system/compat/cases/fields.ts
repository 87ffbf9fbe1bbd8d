import { NodeHelpers } from 'n8n-workflow';
import type {
	IDataObject,
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import type { NodeTypeSource } from '../../../support/engine';
import type { Shown } from '../compare';
import { same } from '../../support/same';
import type { Case } from '../setting';

/** What an operator may have set under Sending; the pace that is told depends on it. */
const SENDING: readonly IDataObject[] = [
	{},
	{ pauseMin: 5 },
	{ pauseMax: 20 },
	{ pauseMin: 5, pauseMax: 20 },
	{ pauseMin: 0, pauseMax: 0 },
	{ dryRun: true },
];

const descriptions = (source: NodeTypeSource): INodeTypeDescription[] =>
	source.nodeNames().map((type) => (source.node(type) as INodeType).description);

const choices = ({ type, options = [] }: INodeProperties): unknown[] =>
	type === 'boolean'
		? [false, true]
		: type === 'options'
			? (options as INodePropertyOptions[]).map(({ value }) => value)
			: [];

/** Every operation there is, with each value of every other switch and drop-down, and each pace. */
function settings({ properties }: INodeTypeDescription): INodeParameters[] {
	const product = (names: readonly string[]): INodeParameters[] =>
		names.reduce<INodeParameters[]>(
			(all, name) =>
				all.flatMap((one) =>
					properties
						.filter((property) => property.name === name && isFor(property, one))
						.flatMap((property) => choices(property))
						.map((value) => ({ ...one, [name]: value as string })),
				),
			[{}],
		);
	const drawers = ['authentication', 'resource', 'operation'];
	const known = drawers.filter((name) => properties.some((property) => property.name === name));
	return product(known).flatMap((base) => [
		...properties
			.filter(({ name }) => !drawers.includes(name))
			.flatMap((property) => choices(property).map((value) => [property.name, value] as const))
			.map(([name, value]): INodeParameters => ({ ...base, [name]: value as string })),
		...SENDING.map(
			(sending): INodeParameters => ({ ...base, sending: sending as INodeParameters }),
		),
	]);
}

/** Whether a drop-down is the one for what is chosen above it. */
function isFor({ displayOptions }: INodeProperties, chosen: INodeParameters): boolean {
	const { resource } = displayOptions?.show ?? {};
	return resource === undefined || resource.includes(chosen.resource as string);
}

function shownWith(description: INodeTypeDescription, chosen: INodeParameters): INodeProperties[] {
	const { properties } = description;
	const node = { typeVersion: 1 };
	const values =
		NodeHelpers.getNodeParameters(properties, chosen, true, false, node, description) ?? {};
	return properties.filter((property) =>
		NodeHelpers.displayParameter(values, property, node, description, values),
	);
}

/** Options of the drop-downs that are not offered for everything. */
function offered(
	description: INodeTypeDescription,
	chosen: INodeParameters,
	property: INodeProperties,
): string[] {
	if (property.type !== 'options') return [];
	return (property.options as INodePropertyOptions[])
		.filter((option) =>
			NodeHelpers.displayParameter(chosen, option, { typeVersion: 1 }, description, chosen),
		)
		.map(({ value }) => `${property.name}=${String(value)}`);
}

/** What this version shows, by what is chosen. */
export function shown(source: NodeTypeSource): Shown {
	const entries = descriptions(source).flatMap((description) =>
		settings(description).map((chosen) => {
			const visible = shownWith(description, chosen);
			return [
				`${description.name} ${JSON.stringify(chosen)}`,
				visible.flatMap((property) => [property.name, ...offered(description, chosen, property)]),
			] as const;
		}),
	);
	return Object.fromEntries(entries);
}

const pace: Case = {
	name: 'One notice about the pace, whatever it is',
	async check({ nodeTypes }) {
		let counted = 0;
		for (const [chosen, names] of Object.entries(shown(nodeTypes))) {
			if (!names.includes('sending')) continue;
			const notices = names.filter((name) => name.startsWith('sendingNotice'));
			same(`notices with ${chosen}`, notices.length, 1);
			counted++;
		}
		same('something was looked at', counted > 0, true);
		await Promise.resolve();
	},
};

const issues: Case = {
	name: 'Empty required fields are pointed out',
	async check({ nodeTypes }) {
		// A trigger sends nothing.
		const senders = descriptions(nodeTypes).filter(({ polling }) => !polling);
		for (const description of senders) {
			const problems = (parameters: INodeParameters): string[] => {
				const { properties } = description;
				const all = NodeHelpers.getNodeParameters(
					properties,
					{ resource: 'message', operation: 'send', ...parameters },
					true,
					false,
					{ typeVersion: 1 },
					description,
				);
				const node = {
					id: 'node',
					name: 'Node',
					type: description.name,
					typeVersion: 1,
					position: [0, 0] as [number, number],
					parameters: all ?? {},
				};
				const found = NodeHelpers.getNodeParametersIssues(properties, node, description);
				return Object.keys(found?.parameters ?? {}).sort();
			};
			const recipient = { __rl: true, mode: 'id', value: 'jane-doe' };
			same(`${description.name}, empty`, problems({}), ['message', 'recipient']);
			same(`${description.name}, filled`, problems({ recipient, message: 'Hello' }), []);
		}
		await Promise.resolve();
	},
};

export const fields: readonly Case[] = [pace, issues];
