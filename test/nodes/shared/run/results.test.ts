import { Failure } from '../../../../nodes/shared/failures/failure';
import type { FailureFacts } from '../../../../nodes/shared/failures/failure';
import type { ActInput, ActOperation } from '../../../../nodes/shared/operation/types';
import { requiredText, recipientInput } from '../../../../nodes/shared/fields/inputs';
import { checkItems, nothingAttempted } from '../../../../nodes/shared/run/checked';
import {
	dryRunOutput,
	errorJson,
	receiptOutput,
	skipOutput,
	toItem,
} from '../../../../nodes/shared/run/results';
import type { Result } from '../../../../nodes/shared/run/results';
import {
	failureSummary,
	localMoment,
	tally,
	tallyText,
} from '../../../../nodes/shared/run/summary';
import { behind } from '../../../../nodes/shared/run/batchStop';
import { z } from 'zod';

const act = { vendor: 'outX', action: 'sendMessage' };
const label = { ...act, on: 'recipient' } as const;
const member = { publicIdentifier: 'josé', memberId: 'ACoAAjose12345' };
const recipient = { input: 'linkedin.com/in/josé', target: member };

const failure = (facts: Partial<FailureFacts> = {}): Failure =>
	new Failure({ reason: 'timeout', outcome: 'unknown', what: 'What', next: 'Next.', ...facts });

describe('outputs of acts', () => {
	const known = {
		input: 'linkedin.com/in/josé',
		profileUrl: 'https://www.linkedin.com/in/jos%C3%A9',
		publicIdentifier: 'josé',
		urn: 'urn:li:person:ACoAAjose12345',
	};

	it('tell sent from accepted', () => {
		const response = { sent: true };
		expect(receiptOutput(label, recipient, member, { response })).toEqual({
			outcome: 'sent',
			...act,
			recipient: known,
			response,
		});
		expect(
			receiptOutput(label, recipient, member, { response, finished: false, taskId: 't' }),
		).toMatchObject({ outcome: 'pending', taskId: 't' });
	});

	it('leave out what is not known', () => {
		const bare = receiptOutput(label, recipient, { memberNumber: '7' }, { response: {} });
		expect(bare.recipient).toEqual({ input: recipient.input });
		expect(Object.keys(bare)).not.toContain('rateLimit');
	});

	it('say why nothing was attempted, and what would have gone out', () => {
		expect(skipOutput(label, recipient, member, 'alreadyInvited', 'said')).toMatchObject({
			outcome: 'skipped',
			reason: 'alreadyInvited',
			response: { message: 'said' },
		});
		expect(dryRunOutput(label, recipient, member, 'Hello')).toMatchObject({
			outcome: 'dryRun',
			text: 'Hello',
			response: {},
		});
	});

	it('describe the post of an act on a post', () => {
		const like = { vendor: 'outX', action: 'likePost', on: 'post' } as const;
		const post = { activity: '7123456789012345678', vendorId: 'p-1' };
		const named = { input: 'p-1', target: post };
		expect(receiptOutput(like, named, post, { response: {} })).toEqual({
			outcome: 'sent',
			vendor: 'outX',
			action: 'likePost',
			post: {
				input: 'p-1',
				url: 'https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678/',
				urn: 'urn:li:activity:7123456789012345678',
				id: 'p-1',
			},
			response: {},
		});
	});

	it('never look like an error item to n8n', () => {
		for (const json of [
			receiptOutput(label, recipient, member, { response: { error: 'x' } }),
			skipOutput(label, recipient, member, 'alreadyConnected'),
			dryRunOutput(label, recipient, member, ''),
		]) {
			expect(json).not.toHaveProperty('error');
		}
	});
});

describe('errorJson', () => {
	it('holds error and details only, which is what n8n routes by', () => {
		const json = errorJson(
			failure({ vendorText: 'said', httpCode: '429', taskId: 't', resetsAt: 'then' }),
			'OutX',
			{ recipient: { input: 'jane' } },
		);
		expect(json).toEqual({
			error: 'What',
			details: {
				outcome: 'unknown',
				retrySafe: false,
				reason: 'timeout',
				description: 'Next. OutX said: “said”',
				httpCode: '429',
				taskId: 't',
				resetsAt: 'then',
				recipient: { input: 'jane' },
			},
		});
	});

	it('leaves out what is not known', () => {
		const found = { name: 'John Doe', publicIdentifier: 'john-doe' };
		const mixedUp = errorJson(failure({ found }), 'OutX', { recipient: { input: 'jane-doe' } });
		expect(mixedUp.details).toMatchObject({ recipient: { input: 'jane-doe', found } });
		expect(errorJson(failure({ found }), 'OutX').details).toMatchObject({ recipient: { found } });
		expect(behind(failure({ found })).facts.found).toBeUndefined();
		const { details } = errorJson(failure({ taskId: undefined }), 'OutX');
		expect(Object.keys(details as object)).toEqual([
			'outcome',
			'retrySafe',
			'reason',
			'description',
		]);
	});

	it('is paired with its item', () => {
		expect(toItem({ a: 1 }, 3)).toEqual({ json: { a: 1 }, pairedItem: { item: 3 } });
	});
});

describe('behind', () => {
	it('says of an item that it was not attempted, and blames no task on it', () => {
		const wall = failure({
			reason: 'authentication',
			taskId: 'of-another-item',
			next: 'Use Task › Wait For with the task ID of-another-item.',
		});
		const { facts } = behind(wall);
		expect(facts).toMatchObject({ reason: 'authentication', outcome: 'notSent' });
		expect(facts.what).toBe('Not attempted, because an earlier item met this: What');
		expect(JSON.stringify(facts)).not.toContain('of-another-item');
	});

	it('keeps advice that is as good for the item behind', () => {
		const wall = failure({ reason: 'limitReached', outcome: 'notSent', next: 'Wait a day.' });
		expect(behind(wall).facts.next).toBe('Wait a day.');
	});

	it('does not say that a stopped item was under way', () => {
		const { facts } = behind(failure({ reason: 'cancelled', what: 'under way' }));
		expect(facts).toMatchObject({ reason: 'cancelled', outcome: 'notSent' });
		expect(facts.what).not.toContain('under way');
	});
});

describe('the summary', () => {
	const output = (outcome: string): Result => ({ kind: 'output', json: { outcome } });
	const failed = (facts: Partial<FailureFacts>): Result => ({
		kind: 'failure',
		failure: failure(facts),
	});
	const results = [
		output('sent'),
		output('pending'),
		output('skipped'),
		output('dryRun'),
		failed({ outcome: 'notSent' }),
		failed({ outcome: 'unknown' }),
		undefined,
	];

	it('counts every item once, and unattempted ones as not sent', () => {
		expect(tally(results)).toEqual({
			sent: 1,
			pending: 1,
			skipped: 1,
			dryRun: 1,
			notSent: 2,
			unknown: 1,
		});
		const sum = Object.values(tally(results)).reduce((a, b) => a + b);
		expect(sum).toBe(results.length);
	});

	it('names only what there is', () => {
		expect(tallyText(tally(results.slice(0, 1)))).toBe('1 sent');
		expect(tallyText(tally(results))).toBe(
			'1 sent, 1 accepted but not finished, 1 skipped, 1 tried without sending, 2 not sent, 1 unclear whether sent',
		);
	});

	it("says how far a run came, and when the limit ends in the workflow's own time", () => {
		const limit = failure({ resetsAt: '2026-11-23T23:30:00.000Z' });
		expect(failureSummary(results, limit, 'Europe/Berlin')).toMatch(
			/^Of 7 items: 1 sent, .* The limit resets on 24 Nov 2026,? 00:30 \(Europe\/Berlin\)\.$/,
		);
		expect(failureSummary([undefined], failure(), 'UTC')).toBe('');
		expect(failureSummary([undefined], limit, 'UTC')).toMatch(/^The limit resets/);
	});

	it('shows a moment in the time zone it names', () => {
		expect(localMoment('2026-01-01T00:30:00Z', 'America/New_York')).toMatch(/31 Dec 2025.*19:30/);
	});
});

describe('checkItems', () => {
	const operation = {
		input: () => z.object({ recipient: recipientInput, message: requiredText('Message', 10) }),
		texts: { message: 'Message' },
	} as unknown as ActOperation<unknown>;
	const good = { recipient: 'jane-doe', message: 'Hi' };

	it('checks every item before any is acted on, and keeps their places', () => {
		const raws: unknown[] = [
			good,
			{ ...good, message: '' },
			{ ...good, sending: { pauseMin: 'x' } },
			{ ...good, sending: { dryRun: true } },
			{ ...good, message: 'Hi {name}' },
			{ ...good, message: '<p>Hi</p>', sending: { textCheck: 'cleanUp' } },
			{ ...good, message: '<p>Hi</p>', sending: { textCheck: 'off' } },
		];
		const checked = checkItems(
			raws.length,
			(index) => raws[index] as Record<string, unknown>,
			operation,
		);
		expect(checked.good.map(({ index, sending }) => [index, sending.dryRun])).toEqual([
			[0, false],
			[3, true],
			[5, false],
			[6, false],
		]);
		expect(checked.bad.map(({ index, words }) => [index, words])).toEqual([
			[1, 'jane-doe'],
			[2, 'jane-doe'],
			[4, 'jane-doe'],
		]);
		const texts = checked.good.map(
			({ input }) => (input as ActInput & { message: string }).message,
		);
		expect(texts).toEqual(['Hi', 'Hi', 'Hi', '<p>Hi</p>']);
	});

	it('takes an expression that fails for a fault of that item alone', () => {
		const read = (index: number): Record<string, unknown> => {
			if (index === 1) throw Object.assign(new Error('No item'), { name: 'ExpressionError' });
			return good;
		};
		const { good: usable, bad } = checkItems(3, read, operation);
		expect(usable.map(({ index }) => index)).toEqual([0, 2]);
		expect(bad).toMatchObject([{ index: 1, words: '', failure: { message: 'No item' } }]);
	});
});

describe('nothingAttempted', () => {
	const refused = (count: number) =>
		Array.from({ length: count }, (_, index) => ({
			index: index * 2,
			failure: failure({ what: `What ${index}`, outcome: 'notSent' }),
			words: '',
		}));

	it('is the failure itself where there is one item', () => {
		expect(nothingAttempted(refused(1), 1).facts.what).toBe('What 0');
	});

	it('names each item, up to a number one can read', () => {
		const some = nothingAttempted(refused(2), 9).facts;
		expect(some.what).toBe('Nothing was sent, because 2 of 9 items cannot be used');
		expect(some.next).toContain('Item 0: What 0. Item 2: What 1.');
		const many = nothingAttempted(refused(25), 50).facts;
		expect(many.next).toContain('Item 38: What 19. And 5 more.');
		expect(many.next).not.toContain('What 20');
	});
});
