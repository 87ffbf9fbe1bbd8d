import type { IDataObject, ITaskData } from 'n8n-workflow';

import type { WorkflowFile } from '../../support/engine';
import type { Leg } from './resume';

/** What an execution left behind, over all rounds of its loops. */
export class Story {
	readonly saved: string;

	constructor(
		private readonly leg: Leg,
		private readonly workflow: WorkflowFile,
	) {
		this.saved = leg.saved;
	}

	/** The sentence the execution stopped with, if it did. */
	get error(): string | undefined {
		return this.leg.run.data.resultData.error?.message;
	}

	runs(node: string): ITaskData[] {
		if (!this.workflow.nodes.some(({ name }) => name === node)) {
			throw new Error(`The example has no node "${node}"`);
		}
		return this.leg.run.data.resultData.runData[node] ?? [];
	}

	/** What a node put out, all its runs together. */
	out(node: string, output = 0): IDataObject[] {
		return this.runs(node).flatMap((task) =>
			(task.data?.main[output] ?? []).map(({ json }) => json),
		);
	}

	/** One field of what a node put out. */
	column(node: string, field: string): unknown[] {
		return this.out(node).map((json) => json[field]);
	}
}
