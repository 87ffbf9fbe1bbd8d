import { createHash } from 'node:crypto';

import type { JsonValue } from '../http/types';
import type { InputSchema } from '../operation/types';

/** What a trigger keeps from one poll to the next: n8n's static data of the node. Small JSON. */
export interface Memory {
	/** As it is now: a poll that overlaps may have changed it. */
	get(): unknown;
	set(state: object): void;
}

/** Settings in a few letters, and without what they hold. */
export function signatureOf(settings: JsonValue): string {
	const text = JSON.stringify(settings);
	return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** What is remembered under these settings; undefined when there is nothing, or it is of other settings. */
export function recall<State extends { signature: string }>(
	memory: Memory,
	schema: InputSchema<State>,
	signature: string,
): State | undefined {
	const { data } = schema.safeParse(memory.get());
	return data?.signature === signature ? data : undefined;
}
