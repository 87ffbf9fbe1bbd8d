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

const BASE_URL = 'https://api.connectsafely.ai/linkedin';

export class ConnectSafelyAiApi implements ICredentialType {
	name = 'connectSafelyAiApi';

	displayName = 'ConnectSafely.ai API';

	icon: Icon = {
		light: 'file:../icons/connectsafely.svg',
		dark: 'file:../icons/connectsafely.dark.svg',
	};

	documentationUrl =
		'https://github.com/linkedin-outreach/n8n-nodes-linkedin-outreach#connectsafelyai-api';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The key of your ConnectSafely.ai workspace. Create or copy it at connectsafely.ai/api-key.',
			hint: 'Create or copy it at connectsafely.ai/api-key',
		},
		baseUrlField('ConnectSafely.ai', BASE_URL),
	];

	authenticate: IAuthenticate = async (credentials, request) =>
		authorise(credentials, request, (key) => ['Authorization', `Bearer ${key}`]).request;

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/accounts' },
		rules: testRules(
			onStatus(
				401,
				'ConnectSafely.ai does not accept this API key. Copy the key again at connectsafely.ai/api-key and paste it here.',
			),
			onStatus(
				403,
				'ConnectSafely.ai knows this key, but its trial is over or it has no subscription. Choose a plan at connectsafely.ai, then test again.',
			),
			notTheApi(BASE_URL),
		),
	};
}
