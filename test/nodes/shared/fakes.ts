import type { Clock } from '../../../nodes/shared/wait/wait';

interface Sleeper {
	readonly at: number;
	readonly wake: () => void;
}

/** A clock that stands still until the test moves it. */
export class FakeClock implements Clock {
	/** The ms of every sleep, in order. */
	readonly slept: number[] = [];
	private sleepers: Sleeper[] = [];
	private shown: number;
	private passed = 0;

	constructor(start = 1_000_000) {
		this.shown = start;
	}

	now(): number {
		return this.shown;
	}

	async sleep(ms: number): Promise<void> {
		this.slept.push(ms);
		await new Promise<void>((wake) => this.sleepers.push({ at: this.passed + ms, wake }));
	}

	/** What the clock shows changes; timers go on as before. */
	set(shown: number): void {
		this.shown = shown;
	}

	get sleeping(): number {
		return this.sleepers.length;
	}

	/** Lets time pass, waking whoever is due on the way. */
	async pass(ms: number): Promise<void> {
		const end = this.passed + ms;
		await settled();
		for (;;) {
			const next = this.sleepers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
			if (!next) break;
			this.sleepers = this.sleepers.filter((other) => other !== next);
			this.advance(next.at - this.passed);
			next.wake();
			await settled();
		}
		this.advance(end - this.passed);
	}

	/** Lets time pass for as long as anybody sleeps. */
	async run(): Promise<void> {
		await settled();
		while (this.sleepers.length > 0) {
			await this.pass(Math.min(...this.sleepers.map(({ at }) => at)) - this.passed);
		}
	}

	private advance(ms: number): void {
		this.passed += ms;
		this.shown += ms;
	}
}

/** Until nothing more happens without time passing. */
export async function settled(): Promise<void> {
	for (let i = 0; i < 50; i++) await Promise.resolve();
}

/** Counts the listeners a signal has. */
export function watchListeners(signal: AbortSignal): () => number {
	let count = 0;
	const add = signal.addEventListener.bind(signal);
	const remove = signal.removeEventListener.bind(signal);
	signal.addEventListener = (...args: Parameters<typeof add>) => {
		count++;
		add(...args);
	};
	signal.removeEventListener = (...args: Parameters<typeof remove>) => {
		count--;
		remove(...args);
	};
	return () => count;
}
