import { fullName } from '../../../sandbox';
import { listSearch, testCredential } from '../../../support/engine';
import { sandboxCredentials } from '../../../../scripts/campaign/setting';
import { through } from '../ends';
import { same } from '../../support/same';
import type { Case } from '../setting';
import { FIRST, RECIPIENT, WAYS, contacts, message } from '../ways';
import type { Way } from '../ways';

const profile = (way: Way): Case => ({
	name: `${way.name}: Profile › Get`,
	async check({ run, sandbox }) {
		const parameters = { resource: 'profile', operation: 'get', recipient: RECIPIENT };
		const result = await run({
			node: way.node,
			parameters: { ...parameters, ...way.parameters },
			items: contacts(FIRST),
		});
		const [{ json }] = through(result);
		same('name', json.name, fullName(sandbox.world.person(FIRST)));
		same('reached', sandbox.deliveries.length, 0);
	},
});

const [outX] = WAYS.filter(({ node }) => node === 'outX');

const tasks: Case = {
	name: 'OutX: Task › Wait For',
	async check({ run, sandbox }) {
		const send = { ...message(outX), waitForResult: false };
		const started = await run({ node: outX.node, parameters: send, items: contacts(FIRST) });
		const [{ json: task }] = through(started);
		same('without waiting', [task.outcome, sandbox.deliveries.length], ['pending', 0]);
		const waitFor = { resource: 'task', operation: 'waitFor', taskId: '={{ $json.taskId }}' };
		const ended = await run({ node: outX.node, parameters: waitFor, items: [task] });
		const [{ json }] = through(ended);
		same('after waiting', [json.status, sandbox.deliveries.length], ['completed', 1]);
	},
};

const lists: Case = {
	name: 'Lists in the editor',
	async check({ nodeTypes, sandbox }) {
		const count = async (type: string, method: string): Promise<number> => {
			const { results } = await listSearch({
				nodeTypes,
				type,
				method,
				parameters: { authentication: 'account' },
				credentials: sandboxCredentials(sandbox),
			});
			return results.filter(({ name, value }) => name !== '' && value !== '').length;
		};
		for (const type of nodeTypes.nodeNames()) {
			const { methods } = nodeTypes.node(type) as {
				methods: { listSearch: object };
			};
			for (const method of Object.keys(methods.listSearch)) {
				const filled = (await count(type, method)) > 0;
				same(`${type}.${method} lists something`, filled, true);
			}
		}
	},
};

const credentials: Case = {
	name: 'Credential tests',
	async check({ nodeTypes, sandbox }) {
		for (const [type, data] of Object.entries(sandboxCredentials(sandbox))) {
			const good = await testCredential(type, data, nodeTypes);
			same(`${type} with its key`, [good.status, good.message], ['OK', 'Connection successful!']);
			const wrong = await testCredential(type, { ...data, apiKey: 'a-wrong-key' }, nodeTypes);
			same(`${type} with another`, wrong.status, 'Error');
			// Older n8n loses the vendor's answer, and with it our own words for it.
			same(`${type} says what to check`, /API key|credentials/.test(wrong.message), true);
		}
	},
};

export const reading: readonly Case[] = [...WAYS.map(profile), tasks, lists, credentials];
