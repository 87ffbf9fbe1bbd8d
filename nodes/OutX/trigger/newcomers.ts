import type { JsonObject } from '../../shared/http/types';
import { memberKeys } from '../../shared/linkedin';
import { shortHash } from '../../shared/poll/seen';
import { memberOf } from '../resolve';

/** Somebody among the newest connections, by all names that are known of them. */
export interface Connection {
	readonly hashes: readonly string[];
	readonly record: JsonObject;
}

/**
 * The people of one look, each once: pages move while they are read. Whoever has neither URN nor address
 * is left out: nobody could tell who they are, or write to them.
 */
export function connectionsIn(records: readonly JsonObject[]): Connection[] {
	const met = new Set<string>();
	return records.flatMap((record) => {
		const hashes = memberKeys(memberOf(record)).map(shortHash);
		if (hashes.length === 0 || hashes.some((hash) => met.has(hash))) return [];
		for (const hash of hashes) met.add(hash);
		return [{ hashes, record }];
	});
}

/**
 * Those who were added since the last look: the unknown ones above somebody known. Unknown people below
 * all known ones have moved up behind others who left. Where nobody is known the list is another
 * account's, and nobody in it is new.
 *
 * @param people newest first
 */
export function newcomers<C extends Connection>(
	people: readonly C[],
	isKnown: (hash: string) => boolean,
): C[] {
	const known = people.map(({ hashes }) => hashes.some(isKnown));
	const above = known.lastIndexOf(true);
	return people.filter((_, place) => place < above && !known[place]);
}
