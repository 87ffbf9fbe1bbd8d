import './instance';

import { Credentials, getAdditionalKeys } from 'n8n-core';
import {
	deepCopy,
	ICredentialsHelper,
	isExpression,
	NodeHelpers,
	UserError,
	Workflow,
} from 'n8n-workflow';
import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { nodeTypesOf } from './nodeTypes';
import type { NodeTypeSource } from './nodeTypes';

/** Decrypted credential data by credential id, name or type. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

const mockNode: INode = {
	id: 'mock',
	name: '',
	type: 'mock',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** n8n's CredentialsHelper without its database: types from a node type source, data from a plain object. */
export class InMemoryCredentials extends ICredentialsHelper {
	constructor(
		private readonly types: NodeTypeSource,
		private readonly stored: CredentialData,
	) {
		super();
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.typeOf(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, requestOptions);
		if (authenticate?.type !== 'generic') return requestOptions;

		const resolve = (value: string): string =>
			isExpression(value) ? resolveText(value, credentials, workflow, node) : value;
		requestOptions.headers ??= {};
		const { properties } = authenticate as IAuthenticateGeneric;
		for (const [part, values] of Object.entries(properties)) {
			const target = (Reflect.get(requestOptions, part) ?? {}) as Record<string, unknown>;
			for (const [key, value] of Object.entries(values as Record<string, string>)) {
				target[resolve(key)] = resolve(value);
			}
			Reflect.set(requestOptions, part, target);
		}
		return requestOptions;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const expirable = this.typeOf(typeName).properties.find(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
		);
		if (!expirable || !(credentialsExpired || credentials[expirable.name] === '')) return undefined;
		const output = await this.runPreAuthentication(helpers, credentials, typeName);
		if (output?.[expirable.name] === undefined || !node.credentials) return undefined;
		const details = node.credentials[typeName];
		await this.updateCredentials(details, typeName, { ...this.find(details, typeName), ...output });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { preAuthentication } = this.typeOf(typeName);
		return (await preAuthentication?.call(helpers, credentials)) as
			| ICredentialDataDecryptedObject
			| undefined;
	}

	getParentTypes(name: string): string[] {
		const parents = this.types.credential(name)?.extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	isCredentialUsableByNode(credentialType: string, nodeType: string): boolean {
		const type = this.types.credential(credentialType);
		return !type?.restrictToSupportedNodes || (type.supportedNodes ?? []).includes(nodeType);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const { extends: parents, properties } = this.typeOf(type);
		if (!parents) return properties;
		const combined: INodeProperties[] = [];
		for (const parent of parents) {
			NodeHelpers.mergeNodeProperties(combined, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(combined, properties);
		return combined;
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<Credentials> {
		const credentials = new Credentials({ id: details.id, name: details.name }, type);
		await credentials.setData(this.find(details, type));
		return credentials;
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		values?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = deepCopy(this.find(details, type));
		if (raw) return stored;
		return await this.resolve(additionalData, stored, type, mode, executeData, values);
	}

	/** Applies the type's default values and resolves expressions. */
	async resolve(
		additionalData: IWorkflowExecuteAdditionalData,
		stored: ICredentialDataDecryptedObject,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		values?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const withDefaults = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			stored as INodeParameters,
			true,
			false,
			null,
			null,
		) as INodeParameters;
		for (const key of ['oauthTokenData', 'allowedHttpRequestDomains', 'allowedDomains']) {
			if (stored[key] !== undefined) withDefaults[key] ??= stored[key] as string;
		}
		const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		if (values) {
			return values.workflow.expression.getParameterValue(
				withDefaults,
				values.runExecutionData,
				values.runIndex,
				values.itemIndex,
				values.node.name,
				values.connectionInputData,
				mode,
				keys,
				executeData,
				false,
				withDefaults,
			) as ICredentialDataDecryptedObject;
		}
		const { expression } = new Workflow({
			nodes: [mockNode],
			connections: {},
			active: false,
			nodeTypes: nodeTypesOf(this.types, new Set([mockNode.type])),
		});
		await expression.acquireIsolate();
		try {
			return expression.getComplexParameterValue(
				mockNode,
				withDefaults,
				mode,
				keys,
				undefined,
				undefined,
				withDefaults,
			) as ICredentialDataDecryptedObject;
		} finally {
			await expression.releaseIsolate();
		}
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		await Promise.resolve();
		this.stored[this.keyOf(details, type)] = data;
	}

	async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		type: string,
		{ oauthTokenData }: ICredentialDataDecryptedObject,
	): Promise<void> {
		await this.updateCredentials(details, type, { ...this.find(details, type), oauthTokenData });
	}

	private typeOf(name: string): ICredentialType {
		const type = this.types.credential(name);
		if (!type) throw new UserError(`Unrecognized credential type: ${name}`);
		return type;
	}

	private find(details: INodeCredentialsDetails, type: string): ICredentialDataDecryptedObject {
		return this.stored[this.keyOf(details, type)];
	}

	private keyOf({ id, name }: INodeCredentialsDetails, type: string): string {
		const key = [id, name, type].find((candidate) => candidate && candidate in this.stored);
		if (!key) {
			throw new UserError(`Credential with ID "${id}" does not exist for type "${type}".`);
		}
		return key;
	}
}

function resolveText(
	value: string,
	$credentials: ICredentialDataDecryptedObject,
	workflow: Workflow,
	node: INode,
): string {
	const resolved = workflow.expression.getSimpleParameterValue(
		node,
		value,
		'internal',
		{ $credentials },
		undefined,
		'',
	);
	return resolved ? resolved.toString() : '';
}
