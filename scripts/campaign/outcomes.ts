import type { IDataObject, IPairedItemData, ISourceData, ITaskData } from 'n8n-workflow';

import type { EngineResult, WorkflowFile } from '../../test/support/engine';
import { ourNodes } from './setting';

/** What became of one contact at one of our nodes. */
export interface Outcome {
	/** Position in the contacts file. */
	readonly contact: number;
	readonly node: string;
	readonly outcome: string;
	readonly reason: string;
	/** A sentence for whoever has to look at it. */
	readonly remark: string;
}

function indexOf(paired: IPairedItemData | number | undefined): number {
	return typeof paired === 'number' ? paired : (paired?.item ?? 0);
}

/** Follows an item back to the contact it came from, through the nodes before. */
function contactOf(result: EngineResult, node: string, run: number, item: number): number {
	let task: ITaskData | undefined = result.runs(node)[run];
	let index = item;
	for (let steps = 0; steps < 50; steps++) {
		const source: ISourceData | null | undefined = task?.source?.[0];
		if (!source) return index;
		const from: ITaskData | undefined = result.runs(source.previousNode)[
			source.previousNodeRun ?? 0
		];
		// The start node's items are the contacts.
		if (!from?.source?.[0]) return index;
		const paired = from.data?.main?.[source.previousNodeOutput ?? 0]?.[index]?.pairedItem;
		index = indexOf(Array.isArray(paired) ? paired[0] : paired);
		task = from;
	}
	return index;
}

function read(json: IDataObject): Pick<Outcome, 'outcome' | 'reason' | 'remark'> {
	if (typeof json.error !== 'string') {
		return {
			outcome: String(json.outcome ?? 'done'),
			reason: String(json.reason ?? ''),
			remark: '',
		};
	}
	const details = (json.details ?? {}) as IDataObject;
	return {
		outcome: String(details.outcome ?? 'error'),
		reason: String(details.reason ?? ''),
		remark: `${json.error}. ${String(details.description ?? '')}`.trim(),
	};
}

/** One line per contact and node of ours, in the order of the contacts. */
export function outcomesOf(result: EngineResult, workflow: WorkflowFile): Outcome[] {
	const outcomes: Outcome[] = [];
	for (const { name } of ourNodes(workflow)) {
		for (const [run, task] of result.runs(name).entries()) {
			for (const items of task.data?.main ?? []) {
				for (const item of items ?? []) {
					const paired = Array.isArray(item.pairedItem) ? item.pairedItem[0] : item.pairedItem;
					const contact = contactOf(result, name, run, indexOf(paired));
					outcomes.push({ contact, node: name, ...read(item.json) });
				}
			}
		}
	}
	return outcomes.sort((a, b) => a.contact - b.contact);
}
