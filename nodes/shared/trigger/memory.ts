import { createHash } from 'node:crypto';
import type { z } from 'zod';

import { isObject } from '../json/json';
import type { JsonValue } from '../json/types';

/** What a trigger keeps from one poll to the next: n8n's static data of the node. Small JSON. */
export interface Memory {
	/** As it is now: a poll that overlaps may have changed it. */
	get(): unknown;
	/** Undefined: there is nothing to remember. */
	set(state: unknown): void;
	/** Called where what is remembered cannot be trusted, and counts as nothing. */
	damaged?(): void;
}

/** To be raised when other settings are meant by the same signature. */
const VERSION = 1;

const digest = (text: string, length: number): string =>
	createHash('sha256').update(text).digest('base64url').slice(0, length);

/** Settings in a few letters, and without what they hold. */
export function signatureOf(settings: JsonValue): string {
	return digest(JSON.stringify([VERSION, settings]), 22);
}

/** JSON with its keys in order: some databases keep them in another one. */
function inOrder(_key: string, value: unknown): unknown {
	if (!isObject(value)) return value;
	const entries = Object.entries(value);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Tells whether a state is as it was written: one of which a part is lost takes old records for new. */
const checkOf = (signature: string, state: object): string =>
	digest(JSON.stringify([signature, state], inOrder), 8);

/** Remembers a state under its settings. */
export function remember(memory: Memory, signature: string, state: object): void {
	// Without what JSON leaves out.
	const kept = JSON.parse(JSON.stringify(state)) as object;
	memory.set({ signature, ...kept, check: checkOf(signature, kept) });
}

/**
 * What is remembered under these settings; undefined when there is nothing, or it is of other settings, or
 * it is not as `remember` left it.
 *
 * @param shape of the state
 */
export function recall<State extends object>(
	memory: Memory,
	signature: string,
	shape: z.ZodType<State>,
): State | undefined {
	const stored = memory.get();
	if (stored === undefined) return undefined;
	const { signature: of, check, ...state } = isObject(stored) ? stored : {};
	// Another setting's state is whole, and in a form that this one need not know.
	if (typeof of === 'string' && of !== signature && typeof check === 'string') return undefined;
	const read = shape.safeParse(state);
	if (read.success && of === signature && check === checkOf(signature, read.data)) return read.data;
	memory.damaged?.();
	return undefined;
}
