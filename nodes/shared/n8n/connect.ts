import { createHash } from 'node:crypto';

import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import { invalidInput, passOn } from '../failures/failure';
import { redactor } from '../failures/redact';
import { UnsafeBaseUrl, safeBaseUrl } from '../http/baseUrl';
import { createClient } from '../http/client';
import { meantSecret } from '../http/pasted';
import type { RunTools, Vendor } from '../operation/types';
import { clock } from './clock';
import { n8nSend } from './http';

type Context = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export { clock };

/** Agent versions differ in how they run a tool; its node type ends in "Tool" in all (n8n, create-node-as-tool). */
export function isToolRun(context: Context): boolean {
	return context.getNode().type.endsWith('Tool');
}

function checkedBaseUrl(raw: unknown): string {
	try {
		return safeBaseUrl(raw);
	} catch (error) {
		if (!(error instanceof UnsafeBaseUrl)) throw passOn(error);
		throw unusable(error);
	}
}

const unusable = ({ message, nextStep }: UnsafeBaseUrl): unknown => invalidInput(message, nextStep);

/**
 * Builds what operations of a vendor work with, and a name for the account behind the credential that
 * tells accounts apart without holding a key. Throws `Failure` for a credential that cannot be used.
 */
export function connect<Api>(
	context: Context,
	vendor: Vendor<Api>,
	credentialType: string,
	credential: ICredentialDataDecryptedObject,
	signal: AbortSignal,
	file: RunTools['file'],
): { api: Api; accountScope: string } {
	const secrets = vendor.secretFields.map((field) => credential[field]);
	// A key goes out, and may be echoed, without what was pasted along with it.
	const meant = secrets.map((secret) =>
		typeof secret === 'string' ? meantSecret(secret) : secret,
	);
	const redact = redactor([...secrets, ...meant]);
	const baseUrl = checkedBaseUrl(credential.baseUrl);
	const send = n8nSend(context, credentialType, baseUrl, credential, signal, clock);
	const tools: RunTools = {
		client: (dialect) => createClient(dialect, { send, clock, signal, redact }),
		clock,
		signal,
		isTool: isToolRun(context),
		file,
	};
	const scope = JSON.stringify([credentialType, baseUrl, ...meant]);
	return {
		api: vendor.connect(tools, credential, credentialType),
		accountScope: createHash('sha256').update(scope).digest('base64url').slice(0, 22),
	};
}
