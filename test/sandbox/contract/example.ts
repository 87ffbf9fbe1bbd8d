import type { Answer, Vendor } from '../types';
import { asObject } from '../types';
import { contractOf } from './contract';
import type { Operation } from './contract';

/** What a scripted call answers; the body alone is an answer with status 200. */
export type Script = (call: {
	body: unknown;
	query: Record<string, string>;
	path: string;
}) => unknown;

/** The contract's own example of a call's success; undefined where it has none. */
export function exampleOf(vendor: Vendor, operation: Operation): Answer | undefined {
	const responses = asObject(operation.node.responses);
	const status = Object.keys(responses)
		.filter((name) => /^2\d\d$/.test(name))
		.sort()
		.at(0);
	if (status === undefined) return undefined;
	const { node } = contractOf(vendor).document.resolve(`${operation.pointer}/responses/${status}`);
	const json = asObject(asObject(node.content)['application/json']);
	const named = Object.values(asObject(json.examples)).map((one) => asObject(one).value);
	const body = json.example ?? named.at(0);
	return body === undefined ? undefined : { status: Number(status), body };
}
