import { Failure, passOn } from '../../shared/failures/failure';
import type { JsonObject } from '../../shared/json/types';
import { signatureOf } from '../../shared/trigger/memory';
import type { Poll } from '../../shared/trigger/run';
import { SeenNames } from '../../shared/trigger/seenNames';
import type { OutXApi } from '../api';
import {
	GIVE_UP_MS,
	PAGE,
	begunBy,
	blank,
	collectLook,
	isLate,
	notComing,
	orderLook,
} from './connectionLooks';
import type { ConnectionState, Look } from './connectionState';
import { readOrder, recallConnections, rememberConnections, writeOrder } from './connectionState';
import type { Connection } from './newcomers';
import { ENOUGH_KNOWN, connectionsIn, newcomers } from './newcomers';

/** More people than LinkedIn lets an account add between two looks. */
const MOST_PAGES = 5;

/** Names of people that stay remembered at least: many times what one look shows. */
const MOST_REMEMBERED = 10_000;

/** So many looks in a row that tell nothing are told. */
const MOST_BLANKS = 3;

/**
 * Who was added to the acting account's connections since the last look, oldest first. What was ordered of
 * OutX is remembered at once, so that nothing is ordered twice; who was emitted, at the very end.
 *
 * @param everyMs the shortest time from one look to the next: nothing is asked of OutX in between
 * @param show a person as the workflow gets it
 * @throws `Failure`
 */
export async function newConnections(
	poll: Poll<OutXApi>,
	everyMs: number,
	show: (person: JsonObject) => JsonObject,
): Promise<JsonObject[]> {
	const { api, memory, now } = poll;
	const signature = signatureOf(['connections', poll.accountScope]);
	const current = (): ConnectionState => recallConnections(memory, signature);
	const change = (changes: Partial<ConnectionState>): void =>
		rememberConnections(memory, signature, { ...current(), ...changes });
	const note = (look: Look): void => change({ look });

	const before = memory.get();
	const { look, isSettled, seen, order: lastOrder, otherOrder = '' } = current();
	const isOpen = look !== undefined && look.tasks.length > 0 && !look.isTold;
	const age = look ? now - look.at : Number.POSITIVE_INFINITY;
	// Below zero the clock was set back.
	const isDue = age < 0 || age >= everyMs;
	if (!isOpen && !isDue) return [];

	const [all, others] = [new SeenNames(seen), new Set(readOrder(otherOrder).flat())];
	const known = (hash: string): boolean => all.has(hash) || others.has(hash);
	const mustKnow = Math.min(ENOUGH_KNOWN, readOrder(lastOrder).length);
	const open = isOpen ? begunBy(look, now) : { at: now, tasks: [] };
	const { at } = open;
	// A poll that overlaps must not order the same look.
	if (!isOpen) note(open);
	const records: JsonObject[] = [];
	let isWhole = false;
	for (let page = 0, { tasks } = open as Look; page < MOST_PAGES; page++) {
		let orderedAt: number | undefined;
		if (page === tasks.length) {
			orderedAt = api.tasks.now();
			const taskId = await orderLook(poll, page).catch((error: unknown) => {
				if (page === 0) memory.set(before);
				throw passOn(error);
			});
			tasks = [...tasks, taskId];
			note({ at, tasks });
		}
		let found = await collectLook(poll, tasks[page], orderedAt);
		const isGivenUp = found === undefined && isLate(open, now);
		if (isGivenUp) found = notComing();
		if (found === undefined) {
			note({ at, tasks, waitedAt: now });
			return [];
		}
		if (found === 'noList') return await blankLook();
		if (found instanceof Failure) {
			// n8n may keep nothing of a poll that throws: after a while it counts as told.
			const until = at + everyMs + (isGivenUp ? GIVE_UP_MS : 0);
			note({ at, tasks, isTold: true });
			if (now < until) throw found.with({ retryAfterMs: until - now });
			return await newConnections(poll, everyMs, show);
		}
		records.push(...found);
		const met = connectionsIn(records).filter(({ hashes }) => hashes.some(known));
		const isEnough = met.length >= Math.max(1, mustKnow);
		isWhole = found.length < PAGE;
		if (!isSettled || isEnough || isWhole) break;
	}
	return await enter(records, isWhole);

	/** Nothing is waited for in here: no other poll comes between looking and noting. */
	async function enter(found: readonly JsonObject[], isWhole: boolean): Promise<JsonObject[]> {
		const people = connectionsIn(found);
		const state = current();
		const all = new SeenNames(state.seen);
		const isKnown = (hash: string): boolean => all.has(hash);
		let fresh: Connection[] = [];
		if (isSettled && people.length > 0) {
			const other = readOrder(state.otherOrder ?? '');
			const isOther = new Set(other.flat());
			const inOrder =
				newcomers(people, readOrder(state.order), isKnown, isWhole) ??
				newcomers(people, other, (hash) => isKnown(hash) || isOther.has(hash), isWhole);
			if (inOrder === undefined) return await blankLook(people);
			fresh = inOrder;
		}
		const round = state.round + 1;
		for (const hash of people.flatMap(({ hashes }) => hashes)) all.note(hash, round);
		all.keep(MOST_REMEMBERED, round - 1);
		const items = fresh.map(({ record }) => show(record)).reverse();
		rememberConnections(memory, signature, {
			// OutX completes tasks with nothing in them. After such a first look nobody would be known, on any page.
			isSettled: state.isSettled || people.length > 0,
			round,
			seen: all.stored(),
			order: people.length > 0 ? writeOrder(people) : state.order,
			look: { at, tasks: [] },
		});
		return items;
	}

	/**
	 * A look that tells nothing: nobody of it is noted, so that the next one loses nobody. A second list in
	 * the same other order is the order from then on.
	 */
	async function blankLook(people: readonly Connection[] = []): Promise<JsonObject[]> {
		const blanks = Math.min(MOST_BLANKS, (current().blanks ?? 0) + 1);
		change({
			blanks,
			...(people.length > 0 && { otherOrder: writeOrder(people) }),
			look: { at, tasks: [] },
		});
		poll.tell(blank().facts.what);
		if (blanks < MOST_BLANKS) return [];
		// n8n may keep nothing of a poll that throws: after a while it counts as told.
		const until = at + everyMs;
		if (now < until) throw blank().with({ retryAfterMs: until - now });
		return await newConnections(poll, everyMs, show);
	}
}
