import { z } from 'zod';

import type { Resource } from '../shared/descriptions/build';
import { onDemand } from '../shared/fields/part';
import { refuse } from '../shared/fields/refuse';
import type { Operation, Vendor } from '../shared/operation/types';
import type { LinkupApi } from './api';
import { connectLinkup, linkupDialect } from './api';
import { account, authentication } from './fields';
import { offeredWith } from './inputs';
import { getAccount, getAccounts } from './operations/account';
import { getCredits } from './operations/account/getCredits';
import { getConnectionStatus } from './operations/connection';
import { sendConnectionRequest } from './operations/connection/sendRequest';
import { logIn, verifyCode } from './operations/loginToken';
import { sendMessage } from './operations/message/send';
import { getProfile } from './operations/profile';

export const linkupResources: readonly Resource[] = [
	{
		name: 'Account',
		value: 'account',
		description: 'Look at your accounts and credits at LinkupAPI',
	},
	{
		name: 'Connection',
		value: 'connection',
		description: 'Invite people and see how you stand to them',
	},
	{
		name: 'Login Token',
		value: 'loginToken',
		description: 'Sign in to LinkedIn and get the token for the credential',
	},
	{ name: 'Message', value: 'message', description: 'Write to people' },
	{ name: 'Profile', value: 'profile', description: 'Read LinkedIn profiles' },
];

/** LinkupAPI's table of operations: a new one is a file and a line here. */
export const linkupOperations: ReadonlyArray<Operation<LinkupApi>> = [
	sendMessage,
	sendConnectionRequest,
	getConnectionStatus,
	getProfile,
	logIn,
	verifyCode,
	getAccounts,
	getAccount,
	getCredits,
];

/** With a connected account, an operation that has the field 'LinkedIn Account' needs it. */
const actor = onDemand(() =>
	z.object({ ...authentication.shape, ...account.shape }).superRefine((value, context) => {
		if (value.account !== undefined || value.authentication !== 'account') return;
		refuse(context, "'LinkedIn Account' is empty");
	}),
);

/**
 * Lets every input schema see 'Authentication', so that all items are checked before the first one
 * leaves.
 */
function withAuthentication(operation: Operation<LinkupApi>): Operation<LinkupApi> {
	const wanted = operation.onlyWith?.authentication;
	const parameters = [...authentication.properties, ...operation.parameters];
	const hasAccount = operation.parameters.some(({ name }) => name === 'account');
	const input = onDemand(() => {
		const given: z.ZodTypeAny = operation.input();
		const own = hasAccount ? given.and(actor()) : given;
		return wanted === undefined ? own : offeredWith(wanted).pipe(own);
	});
	return { ...operation, parameters, input } as Operation<LinkupApi>;
}

export const linkupApi: Vendor<LinkupApi> = {
	name: 'linkupApi',
	dialect: linkupDialect('v1'),
	credentialType: (parameter) =>
		parameter('authentication') === 'account' ? 'linkupAccountApi' : 'linkupLoginTokenApi',
	connect: (tools, _credential, credentialType) =>
		connectLinkup(tools, credentialType === 'linkupAccountApi' ? 'v2' : 'v1'),
	secretFields: ['apiKey', 'loginToken', 'password'],
	operations: linkupOperations.map(withAuthentication),
};
