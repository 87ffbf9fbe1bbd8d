import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { requiredId } from '../../../shared/fields/inputs';
import { defineRead } from '../../../shared/operation/types';
import type { LinkupApi } from '../../api';
import { signIn } from '../../signIn';

const code: INodeProperties = {
	displayName: 'Code',
	name: 'code',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 123456',
	description: 'What LinkedIn sent by email or text message when you ran Log In',
};

const input = z.object({
	code: requiredId('Code').transform((value) => value.replace(/\s+/g, '')),
});

/**
 * POST /v1/auth/verify: the second step of a login that asked for a code (linkupapi.md, "V1 login
 * flow").
 */
export const verifyCode = defineRead<LinkupApi, z.infer<typeof input>>({
	resource: 'loginToken',
	operation: 'verifyCode',
	name: 'Verify Code',
	action: 'Verify code for new login token',
	description: 'Finish a login for which LinkedIn asked for a code',
	onlyWith: { authentication: 'loginToken' },
	parameters: [code],
	input,
	perform: async (api, { code: given }) => await signIn(api, '/v1/auth/verify', { code: given }),
});
