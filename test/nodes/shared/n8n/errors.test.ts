import type { INode } from 'n8n-workflow';

import { Failure } from '../../../../nodes/shared/failures/failure';
import type { FailureFacts, FailureReason } from '../../../../nodes/shared/failures/failure';
import { toNodeError } from '../../../../nodes/shared/n8n/errors';

const node: INode = {
	id: 'id',
	name: 'Node',
	type: 'outX',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const failure = (facts: Partial<FailureFacts> = {}): Failure =>
	new Failure({ reason: 'timeout', outcome: 'unknown', what: 'What', next: 'Next.', ...facts });

const CODES = ['429', '401', 'ECONNRESET', undefined];

describe('toNodeError', () => {
	it.each(CODES)('keeps every word it was given (code %s)', (httpCode) => {
		const what = 'approvePermissions: EPERM, ECONNREFUSED, ENOENT and ETIMEDOUT are but words';
		const next = 'Do not mind ENOTFOUND or 429. Next.';
		const error = toNodeError(
			node,
			failure({ what, next, httpCode, vendorText: 'EPERM' }),
			'OutX',
			{
				itemIndex: 4,
				summary: 'Of 5 items: 4 sent.',
			},
		);
		expect(error.message).toBe(`${what} [Item 4]`);
		expect(error.description).toBe(`${next} OutX said: “EPERM” Of 5 items: 4 sent.`);
	});

	it.each(CODES)('names its item, the first one too (code %s)', (httpCode) => {
		for (const itemIndex of [0, 7]) {
			const error = toNodeError(node, failure({ httpCode }), 'OutX', { itemIndex });
			expect(error.context.itemIndex).toBe(itemIndex);
			expect(error.message).toContain(`[Item ${itemIndex}]`);
		}
		expect(toNodeError(node, failure({ httpCode }), 'OutX').message).toBe('What');
	});

	it.each([
		['429', 'NodeApiError', '429'],
		['ECONNRESET', 'NodeOperationError', undefined],
		[undefined, 'NodeOperationError', undefined],
	])('with code %s is a %s', (httpCode, name, shown) => {
		const error = toNodeError(node, failure({ httpCode }), 'OutX');
		expect(error.name).toBe(name);
		expect((error as { httpCode?: string | null }).httpCode ?? undefined).toBe(shown);
	});

	it('carries what workflows branch on', () => {
		const error = toNodeError(
			node,
			failure({ taskId: 't', httpCode: '404', resetsAt: '2026-11-24T00:00:00.000Z' }),
			'OutX',
			{ named: { recipient: { input: 'jane' } } },
		);
		expect(error.context.details).toEqual({
			outcome: 'unknown',
			retrySafe: false,
			reason: 'timeout',
			description: 'Next.',
			httpCode: '404',
			taskId: 't',
			resetsAt: '2026-11-24T00:00:00.000Z',
			recipient: { input: 'jane' },
		});
	});

	it.each<[FailureReason, string | undefined]>([
		['throttled', 'rate-limited'],
		['limitReached', 'quota-exhausted'],
		['insufficientCredits', 'quota-exhausted'],
		['vendorUnavailable', 'temporarily-unavailable'],
		['authentication', 'credential-invalid'],
		['forbidden', 'configuration-invalid'],
		['invalidInput', undefined],
		['taskFailed', undefined],
	])('declares %s to n8n as %s', (reason, cause) => {
		for (const httpCode of ['400', undefined]) {
			const error = toNodeError(node, failure({ reason, httpCode }), 'OutX');
			expect((error as { failure?: { cause: string } }).failure?.cause).toBe(cause);
		}
	});

	it('tells n8n how long to stay away', () => {
		const resetsAt = '2026-11-24T00:00:00.000Z';
		const error = toNodeError(
			node,
			failure({ reason: 'limitReached', httpCode: '429', retryAfterMs: 5_000, resetsAt }),
			'OutX',
		);
		expect((error as { failure?: unknown }).failure).toMatchObject({
			retryAfterMs: 5_000,
			resetsAtEpochMs: Date.parse(resetsAt),
		});
	});
});
