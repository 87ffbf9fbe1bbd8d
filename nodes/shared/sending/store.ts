import { passOn } from '../failures/failure';

/**
 * A set of short texts that outlives executions, crashes and workers: n8n's deduplication store. It has no
 * lock and no read without a write, which shapes how it is used: see `Claims` and `ActMemory`.
 */
export interface KeyStore {
	/** False where nothing outlives the execution, because the workflow was never saved. */
	readonly lasting: boolean;
	/** Adds the keys and returns those that were there before. */
	record(keys: readonly string[]): Promise<ReadonlySet<string>>;
	/** Takes the keys out. */
	forget(keys: readonly string[]): Promise<void>;
	/** Lets the looks of one process take turns: what one adds for its time must not be another's answer. */
	alone<T>(look: () => Promise<T>): Promise<T>;
	/** Resolves when every write of any worker that is under way now has arrived, and so many ms later. */
	settled(moreMs?: number): Promise<void>;
	/** About how long `settled` takes, in ms. */
	readonly settlingMs: number;
	/** How many keys are held; beyond `most` the oldest are dropped. */
	fill(): Promise<{ readonly held: number; readonly most: number }>;
}

/** A store for one run only: a workflow that was never saved has no place to remember in. */
export function volatileStore(): KeyStore {
	const held = new Set<string>();
	return {
		lasting: false,
		settlingMs: 0,
		async record(keys) {
			const known = new Set(keys.filter((key) => held.has(key)));
			for (const key of keys) held.add(key);
			return await Promise.resolve(known);
		},
		async forget(keys) {
			for (const key of keys) held.delete(key);
			await Promise.resolve();
		},
		alone: async (look) => await look(),
		async settled() {
			await Promise.resolve();
		},
		async fill() {
			return await Promise.resolve({ held: held.size, most: Infinity });
		},
	};
}

/** Stands in the store while a run looks: what it adds for that time is no answer for anybody else. */
const LOOKING = 'looking';

/** How often a look gives way to another. A run that was killed while it looked has left its sign for good. */
const MOST_LOOKS = 6;

/** Asks a store which keys it has, and takes out again what asking has added. */
export type Ask = (keys: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Reads the store without leaving a trace: reading adds what is not there, so it is taken out again behind the
 * look, and looks of several workers give way to each other.
 *
 * @returns `isSure`: false where the sign of another look stood there all the time, so that keys may be seen
 * which that look has added
 */
export async function readKeys<T>(
	store: KeyStore,
	look: (ask: Ask) => Promise<T>,
): Promise<{ readonly seen: T; readonly isSure: boolean }> {
	return await store.alone(async () => {
		for (let round = 1; ; round++) {
			const added = new Set<string>();
			let isDisturbed = false;
			let isFirst = true;
			const ask: Ask = async (keys) => {
				const asked = [...new Set(keys)];
				if (asked.length === 0) return new Set();
				const known = await store.record([...asked, LOOKING]);
				for (const key of asked) if (!known.has(key)) added.add(key);
				isDisturbed ||= isFirst && known.has(LOOKING);
				isFirst = false;
				// Nothing more is written while another run looks.
				if (isDisturbed && round < MOST_LOOKS) throw new Disturbed();
				return known;
			};
			const seen = await look(ask).catch((error: unknown) => {
				if (!(error instanceof Disturbed)) throw passOn(error);
				return undefined;
			});
			const isLast = !isDisturbed || round === MOST_LOOKS;
			const sign = isFirst || !isLast ? [] : [LOOKING];
			if (added.size + sign.length > 0) await store.forget([...added, ...sign]);
			if (isLast) return { seen: seen as T, isSure: !isDisturbed };
			await store.settled();
		}
	});
}

/** Another run is looking in this moment. */
class Disturbed extends Error {}
