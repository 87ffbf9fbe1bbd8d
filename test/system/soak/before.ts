import { say } from '../../../scripts/editor/say';
import { nodeProcess } from '../../support/node';
import { builtUnless } from '../support/builtCopy';
import { HELP, optionsOf } from './options';

export async function before(words: readonly string[]): Promise<void> {
	if (words.includes('--help')) {
		say(HELP);
		nodeProcess.exit(0);
	}
	optionsOf(words);
	await builtUnless(words);
}
