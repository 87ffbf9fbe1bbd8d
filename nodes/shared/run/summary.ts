import type { Failure } from '../failures/failure';
import { usableTimezone } from '../sending/timezone';
import type { Result } from './results';

/** How a run of acts went, in counts of items. */
export interface Tally {
	sent: number;
	pending: number;
	skipped: number;
	dryRun: number;
	notSent: number;
	unknown: number;
}

/** Counts results; an item without one was not attempted. */
export function tally(results: ReadonlyArray<Result | undefined>): Tally {
	const count: Tally = { sent: 0, pending: 0, skipped: 0, dryRun: 0, notSent: 0, unknown: 0 };
	for (const result of results) {
		if (result?.kind === 'output') count[result.json.outcome as keyof Tally]++;
		else count[result?.failure.facts.outcome ?? 'notSent']++;
	}
	return count;
}

const WORDS: ReadonlyArray<readonly [keyof Tally, string]> = [
	['sent', 'sent'],
	['pending', 'accepted but not finished'],
	['skipped', 'skipped'],
	['dryRun', 'tried without sending'],
	['notSent', 'not sent'],
	['unknown', 'unclear whether sent'],
];

/** "2 sent, 1 skipped, 7 not sent". */
export function tallyText(count: Tally): string {
	return WORDS.filter(([key]) => count[key] > 0)
		.map(([key, words]) => `${count[key]} ${words}`)
		.join(', ');
}

/** A moment as an operator reads it, in the workflow's time zone. */
export function localMoment(iso: string, timezone: string): string {
	const moment = new Date(iso);
	if (Number.isNaN(moment.getTime())) return iso;
	const text = new Intl.DateTimeFormat('en-GB', {
		timeZone: usableTimezone(timezone),
		dateStyle: 'medium',
		timeStyle: 'short',
	}).format(moment);
	return `${text} (${timezone})`;
}

/** What the failed node adds to its error: how far it came, and when a limit ends. */
export function failureSummary(
	results: ReadonlyArray<Result | undefined>,
	failure: Failure,
	timezone: string,
): string {
	const { resetsAt } = failure.facts;
	const ends = resetsAt ? ` The limit resets on ${localMoment(resetsAt, timezone)}.` : '';
	if (results.length < 2) return ends.trim();
	return `Of ${results.length} items: ${tallyText(tally(results))}.${ends}`;
}
