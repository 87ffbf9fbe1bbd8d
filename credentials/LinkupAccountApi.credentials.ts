import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { authorise } from './shared/authorise';
import { baseUrlField } from './shared/fields';
import { LINKUP_BASE_URL, LINKUP_WRONG_KEY } from './shared/linkup';
import { notTheApi, onBody, onStatus, testRules } from './shared/testRules';

export class LinkupAccountApi implements ICredentialType {
	name = 'linkupAccountApi';

	displayName = 'LinkupAPI Account API';

	icon: Icon = { light: 'file:../icons/linkupapi.svg', dark: 'file:../icons/linkupapi.dark.svg' };

	documentationUrl =
		'https://github.com/linkedin-outreach/n8n-nodes-linkedin-outreach#linkupapi-account-api';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The key of your LinkupAPI account. Find it in your LinkupAPI dashboard at app.linkupapi.com.',
			hint: 'Connect your LinkedIn accounts at app.linkupapi.com/account-connection. You pick the one that acts in the node.',
		},
		baseUrlField('LinkupAPI', LINKUP_BASE_URL),
	];

	authenticate: IAuthenticate = async (credentials, request) =>
		authorise(credentials, request, (key) => ['x-api-key', key]).request;

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/v2/credits' },
		rules: testRules(
			// This version of the API answers 403 to a wrong key, and 401 never.
			onStatus(403, LINKUP_WRONG_KEY),
			onStatus(401, LINKUP_WRONG_KEY),
			notTheApi(LINKUP_BASE_URL),
			onBody('success', false, LINKUP_WRONG_KEY),
		),
	};
}
