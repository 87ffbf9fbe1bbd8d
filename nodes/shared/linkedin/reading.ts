import type { Member } from './member';

/** Why a piece of text names no member: a predicate that follows "This …", without a full stop. */
export interface Refusal {
	readonly why: string;
	/** Set where it named somebody before something was lost: then nobody else in the text is meant. */
	readonly damaged?: true;
}

export type Reading = Member | Refusal;

export function refuse(why: string): Refusal {
	return { why };
}

export function damaged(why: string): Refusal {
	return { why, damaged: true };
}

export function isRefusal(reading: Reading): reading is Refusal {
	return 'why' in reading;
}

export const CUT_SHORT = damaged('is cut short; copy the whole address of the profile');
export const TWO_PEOPLE = refuse(
	'names two people; give one LinkedIn profile per item, and put a Split Out node before this one for a list',
);
