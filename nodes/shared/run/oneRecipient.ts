import type { Failure } from '../failures/failure';
import { invalidInput } from '../failures/failure';
import { targetKeys } from '../linkedin';
import type { ActInput, SubjectKind } from '../operation/types';
import type { CheckedItem } from './checked';
import { hasExpression } from '../fields/expression';

/** Whether all items name one person, by whatever of its names they share. */
function nameOne(items: readonly CheckedItem[]): boolean {
	const known = new Set(targetKeys(items[0].input.on.target));
	const left = new Set(items.slice(1));
	// Each that shares a name adds its other names: a URN may join two addresses.
	for (let size = -1; size !== left.size; ) {
		size = left.size;
		for (const item of left) {
			const keys = targetKeys(item.input.on.target);
			if (!keys.some((key) => known.has(key))) continue;
			keys.forEach((key) => known.add(key));
			left.delete(item);
		}
	}
	return left.size === 0;
}

interface Batch {
	/** The items that can be used. */
	readonly items: readonly CheckedItem[];
	/** What the act is on. Several members of a team may well like or answer one post: that is no slip. */
	readonly on: SubjectKind;
	/** The parameter 'Recipient' as it stands in the node, not resolved. */
	readonly own: unknown;
	/** The text that would go out. */
	readonly text: (input: ActInput) => string;
}

/**
 * The slip of `.first()`: an expression that gives the same person for every item, while each has a text of its
 * own, would write all of the texts to one person. Two items for one person among others are no slip.
 *
 * @returns the failure of the whole batch, of which nothing may be attempted; undefined when all is well
 */
export function oneRecipientFailure({ items, on, own, text }: Batch): Failure | undefined {
	if (on !== 'recipient' || items.length < 2 || !hasExpression(own)) return undefined;
	const texts = new Set(items.map(({ input }) => text(input)));
	if (texts.size < 2 || !nameOne(items)) return undefined;
	const who = items[0].input.on.input;
	return invalidInput(
		`All ${items.length} items name the same person in 'Recipient' (${who}) although their texts differ, so nothing was sent`,
		"Let the expression in 'Recipient' read the item at hand, as {{ $json… }} does and .first() does not. If all of them are meant for one person, write the address into 'Recipient' without an expression.",
	).with({ stopsBatch: true });
}

/**
 * What to say about a recipient that is no expression where there are several items.
 *
 * @returns a sentence or two for a hint; undefined when there is nothing to say
 */
export function fixedRecipientWarning({ items, on, own }: Omit<Batch, 'text'>): string | undefined {
	if (on !== 'recipient' || items.length < 2 || hasExpression(own)) return undefined;
	return `'Recipient' is a fixed value, so all ${items.length} items name ${items[0].input.on.input}. Drag a field of the input into 'Recipient' if each item has its own.`;
}
