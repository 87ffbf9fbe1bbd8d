import type { KeyStore } from '../sending/store';
import type { Result } from './results';
import type { RunSetting } from './setting';
import { localMoment, tally, tallyText } from './summary';

/** A call-out that sums the run up, where this n8n shows any. */
export function addSummaryHint<Api>(
	{ hint, timezone }: RunSetting<Api>,
	results: ReadonlyArray<Result | undefined>,
	canLookAgain: boolean,
	notes: readonly string[] = [],
): void {
	if (results.length === 0 || !hint) return;
	const count = tally(results);
	// One item that went out is what everybody expects.
	if (results.length === 1 && count.sent === 1 && notes.length === 0) return;
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
		...notes,
	]
		.filter(Boolean)
		.join(' ');
	const troubled = count.unknown + count.notSent + notes.length > 0;
	hint(message.charAt(0).toUpperCase() + message.slice(1), troubled);
}

const SKIP_WORDS: Readonly<Record<string, string>> = {
	alreadySent: 'sent before, or perhaps sent',
	alreadyContacted: 'contacted before',
	duplicateInInput: 'twice in the input',
	alreadyConnected: 'connected already',
	alreadyInvited: 'invited already',
	limitReached: 'behind a limit',
};

/** Where the memory begins to say that it is filling up. */
const NEARLY_FULL = 0.9;

/** What the operator should know of what the node remembers, in sentences. */
export async function memoryNotes(store: KeyStore, isTidy: boolean): Promise<string[]> {
	if (!store.lasting) {
		return [
			'This workflow was never saved, so the node cannot remember who got what: save it, or the next run may send the same again.',
		];
	}
	const { held, most } = await store.fill();
	const share = Math.floor((held / most) * 100);
	return [
		...(isTidy
			? []
			: [
					"n8n's database failed while this node put its memory in order: a later run may skip an item as already sent that was not. Turn on 'Send Again' for it then.",
				]),
		...(held >= most
			? [
					'The memory of this node is full: it forgets those it reached first, and could write to them again. Add the node anew for a new campaign.',
				]
			: held >= most * NEARLY_FULL
				? [
						`The memory of this node is ${share}% full. When it is full, it forgets those it reached first, and could write to them again: add the node anew for a new campaign.`,
					]
				: []),
	];
}
