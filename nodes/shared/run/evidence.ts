import type { Failure } from '../failures/failure';
import type { ActInput, ActOperation } from '../operation/types';
import { wait } from '../wait/wait';
import type { RunSetting } from './setting';

/** Time for an act to show at the vendor. */
const SETTLING_MS = 3_000;

/**
 * Looks at the vendor for what became of an act whose answer settles nothing. Seeing it proves that it was
 * carried out; seeing nothing of it proves nothing, as it may show late, or still be under way.
 *
 * @param since when the act began, in ms
 * @returns `sent`, or the failure as it is
 */
export async function findEvidence<Api>(
	setting: RunSetting<Api>,
	operation: ActOperation<Api>,
	input: ActInput,
	failure: Failure,
	since: number,
): Promise<'sent' | Failure> {
	if (!operation.findEvidence || setting.signal.aborted) return failure;
	// A look asks for the person whom the service has mistaken for another: what it shows proves nothing.
	if (failure.facts.reason === 'otherPerson') return failure;
	try {
		await wait(SETTLING_MS, setting.clock, setting.signal);
		if ((await operation.findEvidence(setting.api, input, since)) === 'sent') return 'sent';
	} catch {
		// What the look cannot tell stays unknown.
	}
	return failure;
}
