import type { Answer, Json } from '../types';
import type { World } from '../world/world';

const CODES: Readonly<Record<number, string>> = {
	400: 'bad_request',
	403: 'forbidden',
	404: 'not_found',
	429: 'rate_limited',
	500: 'internal_error',
};

/** A failure in the body shape that is switched on. */
export function refuse(
	world: World,
	status: number,
	error: string,
	headers: Record<string, string> = {},
	extra: Json = {},
): Answer {
	if (world.connectSafely.errorShape === 'code') {
		const body = { success: false, code: CODES[status] ?? 'error', message: error, ...extra };
		return { status, headers, body };
	}
	return { status, headers, body: { error, success: false, ...extra } };
}

/** 400 about one field. */
export function invalid(
	world: World,
	field: string,
	error: string,
	headers: Record<string, string> = {},
): Answer {
	if (world.connectSafely.errorShape === 'zod') {
		const issues = [{ code: 'custom', path: [field], message: error }];
		return { status: 400, headers, body: { success: false, error: { name: 'ZodError', issues } } };
	}
	if (world.connectSafely.errorShape === 'code') {
		const body = { success: false, code: 'validation_error', message: error };
		return { status: 400, headers, body };
	}
	return refuse(world, 400, error, headers);
}
