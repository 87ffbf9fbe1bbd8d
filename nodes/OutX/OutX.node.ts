import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { buildSubtitle, nodeProperties } from '../shared/descriptions/build';
import { runVendor } from '../shared/n8n/execute';
import { searchConnections, searchTeamMembers, searchWatchlists } from './listSearch';
import { outX, outXResources } from './vendor';

export class OutX implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OutX',
		name: 'outX',
		icon: { light: 'file:../../icons/outx.svg', dark: 'file:../../icons/outx.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: buildSubtitle(outX.operations),
		description:
			'Send LinkedIn messages and connection requests, like and comment on posts, and collect posts, through the OutX browser extension',
		defaults: { name: 'OutX' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'outXApi', required: true }],
		properties: nodeProperties(outXResources, outX.operations),
	};

	methods = { listSearch: { searchConnections, searchTeamMembers, searchWatchlists } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runVendor(this, outX);
	}
}
