import type { IConnections, IDataObject, INode, NodeConnectionType } from 'n8n-workflow';

import { PEOPLE, profileUrl } from '../../../sandbox';
import { assert } from '../../../support/node';
import { PACKAGE } from '../installed';
import { startModel } from '../model';
import type { Check, Stage } from '../stage';
import type { WorkflowInput } from '../workflows';

const NAME = 'agent';
const TOOL = 'Write on LinkedIn';
const TEXT = 'Hi Jane, this is your agent.';

interface Listed {
	readonly name: string;
	readonly displayName: string;
	readonly description: string;
	readonly inputs: string[];
	readonly outputs: string[];
}

async function workflow({ runs, editor }: Stage, modelUrl: string): Promise<WorkflowInput> {
	const model = await editor.rest.post<{ id: string; name: string }>('/credentials', {
		name: 'Model of the tests',
		type: 'openAiApi',
		data: { apiKey: 'none', url: modelUrl },
	});
	const nodes: Array<Omit<INode, 'id'>> = [
		{
			name: 'CRM',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: NAME,
			parameters: { httpMethod: 'POST', path: NAME, responseMode: 'lastNode', options: {} },
		},
		{
			name: 'Agent',
			type: '@n8n/n8n-nodes-langchain.agent',
			typeVersion: 3.1,
			position: [220, 0],
			parameters: { promptType: 'define', text: '={{ $json.body.task }}', options: {} },
		},
		{
			name: 'Model',
			type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
			typeVersion: 1.2,
			position: [160, 220],
			parameters: { model: { __rl: true, mode: 'id', value: 'model' }, options: {} },
			credentials: { openAiApi: { id: model.id, name: model.name } },
		},
		{
			name: TOOL,
			type: `${PACKAGE}.outXTool`,
			typeVersion: 1,
			position: [340, 220],
			parameters: {
				descriptionType: 'auto',
				resource: 'message',
				operation: 'send',
				recipient: {
					__rl: true,
					mode: 'url',
					value: "={{ $fromAI('recipient', 'The LinkedIn profile address', 'string') }}",
				},
				message: "={{ $fromAI('message', 'The text to send', 'string') }}",
				sending: { pauseMin: 0, pauseMax: 0 },
			},
			credentials: await runs.credential('outXApi'),
		},
	];
	const to = (node: string, type: NodeConnectionType): IConnections[string] => ({
		[type]: [[{ node, type, index: 0 }]],
	});
	return {
		name: NAME,
		nodes: nodes.map((node) => ({ ...node, id: node.name })),
		connections: {
			CRM: to('Agent', 'main'),
			Model: to('Agent', 'ai_languageModel'),
			[TOOL]: to('Agent', 'ai_tool'),
		},
		settings: { executionOrder: 'v1' },
	};
}

export const agentChecks: readonly Check[] = [
	{
		name: 'Each node is offered to AI agents as a tool, with a name and a description',
		async run({ editor }) {
			const { text } = await editor.rest.open('/types/nodes.json');
			const types = JSON.parse(text) as Listed[];
			for (const name of ['outX', 'connectSafely', 'linkupApi']) {
				const own = `${PACKAGE}.${name}`;
				const node = types.find((type) => type.name === own);
				const tool = types.find((type) => type.name === `${own}Tool`);
				assert.ok(node && tool, `n8n does not list ${name} and its tool`);
				assert.deepEqual([tool.inputs, tool.outputs], [[], ['ai_tool']]);
				assert.equal(tool.displayName, `${node.displayName} Tool`);
				assert.match(tool.description, /LinkedIn messages/);
			}
		},
	},
	{
		name: 'An AI agent is told what the tool does and needs, calls it once, and reads the outcome',
		async run(stage) {
			const { runs, pictures, operator, editor } = stage;
			const { sandbox } = editor;
			const linkedin = profileUrl(sandbox.world.person(PEOPLE.connectedToo));
			const model = await startModel({ recipient: linkedin, message: TEXT });
			try {
				const id = await runs.put(await workflow(stage, model.url));
				const answer = await runs.call(NAME, { task: 'Greet Jane on LinkedIn' });
				const [{ tools = [] }] = model.questions;
				assert.equal(tools.length, 1);
				const { name, description, parameters } = tools[0].function;
				assert.equal(name, TOOL.replace(/ /g, '_'));
				assert.match(description, /send.*message.*OutX/i);
				const properties = parameters.properties as Record<string, IDataObject>;
				assert.deepEqual(Object.keys(properties).sort(), ['message', 'recipient']);
				assert.equal(properties.recipient.description, 'The LinkedIn profile address');
				assert.equal(properties.recipient.type, 'string');
				assert.deepEqual((parameters.required as string[]).sort(), ['message', 'recipient']);
				assert.match(String(answer.output), /"outcome":\s*"sent"/);
				const delivered = sandbox.deliveries.filter(({ text }) => text === TEXT);
				assert.equal(delivered.length, 1);
				await operator.visitWorkflow(id);
				await pictures.shot('agent');
			} finally {
				await model.close();
			}
		},
	},
];
