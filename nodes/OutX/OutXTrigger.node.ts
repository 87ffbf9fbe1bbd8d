import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { searchWatchlists } from './listSearch';
import { outXTrigger } from './trigger/events';

export class OutXTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'OutX Trigger',
		name: 'outXTrigger',
		icon: { light: 'file:../../icons/outx.svg', dark: 'file:../../icons/outx.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: outXTrigger.subtitle,
		description:
			'Starts a workflow when somebody connects with you on LinkedIn, or a watchlist finds something',
		defaults: { name: 'OutX Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'outXApi', required: true }],
		properties: outXTrigger.properties,
	};

	methods = { listSearch: { searchWatchlists } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await outXTrigger.poll(this);
	}
}
