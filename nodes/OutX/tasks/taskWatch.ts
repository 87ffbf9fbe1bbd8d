import { Failure, cancelled } from '../../shared/failures/failure';
import { stopsBatch } from '../../shared/failures/rules';
import type { Clock } from '../../shared/wait/wait';
import { wait } from '../../shared/wait/wait';
import { STALLED_MS, TaskQueue } from './taskQueue';
import type { Watched } from './taskQueue';
import { isRunning } from './taskStates';
import type { Task } from './task';

/** Looks under way at the same time. */
const AT_ONCE = 5;

/** The first look at a task that was just created. */
const FIRST_LOOK_MS = 1_000;

export interface WaitEnd {
	readonly task: Task;
	/** False: the wait ended before the task did. */
	readonly finished: boolean;
}

/** A task to wait for. Times in ms. */
export interface Wanted {
	readonly taskId: string;
	/** Tasks of one queue are worked through in order; of `any` that is believed until one shows otherwise. */
	readonly queue: string;
	/** Undefined where it is not known: then the wait counts from now. */
	readonly createdAt?: number;
	readonly maxWait: number;
	readonly interval: number;
}

interface Waiter extends Watched {
	readonly queue: TaskQueue<Waiter>;
	last: Task;
	/** Looks in a row at which OutX did not know it. */
	missing: number;
	/** OutX has shown it at least once. */
	isThere: boolean;
	resolve(end: WaitEnd): void;
	reject(error: unknown): void;
}

interface WatchTools {
	/** Reads a task once. */
	readonly read: (taskId: string) => Promise<Task>;
	readonly clock: Clock;
	readonly signal?: AbortSignal;
}

/** As often as this in a row a task has to be missing before it is. */
const MISSING_FOR_GOOD = 3;

/** Looks that tell nothing about the task cost one look, not the task. */
const PASSING = new Set(['vendorUnavailable', 'unexpectedAnswer', 'throttled', 'limitReached']);

function withTaskId(error: unknown, { last }: Waiter): unknown {
	return error instanceof Failure ? error.with({ taskId: last.id }) : error;
}

/** Waits for all tasks of a run together, with a bounded number of looks at once. */
export class TaskWatch {
	private readonly queues = new Map<string, TaskQueue<Waiter>>();
	private readonly underWay = new Set<Waiter>();
	private isAwake = false;
	private nap = new AbortController();
	/** OutX asked for quiet until then. */
	private pausedUntil = 0;
	/** What the clock showed last, and how far it was set back since the first time. */
	private shown = 0;
	private setBack = 0;

	constructor(private readonly tools: WatchTools) {}

	/**
	 * Waits until the task ends or the wait for it is over, with one last look at that moment. Every
	 * failure carries the task's id: the task lives on without us.
	 */
	async end({ taskId, queue: name, createdAt, maxWait, interval }: Wanted): Promise<WaitEnd> {
		const now = this.now();
		const queue = this.queues.get(name) ?? new TaskQueue<Waiter>(name !== 'any');
		this.queues.set(name, queue);
		const isKnown = createdAt !== undefined;
		const created = isKnown ? Math.min(createdAt + this.setBack, now) : now;
		const isNew = isKnown && now - created < FIRST_LOOK_MS;
		return await new Promise((resolve, reject) => {
			queue.add({
				queue,
				since: now,
				interval,
				deadline: created + maxWait,
				firstLookAt: isNew ? now + FIRST_LOOK_MS : now,
				knownAt: isNew ? now : 0,
				missing: 0,
				isThere: false,
				last: { id: taskId, status: 'pending', input: {}, output: null },
				resolve,
				reject,
			});
			this.wake();
			void this.watch();
		});
	}

	/** Time that never goes back, in ms: a clock set back must not prolong a wait. */
	private now(): number {
		const shows = this.tools.clock.now();
		if (shows < this.shown) this.setBack += this.shown - shows;
		this.shown = shows;
		return shows + this.setBack;
	}

	private waiters(): Waiter[] {
		return [...this.queues.values()].flatMap((queue) => [...queue.all()]);
	}

	private async watch(): Promise<void> {
		if (this.isAwake) return;
		this.isAwake = true;
		const { signal } = this.tools;
		const stop = (): void => {
			for (const waiter of this.waiters()) this.fail(waiter, cancelled());
			this.wake();
		};
		signal?.addEventListener('abort', stop, { once: true });
		if (signal?.aborted) stop();
		while (this.waiters().length > 0) {
			this.startLooks();
			await this.rest();
		}
		signal?.removeEventListener('abort', stop);
		this.isAwake = false;
	}

	private startLooks(): void {
		const now = this.now();
		for (const queue of this.queues.values()) {
			for (const waiter of queue.due(now, this.underWay)) {
				if (this.underWay.size >= AT_ONCE) return;
				if (now < this.pausedUntil && now < waiter.deadline) continue;
				void this.look(waiter, now);
			}
		}
	}

	/** Sleeps until the next look is due, a look is over, or something changes. */
	private async rest(): Promise<void> {
		const nap = new AbortController();
		this.nap = nap;
		const ms = this.untilNextLook();
		if (ms !== undefined) {
			await wait(ms, this.tools.clock, nap.signal).catch(() => undefined);
		} else if (!nap.signal.aborted) {
			await new Promise((resolve) => nap.signal.addEventListener('abort', resolve));
		}
	}

	/** In ms; undefined while nothing can be looked at before one of the looks under way is over. */
	private untilNextLook(): number | undefined {
		if (this.underWay.size >= AT_ONCE) return undefined;
		const now = this.now();
		const dues = [...this.queues.values()]
			.map((queue) => queue.nextDueAt(this.pausedUntil, this.underWay))
			.filter((due) => due < Number.POSITIVE_INFINITY);
		if (dues.length === 0) return undefined;
		// What is due and was not started is held up by a look under way.
		const heldUp = this.underWay.size > 0 ? STALLED_MS : 1;
		return Math.min(...dues.map((due) => (due > now ? due - now : heldUp)));
	}

	private wake(): void {
		this.nap.abort();
	}

	/** Never throws. */
	private async look(waiter: Waiter, now: number): Promise<void> {
		const isLastLook = now >= waiter.deadline;
		this.underWay.add(waiter);
		waiter.lookedAt = now;
		try {
			this.heard(waiter, await this.tools.read(waiter.last.id), now);
		} catch (error) {
			this.missed(waiter, error, isLastLook);
		}
		this.underWay.delete(waiter);
		if (isLastLook) this.over(waiter);
		this.wake();
	}

	private heard(waiter: Waiter, task: Task, now: number): void {
		waiter.last = task;
		waiter.missing = 0;
		waiter.isThere = true;
		if (isRunning(task.status)) {
			waiter.queue.goesOn(waiter, task.status, now);
			return;
		}
		waiter.queue.end(waiter, this.now());
		waiter.resolve({ task, finished: true });
	}

	private missed(waiter: Waiter, error: unknown, isLastLook: boolean): void {
		if (!(error instanceof Failure)) return this.fail(waiter, error);
		const { facts } = error;
		// A task that is there may be overlooked once, by a copy of the vendor's data that lags behind.
		const isMissing = facts.httpCode === '404' || facts.reason === 'notFound';
		const gone = isMissing && ++waiter.missing >= MISSING_FOR_GOOD;
		const passes = isMissing ? !isLastLook || waiter.isThere : PASSING.has(facts.reason);
		if (passes && !gone) {
			waiter.knownAt = waiter.lookedAt ?? waiter.knownAt;
			this.pausedUntil = Math.max(this.pausedUntil, this.now() + (facts.retryAfterMs ?? 0));
			return;
		}
		// A key or an extension that is refused is refused for all of them.
		const met = stopsBatch(facts) && facts.reason !== 'forbidden' ? this.waiters() : [waiter];
		for (const one of met) this.fail(one, error);
	}

	private over(waiter: Waiter): void {
		waiter.queue.remove(waiter);
		waiter.resolve({ task: waiter.last, finished: false });
	}

	private fail(waiter: Waiter, error: unknown): void {
		waiter.queue.remove(waiter);
		waiter.reject(withTaskId(error, waiter));
	}
}
