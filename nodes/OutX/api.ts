import { isObject } from '../shared/json/json';
import type { Client } from '../shared/http/client';
import type { Dialect } from '../shared/http/refusal';
import type { RunTools } from '../shared/operation/types';
import { outXCertain, outXRules } from './failures';
import { Tasks } from './tasks/tasks';

/**
 * OutX words a refusal as `{ error }`; its own client (github.com/outxai/outx-mcp-server) reads `message`
 * next.
 */
export const outXDialect: Dialect = {
	label: 'OutX',
	rules: outXRules,
	certain: outXCertain,
	complaint(body, status = 200) {
		if (!isObject(body)) return undefined;
		const { error, message, success } = body;
		if (typeof error === 'string' && error !== '') return { text: error };
		const words = typeof message === 'string' ? message : '';
		const isRefusal = success === false || (status >= 400 && success !== true && words !== '');
		return isRefusal ? { text: words } : undefined;
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
