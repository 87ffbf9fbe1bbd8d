import type { Failure } from '../failures/failure';
import type { ActOperation } from '../operation/types';
import { greetsEverybodyAlike } from '../sending/textCheck';
import type { CheckedItem } from './checked';
import { needsSaving } from './journalFailures';
import { fixedRecipientWarning, oneRecipientFailure } from './oneRecipient';
import type { RunSetting } from './setting';

/**
 * Counting over executions needs a place to count in: a cap or a memory that the operator asked for is not
 * silently left out.
 */
function uncounted<Api>(
	{ store }: RunSetting<Api>,
	{ on }: ActOperation<Api>,
	items: readonly CheckedItem[],
): Failure | undefined {
	if (store.lasting) return undefined;
	const asked = items.find(
		({ sending }) => !sending.dryRun && (sending.maxPerDay > 0 || sending.skipContacted),
	);
	if (!asked) return undefined;
	const [cap, skip] =
		on === 'post'
			? ['Most Posts per Day', 'Skip Posts Already Dealt With']
			: ['Most People per Day', 'Skip People Already Contacted'];
	return needsSaving(asked.sending.maxPerDay > 0 ? cap : skip);
}

/** Why nothing of a batch may be attempted, though each item is in order by itself. */
export function batchFailure<Api>(
	setting: RunSetting<Api>,
	operation: ActOperation<Api>,
	items: readonly CheckedItem[],
): Failure | undefined {
	const { on = 'recipient', text } = operation;
	const own = setting.own(on);
	return oneRecipientFailure({ items, on, own, text }) ?? uncounted(setting, operation, items);
}

/** What the operator should know of the list as a whole, in sentences. */
export function batchNotes<Api>(
	setting: RunSetting<Api>,
	operation: ActOperation<Api>,
	items: readonly CheckedItem[],
): string[] {
	const { on = 'recipient' } = operation;
	const fixed = fixedRecipientWarning({ items, on, own: setting.own(on) });
	const greeted = greetsEverybodyAlike(
		items.map(({ input }) => ({
			text: operation.text(input),
			who: input.on.target.publicIdentifier ?? input.on.input,
		})),
	);
	return [
		...(fixed === undefined ? [] : [fixed]),
		...(greeted === undefined || on === 'post'
			? []
			: [
					`All texts greet “${greeted}”, though they go to different people: let the greeting read the item at hand, as {{ $json… }} does and .first() does not.`,
				]),
	];
}
