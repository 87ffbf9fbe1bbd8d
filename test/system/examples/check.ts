import type { Stage } from './stage';

/** One example of the folder `examples`, and what must hold of it. */
export interface Example {
	readonly file: string;
	readonly checks: ReadonlyArray<readonly [name: string, check: (stage: Stage) => Promise<void>]>;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
