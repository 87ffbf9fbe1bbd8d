import { isObject } from '../shared/http/json';
import type { Client } from '../shared/http/client';
import type { Dialect } from '../shared/http/refusal';
import type { RunTools } from '../shared/operation/types';
import { outXRules } from './failures';
import { Tasks } from './tasks';

/** OutX words a refusal as `{ error }`, at times as `{ message }` (outx.md, "How failures appear"). */
export const outXDialect: Dialect = {
	label: 'OutX',
	rules: outXRules,
	complaint(body) {
		if (!isObject(body)) return undefined;
		const { error, message, success } = body;
		if (typeof error === 'string' && error !== '') return { text: error };
		if (success === false) return { text: typeof message === 'string' ? message : '' };
		return undefined;
	},
};

/** What OutX's operations work with. */
export interface OutXApi {
	readonly client: Client;
	readonly tasks: Tasks;
	/** LinkedIn's numbers of companies by the names in their addresses, each looked up once per execution. */
	readonly companyIds: Map<string, Promise<string>>;
}

export function connectOutX(tools: RunTools): OutXApi {
	const client = tools.client(outXDialect);
	return { client, tasks: new Tasks(client, tools), companyIds: new Map() };
}
