import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { buildSubtitle, nodeProperties } from '../shared/descriptions/build';
import { runVendor } from '../shared/n8n/execute';
import { authentication } from './fields';
import { searchAccounts } from './listSearch';
import { linkupApi, linkupOperations, linkupResources } from './vendor';

export class LinkupApi implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'LinkupAPI',
		name: 'linkupApi',
		icon: { light: 'file:../../icons/linkupapi.svg', dark: 'file:../../icons/linkupapi.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: buildSubtitle(linkupOperations),
		description:
			'Send LinkedIn messages and connection requests, and read profiles, through LinkupAPI',
		defaults: { name: 'LinkupAPI' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		// n8n versions differ in what they do with it; none needs it to hand the token to the next node.
		sensitiveOutputFields: ['loginToken'],
		credentials: [
			{
				name: 'linkupLoginTokenApi',
				required: true,
				displayOptions: { show: { authentication: ['loginToken'] } },
			},
			{
				name: 'linkupAccountApi',
				required: true,
				displayOptions: { show: { authentication: ['account'] } },
			},
		],
		properties: nodeProperties(linkupResources, linkupOperations, authentication.properties),
	};

	methods = { listSearch: { searchAccounts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runVendor(this, linkupApi);
	}
}
