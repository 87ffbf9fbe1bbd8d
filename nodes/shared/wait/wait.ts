import { cancelled } from '../failures/failure';

/** Time as the package sees it: injected, so that tests control it. */
export interface Clock {
	/** Now, in ms since 1970. */
	now(): number;
	/** Resolves after that many ms. */
	sleep(ms: number): Promise<void>;
}

/** Timers that an aborted wait leaves behind end within this time. */
const SLICE_MS = 1_000;

/**
 * Waits the given ms. Throws a `cancelled` failure as soon as the signal is aborted: n8n's engine
 * looks at Stop only between nodes, so a node has to (n8n-workflow, `getExecutionCancelSignal`).
 */
export async function wait(ms: number, clock: Clock, signal?: AbortSignal): Promise<void> {
	throwIfAborted(signal);
	if (!signal) {
		if (ms > 0) await clock.sleep(Math.ceil(ms));
		return;
	}
	const until = clock.now() + ms;
	let onAbort: () => void = () => undefined;
	const aborted = new Promise<void>((resolve) => {
		onAbort = resolve;
		signal.addEventListener('abort', onAbort, { once: true });
	});
	try {
		for (let left = ms; left > 0; ) {
			// Timers count whole milliseconds: a fraction left over would be waited for again and again.
			const slice = Math.ceil(Math.min(left, SLICE_MS));
			await Promise.race([clock.sleep(slice), aborted]);
			throwIfAborted(signal);
			// The clock may have been set back meanwhile, which must not prolong the wait.
			left = Math.min(left - slice, until - clock.now());
		}
	} finally {
		signal.removeEventListener('abort', onAbort);
	}
}

/** Throws a `cancelled` failure if Stop was pressed. */
export function throwIfAborted(signal?: AbortSignal): void {
	if (signal?.aborted) throw cancelled();
}
