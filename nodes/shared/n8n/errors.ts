import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Failure, FailureReason } from '../failures/failure';
import { describeFailure, errorJson } from '../run/results';
import type { Named } from '../run/results';

/** n8n 2.38 and newer read `failure` to decide how a poll or a workflow backs off; older ones ignore it. */
type Declared =
	| {
			cause: 'rate-limited' | 'quota-exhausted' | 'temporarily-unavailable';
			retryAfterMs?: number;
			resetsAtEpochMs?: number;
	  }
	| { cause: 'credential-invalid' | 'configuration-invalid' };

const TIMED: Partial<
	Record<FailureReason, 'rate-limited' | 'quota-exhausted' | 'temporarily-unavailable'>
> = {
	throttled: 'rate-limited',
	limitReached: 'quota-exhausted',
	insufficientCredits: 'quota-exhausted',
	vendorUnavailable: 'temporarily-unavailable',
};

function declared(failure: Failure): Declared | undefined {
	const { reason, retryAfterMs, resetsAt, stopsBatch } = failure.facts;
	// What concerns one person is no fault of the set-up.
	if (reason === 'forbidden' && stopsBatch === false) return undefined;
	if (reason === 'authentication') return { cause: 'credential-invalid' };
	if (reason === 'forbidden') return { cause: 'configuration-invalid' };
	const cause = TIMED[reason];
	if (cause === undefined) return undefined;
	return {
		cause,
		...(retryAfterMs !== undefined && { retryAfterMs }),
		...(resetsAt !== undefined && { resetsAtEpochMs: Date.parse(resetsAt) }),
	};
}

/**
 * The error n8n shows. Built from plain data: an error that is wrapped keeps its old texts, and n8n
 * replaces texts that happen to contain the likes of "EPERM" (n8n-workflow, NodeError), so they are set last.
 */
export function toNodeError(
	node: INode,
	failure: Failure,
	label: string,
	at: { itemIndex?: number; named?: Named; summary?: string } = {},
): NodeApiError | NodeOperationError {
	const { what, httpCode } = failure.facts;
	const message = at.itemIndex === undefined ? what : `${what} [Item ${at.itemIndex}]`;
	const description = [describeFailure(failure, label), at.summary].filter(Boolean).join(' ');
	const options = { message, description, itemIndex: at.itemIndex, failure: declared(failure) };
	const error =
		httpCode !== undefined && /^\d+$/.test(httpCode)
			? new NodeApiError(node, { message }, { ...options, httpCode })
			: new NodeOperationError(node, message, options);
	error.message = message;
	error.description = description;
	error.context.details = errorJson(failure, label, at.named).details;
	return error;
}
