import { isObject } from '../json/json';

/**
 * One line of what proves that an act was not carried out. Everything that no line fits leaves it open,
 * whatever words come with it.
 */
export interface Certainty {
	readonly status: readonly number[];
	/** `own`: the vendor's documented form of a refusal. `any`: whoever answered, nothing was done. */
	readonly form: 'own' | 'any';
	/** Only with a text or a code that the vendor's table of texts has a line for. */
	readonly known?: true;
}

/**
 * Statuses that are given before anything is carried out, by whoever gives them (RFC 9110, section 15.5;
 * RFC 6585): the request was malformed, not let in, too large, of the wrong kind, to the wrong address, or
 * one of too many. Missing on purpose: 408 and everything from 500 on (a gateway gives up while the vendor
 * goes on), 409 and 410 (may speak of what this very request did), 3xx, and whatever is not registered.
 */
const BEFORE_ANYTHING: Certainty = {
	status: [400, 401, 402, 403, 404, 405, 411, 413, 414, 415, 422, 429, 431],
	form: 'any',
};

/** The same statuses, and a conflict, in the vendor's own form: it has read the request and says no. */
export const OWN_REFUSAL: Certainty = {
	status: [...BEFORE_ANYTHING.status, 409, 410],
	form: 'own',
};

/** For vendors that document refusals with status 200: in their own form, and in words they are known for. */
export const REFUSAL_IN_200: Certainty = { status: [200], form: 'own', known: true };

/** An answer, as far as it matters for what is certain. */
export interface Answered {
	readonly status: number;
	readonly isOwn: boolean;
	readonly isKnown: boolean;
	readonly text: string;
	readonly body: unknown;
}

const isSuccess = (body: unknown): boolean =>
	isObject(body) &&
	(body.success === true || body.sent === true || /^(?:success|ok)$/i.test(String(body.status)));

/**
 * Words that speak of a deed: that something went out, or may have, or that what came after it went
 * wrong. They take certainty from any refusal.
 */
const SPEAKS_OF_A_DEED: readonly RegExp[] = [
	/\b(?:sent|delivered|submitted|posted)\b[^.;]{0,60}\b(?:but|however|although|though|then|yet)\b/i,
	/\b(?:was|were|has been|have been|is|got) (?:successfully )?(?:sent|delivered|submitted|posted)\b(?! (?:recently|before|earlier|previously|already|lately|too)\b)/i,
	/\b(?:may|might|could) (?:already |still )?(?:have|be) (?:been )?(?:sent|delivered|done|carried|on its way)/i,
	/\bclicked\b|\bunconfirmed\b|\bpartial(?:ly)?\b/i,
	/\b(?:could not|couldn't|cannot|can't|unable to|failed to) (?:be )?(?:confirm|verif)/i,
	/\bafter (?:it was |the message was )?(?:sending|sent|delivery|delivering|submitting|clicking)\b/i,
];

export const speaksOfADeed = (text: string): boolean =>
	SPEAKS_OF_A_DEED.some((words) => words.test(text));

/**
 * Whether it is certain that an act answered like this was not carried out.
 *
 * @param table the vendor's certain refusals
 */
export function isCertain(table: readonly Certainty[], answered: Answered): boolean {
	if (isSuccess(answered.body) || speaksOfADeed(answered.text)) return false;
	return [BEFORE_ANYTHING, ...table].some(
		({ status, form, known }) =>
			status.includes(answered.status) &&
			(form === 'any' || answered.isOwn) &&
			(known !== true || answered.isKnown),
	);
}
