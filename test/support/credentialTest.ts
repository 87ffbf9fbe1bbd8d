import './instance';

import { ExecuteContext, RoutingNode } from 'n8n-core';
import { createEmptyRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	IDataObject,
	INode,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeType,
	JsonObject,
} from 'n8n-workflow';

import { additionalDataOf } from './additionalData';
import { InMemoryCredentials } from './credentialsHelper';
import { standIn } from './nodeTypes';
import type { NodeTypeSource } from './nodeTypes';

/** Presses "Test" on a credential with a declarative test, as n8n's CredentialsTester does. */
export async function testCredential(
	typeName: string,
	data: ICredentialDataDecryptedObject,
	nodeTypes: NodeTypeSource,
): Promise<INodeCredentialTestResult> {
	const test = nodeTypes.credential(typeName)?.test;
	if (!test) return failed('No testing function found for this credential.');
	try {
		const items = await runTest(typeName, data, nodeTypes, test);
		return { status: 'OK', message: 'Connection successful!', ...refusal(test, items) };
	} catch (error) {
		return failed(messageOf(error as TestFailure, test));
	}
}

interface TestFailure extends Error {
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

async function runTest(
	typeName: string,
	data: ICredentialDataDecryptedObject,
	nodeTypes: NodeTypeSource,
	test: ICredentialTestRequest,
): Promise<INodeExecutionData[]> {
	const noOp = standIn('n8n-nodes-base.noOp', [
		{
			displayName: 'Temp',
			name: 'temp',
			type: 'string',
			routing: { request: test.request },
			default: '',
		},
	]);
	const nodeType: INodeType = {
		description: { ...noOp.description, credentials: [{ name: typeName, required: true }] },
	};
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: noOp.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [typeName]: { id: 'test', name: 'test' } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
	});
	const stored = { test: data };
	const credentialsHelper = new InMemoryCredentials(nodeTypes, stored);
	const additionalData = additionalDataOf({ credentialsHelper });
	additionalData.currentNodeParameters = node.parameters;
	stored.test = await credentialsHelper.resolve(additionalData, data, typeName, 'internal');

	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	await workflow.expression.acquireIsolate();
	try {
		const decrypted = { id: 'test', name: 'test', type: typeName, data: stored.test };
		const output = await new RoutingNode(context, nodeType, decrypted).runNode();
		return output?.[0] ?? [];
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

/** What a rule makes of an answer that came with a good status. */
function refusal(
	{ rules = [] }: ICredentialTestRequest,
	[first]: INodeExecutionData[],
): INodeCredentialTestResult | undefined {
	for (const rule of rules) {
		if (rule.type !== 'responseSuccessBody') continue;
		const { key, value, message } = rule.properties;
		if (valueAt(first.json, key) === value) return failed(message);
	}
	return undefined;
}

function messageOf(error: TestFailure, { rules = [] }: ICredentialTestRequest): string {
	const { response, code } = error.cause ?? {};
	if (!response) return code ?? error.message;
	for (const rule of rules) {
		if (rule.type === 'responseCode' && rule.properties.value === response.status) {
			return rule.properties.message;
		}
	}
	return response.statusText || `Received HTTP status code: ${response.status}`;
}

function valueAt(json: IDataObject, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, key) => (value as JsonObject | undefined)?.[key], json);
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
