import type { INodeExecutionData } from 'n8n-workflow';

import type { Failure, SkipReason } from '../errors/failure';
import type { JsonObject } from '../http/types';
import { personUrn, profileUrl } from '../linkedin';
import type { Member } from '../linkedin';
import type { Receipt, Recipient } from '../operation/types';

/** What became of one item. */
export type Result =
	| { readonly kind: 'output'; readonly json: JsonObject }
	| { readonly kind: 'failure'; readonly failure: Failure; readonly recipient?: string };

/** Which act an output speaks of. */
export interface ActLabel {
	readonly vendor: string;
	readonly action: string;
}

function describeRecipient({ input }: Recipient, member: Member): JsonObject {
	const url = profileUrl(member);
	const urn = personUrn(member);
	return {
		input,
		...(url !== undefined && { profileUrl: url }),
		...(member.publicIdentifier !== undefined && { publicIdentifier: member.publicIdentifier }),
		...(urn !== undefined && { urn }),
	};
}

function output(
	label: ActLabel,
	outcome: string,
	recipient: Recipient,
	member: Member,
): JsonObject {
	return { outcome, ...label, recipient: describeRecipient(recipient, member) };
}

/** The vendor took the act (surface.md, "Output"). */
export function receiptOutput(
	label: ActLabel,
	recipient: Recipient,
	member: Member,
	receipt: Receipt,
): JsonObject {
	return {
		...output(label, receipt.finished === false ? 'pending' : 'sent', recipient, member),
		...(receipt.taskId !== undefined && { taskId: receipt.taskId }),
		...(receipt.rateLimit && { rateLimit: { ...receipt.rateLimit } as JsonObject }),
		response: receipt.response,
	};
}

/** Nothing was attempted, and nothing is wrong. */
export function skipOutput(
	label: ActLabel,
	recipient: Recipient,
	member: Member,
	reason: SkipReason,
	vendorText?: string,
): JsonObject {
	return {
		...output(label, 'skipped', recipient, member),
		reason,
		response: vendorText === undefined ? {} : { message: vendorText },
	};
}

/** What would have gone out, to whom. */
export function dryRunOutput(
	label: ActLabel,
	recipient: Recipient,
	member: Member,
	text: string,
): JsonObject {
	return { ...output(label, 'dryRun', recipient, member), text, response: {} };
}

/** surface.md, "Errors": the shape n8n sends to the error output, and nothing beside it (rules.md §2.2). */
export function errorJson(failure: Failure, label: string, recipient?: string): JsonObject {
	const { reason, outcome, what, httpCode, taskId } = failure.facts;
	return {
		error: what,
		details: {
			outcome,
			retrySafe: failure.retrySafe,
			reason,
			description: describeFailure(failure, label),
			...(httpCode !== undefined && { httpCode }),
			...(taskId !== undefined && { taskId }),
			...(failure.facts.resetsAt !== undefined && { resetsAt: failure.facts.resetsAt }),
			...(recipient !== undefined && { recipient: { input: recipient } }),
		},
	};
}

/** What to do next, and the vendor's own words for whoever has to ask its support. */
export function describeFailure(failure: Failure, label: string): string {
	const { next, vendorText } = failure.facts;
	return vendorText === undefined ? next : `${next} ${label} said: “${vendorText}”`;
}

/** One n8n item, paired with the input item it came from. */
export function toItem(json: JsonObject, itemIndex: number): INodeExecutionData {
	return { json, pairedItem: { item: itemIndex } };
}
