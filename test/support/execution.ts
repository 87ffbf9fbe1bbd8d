import './instance';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, deepCopy, UserError, Workflow } from 'n8n-workflow';
import type {
	ExecutionError,
	IDataObject,
	INodeExecutionData,
	IPinData,
	IRun,
	IRunExecutionData,
	ITaskData,
	IWorkflowBase,
	NodeExecutionHint,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { additionalDataOf } from './additionalData';
import { InMemoryCredentials } from './credentialsHelper';
import type { CredentialData } from './credentialsHelper';
import { DeduplicationStore, useDeduplication } from './deduplication';
import { nodeTypesOf } from './nodeTypes';
import type { NodeTypeSource } from './nodeTypes';
import { prepareRetry, saveRun } from './savedRun';
import { isTriggerType, startNodeOf, toItems } from './workflowFile';
import type { Items, WorkflowFile } from './workflowFile';

export interface EngineOptions {
	nodeTypes: NodeTypeSource;
	workflow: WorkflowFile;
	/** Decrypted credential data by id, name or type of the credential a node names. */
	credentials?: CredentialData;
	/** What the start node puts out. It does not execute; nor do other nodes with pinned data. */
	input?: Items;
	/** The node to start from, where the workflow has several triggers. */
	startNode?: string;
	/** Default `trigger`, as in a production execution; `retry` with `retryOf`. */
	mode?: WorkflowExecuteMode;
	/** Retry an earlier execution from the node it stopped at, with what n8n would have saved of it. */
	retryOf?: Pick<EngineResult, 'saved'>;
	/** Default: an empty one for this run. Pass one to share it over runs. */
	deduplication?: DeduplicationStore;
	timezone?: string;
	/** What nodes tell the browser's console; n8n asks them only in mode `manual`. */
	onConsoleMessage?: (source: string, text: string) => void;
	onNodeFinished?: (nodeName: string, data: ITaskData, saved: () => string) => void;
}

export interface EngineResult {
	status: 'success' | 'error' | 'canceled' | 'waiting';
	error?: ExecutionError;
	run: IRun;
	/** The execution's data as n8n would have stored it. */
	saved: string;
	staticData: IDataObject;
	output(nodeName: string, outputIndex?: number, runIndex?: number): INodeExecutionData[];
	json(nodeName: string, outputIndex?: number): IDataObject[];
	hints(nodeName: string): NodeExecutionHint[];
	/** How often the node ran (loops; not the tries of Retry On Fail). */
	runs(nodeName: string): ITaskData[];
}

export interface StartedWorkflow {
	result: Promise<EngineResult>;
	/** What n8n's Stop button does. */
	cancel(): void;
}

let executions = 0;

/** Starts a workflow on n8n's own engine. */
export function startWorkflow(options: EngineOptions): StartedWorkflow {
	const file = deepCopy(options.workflow);
	const start = options.startNode ?? startNodeOf(file);
	if (!start) throw new UserError('No node to start the workflow from could be found');
	const pinData: IPinData = { ...file.pinData };
	if (options.input) pinData[start] = toItems(options.input);

	const mode = options.mode ?? (options.retryOf ? 'retry' : 'trigger');
	const workflow = new Workflow({
		id: file.id ?? 'workflow',
		name: file.name ?? 'Workflow',
		nodes: file.nodes,
		connections: file.connections,
		active: mode !== 'manual' && mode !== 'retry',
		nodeTypes: nodeTypesOf(options.nodeTypes, standInsOf(file, pinData)),
		staticData: file.staticData,
		settings: {
			executionOrder: 'v1',
			...file.settings,
			...(options.timezone && { timezone: options.timezone }),
		},
		pinData,
	});
	useDeduplication(workflow, options.deduplication ?? new DeduplicationStore());

	const data = options.retryOf
		? prepareRetry(options.retryOf.saved, workflow)
		: startingData(workflow, start, pinData);
	return execute(workflow, mode, data, options);
}

/** Runs a workflow to its end, whatever that is: a failed execution is a result, not an exception. */
export async function runWorkflow(options: EngineOptions): Promise<EngineResult> {
	return await startWorkflow(options).result;
}

function execute(
	workflow: Workflow,
	mode: WorkflowExecuteMode,
	data: IRunExecutionData,
	options: EngineOptions,
): StartedWorkflow {
	const executionId = String(++executions);
	const additionalData = additionalDataOf({
		credentialsHelper: new InMemoryCredentials(options.nodeTypes, { ...options.credentials }),
		executionId,
		workflowId: workflow.id,
		workflowSettings: workflow.settings,
		onConsoleMessage: options.onConsoleMessage,
	});
	const hooks = new ExecutionLifecycleHooks(mode, executionId, workflowBase(workflow));
	let saved: string | undefined;
	hooks.addHandler('nodeExecuteAfter', (name, taskData, current) => {
		options.onNodeFinished?.(name, taskData, () => saveRun(current));
	});
	hooks.addHandler('workflowExecuteAfter', (run) => {
		saved ??= saveRun(run.data);
	});
	additionalData.hooks = hooks;

	let cancelled = false;
	const finish = (run: IRun): EngineResult => {
		if (cancelled) run.status = 'canceled';
		return resultOf(run, saved ?? saveRun(run.data), workflow);
	};
	try {
		const execution = new WorkflowExecute(additionalData, mode, data).processRunExecutionData(
			workflow,
		);
		return {
			result: execution.then(finish),
			cancel: () => {
				cancelled ||= saved === undefined;
				execution.cancel();
			},
		};
	} catch (error) {
		// n8n refuses a workflow with issues, such as an empty required parameter, before it runs any node.
		data.resultData.error = error as ExecutionError;
		const now = new Date();
		const run: IRun = {
			data,
			mode,
			status: 'error',
			startedAt: now,
			stoppedAt: now,
			storedAt: 'db',
		};
		return { result: Promise.resolve(finish(run)), cancel: () => {} };
	}
}

function resultOf(run: IRun, saved: string, workflow: Workflow): EngineResult {
	const { error, runData } = run.data.resultData;
	const runs = (nodeName: string): ITaskData[] => {
		if (!workflow.getNode(nodeName)) throw new Error(`The workflow has no node "${nodeName}"`);
		return runData[nodeName] ?? [];
	};
	const output = (nodeName: string, outputIndex = 0, runIndex?: number): INodeExecutionData[] => {
		const taskData = runs(nodeName).at(runIndex ?? -1);
		return taskData?.data?.main?.[outputIndex] ?? [];
	};
	return {
		status: statusOf(run),
		error,
		run,
		saved,
		staticData: deepCopy(workflow.staticData),
		output,
		json: (nodeName, outputIndex) => output(nodeName, outputIndex).map(({ json }) => json),
		hints: (nodeName) => runs(nodeName).flatMap(({ hints }) => hints ?? []),
		runs,
	};
}

/** n8n's determineFinalExecutionStatus. */
function statusOf(run: IRun): EngineResult['status'] {
	if (run.waitTill) return 'waiting';
	if (run.status === 'canceled') return 'canceled';
	return run.data.resultData.error ? 'error' : 'success';
}

function startingData(workflow: Workflow, start: string, pinData: IPinData): IRunExecutionData {
	const node = workflow.getNode(start);
	if (!node) throw new UserError(`The workflow has no node "${start}"`);
	return createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node, data: { main: [[{ json: {} }]] }, source: null }],
		},
		resultData: { pinData },
	});
}

/** The types of all nodes that will not execute, so that unknown ones among them need no code. */
function standInsOf({ nodes }: WorkflowFile, pinData: IPinData): Set<string> {
	return new Set(
		nodes
			.filter(
				({ name, type, disabled }) =>
					disabled || name in pinData || isTriggerType(type) || /\.(stickyNote|noOp)$/.test(type),
			)
			.map(({ type }) => type),
	);
}

function workflowBase(workflow: Workflow): IWorkflowBase {
	const now = new Date();
	return {
		id: workflow.id,
		name: workflow.name ?? '',
		active: workflow.active,
		activeVersionId: null,
		isArchived: false,
		createdAt: now,
		updatedAt: now,
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
		settings: workflow.settings,
	};
}
