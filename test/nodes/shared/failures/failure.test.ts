import { Failure, Skip, cancelled, invalidInput } from '../../../../nodes/shared/failures/failure';
import type { FailureFacts } from '../../../../nodes/shared/failures/failure';
import { findRule, stopsBatch } from '../../../../nodes/shared/failures/rules';
import type { FailureRule } from '../../../../nodes/shared/failures/rules';
import { statusRule } from '../../../../nodes/shared/failures/statuses';

const facts: FailureFacts = {
	reason: 'timeout',
	outcome: 'unknown',
	what: 'What',
	next: 'Next.',
	taskId: 'task',
};

describe('Failure', () => {
	it('may be repeated only when it is certain that nothing was sent', () => {
		expect(new Failure(facts).retrySafe).toBe(false);
		expect(new Failure({ ...facts, outcome: 'notSent' }).retrySafe).toBe(true);
	});

	it('survives being stored as JSON', () => {
		const stored = JSON.parse(JSON.stringify(new Failure(facts).facts)) as FailureFacts;
		expect(new Failure(stored)).toMatchObject({ message: 'What', facts, retrySafe: false });
	});

	it('changes into another one and stays as it was', () => {
		const failure = new Failure(facts);
		const changed = failure.with({ outcome: 'notSent', what: 'Other', taskId: undefined });
		expect(changed.facts).toEqual({
			...facts,
			outcome: 'notSent',
			what: 'Other',
			taskId: undefined,
		});
		expect(changed.message).toBe('Other');
		expect(failure.facts).toEqual(facts);
	});

	it('says that it may have been carried out only when a request had left', () => {
		expect(cancelled().facts).toMatchObject({ outcome: 'notSent', stopsBatch: true });
		expect(cancelled().facts.what).not.toMatch(/may have/);
		expect(cancelled('unknown').facts.what).toMatch(/may have been carried out/);
		expect(cancelled('unknown').retrySafe).toBe(false);
	});

	it('is no skip, and a skip is no failure', () => {
		expect(new Skip('alreadyInvited', 'said')).not.toBeInstanceOf(Failure);
		expect(invalidInput('a', 'b')).not.toBeInstanceOf(Skip);
	});
});

describe('findRule', () => {
	const rule = (more: Partial<FailureRule>): FailureRule => ({
		reason: 'forbidden',
		what: 'w',
		next: 'n',
		...more,
	});
	const rules = [
		rule({ status: [400], text: /^a/, what: 'status and text' }),
		rule({ code: 'X', what: 'code' }),
		rule({ text: /a/i, what: 'text' }),
	];

	it.each([
		[{ status: 400, text: 'abc' }, 'status and text'],
		[{ status: 401, text: 'abc' }, 'text'],
		[{ status: 400, text: 'BCA', code: 'Y' }, 'text'],
		[{ status: 400, text: 'zzz', code: 'X' }, 'code'],
		[{ status: 400, text: 'abc', code: 'X' }, 'status and text'],
		[{ status: 400, text: 'zzz' }, undefined],
	])('%j means %s', (complaint, what) => {
		expect(findRule(rules, complaint)?.what).toBe(what);
	});
});

describe('stopsBatch', () => {
	it('stops at walls everybody behind would meet, and at nothing else', () => {
		const stopping = (
			[
				'invalidInput',
				'authentication',
				'forbidden',
				'extensionOffline',
				'notFound',
				'notConnected',
				'limitReached',
				'throttled',
				'insufficientCredits',
				'taskFailed',
				'timeout',
				'vendorUnavailable',
				'unexpectedAnswer',
				'cancelled',
			] as const
		).filter((reason) => stopsBatch({ reason }));
		expect(stopping).toEqual([
			'authentication',
			'forbidden',
			'extensionOffline',
			'limitReached',
			'insufficientCredits',
			'cancelled',
		]);
	});

	it('lets a failure say so itself', () => {
		expect(stopsBatch({ reason: 'throttled', stopsBatch: true })).toBe(true);
		expect(stopsBatch({ reason: 'forbidden', stopsBatch: false })).toBe(false);
	});
});

describe('statusRule', () => {
	it.each([
		[400, 'invalidInput', undefined],
		[401, 'authentication', undefined],
		[402, 'insufficientCredits', undefined],
		[403, 'forbidden', undefined],
		[404, 'notFound', undefined],
		[405, 'invalidInput', undefined],
		[408, 'vendorUnavailable', 'unknown'],
		[409, 'invalidInput', undefined],
		[413, 'invalidInput', undefined],
		[418, 'unexpectedAnswer', 'unknown'],
		[422, 'invalidInput', undefined],
		[429, 'throttled', undefined],
		[500, 'vendorUnavailable', 'unknown'],
		[503, 'vendorUnavailable', 'unknown'],
		[599, 'vendorUnavailable', 'unknown'],
		[200, 'unexpectedAnswer', 'unknown'],
	])('%d means %s', (status, reason, outcome) => {
		const rule = statusRule(status, 'Vendor');
		expect(rule).toMatchObject({ reason });
		expect(rule.outcome).toBe(outcome);
		expect(rule.what).toMatch(/^Vendor .*[^.]$/);
		expect(rule.next).toMatch(/\.$/);
	});
});
