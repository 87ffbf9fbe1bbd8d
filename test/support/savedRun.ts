import type { IRunExecutionData, Workflow } from 'n8n-workflow';

/**
 * Writes an execution's data as n8n stores it: like its `flatted` format this survives cycles and keeps shared
 * references shared, but nothing that JSON cannot carry.
 */
export function saveRun(data: IRunExecutionData): string {
	const values: unknown[] = [];
	const indexes = new Map<object, number>();

	const indexOf = (value: object, json: object): number => {
		const known = indexes.get(value);
		if (known !== undefined) return known;
		const index = values.push(null) - 1;
		indexes.set(value, index);
		values[index] = mapEntries(json, reference);
		return index;
	};
	const reference = (value: unknown): unknown => {
		if (!isObject(value)) return typeof value === 'function' ? undefined : value;
		const json = toJson(value);
		return isObject(json) ? { ref: indexOf(value, json) } : json;
	};

	indexOf(data, data);
	return JSON.stringify(values);
}

/** Reads what `saveRun` wrote. */
export function loadRun(saved: string): IRunExecutionData {
	const values = JSON.parse(saved) as object[];
	for (const value of values) {
		for (const [key, member] of Object.entries(value) as Array<[string, unknown]>) {
			if (isObject(member)) Reflect.set(value, key, values[(member as { ref: number }).ref]);
		}
	}
	return values[0] as IRunExecutionData;
}

/**
 * What n8n does for "Retry execution": forget the error and the failed node's last run, and start again from the
 * execution stack that was saved with it.
 */
export function prepareRetry(saved: string, workflow: Workflow): IRunExecutionData {
	const data = loadRun(saved);
	if (!data.executionData) throw new Error('The execution never started, so it cannot be retried');
	const { resultData, executionData } = data;
	if (resultData.lastNodeExecuted) {
		delete resultData.error;
		const runs = resultData.runData[resultData.lastNodeExecuted];
		if (runs?.length && runs[runs.length - 1].error !== undefined) runs.pop();
	}
	for (const entry of executionData.nodeExecutionStack) {
		const node = workflow.getNode(entry.node.name);
		if (!node) throw new Error(`The workflow no longer has a node named "${entry.node.name}"`);
		entry.node = node;
	}
	return data;
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

function toJson(value: object): unknown {
	const { toJSON } = value as { toJSON?: unknown };
	return typeof toJSON === 'function' ? (toJSON.call(value) as unknown) : value;
}

function mapEntries(value: object, map: (member: unknown) => unknown): unknown {
	return Array.isArray(value)
		? value.map(map)
		: Object.fromEntries(Object.entries(value).map(([key, member]) => [key, map(member)]));
}
