import type { INodeExecutionData } from 'n8n-workflow';

import type { Failure, SkipReason } from '../failures/failure';
import type { JsonObject } from '../json/types';
import { personUrn, postUrl, postUrn, profileUrl } from '../linkedin';
import type { Target } from '../linkedin';
import type { Receipt, Subject, SubjectKind } from '../operation/types';

/** What became of one item. */
export type Result =
	| { readonly kind: 'output'; readonly json: JsonObject }
	| { readonly kind: 'failure'; readonly failure: Failure; readonly named?: Named };

/** Whom or what an item named, in the operator's words, under the name of its parameter. */
export type Named = { readonly [on in SubjectKind]?: { readonly input: string } };

/** Which act an output speaks of. */
export interface ActLabel {
	readonly vendor: string;
	readonly action: string;
	readonly on: SubjectKind;
}

function describePost({ input }: Subject, target: Target): JsonObject {
	const url = postUrl(target);
	const urn = postUrn(target);
	return {
		input,
		...(url !== undefined && { url }),
		...(urn !== undefined && { urn }),
		...(target.vendorId !== undefined && { id: target.vendorId }),
	};
}

function describeRecipient({ input }: Subject, target: Target): JsonObject {
	const url = profileUrl(target);
	const urn = personUrn(target);
	return {
		input,
		...(url !== undefined && { profileUrl: url }),
		...(target.publicIdentifier !== undefined && { publicIdentifier: target.publicIdentifier }),
		...(urn !== undefined && { urn }),
	};
}

function output(
	{ on, ...label }: ActLabel,
	outcome: string,
	subject: Subject,
	target: Target,
): JsonObject {
	const describe = on === 'post' ? describePost : describeRecipient;
	return { outcome, ...label, [on]: describe(subject, target) };
}

/** The vendor took the act (docs/outputs.md). */
export function receiptOutput(
	label: ActLabel,
	subject: Subject,
	target: Target,
	receipt: Receipt,
): JsonObject {
	return {
		...output(label, receipt.finished === false ? 'pending' : 'sent', subject, target),
		...(receipt.taskId !== undefined && { taskId: receipt.taskId }),
		...(receipt.rateLimit && { rateLimit: { ...receipt.rateLimit } as JsonObject }),
		response: receipt.response,
	};
}

/** Nothing was attempted, and nothing is wrong. */
export function skipOutput(
	label: ActLabel,
	subject: Subject,
	target: Target,
	reason: SkipReason,
	vendorText?: string,
): JsonObject {
	return {
		...output(label, 'skipped', subject, target),
		reason,
		response: vendorText === undefined ? {} : { message: vendorText },
	};
}

/** What would have gone out, to whom. */
export function dryRunOutput(
	label: ActLabel,
	subject: Subject,
	target: Target,
	text: string,
): JsonObject {
	return { ...output(label, 'dryRun', subject, target), text, response: {} };
}

/** The shape n8n sends to the error output, and nothing beside it: an item with other members goes on as a success. */
export function errorJson(failure: Failure, label: string, named: Named = {}): JsonObject {
	const { reason, outcome, what, httpCode, taskId, found } = failure.facts;
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
			...named,
			...(found && { recipient: { ...named.recipient, found: { ...found } } }),
		},
	};
}

/** What to do next, and the words of the vendor, or of whoever spoke, for whoever has to ask its support. */
export function describeFailure(failure: Failure, label: string): string {
	const { next, vendorText, saidBy = label } = failure.facts;
	return vendorText === undefined ? next : `${next} ${saidBy} said: “${vendorText}”`;
}

/** One n8n item, paired with the input item it came from. */
export function toItem(json: JsonObject, itemIndex: number): INodeExecutionData {
	return { json, pairedItem: { item: itemIndex } };
}
