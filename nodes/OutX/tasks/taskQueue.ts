/** A task that is waited for. All times in ms. */
export interface Watched {
	/** When the wait for it began; ages count from here. */
	readonly since: number;
	/** The longest gap between two looks at the task that matters. */
	readonly interval: number;
	/** When the wait for it is over. */
	readonly deadline: number;
	/** When the first look is due, once it is its turn. */
	readonly firstLookAt: number;
	/** When the last look at it began. */
	lookedAt?: number;
	/**
	 * Until when it is known to have been unfinished: by its creation, by a look at it, or by one at a task
	 * before it. 0: nothing is known of it.
	 */
	knownAt: number;
}

/** Short tasks end within seconds: ages at which the first looks are worth it. */
const FIRST_AGES = [1_000, 2_500, 5_000] as const;

/** In the long run a queue is not asked about more often than this, however many tasks stand in it. */
const MS_PER_LOOK = 250;

/** So few are all looked at in every round, whatever the others show. */
const FEW = 12;

/** Tasks looked at in each round although nobody seems to have come to them yet. */
const SAMPLES = 2;

/** A telling look holds the others up for this long at most. */
export const STALLED_MS = 2_000;

/** When several in a row have ended, up to so many of the next ones are looked at together. */
const MOST_TOGETHER = 5;

/**
 * The age at which the next look at a task is worth it: soon at first, then at twice the age, and never
 * more than `interval` after the one before. In ms.
 *
 * @param age of the task at the last look
 */
export function nextAge(age: number, interval: number): number {
	const quick = FIRST_AGES.find((next) => next > age && next <= interval);
	if (quick !== undefined) return quick;
	let doubled = Math.min(FIRST_AGES[2], interval);
	while (doubled <= age && doubled * 2 <= interval) doubled *= 2;
	return doubled > age ? doubled : (Math.floor(age / interval) + 1) * interval;
}

/**
 * Tasks of one kind, which OutX hands to browsers in the order of their creation. Looks are spent where
 * they tell something: at the oldest unfinished one; at the oldest behind the last that ended out of
 * turn; and at all others every second interval, unless it shows that nobody has come to them yet.
 */
export class TaskQueue<W extends Watched> {
	/** The unfinished ones, oldest first. */
	private readonly waiting: W[] = [];
	private readonly serials = new Map<W, number>();
	private serial = 0;
	/** The youngest that has ended. */
	private reached = -1;
	/** When the last end was seen. */
	private movedAt = Number.NEGATIVE_INFINITY;
	/** Ends seen since the last look at an unfinished oldest one. */
	private streak = 0;
	private began?: number;
	private ended = 0;
	/** Whether OutX tells tasks that a browser is at from those still to come. */
	private tellsStarted = false;

	/** Whether a task proves something about those behind it. */
	private isOrdered = true;

	/** @param isOwn whether this run created them, so that their order is that of their creation */
	constructor(private readonly isOwn: boolean) {}

	all(): readonly W[] {
		return this.waiting;
	}

	add(task: W): void {
		this.began ??= task.since;
		this.serials.set(task, this.serial++);
		this.waiting.push(task);
	}

	/** Nobody waits for it any more. */
	remove(task: W): void {
		this.serials.delete(task);
		const at = this.waiting.indexOf(task);
		if (at >= 0) this.waiting.splice(at, 1);
	}

	/** A look showed that the task has ended. */
	end(task: W, now: number): void {
		this.reached = Math.max(this.reached, this.serials.get(task) ?? -1);
		this.remove(task);
		this.movedAt = now;
		this.ended++;
		this.streak++;
	}

	/** A look showed that the task is under way, in this state. */
	goesOn(task: W, status: string, now: number): void {
		const place = this.waiting.indexOf(task);
		if (place < 0) return;
		task.knownAt = now;
		if (/^processing$/i.test(status)) this.tellsStarted = true;
		if (place === 0) this.streak = 0;
		// Whoever lists tasks to wait for usually has them in order, until one shows otherwise.
		if (!this.isOwn && (this.serials.get(task) ?? 0) < this.reached) this.isOrdered = false;
		if (!this.isOrdered || this.waiting.length <= FEW) return;
		const isStillToCome = this.tellsStarted
			? /^pending$/i.test(status)
			: place === 1 && now - this.movedAt <= 2 * task.interval;
		if (isStillToCome) this.spare(this.waiting.slice(place + 1), now);
	}

	/**
	 * Those to look at now. The telling ones come first, alone: what they show may spare the others.
	 *
	 * @param underWay those that are being looked at
	 */
	due(now: number, underWay: ReadonlySet<W>): W[] {
		const ranks: W[][] = [[], [], []];
		let busy = ranks.length;
		const urgent = this.urgent();
		const next = this.waiting.find((task) => !urgent.has(task));
		for (const task of this.waiting) {
			const isTelling = urgent.has(task) || now >= task.deadline || task.knownAt === 0;
			const rank = isTelling ? 0 : task === next ? 1 : 2;
			if (underWay.has(task)) {
				if (now - (task.lookedAt ?? now) < STALLED_MS) busy = Math.min(busy, rank);
			} else if (this.dueAt(task, urgent) <= now) ranks[rank].push(task);
		}
		const first = ranks.findIndex((tasks) => tasks.length > 0);
		if (first < 0 || first > busy) return [];
		return ranks[first].sort((a, b) => (a.lookedAt ?? 0) - (b.lookedAt ?? 0));
	}

	/**
	 * When the next look at any of them is due, were it not for those that are being looked at.
	 *
	 * @param pausedUntil no look before, but the last one of each
	 */
	nextDueAt(pausedUntil: number, underWay: ReadonlySet<W>): number {
		const urgent = this.urgent();
		return this.waiting.reduce((next, task) => {
			if (underWay.has(task)) return next;
			const due = Math.max(this.dueAt(task, urgent), pausedUntil);
			return Math.min(next, due, task.deadline);
		}, Number.POSITIVE_INFINITY);
	}

	/** The oldest ones, and the oldest behind the last that ended before its turn. */
	private urgent(): Set<W> {
		const together = Math.min(MOST_TOGETHER, Math.max(1, this.streak - 1));
		const front = this.waiting.find((task) => (this.serials.get(task) ?? 0) > this.reached);
		const urgent = new Set(this.waiting.slice(0, together));
		return front ? urgent.add(front) : urgent;
	}

	private dueAt(task: W, urgent: ReadonlySet<W>): number {
		const regular = urgent.has(task) ? this.urgentAt(task) : this.roundAt(task);
		return Math.min(regular, task.deadline);
	}

	private urgentAt({ lookedAt, since, interval, firstLookAt }: W): number {
		// The one before it has ended, so this one may have as well.
		if (this.movedAt > (lookedAt ?? since)) return this.movedAt;
		if (lookedAt === undefined) return firstLookAt;
		const regular = since + nextAge(lookedAt - since, interval);
		return Math.min(regular, lookedAt + interval, this.expectedEnd(lookedAt));
	}

	/** At the pace so far the queue is worked off by then; never, once that time is past. */
	private expectedEnd(lookedAt: number): number {
		if (this.ended === 0 || this.began === undefined) return Number.POSITIVE_INFINITY;
		const pace = (this.movedAt - this.began) / this.ended;
		const expected = this.movedAt + Math.max(FIRST_AGES[0], pace * this.waiting.length);
		return expected > lookedAt ? expected : Number.POSITIVE_INFINITY;
	}

	private roundAt({ knownAt, interval }: W): number {
		if (knownAt === 0) return 0;
		return knownAt + Math.max(2 * interval, this.waiting.length * MS_PER_LOOK);
	}

	/** Nobody has come to these yet, by all that is known; a few are looked at all the same. */
	private spare(tasks: readonly W[], now: number): void {
		const byLook = tasks
			.filter(({ knownAt }) => knownAt > 0)
			.sort((a, b) => (a.lookedAt ?? 0) - (b.lookedAt ?? 0));
		for (const task of byLook.slice(SAMPLES)) task.knownAt = now;
	}
}
