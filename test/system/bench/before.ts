import { builtUnless } from '../support/builtCopy';
import { readWish } from './arguments';
import { SECTIONS } from './sections';

export async function before(words: readonly string[]): Promise<void> {
	readWish(words, SECTIONS);
	await builtUnless(words);
}
