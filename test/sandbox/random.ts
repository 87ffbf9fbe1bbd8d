import { createHash } from '../support/node';

/** Seeded random numbers in [0, 1), the same sequence for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}

/** LinkedIn's opaque ids: the prefix and 34 characters that follow from the text. */
export function opaqueId(prefix: 'ACoAA' | 'ACwAA', text: string): string {
	return prefix + digest(`${prefix}|${text}`).toString('base64url').slice(0, 34);
}

/** A number of exactly so many digits that follows from the text. */
export function digits(count: number, text: string): string {
	const hex = digest(`digits|${text}`).toString('hex').slice(0, 30);
	const number = BigInt(`0x${hex}`).toString().padStart(count, '7');
	return `7${number.slice(1, count)}`;
}

/** A version 4 UUID that follows from the text. */
export function uuid(text: string): string {
	const bytes = digest(`uuid|${text}`).subarray(0, 16);
	bytes[6] = (bytes[6] & 0x0f) | 0x40;
	bytes[8] = (bytes[8] & 0x3f) | 0x80;
	const hex = bytes.toString('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20),
	].join('-');
}

/** Base64 of a hash, as it ends LinkedIn's conversation and message URNs. */
export function threadId(text: string): string {
	return `${digest(`thread|${text}`).toString('base64').replace(/[+/=]/g, 'A').slice(0, 24)}==`;
}
