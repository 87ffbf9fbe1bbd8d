import { z } from 'zod';

import { profileUrl } from '../shared/linkedin';
import { recipientInput } from '../shared/fields/inputs';
import type { InputSchema, Subject } from '../shared/operation/types';

/** The credential types as operators know them. */
const NAMES = {
	loginToken: 'LinkupAPI Login Token API',
	account: 'LinkupAPI Account API',
} as const;

const addressed = z.custom<Subject>().superRefine(({ target: member }, context) => {
	if (profileUrl(member) !== undefined) return;
	const message =
		"'Recipient' is not usable: LinkupAPI finds nobody by this kind of URN or link, only by a profile address";
	context.addIssue({ code: z.ZodIssueCode.custom, message });
});

/** LinkupAPI finds people by their profile address, so the reference has to give one. */
export const personInput: InputSchema<Subject> = recipientInput.pipe(addressed);

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
