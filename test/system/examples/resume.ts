import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import { deepCopy, Workflow } from 'n8n-workflow';
import type { INodeExecutionData, IRun } from 'n8n-workflow';

import { additionalDataOf } from '../../support/additionalData';
import { InMemoryCredentials } from '../../support/credentialsHelper';
import { useDeduplication } from '../../support/deduplication';
import type { DeduplicationStore, EngineOptions } from '../../support/engine';
import { nodeTypesOf } from '../../support/nodeTypes';
import { loadRun, saveRun } from '../../support/savedRun';

export interface ResumeOptions extends Pick<EngineOptions, 'nodeTypes' | 'workflow'> {
	credentials: NonNullable<EngineOptions['credentials']>;
	deduplication: DeduplicationStore;
	timezone: string;
	/** Types of nodes that only their given data stand for. */
	standIns: ReadonlySet<string>;
	executionId: string;
}

export interface Leg {
	readonly run: IRun;
	/** As n8n would have stored it. */
	readonly saved: string;
}

/**
 * Goes on with an execution that waits, as n8n does when its time has come: from what was stored of it, the
 * waiting node not executed again. `answer` is what the node's form or webhook was sent; it takes the place
 * of what the node would have passed on.
 */
export async function resumeWorkflow(
	options: ResumeOptions,
	stored: string,
	answer?: INodeExecutionData[],
): Promise<Leg> {
	const data = loadRun(stored);
	if (!data.executionData) throw new Error('The execution never started');
	const file = deepCopy(options.workflow);
	const workflow = new Workflow({
		id: file.id ?? 'workflow',
		name: file.name ?? 'Workflow',
		nodes: file.nodes,
		connections: file.connections,
		active: true,
		nodeTypes: nodeTypesOf(options.nodeTypes, options.standIns),
		staticData: file.staticData,
		settings: { ...file.settings, timezone: options.timezone },
		pinData: data.resultData.pinData,
	});
	useDeduplication(workflow, options.deduplication);
	const [waiting] = data.executionData.nodeExecutionStack;
	if (answer) waiting.data.main = [answer];

	const now = new Date();
	const hooks = new ExecutionLifecycleHooks('trigger', options.executionId, {
		id: workflow.id,
		name: workflow.name ?? '',
		active: true,
		activeVersionId: null,
		isArchived: false,
		createdAt: now,
		updatedAt: now,
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
	});
	const additionalData = additionalDataOf({
		credentialsHelper: new InMemoryCredentials(options.nodeTypes, options.credentials),
		executionId: options.executionId,
		workflowId: workflow.id,
		workflowSettings: workflow.settings,
	});
	additionalData.hooks = hooks;
	const execution = new WorkflowExecute(additionalData, 'trigger', data);
	const run = await execution.processRunExecutionData(workflow);
	return { run, saved: saveRun(run.data) };
}
