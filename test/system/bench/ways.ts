import type { IDataObject } from 'n8n-workflow';
import { Pool } from 'undici';

import { runNode } from '../../support/engine';
import type { NodeOptions, NodeTypeSource } from '../../support/engine';
import { PACKAGE } from '../../../scripts/campaign/setting';
import type { CallsJob, Way } from './jobs';
import { atOnce, itemsFor, recipient } from './people';

/** One vendor call as each way writes it down. */
interface Recipe {
	readonly path: string;
	/** As an operator fills in the HTTP Request node: field by field, with expressions. */
	readonly fields: Record<string, string>;
	/** The parameters of our node. */
	readonly parameters: IDataObject;
	/** What a bare client sends for an item. */
	readonly body: (item: { profile: string; name: string }) => IDataObject;
	/** How many a bare client has under way, as ours does. */
	readonly underWay: number;
}

const ADDRESS = 'https://www.linkedin.com/in/';
const address = `=${ADDRESS}{{ $json.profile }}`;
const text = '=Hello {{ $json.name }}';

const RECIPES: Readonly<Record<CallsJob['call'], Recipe>> = {
	message: {
		path: '/v1/messages/send-message',
		fields: { linkedin_url: address, message_text: text },
		parameters: { resource: 'message', operation: 'send', message: text, sending: atOnce },
		body: ({ profile, name }) => ({
			linkedin_url: ADDRESS + profile,
			message_text: `Hello ${name}`,
		}),
		underWay: 1,
	},
	profile: {
		path: '/v1/profile/info',
		fields: { linkedin_url: address },
		parameters: { resource: 'profile', operation: 'get', simplify: false },
		body: ({ profile }) => ({ linkedin_url: ADDRESS + profile }),
		underWay: 5,
	},
};

async function throughEngine(
	nodeTypes: NodeTypeSource,
	job: CallsJob,
	node: Pick<NodeOptions, 'type' | 'typeVersion' | 'parameters'>,
): Promise<IDataObject[]> {
	const { credentials, count } = job;
	const result = await runNode({
		...node,
		nodeTypes,
		items: itemsFor(count),
		credentials: { linkupLoginTokenApi: credentials.linkupLoginTokenApi },
	});
	if (result.error) throw result.error;
	return result.json('Node');
}

const ours = (job: CallsJob): Pick<NodeOptions, 'type' | 'parameters'> => ({
	type: `${PACKAGE}linkupApi`,
	parameters: { authentication: 'loginToken', recipient, ...RECIPES[job.call].parameters },
});

/** The newest version, with what it offers by itself, and the same credential. */
const httpRequest = ({
	call,
	baseUrl,
	batch,
}: CallsJob): Pick<NodeOptions, 'type' | 'typeVersion' | 'parameters'> => {
	const { path, fields } = RECIPES[call];
	const parameters = Object.entries(fields).map(([name, value]) => ({ name, value }));
	const batching = batch && { batch: { batchSize: batch.size, batchInterval: batch.restMs } };
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		parameters: {
			method: 'POST',
			url: `${baseUrl}${path}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'linkupLoginTokenApi',
			sendBody: true,
			contentType: 'json',
			specifyBody: 'keypair',
			bodyParameters: { parameters },
			options: { ...(batching && { batching }) },
		},
	};
};

/** Nothing but the requests: the floor under both nodes. */
async function bare({ baseUrl, call, count, credentials }: CallsJob): Promise<IDataObject[]> {
	const { path, body, underWay } = RECIPES[call];
	const { apiKey, loginToken, country } = credentials.linkupLoginTokenApi;
	const { origin, pathname } = new URL(baseUrl);
	const pool = new Pool(origin, { connections: underWay });
	const headers = { 'x-api-key': String(apiKey), 'content-type': 'application/json' };
	const items = itemsFor(count);
	const answers = new Array<IDataObject>(count);
	let next = 0;
	const work = async (): Promise<void> => {
		while (next < count) {
			const index = next++;
			const answer = await pool.request({
				method: 'POST',
				path: pathname + path,
				headers,
				body: JSON.stringify({ ...body(items[index]), login_token: loginToken, country }),
			});
			answers[index] = (await answer.body.json()) as IDataObject;
		}
	};
	try {
		await Promise.all(Array.from({ length: underWay }, work));
	} finally {
		await pool.close();
	}
	return answers;
}

/** Makes the calls a job asks for, and returns the items or answers that come of them. */
export const WAYS: Readonly<
	Record<Way, (nodeTypes: NodeTypeSource, job: CallsJob) => Promise<IDataObject[]>>
> = {
	ours: async (nodeTypes, job) => await throughEngine(nodeTypes, job, ours(job)),
	httpRequest: async (nodeTypes, job) => await throughEngine(nodeTypes, job, httpRequest(job)),
	undici: async (_nodeTypes, job) => await bare(job),
};
