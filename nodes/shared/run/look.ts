import { Failure } from '../errors/failure';
import type { ActInput, ActOperation } from '../operation/types';
import { wait } from '../wait/wait';
import type { RunSetting } from './setting';

/** Time for an act to show at the vendor. */
const SETTLING_MS = 3_000;

/** Whether the vendor itself had come to an end with the request, and said so. */
const isOver = ({ mayStillHappen, httpCode }: Failure['facts']): boolean =>
	mayStillHappen !== true && httpCode !== undefined;

/**
 * Looks at the vendor for what became of an act whose answer settles nothing.
 *
 * @param since when the act began, in ms
 * @returns `sent`, or the failure: `notSent` where the look is conclusive, unchanged otherwise. Seeing
 * nothing is conclusive only where the vendor is done with the request.
 */
export async function lookAfter<Api>(
	setting: RunSetting<Api>,
	operation: ActOperation<Api>,
	input: ActInput,
	failure: Failure,
	since: number,
): Promise<'sent' | Failure> {
	if (!operation.look || setting.signal.aborted) return failure;
	// A look asks for the person whom the service has mistaken for another: what it shows proves nothing.
	if (failure.facts.reason === 'otherPerson') return failure;
	if (operation.looksForAbsence && !isOver(failure.facts)) return failure;
	try {
		await wait(SETTLING_MS, setting.clock, setting.signal);
		const seen = await operation.look(setting.api, input, since);
		if (seen === 'sent') return 'sent';
		if (seen === 'nothing' && isOver(failure.facts)) return notCarriedOut(failure);
	} catch {
		// Looking is a kindness: what it cannot tell stays unknown.
	}
	return failure;
}

function notCarriedOut(failure: Failure): Failure {
	return failure.with({
		outcome: 'notSent',
		what: `${failure.facts.what}; LinkedIn shows that it was not carried out`,
		next: 'Run this item again.',
	});
}
