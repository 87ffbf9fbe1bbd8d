import { choicePart } from '../shared/fields/kinds';
import { looking, unseen } from '../shared/fields/part';
import { accountPart, recipientPart } from '../shared/fields/parts';
import { accountField } from '../shared/fields/properties';
import { personInput } from './inputs';

/** Above Resource: which of the vendor's two generations is used, and with which credential. */
export const authentication = choicePart(
	'Authentication',
	'authentication',
	undefined,
	[
		['loginToken', 'Login Token', 'The credential holds the login of one LinkedIn account'],
		[
			'account',
			'Connected Account',
			'LinkupAPI holds the logins of your LinkedIn accounts, and you pick one here',
		],
	],
	'loginToken',
	{ noDataExpression: true },
);

/** One object for all operations: parameters that are the same object keep their value on switching. */
export const recipient = recipientPart(undefined, personInput);

/** Which authentication is chosen, for an operation that has to know; the field itself stands above Resource. */
export const chosenAuthentication = unseen(authentication);

/** Who acts: the picked account, which a login token does without (vendor.ts). */
export const account = looking(accountPart('searchAccounts', 'LinkupAPI'), {
	...accountField('searchAccounts', true),
	displayOptions: { show: { authentication: ['account'] } },
});
