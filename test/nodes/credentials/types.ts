import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { ConnectSafelyAiApi } from '../../../credentials/ConnectSafelyAiApi.credentials';
import { LinkupAccountApi } from '../../../credentials/LinkupAccountApi.credentials';
import { LinkupLoginTokenApi } from '../../../credentials/LinkupLoginTokenApi.credentials';
import { OutXApi } from '../../../credentials/OutXApi.credentials';

export const TYPES = { OutXApi, ConnectSafelyAiApi, LinkupLoginTokenApi, LinkupAccountApi };
export type ClassName = keyof typeof TYPES;
export const CLASS_NAMES = Object.keys(TYPES) as ClassName[];

export const KEY = 'key-abc-123';

/** A new credential as the form fills it in, with a key. */
export function filledIn(
	type: ICredentialType,
	changes: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject {
	const defaults = Object.fromEntries(
		type.properties.map(({ name, default: value }) => [name, value as string]),
	);
	return { ...defaults, apiKey: KEY, ...changes };
}

/** What leaves when a request passes through the credential. */
export async function authenticated(
	type: ICredentialType,
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	if (typeof type.authenticate !== 'function') throw new Error(`${type.name} has no function`);
	return await type.authenticate(credentials, request);
}
