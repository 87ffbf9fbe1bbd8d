import type { Call } from './contract';
import type { Offers } from './offered';

export interface Coverage {
	/** Calls of the contract the node offers. */
	readonly offered: readonly string[];
	/** Calls that are not offered, each with the reason. */
	readonly leftOut: ReadonlyArray<readonly [name: string, why: string]>;
	/** Calls nothing is said about, and those whose operation the node does not have. */
	readonly missing: readonly string[];
	/** Entries of the map that the contract does not know. */
	readonly unknown: readonly string[];
	/** The node's operations that make no call of the map. */
	readonly unmapped: readonly string[];
}

/**
 * Compares a contract with what the map says of it and with the operations a node has.
 *
 * @param operations as resource.operation
 */
export function compare(
	calls: readonly Call[],
	offers: Offers,
	operations: readonly string[],
): Coverage {
	const has = new Set(operations);
	const names = calls.map(({ name }) => name);
	const offered: string[] = [];
	const missing: string[] = [];
	const leftOut: Array<readonly [string, string]> = [];
	for (const name of names) {
		const offer = offers[name];
		if (offer !== undefined && 'notOffered' in offer) leftOut.push([name, offer.notOffered]);
		else (offer?.every((operation) => has.has(operation)) ? offered : missing).push(name);
	}
	const mapped = new Set<unknown>(Object.values(offers).flat());
	return {
		offered,
		leftOut,
		missing,
		unknown: Object.keys(offers).filter((name) => !names.includes(name)),
		unmapped: operations.filter((operation) => !mapped.has(operation)),
	};
}
