import './instance';

import { DataDeduplicationService } from 'n8n-core';
import { tryToParseDateTime, UserError } from 'n8n-workflow';
import type {
	DeduplicationItemTypes,
	DeduplicationMode,
	DeduplicationScope,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	IDataDeduplicator,
	IDeduplicationOutput,
} from 'n8n-workflow';

import { createHash, nextTurn } from './node';

interface ProcessedData {
	mode: DeduplicationMode;
	data: DeduplicationItemTypes | DeduplicationItemTypes[];
}

/**
 * n8n's table of processed data in memory, with the semantics of n8n's own DeduplicationHelper: one row per
 * workflow and context, read, changed and written back without a lock, so two executions can both see "new".
 */
export class DeduplicationStore implements IDataDeduplicator {
	private rows = new Map<string, string>();

	static restore(serialised: string): DeduplicationStore {
		const store = new DeduplicationStore();
		store.rows = new Map(JSON.parse(serialised) as Array<[string, string]>);
		return store;
	}

	/** Everything that would have survived in n8n's database. */
	serialise(): string {
		return JSON.stringify([...this.rows]);
	}

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		contextData: ICheckProcessedContextData,
		options: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		const key = rowKey(scope, contextData);
		const row = await this.find(key);
		if (row && row.mode !== options.mode) {
			throw new UserError(
				'Deduplication data was originally saved with an incompatible setting of the ‘Keep Items Where’ parameter. Try ’Clean Database’ operation to reset.',
			);
		}
		return options.mode === 'entries'
			? await this.recordEntries(key, row, items, options)
			: await this.recordLatest(key, row, items, options.mode);
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		contextData: ICheckProcessedContextData,
		options: ICheckProcessedOptions,
	): Promise<void> {
		if (options.mode !== 'entries') {
			throw new UserError('Removing processed data is not possible in mode "latest"');
		}
		const key = rowKey(scope, contextData);
		const row = await this.find(key);
		if (!row || !Array.isArray(row.data)) return;
		for (const hash of items.map(hashOf)) {
			const index = row.data.indexOf(hash);
			if (index !== -1) row.data.splice(index, 1);
		}
		await this.update(key, row);
	}

	async clearAllProcessedItems(
		scope: DeduplicationScope,
		contextData: ICheckProcessedContextData,
	): Promise<void> {
		await nextTurn();
		this.rows.delete(rowKey(scope, contextData));
	}

	async getProcessedDataCount(
		scope: DeduplicationScope,
		contextData: ICheckProcessedContextData,
		options: ICheckProcessedOptions,
	): Promise<number> {
		const row = await this.find(rowKey(scope, contextData));
		return options.mode === 'entries' && row && Array.isArray(row.data) ? row.data.length : 0;
	}

	private async recordEntries(
		key: string,
		row: ProcessedData | undefined,
		items: DeduplicationItemTypes[],
		{ mode, maxEntries }: ICheckProcessedOptions,
	): Promise<IDeduplicationOutput> {
		const hashes = items.map(hashOf);
		if (!row) {
			await this.insert(key, { mode, data: keepNewest(hashes, maxEntries) });
			return { new: items, processed: [] };
		}
		const output: IDeduplicationOutput = { new: [], processed: [] };
		if (!Array.isArray(row.data)) return output;
		const known = new Set(row.data);
		for (const [index, hash] of hashes.entries()) {
			if (known.has(hash)) {
				output.processed.push(items[index]);
			} else {
				output.new.push(items[index]);
				row.data.push(hash);
			}
		}
		row.data = keepNewest(row.data, maxEntries);
		await this.update(key, row);
		return output;
	}

	private async recordLatest(
		key: string,
		row: ProcessedData | undefined,
		items: DeduplicationItemTypes[],
		mode: DeduplicationMode,
	): Promise<IDeduplicationOutput> {
		const sorted = [...items].sort((a, b) => compare(mode, a, b));
		if (!row) {
			await this.insert(key, { mode, data: sorted[sorted.length - 1] });
			return { new: items, processed: [] };
		}
		const output: IDeduplicationOutput = { new: [], processed: [] };
		const { data: latest } = row;
		if (Array.isArray(latest)) return output;
		for (const item of sorted) {
			const isNew = compare(mode, item, latest) > 0;
			(isNew ? output.new : output.processed).push(item);
			if (isNew) row.data = item;
		}
		await this.update(key, row);
		return output;
	}

	private async find(key: string): Promise<ProcessedData | undefined> {
		const row = this.rows.get(key);
		await nextTurn();
		return row === undefined ? undefined : (JSON.parse(row) as ProcessedData);
	}

	private async insert(key: string, row: ProcessedData): Promise<void> {
		await nextTurn();
		if (this.rows.has(key)) {
			throw new UserError(
				'UNIQUE constraint failed: processed_data.workflowId, processed_data.context',
			);
		}
		this.rows.set(key, JSON.stringify(row));
	}

	private async update(key: string, row: ProcessedData): Promise<void> {
		await nextTurn();
		if (this.rows.has(key)) this.rows.set(key, JSON.stringify(row));
	}
}

const storeOf = new WeakMap<object, DeduplicationStore>();
let service: Promise<void> | undefined;

/** Has the deduplication helpers of this workflow's nodes use `store`: n8n itself has one for the whole process. */
export function useDeduplication(workflow: object, store: DeduplicationStore): void {
	storeOf.set(workflow, store);
	const find = (context: ICheckProcessedContextData): DeduplicationStore => {
		const found = storeOf.get(context.workflow);
		if (!found) throw new UserError('This workflow was not started by the test engine');
		return found;
	};
	service ??= DataDeduplicationService.init({
		checkProcessedAndRecord: async (items, scope, context, options) =>
			await find(context).checkProcessedAndRecord(items, scope, context, options),
		removeProcessed: async (items, scope, context, options) =>
			await find(context).removeProcessed(items, scope, context, options),
		clearAllProcessedItems: async (scope, context) =>
			await find(context).clearAllProcessedItems(scope, context),
		getProcessedDataCount: async (scope, context, options) =>
			await find(context).getProcessedDataCount(scope, context, options),
	});
}

function rowKey(scope: DeduplicationScope, { node, workflow }: ICheckProcessedContextData): string {
	if (scope === 'node' && !node) {
		throw new UserError("No node information has been provided and so cannot use scope 'node'");
	}
	return `${workflow.id}|${scope === 'node' ? `n:${node?.id}` : ''}`;
}

function hashOf(item: DeduplicationItemTypes): string {
	return createHash('md5').update(item.toString()).digest('base64');
}

function keepNewest<T>(entries: T[], maxEntries?: number): T[] {
	return maxEntries ? entries.slice(-maxEntries) : entries;
}

function compare(
	mode: DeduplicationMode,
	a: DeduplicationItemTypes,
	b: DeduplicationItemTypes,
): number {
	if (mode === 'latestDate') return Math.sign(millisecondsOf(a) - millisecondsOf(b));
	const difference = Number(a) - Number(b);
	if (Number.isNaN(difference)) {
		throw new UserError('Invalid value. Only numbers are supported in mode "latestIncrementalKey"');
	}
	return Math.sign(difference);
}

function millisecondsOf(value: DeduplicationItemTypes): number {
	try {
		return tryToParseDateTime(value).toMillis();
	} catch {
		throw invalidDate();
	}
}

function invalidDate(): UserError {
	return new UserError('Invalid value. Only valid dates are supported in mode "latestDate"');
}
