import { createHash } from 'node:crypto';

const DAY_MS = 86_400_000;

/** 48 bits in base64url: among 30,000 ids, one new id in ten billion is taken for a known one. */
const HASH_LENGTH = 8;

/** Hashes by the day they were last sighted: all hashes of a day in one text. */
export type StoredSeen = Record<string, string>;

/** The number of a moment's day since 1970, UTC. */
export const dayOf = (ms: number): number => Math.floor(ms / DAY_MS);

/** What stands for an id in stored state: short, and it tells nothing about whose it is. */
export const shortHash = (id: string): string =>
	createHash('sha256').update(id).digest('base64url').slice(0, HASH_LENGTH);

/**
 * What a trigger has sighted, by short hash. It forgets by day of the last sighting, so that whatever is
 * still listed stays known, however much that is.
 */
export class Seen {
	private readonly days = new Map<string, number>();

	/** @param stored what `stored` gave */
	constructor(stored: StoredSeen = {}) {
		for (const [day, hashes] of Object.entries(stored)) {
			for (let at = 0; at < hashes.length; at += HASH_LENGTH) {
				this.days.set(hashes.slice(at, at + HASH_LENGTH), Number(day));
			}
		}
	}

	/** How many hashes are remembered. */
	get size(): number {
		return this.days.size;
	}

	/** Whether the hash is remembered. */
	has(hash: string): boolean {
		return this.days.has(hash);
	}

	/** It was sighted on this day; an earlier one than before changes nothing. */
	note(hash: string, day: number): void {
		this.days.set(hash, Math.max(day, this.days.get(hash) ?? day));
	}

	/** Forgets what was not sighted since before the day. */
	forgetBefore(day: number): void {
		for (const [hash, last] of this.days) if (last < day) this.days.delete(hash);
	}

	/** Forgets whole days, the oldest first, down to `most` hashes; `day` and later ones stay in any case. */
	keep(most: number, day: number): void {
		const days = [...new Set(this.days.values())].sort((a, b) => a - b);
		for (const oldest of days) {
			if (this.size <= most || oldest >= day) return;
			this.forgetBefore(oldest + 1);
		}
	}

	/** What to keep until the next poll. */
	stored(): StoredSeen {
		const byDay = new Map<number, string[]>();
		for (const [hash, day] of this.days) {
			const hashes = byDay.get(day);
			if (hashes) hashes.push(hash);
			else byDay.set(day, [hash]);
		}
		return Object.fromEntries([...byDay].map(([day, hashes]) => [String(day), hashes.join('')]));
	}
}
