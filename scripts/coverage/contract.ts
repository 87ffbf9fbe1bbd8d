import { readDocument } from '../../test/sandbox/contract/cache';
import { asObject } from '../../test/sandbox/types';
import { path, root } from '../../test/support/node';

/** One thing a vendor's API can do. */
export interface Call {
	/** The operationId, followed by the action where several share one address. */
	readonly name: string;
	/** In upper case. */
	readonly method: string;
	/** With {placeholders}. */
	readonly path: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Everything a contract in test/contracts describes, in its order. */
export function callsOf(contract: 'outx' | 'connectsafely' | 'linkupapi'): Call[] {
	const document = readDocument(path.join(root, `test/contracts/${contract}.openapi.yaml`));
	return Object.entries(asObject(document.paths)).flatMap(([address, item]) =>
		Object.entries(asObject(item))
			.filter(([method]) => METHODS.includes(method))
			.flatMap(([method, operation]) => {
				const { operationId, 'x-actions': actions } = asObject(operation);
				const id = String(operationId);
				const names = Object.keys(asObject(actions)).map((action) => `${id} ${action}`);
				return (names.length > 0 ? names : [id]).map((name) => ({
					name,
					method: method.toUpperCase(),
					path: address,
				}));
			}),
	);
}
