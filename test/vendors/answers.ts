import { z } from 'zod';

import { connectSafelyDialect } from '../../nodes/ConnectSafely/api';
import * as connectSafely from '../../nodes/ConnectSafely/failures';
import { linkupDialect } from '../../nodes/LinkupApi/api';
import * as linkup from '../../nodes/LinkupApi/failures';
import { outXDialect } from '../../nodes/OutX/api';
import { Failure, Skip } from '../../nodes/shared/failures/failure';
import { createClient } from '../../nodes/shared/http/client';
import type { Dialect } from '../../nodes/shared/http/refusal';

export const NOW = Date.parse('2026-11-23T12:00:00.000Z');

export type Api = 'outX' | 'connectSafely' | 'v1' | 'v2';

export const APIS: readonly Api[] = ['outX', 'connectSafely', 'v1', 'v2'];

function linkupInvitation(generation: linkup.Generation): Dialect {
	const own = linkupDialect(generation);
	return { ...own, rules: [...linkup.invitationRules, ...own.rules] };
}

/** The tables by which acts are judged: those of a message and those of an invitation. */
export const DIALECTS: Readonly<Record<Api, { message: Dialect; invitation: Dialect }>> = {
	outX: { message: outXDialect, invitation: outXDialect },
	connectSafely: {
		message: connectSafelyDialect,
		invitation: {
			...connectSafelyDialect,
			rules: [...connectSafely.invitationRules, ...connectSafely.connectSafelyRules],
		},
	},
	v1: {
		message: linkupDialect('v1'),
		invitation: linkupInvitation('v1'),
	},
	v2: {
		message: linkupDialect('v2'),
		invitation: linkupInvitation('v2'),
	},
};

/** A refusal in the vendor's own form. */
export function ownForm(api: Api, text: string, code = 'CHANNEL_ERROR'): Record<string, unknown> {
	switch (api) {
		case 'outX':
			return { error: text };
		case 'connectSafely':
			return { error: text, success: false };
		case 'v1':
			return { status: 'error', message: text };
		case 'v2':
			return { success: false, error: { code, message: text } };
	}
}

/** What each API's answer to an act that went through must be. */
const TAKEN: Readonly<Record<Api, z.ZodTypeAny>> = {
	outX: z.object({ api_agent_task_id: z.string() }).passthrough(),
	connectSafely: z.object({ success: z.literal(true) }).passthrough(),
	v1: z.object({ status: z.string().regex(/^success$/i) }).passthrough(),
	v2: z.object({ success: z.literal(true) }).passthrough(),
};

export interface End {
	readonly outcome: string;
	readonly reason: string;
	readonly what: string;
	readonly next: string;
	readonly stopsBatch?: boolean;
	readonly resetsAt?: string;
	readonly vendorText?: string;
	readonly saidBy?: string;
}

/** What becomes of an act that is answered like this. */
export async function actOn(
	api: Api,
	status: number,
	body: unknown,
	act: 'message' | 'invitation' = 'message',
	headers: Record<string, string> = {},
): Promise<End> {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const client = createClient(DIALECTS[api][act], {
		send: async () => await Promise.resolve({ status, headers, text }),
		clock: { now: () => NOW, sleep: async () => undefined },
		redact: (said) => said,
	});
	return await client.sendOnce({ method: 'POST', path: '/x', body: {} }, TAKEN[api]).then(
		() => ({ outcome: 'sent', reason: '', what: '', next: '' }),
		(error: unknown) => {
			if (error instanceof Failure) return error.facts;
			if (error instanceof Skip) {
				return { outcome: 'skipped', reason: error.reason, what: '', next: '' };
			}
			throw error;
		},
	);
}
