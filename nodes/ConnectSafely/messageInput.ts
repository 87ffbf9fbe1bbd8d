import { z } from 'zod';

import { LONGEST_MESSAGE, optionalId, requiredText } from '../shared/fields/inputs';
import { accountInput, messageTypeInput, subjectInput } from './fields';
import { personInput } from './people';

/** What POST /message is given; an InMail has a subject. */
export const messageInput = z
	.object({
		recipient: personInput,
		message: requiredText('Message', LONGEST_MESSAGE),
		messageType: messageTypeInput,
		subject: subjectInput,
		account: accountInput,
		groupId: optionalId('Group ID'),
	})
	.superRefine(({ messageType, subject }, context) => {
		if (messageType !== 'inmail' || subject !== undefined) return;
		const message = "'Subject' is empty, and an InMail needs one";
		context.addIssue({ code: z.ZodIssueCode.custom, message });
	});

export type MessageInput = z.infer<typeof messageInput>;
