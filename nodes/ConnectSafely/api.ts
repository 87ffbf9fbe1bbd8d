import { z } from 'zod';

import type { Client } from '../shared/http/client';
import { isObject } from '../shared/json/json';
import type { Dialect } from '../shared/http/refusal';
import { requestOf } from '../shared/http/route';
import type { JsonValue } from '../shared/json/types';
import { operationsOf } from '../shared/operation/define';
import type { Asker } from '../shared/operation/plain';
import { plainOf } from '../shared/operation/plain';
import type { RunTools } from '../shared/operation/types';
import { connectSafelyCertain, connectSafelyRules } from './failures';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** "profileId: Required" for every issue of a Zod report. */
function issueTexts(issues: unknown): string {
	if (!Array.isArray(issues)) return '';
	return issues
		.filter(isObject)
		.map(({ path, message }) => {
			const field = Array.isArray(path) ? path.join('.') : '';
			return [field, text(message)].filter(Boolean).join(': ');
		})
		.join('; ');
}

/** The words of a refusal, wherever they stand (connectsafely.ai/docs/api: three shapes and a half). */
function wordsOf({ error, message, errorDetails }: Record<string, unknown>): string {
	const nested = isObject(error) ? issueTexts(error.issues) || text(error.message) : text(error);
	const details = isObject(errorDetails) ? text(errorDetails.message) : text(errorDetails);
	return [...new Set([nested || text(message), details])].filter(Boolean).join(': ');
}

const isSaid = (error: unknown): boolean =>
	(typeof error === 'string' && error.trim() !== '') || isObject(error);

/** A refusal has an `error`, or `success: false`, whatever its status ("Check `success` even on 200"). */
function complaint(body: unknown): { text: string; code?: string } | undefined {
	if (!isObject(body) || !(body.success === false || isSaid(body.error))) return undefined;
	const code = text(body.code);
	return { text: wordsOf(body), ...(code !== '' && { code }) };
}

export const connectSafelyDialect: Dialect = {
	label: 'ConnectSafely.ai',
	rules: connectSafelyRules,
	certain: connectSafelyCertain,
	complaint,
};

/** What ConnectSafely.ai's operations work with. */
export interface ConnectSafelyApi {
	readonly client: Client;
}

export function connectConnectSafely(tools: RunTools): ConnectSafelyApi {
	return { client: tools.client(connectSafelyDialect) };
}

const anyJson = z.custom<JsonValue>((value) => value !== undefined);

const asker: Asker<ConnectSafelyApi, string> = {
	label: 'ConnectSafely.ai',
	calls: (route) => [route],
	async ask({ client }, how, { route, params, rules }) {
		return (await client[how](requestOf(route, params, rules), anyJson)).data;
	},
};

export const { defineRead, defineAct } = operationsOf<ConnectSafelyApi>();

export const { plainRead, plainChange } = plainOf(asker);
