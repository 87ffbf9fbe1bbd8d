import { z } from 'zod';

import type { Memory } from '../../shared/trigger/memory';
import { recall, remember } from '../../shared/trigger/memory';
import { splitHashes } from '../../shared/trigger/seenNames';
import type { Connection, Order } from './newcomers';

const look = z
	.object({
		/** When it began, in ms since 1970. */
		at: z.number(),
		/** One per page; none: it is over. */
		tasks: z.array(z.string()),
		/** It came to nothing, and the operator was told. */
		isTold: z.boolean().optional(),
		/** When a poll last found it under way, in ms since 1970. */
		waitedAt: z.number().optional(),
	})
	.strict();

const state = z
	.object({
		/** Whether the first look, which emits nothing, is over. */
		isSettled: z.boolean(),
		/** Looks that ended. */
		round: z.number(),
		/** Everybody who was seen. */
		seen: z.record(z.string()),
		/** The people of the last look, newest first. */
		order: z.string(),
		/** Those of a later look that did not follow from it. */
		otherOrder: z.string().optional(),
		/** Looks in a row that told nothing. */
		blanks: z.number().optional(),
		look: look.optional(),
	})
	.strict();

export type Look = z.infer<typeof look>;

/** What is known of somebody's connections between two polls. */
export type ConnectionState = z.infer<typeof state>;

const UNKNOWN: ConnectionState = { isSettled: false, round: 0, seen: {}, order: '' };

/** People in one text: their hashes one after the other, a point between two people. */
export const writeOrder = (people: readonly Connection[]): string =>
	people.map(({ hashes }) => hashes.join('')).join('.');

/** What `writeOrder` wrote. */
export const readOrder = (text: string): Order =>
	text === '' ? [] : text.split('.').map(splitHashes);

/** The state as it is now: a poll that overlaps may have changed it. */
export const recallConnections = (memory: Memory, signature: string): ConnectionState =>
	recall(memory, signature, state) ?? UNKNOWN;

/** Remembers the state. */
export const rememberConnections = (
	memory: Memory,
	signature: string,
	changed: ConnectionState,
): void => remember(memory, signature, changed);
