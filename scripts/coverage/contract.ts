import { readDocument } from '../../test/sandbox/contract/cache';
import { asObject } from '../../test/sandbox/types';
import { path, root } from '../../test/support/node';

/** One thing a vendor's API can do. */
export interface Call {
	/** `METHOD /path`; where several share one address, its operationId and the action: `v2Messages send`. */
	readonly name: string;
	/** In upper case. */
	readonly method: string;
	/** With {placeholders}. */
	readonly path: string;
}

export type Contract = 'outx' | 'connectsafely' | 'linkupapi';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Everything a contract in test/contracts describes, in its order. */
export function callsOf(contract: Contract): Call[] {
	const document = readDocument(path.join(root, `test/contracts/${contract}.openapi.yaml`));
	return Object.entries(asObject(document.paths)).flatMap(([address, item]) =>
		Object.entries(asObject(item))
			.filter(([verb]) => METHODS.includes(verb))
			.flatMap(([verb, operation]) => {
				const { operationId, 'x-actions': actions } = asObject(operation);
				const method = verb.toUpperCase();
				const shared = Object.keys(asObject(actions)).map(
					(action) => `${String(operationId)} ${action}`,
				);
				const names = shared.length > 0 ? shared : [`${method} ${address}`];
				return names.map((name) => ({ name, method, path: address }));
			}),
	);
}
