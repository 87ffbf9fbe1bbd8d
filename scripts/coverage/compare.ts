import type { Call } from './contract';
import type { Offers } from './offered';

export interface Coverage {
	/** Calls of the contract the nodes offer, each with what makes it. */
	readonly offered: Readonly<Record<string, readonly string[]>>;
	/** Calls that are not offered, each with the reason. */
	readonly leftOut: Readonly<Record<string, string>>;
	/** Calls nothing is said about, and those of which the nodes lack something. */
	readonly missing: readonly string[];
	/** Entries of the map that the contract does not know. */
	readonly unknown: readonly string[];
	/** What the nodes have, and no call of the map names. */
	readonly unmapped: readonly string[];
}

/**
 * Compares a contract with what the map says of it and with what the vendor's nodes have. Each call comes
 * out in one of `offered`, `leftOut` and `missing`.
 *
 * @param names every resource.operation and trigger.event of the nodes
 */
export function compare(
	calls: readonly Call[],
	offers: Offers,
	names: readonly string[],
): Coverage {
	const has = new Set(names);
	const known = new Set(calls.map(({ name }) => name));
	const offered: Record<string, readonly string[]> = {};
	const leftOut: Record<string, string> = {};
	const missing: string[] = [];
	for (const name of known) {
		const offer = offers[name] ?? [];
		if ('notOffered' in offer) leftOut[name] = offer.notOffered;
		else if (offer.length > 0 && offer.every((one) => has.has(one))) offered[name] = offer;
		else missing.push(name);
	}
	const mapped = new Set<unknown>(Object.values(offers).flat());
	return {
		offered,
		leftOut,
		missing,
		unknown: Object.keys(offers).filter((name) => !known.has(name)),
		unmapped: names.filter((name) => !mapped.has(name)),
	};
}
