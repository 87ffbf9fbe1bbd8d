import { connectConnectSafely } from '../../../nodes/ConnectSafely/api';
import type { ConnectSafelyApi } from '../../../nodes/ConnectSafely/api';
import { acceptedAnswer } from '../../../nodes/ConnectSafely/answers';
import { Failure, Skip } from '../../../nodes/shared/failures/failure';
import { createClient } from '../../../nodes/shared/http/client';
import type { HttpRequest } from '../../../nodes/shared/http/types';

export const NOW = Date.parse('2026-11-23T12:00:00.000Z');

const clock = { now: () => NOW, sleep: async () => undefined };

interface Told {
	status: number;
	/** Sent as JSON unless it is a text. */
	body: unknown;
	headers?: Record<string, string>;
}

/** What operations work with, when every call gets this answer. */
export const apiThatAnswers = (told: Told): ConnectSafelyApi => apiThat(() => told);

/** The same, when the answer depends on the call. */
export function apiThat(answers: (request: HttpRequest) => Told): ConnectSafelyApi {
	return connectConnectSafely({
		client: (dialect) =>
			createClient(dialect, {
				send: async (request) => {
					const { status, body, headers = {} } = answers(request);
					const text = typeof body === 'string' ? body : JSON.stringify(body);
					return { status, headers, text };
				},
				clock,
				redact: (said) => said,
			}),
		clock,
		isTool: false,
		file: async () => await Promise.reject(new Error('There are no files here')),
	});
}

export interface Ending {
	reason: string;
	outcome?: string;
	what?: string;
	vendorText?: string;
	resetsAt?: string;
	retryAfterMs?: number;
	stopsBatch?: boolean;
}

/** What an act on this answer ends with; `sent` when the vendor took it. */
export async function actOn(told: Told, rules?: HttpRequest['rules']): Promise<Ending> {
	const request = { method: 'POST', path: '/message', body: {}, rules } as const;
	const { client } = apiThatAnswers(told);
	return await client.sendOnce(request, acceptedAnswer).then(
		() => ({ reason: 'sent' }),
		(error: unknown) => {
			if (error instanceof Skip) return { reason: error.reason, vendorText: error.vendorText };
			if (error instanceof Failure) return error.facts;
			throw error;
		},
	);
}
