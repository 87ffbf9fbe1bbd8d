import { fs, nodeProcess, path, root } from '../../test/support/node';

/** Puts a copy of the built package where nobody who builds meanwhile pulls it away; returns its directory. */
export function takeBuiltCopy(): string {
	const copy = path.resolve(root, '.cache', `bench-${nodeProcess.pid}`);
	fs.cpSync(path.join(root, 'dist'), path.join(copy, 'dist'), { recursive: true });
	fs.copyFileSync(path.join(root, 'package.json'), path.join(copy, 'package.json'));
	return copy;
}
