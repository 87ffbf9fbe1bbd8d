import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { buildSubtitle, nodeProperties } from '../shared/descriptions/build';
import { runVendor } from '../shared/n8n/execute';
import { searchAccounts } from './listSearch';
import { connectSafely, connectSafelyResources } from './vendor';

export class ConnectSafely implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ConnectSafely.ai',
		name: 'connectSafely',
		icon: {
			light: 'file:../../icons/connectsafely.svg',
			dark: 'file:../../icons/connectsafely.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: buildSubtitle(connectSafely.operations),
		description:
			'Send LinkedIn messages, InMail and connection requests, and read profiles and quotas, through ConnectSafely.ai',
		defaults: { name: 'ConnectSafely.ai' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'connectSafelyAiApi', required: true }],
		properties: nodeProperties(connectSafelyResources, connectSafely.operations),
	};

	methods = { listSearch: { searchAccounts } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runVendor(this, connectSafely);
	}
}
