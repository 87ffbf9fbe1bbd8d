import { z } from 'zod';

/** What is mistaken for the ID of a sending account, and its words. */
const MISTAKEN: ReadonlyArray<readonly [RegExp, string]> = [
	[/linkedin\.com|^\/?in\/|^urn:li:|^AC[ow]AA/i, 'but names a LinkedIn profile'],
	[/^[^\s@]+@[^\s@]+$/, 'but an email address'],
	[/\s/, 'but a text of several words'],
];

/**
 * Checks the ID of a sending account, which stands in paths as well. For `superRefine`; undefined is none.
 *
 * @param vendor as operators know it
 */
export function accountIdOf(vendor: string) {
	return (id: string | undefined, context: z.RefinementCtx): void => {
		// A refinement is also handed what was refused before it.
		if (typeof id !== 'string') return;
		const mistaken = MISTAKEN.find(([pattern]) => pattern.test(id))?.[1];
		if (mistaken === undefined && /^[\w-]+$/.test(id)) return;
		const message = `'LinkedIn Account' is not an account ID of ${vendor}${mistaken ? ` ${mistaken}` : ''}: choose the account 'From List', or take its ID from Account › Get Many`;
		context.addIssue({ code: z.ZodIssueCode.custom, message });
	};
}
