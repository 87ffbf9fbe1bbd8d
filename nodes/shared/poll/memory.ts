import { createHash } from 'node:crypto';

import { isObject } from '../http/json';
import type { JsonValue } from '../http/types';

/** What a trigger keeps from one poll to the next: n8n's static data of the node. Small JSON. */
export interface Memory {
	/** As it is now: a poll that overlaps may have changed it. */
	get(): unknown;
	/** Undefined: there is nothing to remember. */
	set(state: unknown): void;
}

/** To be raised when the form of the state changes: a state of another form counts as none. */
const VERSION = 1;

/** Settings in a few letters, and without what they hold. */
export function signatureOf(settings: JsonValue): string {
	const text = JSON.stringify([VERSION, settings]);
	return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** What is remembered under these settings; undefined when there is nothing, or it is of other settings. */
export function recall<State extends { signature: string }>(
	memory: Memory,
	signature: string,
): State | undefined {
	const state = memory.get();
	return isObject(state) && state.signature === signature ? (state as State) : undefined;
}
