import { passOn } from '../shared/failures/failure';
import type { ReadOperation } from '../shared/operation/types';
import type { ConnectSafelyApi } from './api';

type Read = ReadOperation<ConnectSafelyApi>;

/**
 * One operation that the vendor has two calls for. Both must have the same fields: what the operator sees is the
 * first one's.
 *
 * @param takesOther whether an item is for the other way from the start
 * @param turnsTo whether the first way's failure is one that the other way does not have
 */
export function inTwoWays(
	first: Read,
	other: Read,
	takesOther: (input: unknown) => boolean,
	turnsTo: (error: unknown) => boolean = () => false,
): Read {
	return {
		...first,
		calls: [...first.calls, ...other.calls],
		async perform(api, input) {
			if (takesOther(input)) return await other.perform(api, input);
			try {
				return await first.perform(api, input);
			} catch (error) {
				if (turnsTo(error)) return await other.perform(api, input);
				throw passOn(error);
			}
		},
	};
}
