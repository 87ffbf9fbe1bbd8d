import { throwIfAborted } from './wait';

/** Work in one process that goes on one after another, in the order in which it was asked for. */
export class Queue {
	/** Settles when the last work in the queue is over. */
	private tail: Promise<void> = Promise.resolve();

	/** Runs `work` when all that was asked for before is over. Throws a `cancelled` failure on Stop. */
	async inTurn<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		const ahead = this.tail;
		let leave: () => void = () => undefined;
		const mine = new Promise<void>((resolve) => {
			leave = resolve;
		});
		this.tail = ahead.then(async () => await mine);
		try {
			await untilFree(ahead, signal);
			return await work();
		} finally {
			leave();
		}
	}
}

async function untilFree(ahead: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
	throwIfAborted(signal);
	let onAbort: () => void = () => undefined;
	const aborted = new Promise<void>((resolve) => {
		onAbort = resolve;
		signal?.addEventListener('abort', onAbort, { once: true });
	});
	await Promise.race([ahead, aborted]);
	signal?.removeEventListener('abort', onAbort);
	throwIfAborted(signal);
}
