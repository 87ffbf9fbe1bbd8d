import type { InputSchema, Subject } from '../operation/types';
import { accountIdOf } from './account';
import {
	LONGEST_MESSAGE,
	LONGEST_NOTE,
	optionalId,
	optionalText,
	recipientInput,
	requiredId,
	requiredText,
} from './inputs';
import { field } from './part';
import { accountField, messageField, noteField, recipientField } from './properties';

/**
 * The person an operation is about.
 *
 * @param listMethod lists people where the vendor can
 * @param input what the vendor can do with a person; whoever names a LinkedIn member unless given
 */
export function recipientPart(listMethod?: string, input: InputSchema<Subject> = recipientInput) {
	return field({ ...recipientField(listMethod), name: 'recipient' }, input);
}

/** The LinkedIn account that acts; the default one of the key where none is chosen. */
export function accountPart(listMethod: string, vendor: string) {
	const input = () => optionalId('LinkedIn Account').superRefine(accountIdOf(vendor));
	return field({ ...accountField(listMethod, false), name: 'account' }, input);
}

/** The same where one has to be chosen. */
export function neededAccount(listMethod: string, vendor: string) {
	const input = () => requiredId('LinkedIn Account').superRefine(accountIdOf(vendor));
	return field({ ...accountField(listMethod, true), name: 'account' }, input);
}

export const messagePart = field({ ...messageField, name: 'message' }, () =>
	requiredText('Message', LONGEST_MESSAGE),
);

export const notePart = field({ ...noteField, name: 'note' }, () =>
	optionalText('Note', LONGEST_NOTE),
);
