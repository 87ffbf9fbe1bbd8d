import type { CredentialData } from '../../support/engine';
import type { TaskTimes } from './fixedLoop';

/** Who makes the calls: this package's node, n8n's HTTP Request node, or a bare HTTP client. */
export type Way = 'ours' | 'httpRequest' | 'undici';

/** So many calls to a sandbox in another process, one per item. */
export interface CallsJob {
	readonly job: 'calls';
	readonly way: Way;
	readonly call: 'message' | 'profile';
	readonly count: number;
	/** Address of LinkupAPI in the sandbox. */
	readonly baseUrl: string;
	readonly credentials: CredentialData;
	/** Of the HTTP Request node: so many at a time, then so many ms of rest. */
	readonly batch?: { readonly size: number; readonly restMs: number };
	/** Looks at the memory that is really held, which takes time; that time is taken out again. */
	readonly watchMemory?: boolean;
}

export interface CallsResult {
	readonly ms: number;
	/** Processor time of the process that makes the calls, in ms. */
	readonly cpuMs: number;
	/** Most bytes held beyond those before the run; only where memory is watched. */
	readonly heldBytes: number;
}

/** OutX tasks in a sandbox of the same process, in simulated time. */
export interface TasksJob {
	readonly job: 'tasks';
	/** The node sends messages, or waits for tasks that were created before. */
	readonly how: 'send' | 'waitFor';
	readonly count: number;
	/** How long a browser works on one. */
	readonly taskMs: number;
	readonly browsers: number;
}

export interface TasksResult {
	/** Simulated ms from the node's start to its end, and to the vendor's last finish. */
	readonly wallMs: number;
	readonly vendorMs: number;
	readonly reads: number;
	readonly tasks: readonly TaskTimes[];
}

/** Waits in simulated time for tasks that a sandbox in another process never finishes. */
export interface WaitingJob {
	readonly job: 'waiting';
	readonly taskIds: readonly string[];
	readonly seconds: number;
	readonly credentials: CredentialData;
}

export interface WaitingResult {
	readonly simulatedMs: number;
	readonly heldBytes: number;
}

/** Sends without pauses, by a node that remembers so many acts of before. */
export interface RememberingJob {
	readonly job: 'remembering';
	readonly count: number;
	/** Send Again: the node does not ask its memory. */
	readonly sendAgain: boolean;
	/** People known by two names, to whom something was sent before. */
	readonly known: number;
	/** Most People per Day, all of them reached: the first item is told so. */
	readonly fullDay?: number;
	readonly credentials: CredentialData;
}

export interface RememberingResult {
	/** Processor time of the node's process, in ms. */
	readonly cpuMs: number;
	/** What the node waited, in simulated ms. */
	readonly waitedMs: number;
}

export type Job = CallsJob | TasksJob | WaitingJob | RememberingJob;

interface Results {
	calls: CallsResult;
	tasks: TasksResult;
	waiting: WaitingResult;
	remembering: RememberingResult;
}

/** What a process that measures answers to a job. */
export type ResultOf<J extends Job> = Results[J['job']];
