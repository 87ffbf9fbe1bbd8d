import { createHash } from 'node:crypto';

/** 48 bits in base64url: among 30,000 names, one new name in ten billion is taken for a known one. */
export const HASH_LENGTH = 8;

/** Hashes by the round they were last listed in: all hashes of a round in one text. */
export type StoredNames = Record<string, string>;

/** What stands for a name in stored state: short, and it tells nothing about whose it is. */
export const shortHash = (name: string): string =>
	createHash('sha256').update(name).digest('base64url').slice(0, HASH_LENGTH);

/** Several hashes in one text, one after the other. */
export function splitHashes(text: string): string[] {
	const hashes: string[] = [];
	for (let at = 0; at < text.length; at += HASH_LENGTH)
		hashes.push(text.slice(at, at + HASH_LENGTH));
	return hashes;
}

/**
 * Names a trigger has met in a list, by short hash, each with the round it was last listed in. A round is
 * one reading of the list from front to end, and no time: clocks are set wrong, and put right again.
 */
export class SeenNames {
	private readonly rounds = new Map<string, number>();

	/** @param stored what `stored` gave */
	constructor(stored: StoredNames = {}) {
		for (const [round, hashes] of Object.entries(stored)) {
			for (const hash of splitHashes(hashes)) this.rounds.set(hash, Number(round));
		}
	}

	/** How many hashes are remembered. */
	get size(): number {
		return this.rounds.size;
	}

	/** Whether the hash is remembered. */
	has(hash: string): boolean {
		return this.rounds.has(hash);
	}

	/** It was listed in this round; an earlier one than before changes nothing. */
	note(hash: string, round: number): void {
		this.rounds.set(hash, Math.max(round, this.rounds.get(hash) ?? round));
	}

	/** Forgets whole rounds, the oldest first, down to `most` hashes; `round` and later ones stay in any case. */
	keep(most: number, round: number): void {
		const rounds = [...new Set(this.rounds.values())].sort((a, b) => a - b);
		for (const oldest of rounds) {
			if (this.size <= most || oldest >= round) return;
			for (const [hash, last] of this.rounds) if (last <= oldest) this.rounds.delete(hash);
		}
	}

	/** What to keep until the next poll. */
	stored(): StoredNames {
		const byRound = new Map<number, string[]>();
		for (const [hash, round] of this.rounds) {
			const hashes = byRound.get(round);
			if (hashes) hashes.push(hash);
			else byRound.set(round, [hash]);
		}
		return Object.fromEntries(
			[...byRound].map(([round, hashes]) => [String(round), hashes.join('')]),
		);
	}
}
