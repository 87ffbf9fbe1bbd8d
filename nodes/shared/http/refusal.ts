import { Failure, Skip } from '../errors/failure';
import { findRule } from '../errors/rules';
import type { Complaint, FailureRule } from '../errors/rules';
import { statusRule } from '../errors/statuses';
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
	 * The complaint in a body, or undefined when the body states none. Called for every answer: two of
	 * the vendors report failures with status 200.
	 */
	complaint(body: unknown): { text: string; code?: string } | undefined;
}

function quote(text: string): string | undefined {
	const line = text.replace(/\s+/g, ' ').trim();
	if (/^[<{[]|^$/.test(line)) return undefined;
	return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

/** A limit whose end is near is a throttle, one whose end is far a quota, whatever its text says. */
function refineLimit(rule: FailureRule, waitMs: number | undefined): FailureRule {
	if (waitMs === undefined) return rule;
	if (rule.reason !== 'throttled' && rule.reason !== 'limitReached') return rule;
	return { ...rule, reason: waitMs <= LONGEST_THROTTLE_MS ? 'throttled' : 'limitReached' };
}

/**
 * Turns an answer that is no success into the failure it means.
 *
 * @returns a `Failure`, or a `Skip` when the vendor says that nothing was left to do
 */
export function refusal(
	dialect: Dialect,
	answer: HttpAnswer,
	body: unknown,
	complaint: { text: string; code?: string },
	now: number,
	raw = '',
): Failure | Skip {
	const seen: Complaint = { status: answer.status, ...complaint };
	const found = findRule(dialect.rules, seen) ?? statusRule(answer.status, dialect.label);
	if (found.skip) return new Skip(found.skip, quote(complaint.text));

	const said = quote(complaint.text) ?? quote(raw);
	const asked = retryAfterMs(answer, now);
	const resetsAt = resetMoment(answer, body, complaint.text);
	const limited = found.reason === 'throttled' || found.reason === 'limitReached';
	const waitMs = asked ?? (resetsAt === undefined ? undefined : Date.parse(resetsAt) - now);
	const rule = limited ? refineLimit(found, waitMs) : found;
	return new Failure({
		reason: rule.reason,
		outcome: rule.outcome ?? 'notSent',
		what: rule.what,
		next: rule.next,
		httpCode: String(answer.status),
		...(said && { vendorText: said }),
		...(rule.mayStillHappen && { mayStillHappen: true }),
		...(asked !== undefined && { retryAfterMs: asked }),
		...(limited && resetsAt !== undefined && { resetsAt }),
		...(rule.reason === 'throttled'
			? // Without a word on how long, LinkedIn's own brake is the likely cause: going on makes it worse.
				{ stopsBatch: waitMs === undefined }
			: rule.stopsBatch !== undefined && { stopsBatch: rule.stopsBatch }),
	});
}
