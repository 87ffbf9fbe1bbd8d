import { z } from 'zod';

import { Failure, invalidInput } from '../shared/failures/failure';
import { isObject } from '../shared/json/json';
import type { JsonObject } from '../shared/json/types';
import type { LinkupApi } from './api';
import { anyJson, success } from './api';

/** Signing in to LinkedIn through the vendor's proxy takes a while. */
const TIMEOUT_MS = 120_000;

const COPY_TOKEN =
	'Copy the value of loginToken into the Login Token field of the credential, then delete this execution: whoever has the token can use your LinkedIn account.';

const ENTER_CODE =
	'LinkedIn has sent a code to the email or phone of the account. Run the Verify Code operation with it soon, with the same credential.';

const NOT_AT_ONCE =
	'Wait some minutes before logging in again: LinkedIn may have seen this attempt, and locks accounts that sign in too often.';

/** A field of the answer, at the top or under `data`: the layout is documented nowhere. */
function fieldOf(answer: JsonObject, name: string): unknown {
	return answer[name] ?? (isObject(answer.data) ? answer.data[name] : undefined);
}

function outcomeOf(answer: JsonObject): JsonObject {
	if (String(fieldOf(answer, 'requires_verification')) === 'true') {
		return { status: 'codeNeeded', nextStep: ENTER_CODE };
	}
	const token = z.string().trim().min(1).safeParse(fieldOf(answer, 'login_token'));
	if (token.success) return { status: 'connected', loginToken: token.data, nextStep: COPY_TOKEN };
	throw new Failure({
		reason: 'unexpectedAnswer',
		outcome: 'notSent',
		what: 'LinkupAPI answered without a login token and without asking for a code',
		next: NOT_AT_ONCE,
	});
}

/** A failure that leaves open what LinkedIn saw must not invite to another try at once. */
function adviseWaiting(error: unknown): unknown {
	if (!(error instanceof Failure)) return error;
	const { reason, httpCode } = error.facts;
	const isOpen = reason === 'unexpectedAnswer' || reason === 'vendorUnavailable';
	return isOpen && httpCode !== 'ECONNREFUSED' ? error.with({ next: NOT_AT_ONCE }) : error;
}

/**
 * One step of signing in to LinkedIn. Requested once and never repeated: each call is billed, and
 * LinkedIn locks accounts that sign in too often. Items of a run that ask for the same thing share
 * one answer.
 */
export async function signIn(api: LinkupApi, path: string, body: JsonObject): Promise<JsonObject> {
	if (api.isTool) {
		throw invalidInput(
			'An AI agent cannot log in to LinkedIn, because the token would go to its model',
			'Run Log In and Verify Code in a workflow of your own, without an agent.',
		);
	}
	const key = JSON.stringify([path, body]);
	const earlier = api.signIns.get(key);
	if (earlier) return await earlier;
	const answer = api.client
		.readOnce(
			{ method: 'POST', path, body, timeoutMs: TIMEOUT_MS, handsOutToken: true },
			success('v1', anyJson.optional()),
		)
		.then(({ data }) => outcomeOf(data as JsonObject))
		.catch((error: unknown) => {
			throw adviseWaiting(error);
		});
	api.signIns.set(key, answer);
	return await answer;
}
