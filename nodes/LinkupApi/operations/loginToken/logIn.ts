import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { LinkupApi } from '../../api';
import { signIn } from '../../signIn';

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
export const logIn = defineRead<LinkupApi, unknown>({
	resource: 'loginToken',
	operation: 'logIn',
	name: 'Log In',
	action: 'Log in for new login token',
	description:
		'Sign in to LinkedIn with the email and password in the credential. All items share one sign-in.',
	onlyWith: { authentication: 'loginToken' },
	parameters: [],
	input: z.unknown(),
	perform: async (api) => await signIn(api, '/v1/auth/login', {}),
});
