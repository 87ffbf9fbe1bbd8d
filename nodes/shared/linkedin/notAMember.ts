import { visible } from './text';

/** In characters; emoji count two in a string, so at most 96 of its units are repeated. */
const LONGEST_ECHO = 48;

/** The input in quotes, on one line, cut to what a log line bears. */
export function quote(text: string): string {
	const line = visible(text.slice(0, 4 * LONGEST_ECHO))
		.replace(/[\s\p{Cs}"]+/gu, ' ')
		.trim();
	const characters = [...line];
	if (characters.length <= LONGEST_ECHO) return `"${line}"`;
	return `"${characters.slice(0, LONGEST_ECHO - 1).join('')}…"`;
}

/**
 * Why an input names no LinkedIn member. The message is one sentence for an operator.
 * `why` is the same without its subject ("is a LinkedIn company page, not a person") and so
 * without a word of the input.
 */
export class NotAMember extends Error {
	constructor(
		readonly why: string,
		subject = 'This',
	) {
		super(`${subject} ${why}.`);
		this.name = 'NotAMember';
	}
}
