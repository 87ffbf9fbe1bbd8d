import type { Answer, Json } from '../types';
import { isoSeconds } from '../world/calendar';
import type { World } from '../world/world';

/** V2's codes with the HTTP status and text that go with them. */
export const CODES = {
	INVALID_API_KEY: { status: 403, message: 'The provided API key is invalid or missing' },
	ACCOUNT_INACTIVE: { status: 403, message: 'The account is inactive or suspended' },
	INVALID_ACCOUNT: { status: 404, message: 'The account does not exist or belongs to another key' },
	INVALID_ACTION: { status: 400, message: 'The action is not supported on this endpoint' },
	INVALID_PARAMS: { status: 400, message: 'A required parameter is missing or invalid' },
	INSUFFICIENT_CREDITS: { status: 402, message: 'Not enough credits for this action' },
	RATE_LIMITED: { status: 429, message: 'Too many requests' },
	INTERNAL_ERROR: { status: 500, message: 'Unexpected server error' },
	CHANNEL_ERROR: { status: 400, message: 'The platform refused the request' },
} as const;

export type Code = keyof typeof CODES;

export function ok(data: unknown, metadata: Json, world: World): Answer {
	const stamp = { credits_consumed: 0, ...metadata, timestamp: isoSeconds(world.now()) };
	return { status: 200, body: { success: true, data, metadata: stamp } };
}

/** Failures cost nothing. */
export function failure(code: Code, message: string, metadata: Json, world: World): Answer {
	const stamp = { ...metadata, credits_consumed: 0, timestamp: isoSeconds(world.now()) };
	const status = code === 'CHANNEL_ERROR' ? world.linkup.channelErrorStatus : CODES[code].status;
	return { status, body: { success: false, error: { code, message }, metadata: stamp } };
}
