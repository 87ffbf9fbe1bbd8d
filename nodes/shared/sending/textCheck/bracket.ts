import type { FindingKind } from './finding';

/** A pair of brackets and what stands around it. */
export interface Bracket {
	readonly piece: string;
	readonly inner: string;
	/** The character in front, or '' at the start. */
	readonly before: string;
	/** What stands in front on the same line, as far as it matters. */
	readonly lineBefore: string;
	/** What follows, as far as it matters. */
	readonly after: string;
}

/** What is wrong with a bracket; undefined when nothing is. */
export type Judge = (bracket: Bracket) => FindingKind | undefined;

/** Nothing in front but the mark of a reply. */
export const LINE_START = /(?:^|[\n])\s*(?:re:|fwd?:|aw:|wg:)?\s*$/iu;

/** What stands in a greeting's slot is meant to be a name. */
export const IN_SLOT = /^\p{L}[\p{L}\p{N} _.-]*$/u;

/** What a choice of greetings begins with. */
export const GREETING_WORDS = /^(?:hi|hello|hey|dear|hallo|hola|bonjour|salut|ciao|olá|moin)\b/iu;
