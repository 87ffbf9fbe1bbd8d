import { z } from 'zod';

import { isObject } from '../shared/http/json';
import type { Client, VendorAnswer } from '../shared/http/client';
import type { Dialect } from '../shared/http/refusal';
import type { HttpRequest, JsonObject, JsonValue } from '../shared/http/types';
import type { RunTools } from '../shared/operation/types';
import type { FailureRule } from '../shared/failures/rules';
import type { Generation } from './failures';
import { invitationRules, linkupCertain, linkupRules } from './failures';

/** The words in whatever V1 puts into `message`, `data` or `detail`. */
function words(value: unknown): string {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return value.map(words).filter(Boolean).join('; ');
	if (!isObject(value)) return '';
	const said = [value.message, value.msg, value.error, value.detail].map(words);
	return said.find((text) => text !== '') ?? '';
}

/**
 * V1 reports failures as `status: error`, mostly with HTTP 200, its text in one of three places;
 * V2 as `success: false` (linkupapi.md, "Errors"). Some failures of V1's framework carry `detail`
 * alone.
 */
function complaint(body: unknown): { text: string; code?: string } | undefined {
	if (!isObject(body)) return undefined;
	const { status, success, error, message, data, detail } = body;
	if (success === false) {
		const code = isObject(error) && typeof error.code === 'string' ? { code: error.code } : {};
		return { text: words(error) || words(message), ...code };
	}
	const isFailure = typeof status === 'string' && status.toLowerCase() === 'error';
	// That of a path its framework does not know says nothing about what was asked for.
	const isBare =
		status === undefined &&
		success === undefined &&
		detail !== undefined &&
		detail !== 'Not Found' &&
		detail !== 'Method Not Allowed';
	if (!isFailure && !isBare) return undefined;
	return { text: words(message) || words(data) || words(detail) };
}

export function linkupDialect(generation: Generation, first: readonly FailureRule[] = []): Dialect {
	return {
		label: 'LinkupAPI',
		rules: [...first, ...linkupRules(generation)],
		certain: linkupCertain,
		complaint,
	};
}

/** What LinkupAPI's operations work with. */
export interface LinkupApi {
	readonly generation: Generation;
	readonly client: Client;
	/** The same, for invitations: an answer that nothing is left to do is a skip. */
	readonly inviting: Client;
	readonly file: RunTools['file'];
	readonly isTool: boolean;
	/** Log-ins of this run by what they ask for: several items must not log in several times. */
	readonly signIns: Map<string, Promise<JsonObject>>;
}

export function connectLinkup(tools: RunTools, generation: Generation): LinkupApi {
	return {
		generation,
		client: tools.client(linkupDialect(generation)),
		inviting: tools.client(linkupDialect(generation, invitationRules)),
		file: tools.file,
		isTool: tools.isTool,
		signIns: new Map(),
	};
}

/** One call in both generations' words. */
export interface Ways {
	readonly v1: { readonly path: string; readonly body: JsonObject };
	readonly v2: { readonly category: string; readonly action: string; readonly params: JsonObject };
	/** Uploads take longer. */
	readonly timeoutMs?: number;
}

export const anyJson = z.custom<JsonValue>((value) => value !== undefined);

const V1_SUCCESS = { status: z.string().regex(/^success$/i) };
const V2_SUCCESS = { success: z.literal(true) };

/** An answer that says it is a success, with `data` in it. */
export function success<T>(
	generation: Generation,
	data: z.ZodType<T, z.ZodTypeDef, unknown>,
): z.ZodType<{ data?: T }, z.ZodTypeDef, unknown> {
	const shape = generation === 'v1' ? V1_SUCCESS : V2_SUCCESS;
	return z.object({ ...shape, data }).passthrough();
}

function requestFor(api: LinkupApi, ways: Ways, account: string | undefined): HttpRequest {
	const { v1, v2, timeoutMs } = ways;
	const { path, body } =
		api.generation === 'v1'
			? v1
			: {
					path: `/v2/${v2.category}`,
					body: { account_id: account ?? '', action: v2.action, params: v2.params },
				};
	return { method: 'POST', path, body, ...(timeoutMs !== undefined && { timeoutMs }) };
}

/**
 * Makes a call the way the credential allows.
 *
 * @returns the vendor's whole answer, what it has in `data`, and when it came
 */
export async function call<T>(
	api: LinkupApi,
	account: string | undefined,
	ways: Ways,
	how: 'read' | 'act' | 'invite',
	data: z.ZodType<T, z.ZodTypeDef, unknown>,
): Promise<{ answer: JsonObject; data: T; moment?: VendorAnswer<T>['moment'] }> {
	const send = { read: api.client.read, act: api.client.act, invite: api.inviting.act }[how];
	const found = await send(requestFor(api, ways, account), success(api.generation, data));
	const { data: answer, moment } = found;
	return { answer: answer as JsonObject, data: answer.data as T, moment };
}
