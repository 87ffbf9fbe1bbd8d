import type { FailureFacts, FailureOutcome, FailureReason, SkipReason } from './failure';

/** What a vendor says in an answer that is not a success: its text and, where it has them, its code. */
export interface Complaint {
	readonly status: number;
	readonly text: string;
	readonly code?: string;
}

/** One line of a vendor's table of texts. The first line that fits decides. */
export interface FailureRule {
	/** HTTP statuses it applies to; absent = all. */
	readonly status?: readonly number[];
	/** The vendor's machine code. */
	readonly code?: string;
	/** Fits the vendor's text. Vendors change their wording: match key words, not sentences. */
	readonly text?: RegExp;
	readonly reason: FailureReason;
	readonly what: string;
	readonly next: string;
	/**
	 * `unknown` for complaints that leave open whether the act was carried out. Words can only take
	 * certainty away: what gives it is the vendor's table of certain refusals (http/certain.ts).
	 */
	readonly outcome?: FailureOutcome;
	/** The complaint means that the act was not needed. Believed where the refusal is certain, only. */
	readonly skip?: SkipReason;
	readonly stopsBatch?: boolean;
}

function fits(rule: FailureRule, complaint: Complaint): boolean {
	if (rule.status && !rule.status.includes(complaint.status)) return false;
	if (rule.code !== undefined && rule.code !== complaint.code) return false;
	if (rule.text && !rule.text.test(complaint.text)) return false;
	return true;
}

/** The first rule of the table that fits the complaint, if any does. */
export function findRule(
	rules: readonly FailureRule[],
	complaint: Complaint,
): FailureRule | undefined {
	return rules.find((rule) => fits(rule, complaint));
}

/** Reasons that would meet every further item of a batch: to go on would help nobody. */
const STOPS_BATCH: ReadonlySet<FailureReason> = new Set<FailureReason>([
	'authentication',
	'forbidden',
	'extensionOffline',
	'limitReached',
	'insufficientCredits',
	'cancelled',
]);

export function stopsBatch(facts: Pick<FailureFacts, 'reason' | 'stopsBatch'>): boolean {
	return facts.stopsBatch ?? STOPS_BATCH.has(facts.reason);
}
