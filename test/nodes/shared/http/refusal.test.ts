import { Failure, Skip } from '../../../../nodes/shared/failures/failure';
import type { FailureRule } from '../../../../nodes/shared/failures/rules';
import { refusal } from '../../../../nodes/shared/http/refusal';
import type { Dialect } from '../../../../nodes/shared/http/refusal';

const now = Date.parse('2026-11-23T12:00:00.000Z');

const rules: FailureRule[] = [
	{ text: /slow/, reason: 'throttled', what: 'Slow down', next: 'Wait.' },
	{ text: /quota/, reason: 'limitReached', what: 'Quota', next: 'Tomorrow.' },
	{ text: /invited/, reason: 'invalidInput', what: 'x', next: 'x', skip: 'alreadyInvited' },
	{ code: 'MAYBE', reason: 'taskFailed', what: 'Maybe', next: 'Look.', outcome: 'unknown' },
	{ code: 'WALL', reason: 'notFound', what: 'Wall', next: 'Stop.', stopsBatch: true },
];

const dialect: Dialect = { label: 'Vendor', rules, complaint: () => undefined };

const refuse = (
	text: string,
	extra: { status?: number; headers?: Record<string, string>; body?: unknown; code?: string } = {},
): Failure => {
	const { status = 429, headers = {}, body, code } = extra;
	const answer = { status, headers, text };
	return refusal(dialect, answer, body, { text, ...(code && { code }) }, now) as Failure;
};

describe('refusal', () => {
	it('takes the first line of the table that fits, else what the status means', () => {
		expect(refuse('slow', { status: 400 }).facts).toMatchObject({ reason: 'throttled' });
		expect(refuse('what?', { status: 402 }).facts).toMatchObject({
			reason: 'insufficientCredits',
			httpCode: '402',
			outcome: 'notSent',
		});
	});

	it('is a skip where nothing was left to do', () => {
		const skip = refuse('invited before') as unknown;
		expect(skip).toBeInstanceOf(Skip);
		expect(skip).toMatchObject({ reason: 'alreadyInvited', vendorText: 'invited before' });
	});

	it('leaves open what the table leaves open', () => {
		expect(refuse('', { code: 'MAYBE' }).facts.outcome).toBe('unknown');
		expect(refuse('', { code: 'WALL' }).facts.stopsBatch).toBe(true);
		expect(refuse('boom', { status: 500 }).retrySafe).toBe(false);
	});

	it.each([
		['a short wait', { 'retry-after': '30' }, 'throttled', 30_000],
		['two minutes', { 'retry-after': '120' }, 'throttled', 120_000],
		['a long wait', { 'retry-after': '121' }, 'limitReached', 121_000],
	])('tells throttles from quotas by %s, whatever the text', (_, headers, reason, ms) => {
		for (const text of ['slow', 'quota']) {
			expect(refuse(text, { headers }).facts).toMatchObject({ reason, retryAfterMs: ms });
		}
	});

	it('tells them apart by the moment of the reset, too', () => {
		const soon = refuse('quota', { headers: { 'x-ratelimit-reset': '2026-11-23T12:01:00Z' } });
		const late = refuse('slow. Resets at 2026-11-24T00:00:00Z');
		const past = refuse('slow', { headers: { 'x-ratelimit-reset': '2026-11-23T11:00:00Z' } });
		expect(soon.facts).toMatchObject({ reason: 'throttled', stopsBatch: false });
		expect(late.facts).toMatchObject({
			reason: 'limitReached',
			resetsAt: '2026-11-24T00:00:00.000Z',
		});
		expect(past.facts.reason).toBe('throttled');
	});

	it('stops the batch at a throttle that does not say when it ends', () => {
		expect(refuse('slow').facts.stopsBatch).toBe(true);
		expect(refuse('slow', { headers: { 'retry-after': '3' } }).facts.stopsBatch).toBe(false);
	});

	it('keeps what has nothing to do with limits out of the rest', () => {
		const { facts } = refuse('what?', {
			status: 404,
			headers: { 'x-ratelimit-reset': '2026-11-24T00:00:00Z' },
		});
		expect(facts).toMatchObject({ reason: 'notFound' });
		expect(facts.resetsAt).toBeUndefined();
	});

	it('quotes the vendor in a line one can read, and pages not at all', () => {
		expect(refuse(' a\n\tb  c ').facts.vendorText).toBe('a b c');
		expect(refuse('x'.repeat(1_000)).facts.vendorText).toBe(`${'x'.repeat(300)}…`);
		expect(refuse('<!DOCTYPE html><p>Bad gateway').facts.vendorText).toBeUndefined();
		expect(refuse('  ').facts.vendorText).toBeUndefined();
	});
});
