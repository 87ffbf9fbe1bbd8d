import type { INodeProperties } from 'n8n-workflow';

import { accountField, recipientField } from '../shared/fields/properties';

/** Above Resource: which of the vendor's two generations is used, and with which credential. */
export const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	default: 'loginToken',
	options: [
		{
			name: 'Login Token',
			value: 'loginToken',
			description: 'The credential holds the login of one LinkedIn account',
		},
		{
			name: 'Connected Account',
			value: 'account',
			description: 'LinkupAPI holds the logins of your LinkedIn accounts, and you pick one here',
		},
	],
};

/**
 * One object for all operations: parameters that are the same object keep their value on
 * switching.
 */
export const recipient = recipientField();

export const account: INodeProperties = {
	...accountField('searchAccounts', true),
	displayOptions: { show: { authentication: ['account'] } },
};
