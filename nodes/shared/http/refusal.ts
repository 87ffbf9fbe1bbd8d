import { Failure, Skip } from '../failures/failure';
import { findRule } from '../failures/rules';
import type { Complaint, FailureRule } from '../failures/rules';
import { addressRule, statusRule } from '../failures/statuses';
import { OWN_REFUSAL, REFUSAL_IN_200, isCertain } from './certain';
import type { Certainty } from './certain';
import { LONGEST_THROTTLE_MS, resetMoment, retryAfterMs } from './resets';
import type { HttpAnswer } from './types';

/** Enough to recognise the vendor's sentence, short enough for a person to read. */
const LONGEST_QUOTE = 300;

/** What a vendor's answers look like: its display name, its table of texts, how it words a refusal. */
export interface Dialect {
	/** Display name, as operators know it. */
	readonly label: string;
	readonly rules: readonly FailureRule[];
	/**
	 * What proves that an act was not carried out; `OWN_REFUSAL` and `REFUSAL_IN_200` unless given. All
	 * the rest leaves it open.
	 */
	readonly certain?: readonly Certainty[];
	/**
	 * The complaint in a body, or undefined when the body states none in the vendor's own form. Called for
	 * every answer: two of the vendors report failures with status 200.
	 */
	complaint(body: unknown, status?: number): { text: string; code?: string } | undefined;
}

/** What an answer says that is no success. */
export interface Said {
	readonly text: string;
	readonly code?: string;
	/** The answer has another form than the vendor's: its words are somebody else's. */
	readonly isForeign?: boolean;
}

/** What servers say of a path they do not know. */
const NO_SUCH_PATH = /^cannot (?:get|post|put|patch|delete)\b|^no (?:such )?route\b|^route\b/i;

function quote(text: string): string | undefined {
	const line = text.replace(/\s+/g, ' ').trim();
	if (/^[<{[]|^$/.test(line)) return undefined;
	return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

/** A limit whose end is near is a throttle, one whose end is far a quota, whatever its text says. */
function refineLimit(rule: FailureRule, waitMs: number | undefined): FailureRule {
	if (waitMs === undefined) return rule;
	return { ...rule, reason: waitMs <= LONGEST_THROTTLE_MS ? 'throttled' : 'limitReached' };
}

function ruleFor(dialect: Dialect, seen: Complaint, isOwn: boolean): FailureRule | undefined {
	if (!isOwn) return undefined;
	const isPath = (seen.status === 404 || seen.status === 405) && NO_SUCH_PATH.test(seen.text);
	return isPath ? addressRule(seen.status, dialect.label) : findRule(dialect.rules, seen);
}

/**
 * Turns an answer that is no success into the failure it means. Its words choose the reason; whether it
 * is certain that nothing was carried out, the vendor's table of certain refusals says alone.
 *
 * @returns a `Failure`, or a `Skip` when it is certain that nothing was left to do
 */
export function refusal(
	dialect: Dialect,
	answer: HttpAnswer,
	body: unknown,
	complaint: Said,
	now: number,
	raw = '',
): Failure | Skip {
	const { text, code, isForeign = false } = complaint;
	const { status } = answer;
	const seen: Complaint = { status, text, ...(code !== undefined && { code }) };
	const known = ruleFor(dialect, seen, !isForeign);
	const certain = isCertain(dialect.certain ?? [OWN_REFUSAL, REFUSAL_IN_200], {
		...{ status, text, body },
		isOwn: !isForeign,
		isKnown: known !== undefined,
	});
	if (known?.skip && certain) return new Skip(known.skip, quote(text));
	// That nothing was left to do is no reason for a failure.
	const found = known && !known.skip ? known : statusRule(status, dialect.label, !isForeign);

	const said = quote(text) ?? quote(raw);
	const limited = found.reason === 'throttled' || found.reason === 'limitReached';
	const { askedMs, resetsAt, waitMs } = waitOf(answer, body, text, now);
	const rule = limited ? refineLimit(found, waitMs) : found;
	return new Failure({
		reason: rule.reason,
		outcome: certain ? (rule.outcome ?? 'notSent') : 'unknown',
		what: rule.what,
		next: rule.next,
		httpCode: String(status),
		...(said && { vendorText: said }),
		...(said && isForeign && { saidBy: 'The answer' }),
		...(askedMs !== undefined && { retryAfterMs: askedMs }),
		...(limited && resetsAt !== undefined && { resetsAt }),
		...(rule.reason === 'throttled'
			? // Without a word on how long, LinkedIn's own brake is the likely cause: to go on makes it worse.
				{ stopsBatch: waitMs === undefined }
			: rule.stopsBatch !== undefined && { stopsBatch: rule.stopsBatch }),
	});
}

/**
 * How long the vendor asks to wait. A moment that is past, or a wait of nothing, says that its clock and
 * ours differ, or that it does not know: that is no licence to go on.
 */
function waitOf(
	answer: HttpAnswer,
	body: unknown,
	text: string,
	now: number,
): { askedMs?: number; resetsAt?: string; waitMs?: number } {
	const askedMs = positive(retryAfterMs(answer, now));
	const moment = resetMoment(answer, body, text);
	const untilMs = positive(moment === undefined ? undefined : Date.parse(moment) - now);
	return {
		askedMs,
		waitMs: askedMs ?? untilMs,
		...(untilMs !== undefined && { resetsAt: moment }),
	};
}

const positive = (ms: number | undefined): number | undefined =>
	ms !== undefined && ms > 0 ? ms : undefined;
