import { uuid } from '../random';
import type { Json } from '../types';

export type TaskType =
	| 'agent_send_message'
	| 'agent_send_connection_request'
	| 'agent_profile_fetch'
	| 'agent_search_profiles'
	| 'agent_fetch_connections'
	| 'agent_like_post'
	| 'agent_comment_post'
	| 'agent_fetch_profiles_posts'
	| 'agent_fetch_company'
	| 'agent_fetch_company_posts';

/** How a task ends. A status of `pending` or `processing` is never left. */
export interface Ending {
	/** Any word; `completed` unless given. */
	status?: string;
	/** What task_output holds; the real result unless given. */
	output?: unknown;
	/**
	 * Whether LinkedIn was reached all the same; by default only when it ends as completed and sent.
	 */
	delivered?: boolean;
	duration?: number;
}

export interface OutXTask {
	id: string;
	number: number;
	type: TaskType;
	input: Json;
	created: number;
	duration: number;
	started?: number;
	finished?: number;
	status: string;
	output: unknown;
	delivered: boolean;
	scripted?: Ending;
}

const STUCK = new Set(['pending', 'processing']);

interface Browser {
	freeSince: number;
	task?: OutXTask;
}

/** Tasks in order of creation, worked through by a number of browsers. */
export class TaskQueue {
	readonly tasks: OutXTask[] = [];
	readonly byId = new Map<string, OutXTask>();
	online = true;
	open = true;
	private waiting: OutXTask[] = [];
	private head = 0;
	private wanted = 1;
	private staff: Browser[] = [{ freeSince: -Infinity }];
	private frozenAt: number | undefined;

	constructor(private readonly seed: number) {}

	get browsers(): number {
		return this.wanted;
	}

	set browsers(count: number) {
		this.wanted = count;
		while (this.staff.length < count) this.staff.push({ freeSince: -Infinity });
		this.dismiss();
	}

	add(type: TaskType, input: Json, now: number, scripted: Ending | undefined): OutXTask {
		const number = this.tasks.length + 1;
		const task: OutXTask = {
			id: uuid(`${this.seed}|task|${number}`),
			number,
			type,
			input: { task_type: type, ...input },
			created: now,
			duration: 0,
			status: 'pending',
			output: null,
			delivered: false,
			scripted,
		};
		this.tasks.push(task);
		this.byId.set(task.id, task);
		this.waiting.push(task);
		return task;
	}

	setOnline(online: boolean, now: number): void {
		this.online = online;
		this.freezeOrThaw(now);
	}

	setOpen(open: boolean, now: number): void {
		this.open = open;
		this.freezeOrThaw(now);
	}

	/** Starts and finishes tasks up to `now`, earliest finish first. */
	settle(now: number, perform: (task: OutXTask) => Ending): void {
		if (this.frozenAt !== undefined) return;
		for (;;) {
			this.startWaiting();
			const browser = this.firstToFinish();
			if (!browser?.task || due(browser.task) > now) return;
			this.finish(browser, browser.task, perform);
		}
	}

	private startWaiting(): void {
		while (this.head < this.waiting.length) {
			const task = this.waiting[this.head];
			const stuck = STUCK.has(task.scripted?.status ?? '') || task.duration === Infinity;
			const browser = this.staff
				.filter((b) => !b.task)
				.sort((a, b) => a.freeSince - b.freeSince)
				.at(0);
			if (!stuck && !browser) break;
			this.head += 1;
			task.status = task.scripted?.status === 'pending' ? 'pending' : 'processing';
			task.started = Math.max(task.created, stuck || !browser ? task.created : browser.freeSince);
			if (!stuck && browser) browser.task = task;
		}
		if (this.head > 1024) {
			this.waiting = this.waiting.slice(this.head);
			this.head = 0;
		}
	}

	private firstToFinish(): Browser | undefined {
		let first: Browser | undefined;
		for (const browser of this.staff) {
			if (browser.task && (!first?.task || due(browser.task) < due(first.task))) first = browser;
		}
		return first;
	}

	private finish(browser: Browser, task: OutXTask, perform: (task: OutXTask) => Ending): void {
		task.finished = due(task);
		browser.freeSince = task.finished;
		browser.task = undefined;
		this.dismiss();
		const ending = perform(task);
		task.status = ending.status ?? 'completed';
		task.output = ending.output === undefined ? null : ending.output;
		task.delivered = ending.delivered ?? false;
	}

	/** Sends idle browsers home while there are too many. */
	private dismiss(): void {
		while (this.staff.length > this.wanted) {
			const idle = this.staff.findIndex((browser) => !browser.task);
			if (idle < 0) return;
			this.staff.splice(idle, 1);
		}
	}

	private freezeOrThaw(now: number): void {
		if (!this.online || !this.open) {
			this.frozenAt ??= now;
			return;
		}
		if (this.frozenAt === undefined) return;
		const pause = now - this.frozenAt;
		this.frozenAt = undefined;
		for (const browser of this.staff) {
			if (browser.task) browser.task.started = (browser.task.started ?? now) + pause;
			else browser.freeSince = Math.max(browser.freeSince, now);
		}
	}
}

function due(task: OutXTask): number {
	return (task.started ?? task.created) + task.duration;
}
