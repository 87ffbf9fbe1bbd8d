import type { IExecuteFunctions } from 'n8n-workflow';

import { passOn } from '../errors/failure';
import type { KeyStore } from '../sending/contacted';
import { takeTurn } from '../sending/pacing';
import { clock } from './connect';

/** Far above what one node reaches in years; the store drops the oldest beyond it. */
const MOST_KEYS = 200_000;

const OPTIONS = { mode: 'entries' as const, maxEntries: MOST_KEYS };

/** Far longer than n8n needs between reading the row and writing it: some ms, with 200,000 keys some hundred. */
const SETTLE_MS = 1_000;

/** How much slower than this worker's slowest write so far another's may be. */
const SLOWER = 10;

const LONGEST_SETTLE_MS = 60_000;

/** Two workers met at the very first write, which creates the row. Nothing of the second was written. */
function rowExists(error: unknown): boolean {
	return error instanceof Error && /unique constraint|duplicate (key|entry)/i.test(error.message);
}

/**
 * n8n's deduplication store for this node of this workflow (rules.md §2.7). It reads, changes and writes one
 * row without a lock, so executions of one process take turns: one would undo what another just noted.
 */
export function nodeStore(context: IExecuteFunctions): KeyStore {
	const lane = `store ${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
	let slowest = 0;
	const inTurn = async <T>(work: () => Promise<T>): Promise<T> =>
		await takeTurn(lane, 0, clock, undefined, async () => {
			const begun = clock.now();
			try {
				return await work();
			} finally {
				slowest = Math.max(slowest, clock.now() - begun);
			}
		});
	const record = async (keys: readonly string[]): Promise<ReadonlySet<string>> => {
		const { processed } = await inTurn(
			async () => await context.helpers.checkProcessedAndRecord([...keys], 'node', OPTIONS),
		);
		return new Set(processed.map(String));
	};
	return {
		async record(keys) {
			try {
				return await record(keys);
			} catch (error) {
				if (!rowExists(error)) throw passOn(error);
				return await record(keys);
			}
		},
		async forget(keys) {
			if (keys.length === 0) return;
			await inTurn(async () => await context.helpers.removeProcessed([...keys], 'node', OPTIONS));
		},
		async settled() {
			const ms = Math.max(SETTLE_MS, slowest * SLOWER);
			await clock.sleep(Math.min(ms, LONGEST_SETTLE_MS));
		},
	};
}
