import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { invalidInput } from '../failures/failure';
import type { Vendor } from '../operation/types';
import { connect } from './connect';
import { toNodeError } from './errors';
import { asFailure } from '../failures/unexpected';

const noFiles = async (): Promise<never> => {
	throw invalidInput('A list has no files', 'Nothing to do.');
};

/** Runs what fills a list in the editor, and shows its failure there in the operator's words. */
export async function connectForList<Api>(
	context: ILoadOptionsFunctions,
	vendor: Vendor<Api>,
	fill: (api: Api) => Promise<INodeListSearchResult>,
): Promise<INodeListSearchResult> {
	const credentialType = vendor.credentialType((name) => context.getCurrentNodeParameter(name));
	const credential = await context.getCredentials(credentialType);
	const { signal } = new AbortController();
	try {
		const { api } = connect(context, vendor, credentialType, credential, signal, noFiles);
		return await fill(api);
	} catch (error) {
		throw toNodeError(context.getNode(), asFailure(error), vendor.dialect.label);
	}
}
