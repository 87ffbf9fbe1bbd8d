import { childProcess, nodeProcess, path } from '../../test/support/node';
import { root } from '../editor/places';
import type { CaseEnd, Shown, Told } from './messages';
import type { Version } from './versions';

/** Far above the half minute it takes. */
const LONGEST_MS = 5 * 60_000;

/** All there is to say about one version. */
export interface Outcome {
	readonly version: Version;
	readonly ends: CaseEnd[];
	shown: Shown;
	features: Readonly<Record<string, boolean>>;
	/** Why the suite did not come to its end. */
	trouble?: string;
}

export const noOutcome = (version: Version, trouble?: string): Outcome => ({
	version,
	ends: [],
	shown: {},
	features: {},
	trouble,
});

/** Runs the suite on a version's engine, in a process of its own. */
export async function runSuite(version: Version): Promise<Outcome> {
	const outcome = noOutcome(version);
	const child = childProcess.fork(path.join(root, 'scripts', 'compat', 'child.ts'), [], {
		cwd: version.folder,
		execArgv: ['--require', path.join(root, 'node_modules', 'tsx', 'dist', 'cjs', 'index.cjs')],
		env: {
			...nodeProcess.env,
			COMPAT_ENGINE: version.folder,
			COMPAT_PACKAGE: version.packageFolder,
		},
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		timeout: LONGEST_MS,
	});
	let output = '';
	const collect = (text: Buffer): void => {
		output += text.toString();
	};
	child.stdout?.on('data', collect);
	child.stderr?.on('data', collect);
	child.on('message', ({ ended, shown, features }: Told) => {
		if (ended) outcome.ends.push(ended);
		if (shown) outcome.shown = shown;
		if (features) outcome.features = features;
	});
	const code = await new Promise<number | null>((resolve) => {
		child.on('error', () => resolve(null));
		child.on('close', resolve);
	});
	if (code !== 0) outcome.trouble = `it did not come to its end:\n${output.trim().slice(-2_000)}`;
	return outcome;
}
