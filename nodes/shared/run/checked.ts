import { z } from 'zod';

import { Failure, invalidInput } from '../failures/failure';
import type { SendingOptions } from '../fields/sendingOptions';
import { sendingInput } from '../fields/sendingOptions';
import type { ActInput, ActOperation } from '../operation/types';
import { asFailure } from '../failures/unexpected';
import { RefusedParameters, parseInput } from '../fields/parse';
import { withCheckedTexts } from './texts';

/** An item of which everything that can be known without the vendor is in order. */
export interface CheckedItem {
	readonly index: number;
	readonly input: ActInput;
	readonly sending: SendingOptions;
	/** The parameters as n8n gave them: what tells this act from any other. */
	readonly raw: Readonly<Record<string, unknown>>;
}

export interface RefusedItem {
	readonly index: number;
	readonly failure: Failure;
	/** What the item's `recipient` or `post` holds, as far as it is a text. */
	readonly words: string;
}

/** Enough items named for an operator to see the pattern. */
const MOST_NAMED = 20;

function wordsOf(parameter: unknown): string {
	const located = z.object({ value: z.unknown() }).safeParse(parameter);
	const value = located.success ? located.data.value : parameter;
	return typeof value === 'string' ? value.slice(0, 200) : '';
}

/** Checks every item before the first act leaves. */
export function checkItems<Api>(
	count: number,
	read: (itemIndex: number) => Record<string, unknown>,
	{ input: schema, on = 'recipient', texts }: ActOperation<Api>,
): { good: CheckedItem[]; bad: RefusedItem[] } {
	const good: CheckedItem[] = [];
	const bad: RefusedItem[] = [];
	for (let index = 0; index < count; index++) {
		let raw: Record<string, unknown> = {};
		try {
			raw = read(index);
			const sending = parseInput(sendingInput, raw.sending ?? {});
			const input = parseInput(schema(), withCheckedTexts(raw, texts, sending.textCheck));
			good.push({ index, input, sending, raw });
		} catch (error) {
			const given = error instanceof RefusedParameters ? error.raw : raw;
			bad.push({ index, failure: asFailure(error), words: wordsOf(given[on]) });
		}
	}
	return { good, bad };
}

/** One failure for all refused items, naming each: nothing of the batch was attempted. */
export function nothingAttempted(bad: readonly RefusedItem[], total: number): Failure {
	const [first] = bad;
	if (bad.length === 1 && total === 1) return first.failure;
	const named = bad
		.slice(0, MOST_NAMED)
		.map(({ index, failure }) => `Item ${index}: ${failure.facts.what}.`);
	if (bad.length > MOST_NAMED) named.push(`And ${bad.length - MOST_NAMED} more.`);
	// What they all need is said; else each sentence has to do.
	const shared = bad.every(({ failure }) => failure.facts.next === first.failure.facts.next);
	const advice =
		shared && first.failure instanceof RefusedParameters ? first.failure.facts.next : '';
	return invalidInput(
		`Nothing was sent, because ${bad.length} of ${total} items cannot be used`,
		`${[...named, advice].filter(Boolean).join(' ')} Correct them, or set On Error to continue so that the others go out.`,
	);
}
