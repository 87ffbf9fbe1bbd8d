import { z } from 'zod';

/** Refuses a field's value within a zod transform; the message is a sentence that names the field. */
export function refuse(context: z.RefinementCtx, message: string): never {
	context.addIssue({ code: z.ZodIssueCode.custom, message });
	return z.NEVER;
}
