import { z } from 'zod';

import { isObject } from '../shared/json/json';
import type { Client, VendorAnswer } from '../shared/http/client';
import type { Dialect } from '../shared/http/refusal';
import type { Params } from '../shared/http/route';
import { requestOf } from '../shared/http/route';
import type { HttpRequest } from '../shared/http/types';
import type { JsonObject, JsonValue } from '../shared/json/types';
import { operationsOf } from '../shared/operation/define';
import type { Asker } from '../shared/operation/plain';
import { plainOf } from '../shared/operation/plain';
import type { RunTools } from '../shared/operation/types';
import type { FailureRule } from '../shared/failures/rules';
import type { Generation } from './failures';
import { linkupCertain, linkupRules } from './failures';

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
 * V2 as `success: false` (docs.linkupapi.com, Errors). Some failures of V1's framework carry `detail`
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

export function linkupDialect(generation: Generation): Dialect {
	return {
		label: 'LinkupAPI',
		rules: linkupRules(generation),
		certain: linkupCertain,
		complaint,
	};
}

/** What LinkupAPI's operations work with. */
export interface LinkupApi {
	readonly generation: Generation;
	readonly client: Client;
	readonly file: RunTools['file'];
	readonly isTool: boolean;
	/** Log-ins of this run by what they ask for: several items must not log in several times. */
	readonly signIns: Map<string, Promise<JsonObject>>;
}

export function connectLinkup(tools: RunTools, generation: Generation): LinkupApi {
	return {
		generation,
		client: tools.client(linkupDialect(generation)),
		file: tools.file,
		isTool: tools.isTool,
		signIns: new Map(),
	};
}

/** One call in both generations' words: a path of V1, category and action of V2. */
export interface Ways {
	/** `POST /v1/network/connect` */
	readonly v1: string;
	/** `network invite` */
	readonly v2: string;
}

/** A route of both generations, or of the one that has it: `GET /v2/credits`. */
export type LinkupRoute = Ways | string;

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

/** What a call says, in each generation's words where they differ. */
export type WayParams = Params | { readonly v1: Params; readonly v2: Params };

const differs = (params: WayParams): params is { readonly v1: Params; readonly v2: Params } =>
	isObject(params.v1) && isObject(params.v2);

const known = (params: Params): JsonObject =>
	Object.fromEntries(
		Object.entries(params).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
	);

function requestFor(
	{ generation }: LinkupApi,
	route: LinkupRoute,
	given: WayParams,
	account: string | undefined,
): HttpRequest {
	const params = differs(given) ? given[generation] : given;
	if (typeof route === 'string') return requestOf(route, params);
	if (generation === 'v1') return requestOf(route.v1, params);
	const [category, action] = route.v2.split(' ');
	const body = { account_id: account ?? '', action, params: known(params) };
	return { method: 'POST', path: `/v2/${category}`, body };
}

/** A call the way the credential allows. */
export interface Call {
	readonly route: LinkupRoute;
	readonly params: WayParams;
	/** The connected account that acts, where there is one. */
	readonly account?: string;
	readonly rules?: readonly FailureRule[];
	/** Uploads take longer. */
	readonly timeoutMs?: number;
}

/**
 * Makes a call.
 *
 * @returns the vendor's whole answer, what it has in `data`, and when it came
 */
export async function call<T>(
	api: LinkupApi,
	how: 'read' | 'sendOnce',
	{ route, params, account, rules, timeoutMs }: Call,
	data: z.ZodType<T, z.ZodTypeDef, unknown>,
): Promise<{ answer: JsonObject; data: T; moment?: VendorAnswer<T>['moment'] }> {
	const request = {
		...requestFor(api, route, params, account),
		...(rules && { rules }),
		...(timeoutMs !== undefined && { timeoutMs }),
	};
	const found = await api.client[how](request, success(api.generation, data));
	const { data: answer, moment } = found;
	return { answer: answer as JsonObject, data: answer.data as T, moment };
}

const asker: Asker<LinkupApi, LinkupRoute> = {
	label: 'LinkupAPI',
	calls: (route) => (typeof route === 'string' ? [route] : [route.v1, route.v2]),
	async ask(api, how, request, { account }) {
		const from = typeof account === 'string' ? { account } : {};
		return (await call(api, how, { ...request, ...from }, anyJson.optional())).answer;
	},
};

export const { defineRead, defineChange, defineAct } = operationsOf<LinkupApi>();

export const { plainRead, plainChange } = plainOf(asker);
