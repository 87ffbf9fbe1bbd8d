import { NodeConnectionTypes, NodeOperationError, sleep } from 'n8n-workflow';
import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeListSearchResult,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { fromClasses } from '../engine';

const properties: INodeProperties[] = [
	{
		displayName: 'API Key',
		name: 'apiKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
	},
	{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: 'http://127.0.0.1:1' },
];

const request = { baseURL: '={{$credentials.baseUrl}}', url: '/me' };

/** Authenticates the generic way: expressions merged into the request. */
export class GenericApi implements ICredentialType {
	name = 'genericApi';

	displayName = 'Generic API';

	properties = properties;

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: { 'X-Key': '={{$credentials.apiKey}}' },
			qs: { tenant: 'one' },
		},
	};

	test: ICredentialTestRequest = {
		request,
		rules: [{ type: 'responseCode', properties: { value: 401, message: 'The key was refused' } }],
	};
}

/** Authenticates with a function. */
export class FunctionApi implements ICredentialType {
	name = 'functionApi';

	displayName = 'Function API';

	properties = properties;

	test: ICredentialTestRequest = {
		request,
		rules: [
			{
				type: 'responseSuccessBody',
				properties: { key: 'account.state', value: 'off', message: 'The account is off' },
			},
		],
	};

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return {
			...request,
			headers: { ...request.headers, Authorization: `Bearer ${String(credentials.apiKey)}` },
		};
	}
}

const base: INodeTypeDescription = {
	displayName: 'Example',
	name: 'example',
	group: ['transform'],
	version: 1,
	description: '',
	defaults: { name: 'Example' },
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	properties: [],
};

/** Posts every item to `path`; remembers in the node's context what it already sent. */
export class Post implements INodeType {
	description: INodeTypeDescription = {
		...base,
		usableAsTool: true,
		displayName: 'Post',
		name: 'post',
		credentials: [
			{ name: 'genericApi', displayOptions: { show: { credential: ['genericApi'] } } },
			{ name: 'functionApi', displayOptions: { show: { credential: ['functionApi'] } } },
		],
		properties: [
			{ displayName: 'Credential', name: 'credential', type: 'string', default: 'genericApi' },
			{ displayName: 'Path', name: 'path', type: 'string', default: '/echo', required: true },
			{ displayName: 'Memo', name: 'memo', type: 'boolean', default: false },
			{ displayName: 'Pause', name: 'pause', type: 'number', default: 0 },
			{ displayName: 'Tolerant', name: 'tolerant', type: 'boolean', default: false },
		],
	};

	methods = {
		listSearch: {
			async people(
				this: ILoadOptionsFunctions,
				filter?: string,
				paginationToken?: string,
			): Promise<INodeListSearchResult> {
				const { baseUrl } = await this.getCredentials<{ baseUrl: string }>('genericApi');
				const path = this.getCurrentNodeParameter('path') as string;
				const answer = (await this.helpers.httpRequestWithAuthentication.call(this, 'genericApi', {
					url: `${baseUrl}${path}`,
					qs: { filter, page: paginationToken },
				})) as IDataObject;
				return { results: [{ name: String(answer.url), value: '1' }], paginationToken: '2' };
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const done = this.getContext('node');
		const output: INodeExecutionData[] = [];
		for (const [item, { json }] of this.getInputData().entries()) {
			try {
				const memo = this.getNodeParameter('memo', item) as boolean;
				if (!memo || !done[item]) done[item] = await post.call(this, item, json);
				output.push({ json: done[item] as IDataObject, pairedItem: { item } });
			} catch (error) {
				if (!this.continueOnFail()) {
					throw new NodeOperationError(this.getNode(), error as Error, { itemIndex: item });
				}
				const { message } = error as Error;
				output.push({ json: { error: message, details: { item } }, pairedItem: { item } });
			}
		}
		this.addExecutionHints({ message: `${output.length} posted`, location: 'outputPane' });
		return [output];
	}
}

async function post(
	this: IExecuteFunctions,
	item: number,
	body: IDataObject,
): Promise<IDataObject> {
	const credential = this.getNodeParameter('credential', item) as string;
	const { baseUrl } = await this.getCredentials<{ baseUrl: string }>(credential, item);
	const pause = this.getNodeParameter('pause', item) as number;
	if (pause) await sleep(pause);
	const ignoreHttpStatusErrors = this.getNodeParameter('tolerant', item) as boolean;
	return (await this.helpers.httpRequestWithAuthentication.call(this, credential, {
		method: 'POST',
		url: `${baseUrl}${this.getNodeParameter('path', item) as string}`,
		body,
		json: true,
		ignoreHttpStatusErrors,
	})) as IDataObject;
}

/** Lets through what n8n's deduplication store has not seen. */
export class Dedupe implements INodeType {
	description: INodeTypeDescription = {
		...base,
		usableAsTool: true,
		displayName: 'Dedupe',
		name: 'dedupe',
		properties: [
			{ displayName: 'Mode', name: 'mode', type: 'string', default: 'entries' },
			{ displayName: 'Scope', name: 'scope', type: 'string', default: 'node' },
			{ displayName: 'Max', name: 'max', type: 'number', default: 0 },
			{ displayName: 'Forget', name: 'forget', type: 'string', default: '' },
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const mode = this.getNodeParameter('mode', 0) as 'entries';
		const scope = this.getNodeParameter('scope', 0) as 'node';
		const maxEntries = this.getNodeParameter('max', 0) as number;
		const forget = this.getNodeParameter('forget', 0) as string;
		if (forget) await this.helpers.removeProcessed([forget], scope, { mode });
		const values = this.getInputData().map(({ json }) => json.value as string);
		const options = { mode, maxEntries };
		const { new: unseen } = await this.helpers.checkProcessedAndRecord(values, scope, options);
		const count = await this.helpers.getProcessedDataCount(scope, options);
		return [[{ json: { unseen, count } }]];
	}
}

/** Makes a file of every item and reads it back. */
export class File implements INodeType {
	description: INodeTypeDescription = {
		...base,
		usableAsTool: true,
		displayName: 'File',
		name: 'file',
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const output: INodeExecutionData[] = [];
		for (const { json } of this.getInputData()) {
			const data = await this.helpers.prepareBinaryData(
				Buffer.from(String(json.text)),
				'note.txt',
				'text/plain',
			);
			output.push({ json: {}, binary: { data } });
		}
		return [output];
	}
}

/** A credential that cannot be tested. */
export class UntestedApi implements ICredentialType {
	name = 'untestedApi';

	displayName = 'Untested API';

	properties = properties;
}

/** Reads what `File` made. */
export class ReadFile implements INodeType {
	description: INodeTypeDescription = {
		...base,
		usableAsTool: true,
		displayName: 'Read',
		name: 'readFile',
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { fileName } = this.helpers.assertBinaryData(0, 'data');
		const buffer = await this.helpers.getBinaryDataBuffer(0, 'data');
		return [[{ json: { fileName, text: buffer.toString() } }]];
	}
}

export const examples = fromClasses(
	{
		'examples.post': Post,
		'examples.dedupe': Dedupe,
		'examples.file': File,
		'examples.readFile': ReadFile,
	},
	[GenericApi, FunctionApi, UntestedApi],
);
