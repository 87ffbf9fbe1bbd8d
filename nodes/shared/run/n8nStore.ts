import type { IExecuteFunctions } from 'n8n-workflow';

import type { KeyStore } from '../sending/contacted';

/** Far above what one node reaches in years; the store drops the oldest beyond it. */
const MOST_KEYS = 200_000;

const OPTIONS = { mode: 'entries' as const, maxEntries: MOST_KEYS };

/** n8n's deduplication store for this node of this workflow (rules.md §2.7). */
export function nodeStore(context: IExecuteFunctions): KeyStore {
	return {
		async record(keys) {
			const { processed } = await context.helpers.checkProcessedAndRecord(
				[...keys],
				'node',
				OPTIONS,
			);
			return new Set(processed.map(String));
		},
		async forget(keys) {
			if (keys.length > 0) await context.helpers.removeProcessed([...keys], 'node', OPTIONS);
		},
	};
}
