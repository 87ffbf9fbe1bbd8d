import type { IExecuteFunctions } from 'n8n-workflow';

import { passOn } from '../failures/failure';
import type { KeyStore } from '../sending/store';
import { volatileStore } from '../sending/store';
import { Queue } from '../wait/queue';
import { clock } from './clock';

/**
 * The store drops the oldest beyond it. An act leaves three keys for each name of the person: some 33,000 people
 * known by two names, or 66,000 known by one.
 */
export const MOST_KEYS = 200_000;

const OPTIONS = { mode: 'entries' as const, maxEntries: MOST_KEYS };

/** Far longer than n8n needs between reading the row and writing it: some ms, with 200,000 keys some hundred. */
const SETTLE_MS = 1_000;

/** How much slower than this worker's slowest write of late another's may be. */
const SLOWER = 10;

/** By how much a slow write counts less with each that follows. */
const FADING = 0.98;

/** What writes to n8n's database take on this machine, in ms: executions of one process learn from each other. */
const slowest = { ms: 0 };

/** n8n's row of a node is read, changed and written: executions of one process take turns at it. */
const queues = new Map<string, Queue>();

function queueOf(name: string): Queue {
	const queue = queues.get(name) ?? new Queue();
	queues.set(name, queue);
	return queue;
}

const LONGEST_SETTLE_MS = 60_000;

/** Two workers met at the very first write, which creates the row. Nothing of the second was written. */
function rowExists(error: unknown): boolean {
	return error instanceof Error && /unique constraint|duplicate (key|entry)/i.test(error.message);
}

/** n8n keeps a row for workflows of its database only: this one was never saved. */
function isUnsaved(error: unknown): boolean {
	return error instanceof Error && /foreign key/i.test(error.message);
}

const UNSAVED_IDS: ReadonlySet<string | undefined> = new Set([undefined, '', '__EMPTY__']);

/**
 * n8n's deduplication store for this node of this workflow (n8n-core, data-deduplication-service). It reads, changes and writes one
 * row without a lock, so executions of one process take turns: one would undo what another just noted.
 */
export function nodeStore(context: IExecuteFunctions): KeyStore {
	const node = `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
	let volatile = UNSAVED_IDS.has(context.getWorkflow().id) ? volatileStore() : undefined;
	const inTurn = async <T>(work: () => Promise<T>): Promise<T> =>
		await queueOf(node).inTurn(async () => {
			const begun = clock.now();
			try {
				return await work();
			} finally {
				slowest.ms = Math.max(slowest.ms * FADING, clock.now() - begun);
			}
		});
	const write = async (keys: readonly string[]): Promise<ReadonlySet<string>> => {
		const { processed } = await inTurn(
			async () => await context.helpers.checkProcessedAndRecord([...keys], 'node', OPTIONS),
		);
		return new Set(processed.map(String));
	};
	const settlingMs = (): number =>
		volatile ? 0 : Math.min(Math.max(SETTLE_MS, slowest.ms * SLOWER), LONGEST_SETTLE_MS);
	return {
		get lasting() {
			return volatile === undefined;
		},
		get settlingMs() {
			return settlingMs();
		},
		async record(keys) {
			if (volatile) return await volatile.record(keys);
			try {
				return await write(keys);
			} catch (error) {
				if (isUnsaved(error)) {
					volatile = volatileStore();
					return await volatile.record(keys);
				}
				if (!rowExists(error)) throw passOn(error);
				return await write(keys);
			}
		},
		async forget(keys) {
			if (keys.length === 0) return;
			if (volatile) return await volatile.forget(keys);
			await inTurn(async () => await context.helpers.removeProcessed([...keys], 'node', OPTIONS));
		},
		async alone(look) {
			return await queueOf(`${node} look`).inTurn(look);
		},
		async settled(moreMs = 0) {
			if (!volatile) await clock.sleep(settlingMs() + moreMs);
		},
		async fill() {
			if (volatile) return await volatile.fill();
			const held = await context.helpers.getProcessedDataCount('node', OPTIONS);
			return { held, most: MOST_KEYS };
		},
	};
}
