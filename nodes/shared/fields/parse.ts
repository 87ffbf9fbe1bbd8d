import { Failure, invalidInput } from '../failures/failure';
import type { InputSchema } from '../operation/types';

/** Parameters that were set and came out empty. `raw` is what n8n made of all of them. */
export class RefusedParameters extends Failure {
	constructor(
		what: string,
		next: string,
		readonly raw: Readonly<Record<string, unknown>>,
	) {
		super(invalidInput(what, next).facts);
	}
}

/** Checks one item's parameters. Throws an `invalidInput` failure that names the field. */
export function parseInput<T>(schema: InputSchema<T>, raw: unknown): T {
	const parsed = schema.safeParse(raw);
	if (parsed.success) return parsed.data;
	const problems = [...new Set(parsed.error.issues.map(({ message }) => sentence(message)))];
	throw invalidInput(problems.join('; '), 'Correct the field and run the item again.');
}

/** Field messages are joined into one sentence, so they lose their own full stop. */
export function sentence(message: string): string {
	return message.replace(/[.\s]+$/, '');
}
