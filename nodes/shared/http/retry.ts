import { Failure } from '../failures/failure';
import { LONGEST_THROTTLE_MS } from './resets';

/** Tries of one read, the first included. */
export const READ_TRIES = 4;

const FIRST_DELAY_MS = 500;

/** Statuses of a vendor that will probably be well again soon . */
const PASSING = new Set(['502', '503', '504']);

/**
 * How long to wait before a read is tried again, in ms; undefined = do not try again. A throttle is
 * waited out once, for as long as the vendor asks; faults of the line or the vendor up to three times,
 * with growing, spread delays.
 *
 * @param attempt the number of the try that just failed, from 1
 */
export function readRetryDelay(
	error: unknown,
	attempt: number,
	random: () => number,
): number | undefined {
	if (!(error instanceof Failure) || attempt >= READ_TRIES) return undefined;
	const { reason, httpCode, retryAfterMs } = error.facts;
	const spread = FIRST_DELAY_MS * 2 ** (attempt - 1) * (0.5 + random());
	if (reason === 'throttled') {
		if (attempt > 1) return undefined;
		return retryAfterMs === undefined ? 4 * spread : Math.min(retryAfterMs, LONGEST_THROTTLE_MS);
	}
	if (reason !== 'vendorUnavailable') return undefined;
	const isNetwork = httpCode === undefined || !/^\d+$/.test(httpCode);
	if (!isNetwork && !PASSING.has(httpCode)) return undefined;
	return Math.max(spread, Math.min(retryAfterMs ?? 0, LONGEST_THROTTLE_MS));
}
