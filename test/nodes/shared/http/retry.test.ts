import { Failure, Skip } from '../../../../nodes/shared/failures/failure';
import type { FailureFacts } from '../../../../nodes/shared/failures/failure';
import { READ_TRIES, readRetryDelay } from '../../../../nodes/shared/http/retry';

const failure = (facts: Partial<FailureFacts>): Failure =>
	new Failure({ reason: 'vendorUnavailable', outcome: 'unknown', what: 'w', next: 'n', ...facts });

const middle = (): number => 0.5;

describe('readRetryDelay', () => {
	it.each(['502', '503', '504', 'ECONNRESET', 'ETIMEDOUT', undefined])(
		'tries again after %s, later each time, three times',
		(httpCode) => {
			const delays = [1, 2, 3, 4].map((attempt) =>
				readRetryDelay(failure({ httpCode }), attempt, middle),
			);
			expect(delays).toEqual([500, 1_000, 2_000, undefined]);
			expect(READ_TRIES).toBe(4);
		},
	);

	it('spreads the delays by half, so that a crowd does not come back at once', () => {
		const at = (random: number) => readRetryDelay(failure({}), 2, () => random);
		expect(at(0)).toBe(500);
		expect(at(0.999)).toBeGreaterThan(1_490);
		expect(at(0.999)).toBeLessThan(1_500);
	});

	it.each(['500', '501', '408', '520'])('does not try again after a status %s', (httpCode) => {
		expect(readRetryDelay(failure({ httpCode }), 1, middle)).toBeUndefined();
	});

	it.each([
		[30_000, 30_000],
		[100, 500],
		[3_600_000, 120_000],
	])('lets a vendor that is down ask for %d ms and waits %d', (retryAfterMs, ms) => {
		expect(readRetryDelay(failure({ httpCode: '503', retryAfterMs }), 1, middle)).toBe(ms);
	});

	it('waits a throttle out once, for as long as it asks', () => {
		const throttled = failure({ reason: 'throttled', httpCode: '429', retryAfterMs: 17_000 });
		expect(readRetryDelay(throttled, 1, middle)).toBe(17_000);
		expect(readRetryDelay(throttled, 2, middle)).toBeUndefined();
	});

	it('waits a moment for a throttle that does not say how long', () => {
		const ms = readRetryDelay(failure({ reason: 'throttled', httpCode: '429' }), 1, middle);
		expect(ms).toBeGreaterThanOrEqual(1_000);
		expect(ms).toBeLessThanOrEqual(5_000);
	});

	it.each([
		'invalidInput',
		'authentication',
		'limitReached',
		'unexpectedAnswer',
		'cancelled',
		'notFound',
	] as const)('does not try again after %s', (reason) => {
		expect(
			readRetryDelay(failure({ reason, httpCode: '502', retryAfterMs: 1 }), 1, middle),
		).toBeUndefined();
	});

	it('does not try again after what is no failure of a request', () => {
		expect(readRetryDelay(new Error('bug'), 1, middle)).toBeUndefined();
		expect(readRetryDelay(new Skip('alreadyInvited'), 1, middle)).toBeUndefined();
	});
});
