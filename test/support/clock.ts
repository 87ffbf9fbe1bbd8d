import FakeTimers from '@sinonjs/fake-timers';

import { diagnosticsChannel, nextTurn, performance } from './node';

export interface SimulatedTimeOptions {
	/** What the clock shows at first. Default: the real time. */
	now?: number | string | Date;
}

export interface DriveOptions {
	/** Says that something real is under way which the clock does not see, so time must not jump. */
	busy?: () => boolean;
	/** Turns of the event loop in which nothing happens before time jumps. */
	idleTurns?: number;
	/** Jumps after which a run counts as endless. */
	maxJumps?: number;
	/** Real milliseconds without a jump or an end after which a run counts as stuck. */
	maxRealMs?: number;
}

/** Time that stands still until somebody drives it, and then passes without waiting. */
export interface SimulatedTime {
	/** What the clock shows, in milliseconds. */
	now(): number;
	/** Simulated milliseconds since the start. */
	elapsed(): number;
	/** Sets the clock, as somebody does with a computer's: timers keep the time they have left. */
	set(now: number): void;
	/** Lets real I/O happen and, whenever none is under way, jumps to the next timer, until `promise` settles. */
	drive<T>(promise: Promise<T>, options?: DriveOptions): Promise<T>;
	/** Puts the real clock and timers back. */
	restore(): void;
}

/**
 * Replaces Date, setTimeout and setInterval. Node's own time-outs (sockets, AbortSignal.timeout) stay real, and so
 * does everything that has no delay.
 */
export function simulatedTime({ now }: SimulatedTimeOptions = {}): SimulatedTime {
	const start = now === undefined ? Date.now() : new Date(now).getTime();
	const clock = FakeTimers.install({
		now: start,
		toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
	});
	const wire = watchWire();

	async function drive<T>(promise: Promise<T>, options: DriveOptions = {}): Promise<T> {
		const { busy, idleTurns = 20, maxJumps = 100_000, maxRealMs = 25_000 } = options;
		let settled = false;
		const settle = (): void => {
			settled = true;
		};
		promise.then(settle, settle);

		let lastJump = performance.now();
		for (let jumps = 0, idle = 0; !settled; ) {
			await nextTurn();
			idle = wire.isBusy() || busy?.() ? 0 : idle + 1;
			if (performance.now() - lastJump > maxRealMs) {
				throw new Error(stuckMessage(maxRealMs, clock.countTimers(), wire.open()));
			}
			if (settled || idle < idleTurns || clock.countTimers() === 0) continue;
			if (++jumps > maxJumps) throw new Error(`Still running after ${maxJumps} timers`);
			await clock.nextAsync();
			idle = 0;
			lastJump = performance.now();
		}
		return await promise;
	}

	return {
		now: () => clock.now,
		elapsed: () => clock.now - start,
		set: (moment) => clock.setSystemTime(moment),
		drive,
		restore: () => {
			wire.stop();
			clock.uninstall();
		},
	};
}

interface WireWatch {
	/** Whether a request or an answer is on its way, as opposed to waiting for a server of this process. */
	isBusy(): boolean;
	open(): number;
	stop(): void;
}

interface Closable {
	once(event: 'close' | 'finish', listener: () => void): unknown;
}

/**
 * Counts HTTP requests of this process. One that a server of this process has received and not answered is not
 * busy: the server may itself wait for simulated time. One to another process is busy until it is over.
 */
function watchWire(): WireWatch {
	const requests = new Set<object>();
	const answering = new Set<object>();
	const listeners: Array<[string, (message: unknown) => void]> = [
		['http.client.request.start', opened('request', requests, ['close'])],
		['http.server.request.start', opened('response', answering, ['finish', 'close'])],
		['undici:request:create', (message) => requests.add(memberOf(message, 'request'))],
		['undici:request:trailers', (message) => requests.delete(memberOf(message, 'request'))],
		['undici:request:error', (message) => requests.delete(memberOf(message, 'request'))],
	];
	for (const [channel, listener] of listeners) diagnosticsChannel.subscribe(channel, listener);
	return {
		isBusy: () => requests.size > answering.size,
		open: () => requests.size,
		stop: () => {
			for (const [channel, listener] of listeners)
				diagnosticsChannel.unsubscribe(channel, listener);
		},
	};
}

function opened(
	member: string,
	open: Set<object>,
	endings: Array<'close' | 'finish'>,
): (message: unknown) => void {
	return (message) => {
		const exchange = memberOf(message, member) as Closable;
		open.add(exchange);
		for (const ending of endings) exchange.once(ending, () => open.delete(exchange));
	};
}

function memberOf(message: unknown, member: string): object {
	return (message as Record<string, object>)[member];
}

function stuckMessage(realMs: number, timers: number, requests: number): string {
	return `Nothing happened for ${realMs} ms: ${timers} timers waiting, ${requests} requests open`;
}
