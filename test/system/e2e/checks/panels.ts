import type { INode, INodeType } from 'n8n-workflow';

import { assert } from '../../../support/node';
import { PACKAGE, installed } from '../installed';
import type { Check, Stage } from '../stage';

interface Shown {
	readonly name: string;
	readonly type: string;
	readonly credential: string;
	readonly parameters?: INode['parameters'];
}

/** One node of each kind, as it is after it was dragged in. */
const NODES: readonly Shown[] = [
	{ name: 'OutX', type: 'outX', credential: 'outXApi' },
	{ name: 'OutX Trigger', type: 'outXTrigger', credential: 'outXApi' },
	{ name: 'ConnectSafely.ai', type: 'connectSafely', credential: 'connectSafelyAiApi' },
	{ name: 'LinkupAPI login token', type: 'linkupApi', credential: 'linkupLoginTokenApi' },
	{
		name: 'LinkupAPI account',
		type: 'linkupApi',
		credential: 'linkupAccountApi',
		parameters: { authentication: 'account' },
	},
];

const fileName = (...words: string[]): string =>
	words
		.join(' ')
		.toLowerCase()
		.replace(/\.ai/g, '')
		.replace(/[^a-z]+/g, '-');

/** Those that the package has. */
function present({ folder }: Stage): readonly Shown[] {
	const names = installed<INodeType>(folder, 'nodes').map(({ description }) => description.name);
	return NODES.filter(({ type }) => names.includes(type));
}

async function canvas(stage: Stage): Promise<string> {
	const { runs } = stage;
	const nodes = present(stage).map(
		async ({ name, type, credential, parameters = {} }, index): Promise<INode> => ({
			id: fileName(name),
			name,
			type: `${PACKAGE}.${type}`,
			typeVersion: 1,
			position: [index * 220, 0],
			parameters,
			credentials: await runs.credential(credential),
		}),
	);
	return await runs.put({
		name: 'Panels',
		nodes: await Promise.all(nodes),
		connections: {},
		settings: { executionOrder: 'v1' },
	});
}

/** What a template, an expression or a missing text leaves behind. */
const LEFTOVERS = /undefined|\[object Object\]|\{\{|NaN/;

/** Goes through everything the drop-downs of the opened node offer. */
async function everyOperation(stage: Stage, node: string): Promise<void> {
	const { operator, pictures } = stage;
	if (/trigger$/i.test(node)) return await everyEvent(stage, node);
	for (const resource of await operator.choices('resource')) {
		if (resource === 'Custom API Call') continue;
		await operator.choose('resource', resource);
		for (const operation of await operator.choices('operation')) {
			if (operation === 'Custom API Call') continue;
			await operator.choose('operation', operation);
			await pictures.shot(fileName('light', node, resource, operation));
			assert.doesNotMatch(await operator.panel.innerText(), LEFTOVERS, `${resource}: ${operation}`);
		}
	}
}

async function everyEvent({ operator, pictures }: Stage, node: string): Promise<void> {
	for (const event of await operator.choices('event')) {
		await operator.choose('event', event);
		await pictures.shot(fileName('light', node, event));
		assert.doesNotMatch(await operator.panel.innerText(), LEFTOVERS, event);
	}
}

let id = '';

export const panelChecks: readonly Check[] = (['light', 'dark'] as const).map((theme) => ({
	name: `Each node's panel opens in the ${theme} theme, with its icon for it`,
	async run(stage) {
		const { operator, pictures } = stage;
		if (id === '') id = await canvas(stage);
		await operator.useTheme(theme);
		try {
			await operator.visitWorkflow(id);
			assert.equal(await operator.page.evaluate('document.body.dataset.theme'), theme);
			await pictures.shot(`${theme}-canvas`);
			for (const { name } of present(stage)) {
				await operator.openNode(name);
				const icon = await operator.icon();
				assert.equal(/\.dark\.svg$/.test(icon), theme === 'dark', `${name} shows ${icon}`);
				await pictures.shot(fileName(theme, name));
				assert.doesNotMatch(await operator.panel.innerText(), LEFTOVERS, name);
				if (theme === 'light') await everyOperation(stage, name);
				await operator.closeNode();
			}
		} finally {
			await operator.useTheme('light');
		}
	},
}));
