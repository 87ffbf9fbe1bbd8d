import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import { ACCOUNTS } from '../../../sandbox';
import { performance } from '../../../support/node';
import { through } from '../ends';
import { same } from '../../support/same';
import type { Case } from '../setting';
import { FIRST, SECOND, WAYS, contacts, message, reached } from '../ways';
import { withContext } from '../withContext';

const [way] = WAYS.filter(({ node }) => node === 'connectSafely');
const BOTH = contacts(FIRST, SECOND);

const stop: Case = {
	name: 'Stop ends a pause',
	async check({ start, sandbox }) {
		// Of its own account, whose first send need not wait for those of other cases.
		const account = { __rl: true, mode: 'id', value: ACCOUNTS.connectSafelySecond };
		const parameters = { ...message(way, { pauseMin: 60, pauseMax: 60 }), account };
		const { result, cancel } = start({ node: way.node, parameters, items: BOTH });
		while (sandbox.deliveries.length === 0) await sleep(10);
		await sleep(100);
		const asked = performance.now();
		cancel();
		const { status } = await result;
		same('status', status, 'canceled');
		same('ends within a second', performance.now() - asked < 1_000, true);
		same('reached', reached(sandbox), [FIRST]);
	},
};

const hint: Case = {
	name: 'The call-out that sums up',
	async check({ run }) {
		const { hints } = await run({ node: way.node, parameters: message(way), items: BOTH });
		const messages = hints('Node').map((one) => one.message);
		same('hints', messages, ['2 sent.']);
	},
};

const file: Case = {
	name: 'A file out of the item',
	async check({ run, sandbox }) {
		const data = { data: btoa('%PDF-1.4'), mimeType: 'application/pdf', fileName: 'offer.pdf' };
		const [linkup] = WAYS.filter(({ parameters }) => parameters.authentication === 'loginToken');
		const result = await run({
			node: linkup.node,
			parameters: { ...message(linkup), options: { mediaBinaryProperty: 'data' } },
			items: contacts(FIRST).map((json) => ({ json, binary: { data } })),
		});
		through(result);
		const withFile = sandbox.deliveries.map(({ hasMedia }) => hasMedia);
		same('with a file', withFile, [true]);
	},
};

const EXTRAS = new Set(['addExecutionHints', 'sendMessageToUI']);

/** An n8n that offers its nodes less. */
function bare(context: IExecuteFunctions): IExecuteFunctions {
	return new Proxy(context, {
		get: (target, name) =>
			EXTRAS.has(String(name)) ? undefined : (Reflect.get(target, name, target) as unknown),
	});
}

const less: Case = {
	name: 'Sends where n8n shows no call-outs and no progress',
	async check({ run, nodeTypes, sandbox }) {
		const result = await run({
			node: way.node,
			nodeTypes: withContext(nodeTypes, bare),
			parameters: message(way),
			items: BOTH,
		});
		through(result);
		same('reached', reached(sandbox), [FIRST, SECOND]);
		same('hints', result.hints('Node'), []);
	},
};

export const running: readonly Case[] = [stop, hint, file, less];
