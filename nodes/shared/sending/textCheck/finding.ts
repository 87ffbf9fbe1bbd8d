import { invalidInput } from '../../failures/failure';
import type { Failure } from '../../failures/failure';

/** What a text can hold that must not go out. */
export type FindingKind =
	| 'placeholder'
	| 'choices'
	| 'emptyName'
	| 'missingValue'
	| 'onlyWord'
	| 'noText'
	| 'errorText'
	| 'modelText'
	| 'html'
	| 'escapes';

export interface Finding {
	readonly kind: FindingKind;
	/** The offending piece of the text, as it stands. */
	readonly piece: string;
}

/** In characters: what a log line bears. */
const LONGEST_PIECE = 40;

/** The piece in quotes, on one line, cut. */
function quoted(piece: string): string {
	const line = piece
		.slice(0, 8 * LONGEST_PIECE)
		.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
		.trim();
	const characters = [...line];
	const cut = characters.length > LONGEST_PIECE;
	return `"${cut ? `${characters.slice(0, LONGEST_PIECE - 1).join('')}…` : line}"`;
}

const AS_IT_IS = "if it is meant to go out like this, set 'Text Check' to 'Send as It Is'";
const CLEAN_UP = "Write it as plain text, or set 'Text Check' to 'Clean Up'";

interface Words {
	readonly what: (piece: string) => string;
	readonly next: string;
}

const WORDS: Readonly<Record<FindingKind, Words>> = {
	placeholder: {
		what: (piece) => `holds the placeholder ${piece} that nobody filled in`,
		next: `Check the expression or the template that writes the text; ${AS_IT_IS}.`,
	},
	choices: {
		what: (piece) => `still holds all variants of ${piece} instead of one`,
		next: `Choose one of the variants before this node; ${AS_IT_IS}.`,
	},
	emptyName: {
		what: (piece) => `greets nobody: the name is missing in ${piece}`,
		next: `Check the field that holds the name, or write the greeting without one; ${AS_IT_IS}.`,
	},
	missingValue: {
		what: (piece) => `says ${piece} where a value is missing`,
		next: `Check the field that the text takes its value from; ${AS_IT_IS}.`,
	},
	onlyWord: {
		what: (piece) => `is only ${piece}, which is no text but the value of another field`,
		next: `Check the expression of this field; ${AS_IT_IS}.`,
	},
	noText: {
		what: (piece) => `has no text that can be read: ${piece}`,
		next: `Check the expression of this field; ${AS_IT_IS}.`,
	},
	errorText: {
		what: (piece) => `holds an error instead of its text: ${piece}`,
		next: `Look at the node, the sheet or the service that writes the text; ${AS_IT_IS}.`,
	},
	modelText: {
		what: (piece) => `holds what a language model says about its work: ${piece}`,
		next: `Let the model give the text alone, or take its remark away; ${AS_IT_IS}.`,
	},
	html: {
		what: (piece) => `holds HTML, which LinkedIn shows as it stands: ${piece}`,
		next: `${CLEAN_UP}; ${AS_IT_IS}.`,
	},
	escapes: {
		what: (piece) => `holds the signs ${piece} where a line break or another character is meant`,
		next: `${CLEAN_UP}; ${AS_IT_IS}.`,
	},
};

/** The refusal of a text: names the field as the editor shows it, and quotes the piece. */
export function refusal(field: string, { kind, piece }: Finding): Failure {
	const { what, next } = WORDS[kind];
	return invalidInput(`'${field}' ${what(quoted(piece))}`, next);
}
