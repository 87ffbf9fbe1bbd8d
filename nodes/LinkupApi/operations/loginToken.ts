import { neededId } from '../../shared/fields/kinds';
import type { OutputShape } from '../../shared/operation/output';
import { defineChange } from '../api';
import { signIn } from '../signIn';

const onlyWith = { authentication: 'loginToken' };

const output: OutputShape = { status: 'string', loginToken: 'string', nextStep: 'string' };

/**
 * POST /v1/auth/login. Email, password and country come from the credential, and from nowhere
 * else.
 *
 * Out: `status`, which is `connected` with `loginToken`, or `codeNeeded` when LinkedIn has sent a code;
 * `nextStep` says what to do with either. The token is shown because the operator has to copy it; it
 * is the only secret that any output of this package holds.
 * In: nothing; all items share one sign-in.
 * Fails with `authentication` when LinkedIn refuses the password, and with `invalidInput` when the
 * credential holds none or an AI agent asks. Requested once: LinkedIn locks accounts that sign in
 * too often.
 */
export const logIn = defineChange({
	resource: 'loginToken',
	operation: 'logIn',
	name: 'Log In',
	action: 'Log in for new login token',
	description:
		'Sign in to LinkedIn with the email and password in the credential. All items share one sign-in.',
	onlyWith,
	fields: [],
	calls: ['POST /v1/auth/login'],
	output,
	keepsNothing: true,
	perform: async (api) => await signIn(api, '/v1/auth/login', {}),
});

const code = neededId(
	'Code',
	'code',
	'What LinkedIn sent by email or text message when you ran Log In',
	{ placeholder: 'e.g. 123456' },
);

/**
 * POST /v1/auth/verify: the second step of a login that asked for a code (docs.linkupapi.com, "V1 login
 * flow").
 */
export const verifyCode = defineChange({
	resource: 'loginToken',
	operation: 'verifyCode',
	name: 'Verify Code',
	action: 'Verify code for new login token',
	description: 'Finish a login for which LinkedIn asked for a code',
	onlyWith,
	fields: [code],
	calls: ['POST /v1/auth/verify'],
	output,
	keepsNothing: true,
	perform: async (api, { code: given }) =>
		await signIn(api, '/v1/auth/verify', { code: given.replace(/\s+/g, '') }),
});
