import type { Stage } from './stage';

/** One example of the folder `examples`, and what must hold of it. */
export interface Example {
	readonly file: string;
	readonly checks: ReadonlyArray<readonly [name: string, check: (stage: Stage) => Promise<void>]>;
}

/** Throws an Error that shows both sides when they differ. */
export function same(what: string, actual: unknown, expected: unknown): void {
	const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
	if (is !== should) throw new Error(`${what}: is ${is}, should be ${should}`);
}

/** Throws an Error with the sentence when something does not hold. */
export function holds(what: string, condition: boolean): void {
	if (!condition) throw new Error(what);
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
