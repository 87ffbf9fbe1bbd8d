import type { Result } from './results';
import type { RunSetting } from './setting';
import { localMoment, tally, tallyText } from './summary';

/** A call-out on the canvas that sums the run up; older n8n versions have none. */
export function addSummaryHint<Api>(
	{ context, timezone }: RunSetting<Api>,
	results: ReadonlyArray<Result | undefined>,
	canLookAgain: boolean,
): void {
	if (results.length === 0 || typeof context.addExecutionHints !== 'function') return;
	const count = tally(results);
	// One item that went out is what everybody expects.
	if (results.length === 1 && count.sent === 1) return;
	const reasons = new Map<string, number>();
	let resetsAt: string | undefined;
	for (const result of results) {
		if (result?.kind === 'failure') resetsAt ??= result.failure.facts.resetsAt;
		if (result?.kind !== 'output' || typeof result.json.reason !== 'string') continue;
		reasons.set(result.json.reason, (reasons.get(result.json.reason) ?? 0) + 1);
	}
	const why = [...reasons].map(([reason, times]) => `${times} ${SKIP_WORDS[reason] ?? reason}`);
	const message = [
		`${tallyText(count)}.`,
		why.length > 0 ? `Skipped: ${why.join(', ')}.` : '',
		count.pending > 0 && canLookAgain
			? 'Use Task › Wait For with the task ID to learn how unfinished ones end.'
			: '',
		count.unknown > 0 ? 'Check the unclear ones on LinkedIn before repeating them.' : '',
		resetsAt ? `The limit resets on ${localMoment(resetsAt, timezone)}.` : '',
	]
		.filter(Boolean)
		.join(' ');
	const troubled = count.unknown + count.notSent > 0;
	context.addExecutionHints({
		message: message.charAt(0).toUpperCase() + message.slice(1),
		type: troubled ? 'warning' : 'info',
		location: 'outputPane',
	});
}

const SKIP_WORDS: Readonly<Record<string, string>> = {
	alreadyContacted: 'contacted before',
	duplicateInInput: 'twice in the input',
	alreadyConnected: 'connected already',
	alreadyInvited: 'invited already',
	limitReached: 'behind a limit',
};
