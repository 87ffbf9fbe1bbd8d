import { z } from 'zod';

import { isObject } from '../json/json';
import type { Post } from '../linkedin';
import { readPost } from '../linkedin';
import type { InputSchema } from '../operation/types';

/** Something on LinkedIn as the operator named it, and as it was understood. */
export interface Named<T> {
	readonly input: string;
	readonly target: T;
}

const LONGEST_ECHO = 500;

function wordsOf(held: NonNullable<unknown>): string {
	return typeof held === 'object' ? JSON.stringify(held) : String(held).trim();
}

/**
 * A field that names one thing on LinkedIn.
 *
 * @param read throws an error whose message is the sentence that says why it names none
 */
export function named<T>(field: string, read: (value: unknown) => T): InputSchema<Named<T>> {
	return z.unknown().transform((value, context): Named<T> => {
		const held = isObject(value) && 'value' in value ? value.value : value;
		const words = wordsOf(held ?? '');
		try {
			return { input: words.slice(0, LONGEST_ECHO), target: read(held) };
		} catch (error) {
			const why = error instanceof Error ? error.message : 'It cannot be read.';
			const message =
				words === ''
					? `'${field}' is empty: check the name of the field in its expression against the input on the left`
					: `'${field}' is not usable: ${why}`;
			context.addIssue({ code: z.ZodIssueCode.custom, message });
			return z.NEVER;
		}
	});
}

/** The LinkedIn post in a `post` parameter, in any spelling. */
export const postInput: InputSchema<Named<Post>> = named('Post', readPost);
