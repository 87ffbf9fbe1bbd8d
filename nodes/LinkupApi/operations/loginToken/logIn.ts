import { z } from 'zod';

import { defineRead } from '../../../shared/operation/types';
import type { LinkupApi } from '../../api';
import { signIn } from '../../signIn';

/**
 * POST /v1/auth/login. Email, password and country come from the credential, and from nowhere
 * else.
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
