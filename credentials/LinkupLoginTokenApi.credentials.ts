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
import { withLoginFields } from './shared/loginFields';
import { notTheApi, onBody, onStatus, testRules } from './shared/testRules';

export class LinkupLoginTokenApi implements ICredentialType {
	name = 'linkupLoginTokenApi';

	displayName = 'LinkupAPI Login Token API';

	icon: Icon = { light: 'file:../icons/linkupapi.svg', dark: 'file:../icons/linkupapi.dark.svg' };

	documentationUrl =
		'https://github.com/linkedin-outreach/n8n-nodes-linkedin-outreach#linkupapi-login-token-api';

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
			hint: 'Find it in your LinkupAPI dashboard at app.linkupapi.com',
		},
		{
			displayName: 'Login Token',
			name: 'loginToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'What LinkupAPI uses to act as your LinkedIn account. Leave it empty at first: run the Log In operation, then paste the token it returns.',
			hint: 'Leave empty at first: save, run Login Token › Log In in a workflow, and paste the token here. The credential test proves the API key, not this token.',
		},
		{
			displayName: 'Country',
			name: 'country',
			type: 'options',
			default: 'FR',
			options: [
				{ name: 'Brazil', value: 'BR' },
				{ name: 'Canada', value: 'CA' },
				{ name: 'France', value: 'FR' },
				{ name: 'Germany', value: 'DE' },
				{ name: 'India', value: 'IN' },
				{ name: 'Israel', value: 'IL' },
				{ name: 'Italy', value: 'IT' },
				{ name: 'Netherlands', value: 'NL' },
				{ name: 'Spain', value: 'ES' },
				{ name: 'United Kingdom', value: 'UK' },
				{ name: 'United States', value: 'US' },
			],
			description:
				'The country from which LinkedIn sees you come. Choose the one you logged in with, or the nearest to where you use LinkedIn yourself, and keep it.',
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. name@email.com',
			default: '',
			description:
				'The email you sign in to LinkedIn with. Only the Log In and Verify Code operations need it; leave it empty otherwise.',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Your LinkedIn password. Only the Log In operation needs it; leave it empty otherwise, and clear it once you have the token.',
		},
		baseUrlField('LinkupAPI', LINKUP_BASE_URL),
	];

	authenticate: IAuthenticate = async (credentials, request) =>
		withLoginFields(
			authorise(credentials, request, (key) => ['x-api-key', key]),
			credentials,
		);

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/v1/check' },
		rules: testRules(
			onStatus(401, LINKUP_WRONG_KEY),
			onStatus(403, LINKUP_WRONG_KEY),
			notTheApi(LINKUP_BASE_URL),
			// This version of the API also reports a wrong key with status 200.
			onBody('status', 'error', LINKUP_WRONG_KEY),
		),
	};
}
