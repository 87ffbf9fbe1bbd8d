import { Failure, passOn } from '../../shared/errors/failure';
import type { JsonObject } from '../../shared/http/types';
import { noAnswerInTime } from '../../shared/poll/failures';
import { recall, signatureOf } from '../../shared/poll/memory';
import type { Poll } from '../../shared/poll/run';
import type { StoredSeen } from '../../shared/poll/seen';
import { Seen, dayOf } from '../../shared/poll/seen';
import type { OutXApi } from '../api';
import { recordsOf } from '../records';
import { isCompleted, lookUpFailure } from '../taskStates';
import { connectionsIn, newcomers } from './newcomers';

/** outx.openapi.yaml: 100 records at most per task. */
const PAGE = 100;

/** More people than LinkedIn lets an account add between two looks. */
const MOST_PAGES = 5;

/** A browser that does not come for so long needs somebody to open it. */
const GIVE_UP_MS = 24 * 60 * 60_000;

/** Names of people that stay remembered at least: many times what one look shows. */
const MOST_REMEMBERED = 10_000;

interface State {
	readonly signature: string;
	/** Whether the first look, which emits nothing, is over. */
	readonly isSettled: boolean;
	readonly seen: StoredSeen;
	readonly look?: Look;
}

interface Look {
	/** When it began, in ms since 1970. */
	readonly at: number;
	/** One per page; none: it is over. */
	readonly tasks: readonly string[];
	/** It came to nothing, and the operator was told. */
	readonly isTold?: boolean;
}

/** Orders the nth page of the newest connections, from 0: one act on LinkedIn. */
async function order({ api, deadline }: Poll<OutXApi>, page: number): Promise<string> {
	const body = { sort_type: 'RECENTLY_ADDED', start: page * PAGE, count: PAGE };
	const look = async () => await api.tasks.look('/linkedin-agent/fetch-connections', body);
	const taskId = await deadline.within(look);
	if (taskId === undefined) throw noAnswerInTime();
	return taskId;
}

/**
 * The people on a page that was ordered; undefined while no browser has been there; a `Failure` that it
 * comes to nothing. Throws one where the task may still be well.
 *
 * @param orderedAt in ms, of one that was ordered just now: it is waited for; any other is looked at once
 */
async function collect(
	{ api, deadline }: Poll<OutXApi>,
	taskId: string,
	orderedAt?: number,
): Promise<JsonObject[] | Failure | undefined> {
	const maxWait = orderedAt === undefined ? 0 : Math.max(0, deadline.leftMs() / 1_000 - 1);
	const waiting = { maxWait, pollInterval: 5, onTimeout: 'returnTask' } as const;
	try {
		const end = await deadline.within(
			async () => await api.tasks.waitFor(taskId, 'lookUp', waiting, orderedAt),
		);
		if (!end?.finished) return undefined;
		const { task } = end;
		if (!isCompleted(task.status)) return lookUpFailure(task);
		return recordsOf(task.output, ['connections', 'results']);
	} catch (error) {
		// OutX does not know the task, or does not take its own ID for one.
		if (!(error instanceof Failure) || !/^(notFound|invalidInput)$/.test(error.facts.reason)) {
			throw passOn(error);
		}
		return error.with({
			what: 'OutX has lost the look at your connections that was under way',
			next: 'Nothing to do: the trigger starts another look by itself.',
		});
	}
}

const notComing = (): Failure =>
	new Failure({
		reason: 'extensionOffline',
		outcome: 'notSent',
		what: 'No browser with the OutX extension has looked at your connections for a day',
		next: 'Open Chrome with the OutX extension on the computer that is signed in to LinkedIn: the trigger looks again by itself.',
	});

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
	const current = (): State =>
		recall<State>(memory, signature) ?? { signature, isSettled: false, seen: {} };
	const note = (look: Look): void => memory.set({ ...current(), look });

	const before = memory.get();
	const { look, isSettled, seen } = current();
	const isOpen = look !== undefined && look.tasks.length > 0 && !look.isTold;
	const age = look ? now - look.at : Number.POSITIVE_INFINITY;
	// Below zero the clock was set back.
	const isDue = age < 0 || age >= everyMs;
	if (!isOpen && !isDue) return [];

	const known = new Seen(seen);
	const { at, tasks: ordered } = isOpen ? look : { at: now, tasks: [] };
	// A poll that overlaps must not order the same look.
	if (!isOpen) note({ at, tasks: [] });
	const records: JsonObject[] = [];
	for (let page = 0, tasks = ordered; page < MOST_PAGES; page++) {
		let orderedAt: number | undefined;
		if (page === tasks.length) {
			orderedAt = api.tasks.now();
			const taskId = await order(poll, page).catch((error: unknown) => {
				if (page === 0) memory.set(before);
				throw passOn(error);
			});
			tasks = [...tasks, taskId];
			note({ at, tasks });
		}
		let found = await collect(poll, tasks[page], orderedAt);
		const isLate = found === undefined && now - at >= GIVE_UP_MS;
		if (isLate) found = notComing();
		if (found === undefined) return [];
		if (found instanceof Failure) {
			// n8n may keep nothing of a poll that throws: after a while it counts as told.
			const until = at + everyMs + (isLate ? GIVE_UP_MS : 0);
			note({ at, tasks, isTold: true });
			if (now < until) throw found.with({ retryAfterMs: until - now });
			return await newConnections(poll, everyMs, show);
		}
		records.push(...found);
		const isKnown = connectionsIn(found).some(({ hashes }) => hashes.some((one) => known.has(one)));
		if (!isSettled || isKnown || found.length < PAGE) break;
	}
	return enter(records);

	/** Nothing is waited for in here: no other poll comes between looking and noting. */
	function enter(found: readonly JsonObject[]): JsonObject[] {
		const people = connectionsIn(found);
		const state = current();
		const all = new Seen(state.seen);
		const fresh = isSettled ? newcomers(people, (hash) => all.has(hash)) : [];
		const today = dayOf(now);
		for (const hash of people.flatMap(({ hashes }) => hashes)) all.note(hash, today);
		all.keep(MOST_REMEMBERED, today - 1);
		const items = fresh.map(({ record }) => show(record)).reverse();
		memory.set({
			...state,
			// OutX completes tasks with nothing in them. After such a first look nobody would be known, on any page.
			isSettled: state.isSettled || people.length > 0,
			seen: all.stored(),
			look: { at, tasks: [] },
		});
		return items;
	}
}
