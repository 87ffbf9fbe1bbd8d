import { Failure } from '../../../../nodes/shared/failures/failure';
import type { FailureReason } from '../../../../nodes/shared/failures/failure';
import { forTrigger } from '../../../../nodes/shared/trigger/failures';

const failure = (reason: FailureReason, next: string): Failure =>
	new Failure({ reason, outcome: 'notSent', what: 'What happened', next, httpCode: '418' });

const nextOf = (reason: FailureReason, next: string, isSample = false): string =>
	forTrigger(failure(reason, next), isSample).facts.next;

describe('a failure in the words of a trigger', () => {
	it.each<[string, string]>([
		['Open Chrome and run the item again.', 'Open Chrome and see that the workflow is active.'],
		[
			'Wait a day or more, then run the remaining items.',
			'Wait a day or more, then see that the workflow is active.',
		],
		['Check the fields of this item below.', 'Check the fields of this node below.'],
		['Paste the key again and test it.', 'Paste the key again and test it.'],
	])('makes of "%s": "%s"', (next, said) => {
		expect(nextOf('forbidden', next)).toBe(said);
	});

	it('says that the next poll is the next try, where the fault passes', () => {
		for (const reason of ['vendorUnavailable', 'throttled', 'unexpectedAnswer'] as const) {
			expect(nextOf(reason, 'Nothing was sent: try this item again.')).toMatch(
				/^Nothing is lost: the next poll looks again/,
			);
		}
	});

	it('speaks of the test event where that was asked for', () => {
		expect(nextOf('vendorUnavailable', 'Run.', true)).toBe('Try again in a few minutes.');
		expect(nextOf('extensionOffline', 'Open Chrome and run the item again.', true)).toBe(
			'Open Chrome and fetch the test event again.',
		);
	});

	it('changes nothing else', () => {
		const { next, ...others } = forTrigger(failure('throttled', 'Wait.'), false).facts;
		expect(next).not.toBe('Wait.');
		expect(others).toEqual({
			reason: 'throttled',
			outcome: 'notSent',
			what: 'What happened',
			httpCode: '418',
		});
	});
});
