import type { IExecuteFunctions } from 'n8n-workflow';

import type { KeyStore } from '../sending/contacted';
import { takeTurn } from '../sending/pacing';
import { clock } from './connect';

/** Far above what one node reaches in years; the store drops the oldest beyond it. */
const MOST_KEYS = 200_000;

const OPTIONS = { mode: 'entries' as const, maxEntries: MOST_KEYS };

/**
 * n8n's deduplication store for this node of this workflow (rules.md §2.7). It reads, changes and writes one
 * row without a lock, so executions of one process take turns: one would undo what another just noted.
 */
export function nodeStore(context: IExecuteFunctions): KeyStore {
	const lane = `store ${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
	const inTurn = async <T>(work: () => Promise<T>): Promise<T> =>
		await takeTurn(lane, 0, clock, undefined, work);
	return {
		async record(keys) {
			const { processed } = await inTurn(
				async () => await context.helpers.checkProcessedAndRecord([...keys], 'node', OPTIONS),
			);
			return new Set(processed.map(String));
		},
		async forget(keys) {
			if (keys.length === 0) return;
			await inTurn(async () => await context.helpers.removeProcessed([...keys], 'node', OPTIONS));
		},
	};
}
