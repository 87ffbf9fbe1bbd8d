import { ACCOUNTS } from '../constants';
import { DAY } from '../world/calendar';
import type { Json } from '../types';
import type { World } from '../world/world';
import { perform } from './perform';
import type { PagesShape } from './query';
import { TaskQueue } from './queue';
import type { Ending, OutXTask, TaskType } from './queue';
import type { TeamShape } from './team';
import { Watchlists } from './watchlists';

/** Switches of OutX, with their values after a reset. */
class OutXSettings {
	/**
	 * How long a browser works on a task, in ms. `Infinity` = never finished, and no browser is kept
	 * busy.
	 */
	taskDuration: number | ((task: OutXTask) => number) = 200;
	/** Read as `processing` while a browser works on it; false = `pending` until the end. */
	showsProcessing = true;
	hasAdmin = true;
	/** The key stops working. */
	keyRevoked = false;
	profileShape: 'flat' | 'nested' = 'flat';
	/** Whether fetch-company's output has LinkedIn's number of the company; no page says that it does. */
	tellsCompanyUrn = false;
	/** Where search-profiles, fetch-connections and the posts' tasks put their records. */
	listShape: 'profiles' | 'results' | 'array' = 'profiles';
	/** How fetch-profile and fetch-company end for a slug nobody has. */
	unknownProfile: 'failed' | 'empty' = 'failed';
	/** Invitations LinkedIn allows in any seven days. */
	invitationLimit = 100;
	/** Watchlists the plan includes. */
	watchlistLimit = 10;
	/** Exempts the watchlist endpoints from the need for a live extension. */
	globalDataSharing = false;
	teamShape: TeamShape = 'members';
	/** What /api-posts and /api-interactions say about their pages. */
	pagesShape: PagesShape = 'nothing';
	/** Posts per page that /api-posts gives at most; above it counts the default of 20. */
	largestPage = 100;
	/** Posts that come in after each read of /api-posts. */
	postsArriving = 0;
	/** Likes and comments queued through /api-like and /api-comment. */
	reactions = 0;
}

/** OutX: the team, its browsers and the tasks they work through. */
export class OutXState extends OutXSettings {
	private queue: TaskQueue;
	private scripted: Ending[] = [];
	private invitations: OutXTask[] = [];
	readonly watchlists: Watchlists;

	constructor(private readonly world: World) {
		super();
		this.watchlists = new Watchlists(world.seed, world.now);
		this.queue = new TaskQueue(world.seed);
	}

	reset(): void {
		Object.assign(this, new OutXSettings());
		this.queue = new TaskQueue(this.world.seed);
		this.scripted = [];
		this.invitations = [];
		this.watchlists.reset();
		this.watchlists.populate();
	}

	/** The account of the team's oldest admin, from which everything is sent. */
	get accountId(): string {
		return ACCOUNTS.outXAdmin;
	}

	/** Browsers that work side by side, each task in order of creation. */
	get browsers(): number {
		return this.queue.browsers;
	}

	set browsers(count: number) {
		this.settle();
		this.queue.browsers = count;
	}

	/** False: every call, status reads included, answers 403, and no task moves on. */
	get extensionOnline(): boolean {
		return this.queue.online;
	}

	set extensionOnline(online: boolean) {
		this.settle();
		this.queue.setOnline(online, this.world.now());
	}

	/** False: calls are accepted, but the sender's browser is shut and no task moves on. */
	get browserOpen(): boolean {
		return this.queue.open;
	}

	set browserOpen(open: boolean) {
		this.settle();
		this.queue.setOpen(open, this.world.now());
	}

	/** Scripts how the next task that is created will end; call again for the one after it. */
	nextTask(ending: Ending): void {
		this.scripted.push(ending);
	}

	/** Every task so far, in order of creation, brought up to now. */
	get tasks(): readonly OutXTask[] {
		this.settle();
		return this.queue.tasks;
	}

	task(id: string): OutXTask | undefined {
		this.settle();
		return this.queue.byId.get(id);
	}

	create(type: TaskType, input: Json): OutXTask {
		this.settle();
		const scripted = this.scripted.shift();
		const task = this.queue.add(type, input, this.world.now(), scripted);
		if (type === 'agent_send_connection_request') this.invitations.push(task);
		const configured =
			typeof this.taskDuration === 'function' ? this.taskDuration(task) : this.taskDuration;
		task.duration = scripted?.duration ?? configured;
		this.settle();
		return task;
	}

	/** Finishes what is finished by now, in order. */
	settle(): void {
		this.queue.settle(this.world.now(), (task) => perform(task, this.world));
	}

	/** Invitations of the last seven days, sent or waiting to be sent. */
	get invitationsUsed(): number {
		this.settle();
		const since = this.world.now() - 7 * DAY;
		this.invitations = this.invitations.filter(
			(task) => task.created > since && (task.delivered || task.finished === undefined),
		);
		return this.invitations.length;
	}
}
