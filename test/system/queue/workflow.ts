import type { IDataObject } from 'n8n-workflow';

import { PACKAGE } from '../../../scripts/campaign/setting';
import type { Cluster } from './cluster';
import { pause } from './pause';

export type VendorName = 'outX' | 'connectSafely' | 'linkupApi';

export const VENDORS: readonly VendorName[] = ['outX', 'connectSafely', 'linkupApi'];

const CREDENTIAL: Readonly<Record<VendorName, string>> = {
	outX: 'outXApi',
	connectSafely: 'connectSafelyAiApi',
	linkupApi: 'linkupLoginTokenApi',
};

/** A contact as the CRM hands it over. */
export interface Contact extends IDataObject {
	/** Tells the calls of a run apart. */
	readonly call: number;
	readonly linkedin: string;
	readonly vendor: VendorName;
}

interface Node {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: [number, number];
	readonly parameters: IDataObject;
	readonly credentials?: IDataObject;
	readonly onError?: string;
	readonly webhookId?: string;
}

interface Options {
	readonly name: string;
	/** The vendors that contacts may name. */
	readonly vendors: readonly VendorName[];
	readonly sending: IDataObject;
	/** Asked before the vendor's node, and waited for: who is to act at the same moment meets there. */
	readonly barrier?: string;
}

export interface Published {
	readonly id: string;
	/** Hands one contact over; resolves when n8n took it. */
	call(contact: Contact): Promise<void>;
}

const linkTo = (node: string): IDataObject => ({ node, type: 'main', index: 0 });

function vendorNode(vendor: VendorName, index: number, { sending }: Options): Omit<Node, 'id'> {
	return {
		name: vendor,
		type: `${PACKAGE}${vendor}`,
		typeVersion: 1,
		position: [600, index * 160],
		parameters: {
			resource: 'message',
			operation: 'send',
			recipient: { __rl: true, mode: 'url', value: "={{ $('CRM').item.json.body.linkedin }}" },
			message: 'Hello',
			sending: { pauseMin: 0, pauseMax: 0, ...sending },
		},
		onError: 'continueRegularOutput',
	};
}

/** A workflow as an operator builds it: the CRM calls a webhook, a Switch chooses the vendor's node. */
function build(options: Options, path: string, credentials: Cluster['credentials']): IDataObject {
	const { name, vendors, barrier } = options;
	const nodes: Array<Omit<Node, 'id'>> = [
		{
			name: 'CRM',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: path,
			parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
		},
		{
			name: 'Vendor',
			type: 'n8n-nodes-base.switch',
			typeVersion: 3.2,
			position: [400, 0],
			parameters: {
				mode: 'expression',
				numberOutputs: vendors.length,
				output: `={{ ${JSON.stringify(vendors)}.indexOf($('CRM').item.json.body.vendor) }}`,
			},
		},
		...vendors.map((vendor, index) => ({
			...vendorNode(vendor, index, options),
			credentials: { [CREDENTIAL[vendor]]: { ...credentials.get(CREDENTIAL[vendor]) } },
		})),
	];
	const connections: IDataObject = {
		CRM: { main: [[linkTo(barrier ? 'Same moment' : 'Vendor')]] },
		Vendor: { main: vendors.map((vendor) => [linkTo(vendor)]) },
	};
	if (barrier) {
		const url = `=${barrier}/{{ encodeURIComponent($json.body.linkedin) }}`;
		nodes.push({
			name: 'Same moment',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			position: [200, 0],
			parameters: { url, options: {} },
		});
		connections['Same moment'] = { main: [[linkTo('Vendor')]] };
	}
	const withIds = nodes.map((node, index) => ({ ...node, id: `${path}-${index}` }));
	return { name, nodes: withIds, connections, settings: { executionOrder: 'v1' } };
}

const LISTENS_WITHIN = 30_000;

/** n8n switches a workflow on in the background; until then its address is unknown. */
async function hand(address: string, contact: Contact): Promise<void> {
	const until = Date.now() + LISTENS_WITHIN;
	for (;;) {
		const answer = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(contact),
		});
		if (answer.ok) return;
		if (answer.status !== 404 || Date.now() > until) {
			throw new Error(`n8n answered ${answer.status} to ${address}`);
		}
		await pause(200);
	}
}

/** Creates the workflow and switches it on. */
export async function publish(cluster: Cluster, options: Options): Promise<Published> {
	const { rest, url, credentials } = cluster;
	const path = options.name.toLowerCase().replace(/[^a-z]+/g, '-');
	const workflow = build(options, path, credentials);
	const { id, versionId } = await rest.post<{ id: string; versionId: string }>(
		'/workflows',
		workflow,
	);
	await rest.post(`/workflows/${id}/activate`, { versionId });
	return { id, call: async (contact) => await hand(`${url}/webhook/${path}`, contact) };
}
