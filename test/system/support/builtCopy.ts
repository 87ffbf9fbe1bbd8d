import { build } from '../../../scripts/build/build';
import { step } from '../../../scripts/check/step';
import { Trouble } from '../../../scripts/editor/say';
import { fs, nodeProcess, path, root } from '../../support/node';

/** Builds the package, unless the words say to take what lies in dist. */
export async function builtUnless(words: readonly string[]): Promise<void> {
	if (words.includes('--no-build') || (await step('Build the package', build))) return;
	throw new Trouble('The package could not be built; see above.');
}

/** Puts a copy of the built package where nobody who builds meanwhile pulls it away; returns its directory. */
export function takeBuiltCopy(kind: string): string {
	const copy = path.resolve(root, '.cache', `${kind}-${nodeProcess.pid}`);
	fs.cpSync(path.join(root, 'dist'), path.join(copy, 'dist'), { recursive: true });
	fs.copyFileSync(path.join(root, 'package.json'), path.join(copy, 'package.json'));
	return copy;
}
