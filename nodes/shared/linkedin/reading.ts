import type { Member } from './member';

/** Why a piece of text names no member: a predicate that follows "This …", without a full stop. */
export interface Refusal {
	readonly why: string;
}

export type Reading = Member | Refusal;

export function refuse(why: string): Refusal {
	return { why };
}

export function isRefusal(reading: Reading): reading is Refusal {
	return 'why' in reading;
}

export const CUT_SHORT = refuse('is cut short; copy the whole address of the profile');
export const TWO_PEOPLE = refuse('names two people; give one LinkedIn profile per item');
