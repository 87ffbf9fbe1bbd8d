import { isObject } from '../json/json';
import { isEmpty } from '../fields/empty';

/** What is wrong with an item as a whole, and what to do about it. */
export interface ItemProblem {
	/** Follows "'Recipient' is empty: ", without a full stop. */
	readonly why: string;
	readonly next: string;
}

type Json = Readonly<Record<string, unknown>>;

/** LinkedIn writes three lines of notes above the headings of Connections.csv. */
const NOTES_KEY = /^\W*notes\W*$/i;
const NOTES_TEXT = /when exporting your connection data/i;

const isNotes = (json: Json): boolean =>
	Object.entries(json).some(
		([key, value]) =>
			NOTES_KEY.test(key) ||
			NOTES_TEXT.test(key) ||
			(typeof value === 'string' && NOTES_TEXT.test(value)),
	);

/** The name of the field that holds a list of records. */
function listIn(json: Json): string | undefined {
	const found = Object.entries(json).find(
		([, value]) => Array.isArray(value) && value.length > 0 && value.every(isObject),
	);
	return found?.[0];
}

/**
 * Why an item has nothing to read a field from, where that lies with the item as a whole.
 *
 * @returns undefined when the item looks as it should, so that the expression is to blame
 */
export function itemProblem(json: Json): ItemProblem | undefined {
	if (Object.values(json).every(isEmpty)) {
		return {
			why: "the item is empty, as a trigger or 'Always Output Data' makes one where there is no data",
			next: "Switch 'Always Output Data' off in the node before, or let a Filter node keep empty items back.",
		};
	}
	if (isNotes(json)) {
		return {
			why: "the item is a line of LinkedIn's Connections.csv, which has three lines of notes above its headings",
			next: "Skip the first three lines: delete them from the file, or set 'Starting Line' to 4 in the node that reads it.",
		};
	}
	const names = Object.keys(json);
	if (names.length === 1 && names[0] === 'error') {
		return {
			why: 'the item is the error of a node before',
			next: "Connect that node's error output elsewhere, or let a Filter node keep such items back.",
		};
	}
	const list = listIn(json);
	if (list === undefined) return undefined;
	return {
		why: `the item holds a whole list in '${list}', and one item can name one only`,
		next: `Put a Split Out node with the field '${list}' before this node, so that each record is an item.`,
	};
}
