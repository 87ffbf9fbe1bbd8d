import { z } from 'zod';

import { Failure, passOn } from '../../shared/errors/failure';
import type { JsonObject } from '../../shared/http/types';
import { noAnswerInTime } from '../../shared/poll/failures';
import { recall, signatureOf } from '../../shared/poll/memory';
import type { Poll } from '../../shared/poll/run';
import { Seen, dayOf } from '../../shared/poll/seen';
import type { OutXApi } from '../api';
import { DeadTask, PAGE, collect, order } from './look';
import { connectionsIn, newcomers } from './newcomers';

/** More people than LinkedIn lets an account add between two looks. */
const MOST_PAGES = 5;

/** A browser that does not come for so long needs somebody to open it. */
const GIVE_UP_MS = 24 * 60 * 60_000;

/** Names of people that stay remembered at least: many times what one look shows. */
const MOST_REMEMBERED = 10_000;

const stored = z.object({
	version: z.literal(1),
	signature: z.string(),
	/** Whether the first look, which emits nothing, is over. */
	isSettled: z.boolean(),
	seen: z.record(z.string()),
	/** The last look: when it began, its tasks that are not read to the end, whether its end was told. */
	look: z
		.object({ at: z.number(), tasks: z.array(z.string()), isTold: z.boolean().optional() })
		.optional(),
});

type State = z.infer<typeof stored>;
type Look = NonNullable<State['look']>;

const notComing = (taskId: string): DeadTask =>
	new DeadTask(
		new Failure({
			reason: 'extensionOffline',
			outcome: 'notSent',
			what: 'No browser with the OutX extension has looked at your connections for a day',
			next: 'Open Chrome with the OutX extension on the computer that is signed in to LinkedIn: the trigger looks again by itself.',
			taskId,
		}),
		GIVE_UP_MS,
	);

/** Polls the acting account's newest connections. Each look costs an act on LinkedIn, or more. */
export class NewConnections {
	private readonly signature: string;
	private readonly state: State;

	/**
	 * @param everyMs the shortest time from one look to the next
	 * @param show a person as the workflow gets it
	 */
	constructor(
		private readonly poll: Poll<OutXApi>,
		private readonly everyMs: number,
		private readonly show: (person: JsonObject) => JsonObject,
	) {
		this.signature = signatureOf(['connections', poll.accountScope]);
		this.state = this.recalled() ?? {
			version: 1,
			signature: this.signature,
			isSettled: false,
			seen: {},
		};
	}

	/** Who was added since the last look, oldest first. Nothing is asked of OutX before a look is due. */
	async news(): Promise<JsonObject[]> {
		const { look } = this.state;
		const isOpen = look !== undefined && look.tasks.length > 0 && look.isTold !== true;
		if (isOpen) {
			try {
				return await this.goOn(look);
			} catch (error) {
				if (!(error instanceof DeadTask)) throw passOn(error);
				// n8n may not have kept that it was told: after a while it counts as told.
				const until = look.at + error.afterMs + this.everyMs;
				if (this.poll.now < until) throw this.told(look, error, until);
			}
		}
		const age = look === undefined ? Number.POSITIVE_INFINITY : this.poll.now - look.at;
		// Below zero the clock was set back.
		return age >= 0 && age < this.everyMs ? [] : await this.start();
	}

	private async start(): Promise<JsonObject[]> {
		const { now, memory } = this.poll;
		const look = { at: now, tasks: [] };
		// A poll that overlaps must not order the same look.
		this.note(look);
		try {
			return await this.goOn(look);
		} catch (error) {
			if (error instanceof DeadTask) throw this.told(look, error, now + this.everyMs);
			if (this.recalled()?.look?.tasks.length === 0) memory.set(this.state);
			throw passOn(error);
		}
	}

	/** Reads what was ordered, and orders another page as long as nobody known turns up. */
	private async goOn({ at, tasks: ordered }: Look): Promise<JsonObject[]> {
		const { api, deadline } = this.poll;
		const seen = new Seen(this.state.seen);
		const isKnown = (hash: string): boolean => seen.has(hash);
		const records: JsonObject[] = [];
		for (let page = 0, tasks = ordered; page < MOST_PAGES; page++) {
			const isNew = page === tasks.length;
			const orderedAt = isNew ? api.tasks.now() : undefined;
			if (isNew) {
				const taskId = await deadline.within(async () => await order(api, page));
				if (taskId === undefined) throw noAnswerInTime();
				tasks = [...tasks, taskId];
				// At once: it must not be ordered again.
				this.note({ at, tasks });
			}
			const found = await collect(api, deadline, tasks[page], orderedAt);
			if (found === undefined) {
				if (this.poll.now - at >= GIVE_UP_MS) throw notComing(tasks[page]);
				return [];
			}
			records.push(...found);
			const { isSettled } = this.state;
			const meets = connectionsIn(found).some(({ hashes }) => hashes.some(isKnown));
			if (!isSettled || meets || found.length < PAGE) break;
		}
		return this.enter(at, records);
	}
	/** Nothing is waited for in here: no other poll comes between looking and noting. */
	private enter(at: number, records: readonly JsonObject[]): JsonObject[] {
		const people = connectionsIn(records).map((one) => ({ ...one, json: this.show(one.record) }));
		const current = this.recalled() ?? this.state;
		const seen = new Seen(current.seen);
		const fresh = this.state.isSettled ? newcomers(people, (hash) => seen.has(hash)) : [];
		const today = dayOf(this.poll.now);
		for (const { hashes } of people) for (const hash of hashes) seen.note(hash, today);
		seen.keep(MOST_REMEMBERED, today - 1);
		this.poll.memory.set({
			...current,
			// OutX completes tasks with nothing in them: after such a first look everybody would be new.
			isSettled: this.state.isSettled || people.length > 0,
			seen: seen.stored(),
			look: { at, tasks: [] },
		});
		return fresh.map(({ json }) => json).reverse();
	}

	/** The failure to show, once: n8n keeps no state of a poll that throws, or backs off until then. */
	private told(look: Look, { failure }: DeadTask, until: number): Failure {
		const current = this.recalled() ?? this.state;
		this.poll.memory.set({ ...current, look: { ...(current.look ?? look), isTold: true } });
		return failure.with({ retryAfterMs: until - this.poll.now });
	}

	private note(look: Look): void {
		this.poll.memory.set({ ...(this.recalled() ?? this.state), look });
	}

	private recalled(): State | undefined {
		return recall(this.poll.memory, stored, this.signature);
	}
}
