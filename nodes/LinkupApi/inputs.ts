import { z } from 'zod';

import { profileUrl } from '../shared/linkedin';
import { accountIdOf } from '../shared/fields/account';
import { choice, optionalId, recipientInput } from '../shared/fields/inputs';
import type { Recipient } from '../shared/operation/types';

const AUTHENTICATION = ['loginToken', 'account'] as const;

/** The credential types as operators know them. */
const NAMES = {
	loginToken: 'LinkupAPI Login Token API',
	account: 'LinkupAPI Account API',
} as const;

/** Who acts: the credential's own LinkedIn account, or the picked one. */
export const actor = z
	.object({
		authentication: choice('Authentication', AUTHENTICATION, 'loginToken'),
		account: optionalId('LinkedIn Account'),
	})
	.superRefine((value, context) => {
		accountIdOf('LinkupAPI')(value.account, context);
		if (value.account !== undefined || value.authentication !== 'account') return;
		context.addIssue({ code: z.ZodIssueCode.custom, message: "'LinkedIn Account' is empty" });
	});

const addressed = z.custom<Recipient>().superRefine(({ target: member }, context) => {
	if (profileUrl(member) !== undefined) return;
	const message =
		"'Recipient' is not usable: LinkupAPI finds nobody by this kind of URN or link, only by a profile address";
	context.addIssue({ code: z.ZodIssueCode.custom, message });
});

/** LinkupAPI finds people by their profile address, so the reference has to give one. */
export const personInput = recipientInput.pipe(addressed);

/**
 * For an operation of one generation. Workflows keep an operation that the editor no longer shows.
 */
export function offeredWith(wanted: string): z.ZodType<unknown> {
	const name = wanted === 'account' ? NAMES.account : NAMES.loginToken;
	return z.unknown().superRefine((raw, context) => {
		const read = z.object({ authentication: z.literal(wanted) }).safeParse(raw);
		if (read.success) return;
		// n8n's editor sets 'Authentication' by the credential that is chosen, and does not show it.
		const message = `This operation works with a credential of the type ${name} only`;
		context.addIssue({ code: z.ZodIssueCode.custom, message });
	});
}
