import type { JsonObject } from '../../shared/json/types';
import { memberKeys } from '../../shared/linkedin';
import { shortHash } from '../../shared/trigger/seenNames';
import { memberOf } from '../people/resolve';

/** Somebody among the newest connections, by all names that are known of them. */
export interface Connection {
	readonly hashes: readonly string[];
	readonly record: JsonObject;
}

/** The hashes of each person of a list, in its order. */
export type Order = ReadonlyArray<readonly string[]>;

/** So many people of the last look show where those that came since then end. */
export const ENOUGH_KNOWN = 5;

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

/** Where each person stood in an earlier look; undefined for those who were not in it. */
function placesIn(order: Order, people: readonly Connection[]): Array<number | undefined> {
	const places = new Map(order.flatMap((hashes, place) => hashes.map((hash) => [hash, place])));
	return people.map(({ hashes }) => {
		const hash = hashes.find((one) => places.has(one));
		return hash === undefined ? undefined : places.get(hash);
	});
}

/**
 * Those who were added since an earlier look. In a list with the newest in front they stand above all who
 * were there then; the others follow in their old order, but for people who left and people who were added
 * again. Unknown people further down have moved up behind others who left, or were hidden.
 *
 * @param people newest first
 * @param order of the earlier look
 * @param isKnown whether somebody was seen in any look
 * @param isWhole whether the list was read to its end
 * @returns undefined where the lists do not follow from each other: then nobody can tell who is new
 */
export function newcomers<C extends Connection>(
	people: readonly C[],
	order: Order,
	isKnown: (hash: string) => boolean,
	isWhole: boolean,
): C[] | undefined {
	const places = placesIn(order, people);
	let top = Number.POSITIVE_INFINITY;
	let deepest = 0;
	let inOrder = 0;
	let movedUp = 0;
	let front = 0;
	for (let at = people.length - 1; at >= 0; at--) {
		const place = places[at];
		if (place === undefined) continue;
		if (place > top) {
			movedUp++;
			continue;
		}
		deepest = Math.max(deepest, place);
		[top, front] = [place, at];
		inOrder++;
	}
	if (inOrder === 0 || movedUp > Math.max(1, inOrder / 10)) return undefined;
	const isEnough = isWhole || inOrder >= Math.min(ENOUGH_KNOWN, order.length);
	const isDense = inOrder * 2 > deepest || (isWhole && deepest < 2 * ENOUGH_KNOWN);
	if (!isEnough || !isDense) return undefined;
	return people.slice(0, front).filter(({ hashes }) => !hashes.some(isKnown));
}
