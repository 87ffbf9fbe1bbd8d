import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { authorise } from './shared/authorise';
import { baseUrlField } from './shared/fields';
import { notTheApi, onStatus, testRules } from './shared/testRules';

const BASE_URL = 'https://api.outx.ai';

export class OutXApi implements ICredentialType {
	name = 'outXApi';

	displayName = 'OutX API';

	icon: Icon = { light: 'file:../icons/outx.svg', dark: 'file:../icons/outx.dark.svg' };

	documentationUrl = 'https://github.com/linkedin-outreach/n8n-nodes-linkedin-outreach#outx-api';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The key of your OutX team. Find it at mentions.outx.ai/api-doc under Reveal API Key.',
			hint: 'Find it at mentions.outx.ai/api-doc under Reveal API Key. A team member must have used Chrome with the OutX extension, signed in to LinkedIn, within the last 48 hours.',
		},
		baseUrlField('OutX', BASE_URL),
	];

	authenticate: IAuthenticate = async (credentials, request) =>
		authorise(credentials, request, (key) => ['x-api-key', key]).request;

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/api-team' },
		rules: testRules(
			onStatus(
				401,
				'OutX does not accept this API key. Copy the key again at mentions.outx.ai/api-doc (Reveal API Key) and paste it here.',
			),
			onStatus(
				403,
				'The key is right, but no browser with the OutX extension has been active in the last 48 hours. Open Chrome with the extension, signed in to LinkedIn, on the computer of a team member, then test again.',
			),
			notTheApi(BASE_URL),
		),
	};
}
