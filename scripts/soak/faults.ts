import type { FaultSpec, Sandbox } from '../../test/sandbox';

/** Every way an answer can go wrong, carried out before it does and not. */
const KINDS: ReadonlyArray<Omit<FaultSpec, 'rate'>> = [
	{ kind: 'resetBefore' },
	{ kind: 'resetAfter' },
	{ kind: 'slow', delayMs: 12_000 },
	{ kind: 'slow', delayMs: 25_000, processed: true },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 500, processed: true },
	{ kind: 'status', status: 502 },
	{ kind: 'status', status: 503, processed: true },
	{ kind: 'status', status: 504 },
	{ kind: 'throttle' },
	{ kind: 'quota' },
	{ kind: 'html' },
	{ kind: 'html', processed: true },
	{ kind: 'empty' },
	{ kind: 'empty', processed: true },
	{ kind: 'cutJson', processed: true },
	{ kind: 'errorIn200' },
	{ kind: 'redirect' },
];

/** Spreads the share of requests that go wrong evenly over all kinds. */
export function mixIn(sandbox: Sandbox, share: number): void {
	for (const kind of KINDS) sandbox.faults.add({ ...kind, rate: share / KINDS.length });
}
