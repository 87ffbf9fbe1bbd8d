import type { FaultSpec, Sandbox } from '../../sandbox';

const OUTX_ACT = /^POST \/linkedin-agent\/(?:send|like|comment)-/;

/** What reaches a person; looks at conversations are read by the same address in V2. */
const ACT: FaultSpec['match'] = ({ method, path, body }) =>
	OUTX_ACT.test(`${method} ${path}`) ||
	/^POST \/(?:message|connect|v1\/messages\/send-message|v1\/network\/connect)$/.test(
		`${method} ${path}`,
	) ||
	['send', 'invite'].includes(String((body as { action?: unknown } | undefined)?.action));

const CONVERSATION: FaultSpec['match'] = ({ path, body }) =>
	/^\/conversations\/[^/]+\/messages$/.test(path) ||
	(body as { action?: unknown } | undefined)?.action === 'get_conversation';

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
	{ kind: 'telling5xx' },
	{ kind: 'telling5xx', processed: true },
	{ kind: 'telling5xx', status: 503, processed: true },
	{ kind: 'success200' },
	{ kind: 'success200', processed: true },
	{ kind: 'trickle', match: ACT },
	{ kind: 'taskFails', vendor: 'outX', match: OUTX_ACT },
	{ kind: 'taskFails', vendor: 'outX', match: OUTX_ACT, processed: true },
	{ kind: 'showsLate', match: ACT },
	{ kind: 'clockOff', match: CONVERSATION, delayMs: 300_000 },
	{ kind: 'clockOff', match: CONVERSATION, delayMs: -300_000 },
	{ kind: 'clockOff', match: CONVERSATION, inSeconds: true },
];

/** Spreads the share of requests that go wrong evenly over all kinds. */
export function mixIn(sandbox: Sandbox, share: number): void {
	for (const kind of KINDS) sandbox.faults.add({ ...kind, rate: share / KINDS.length });
}
