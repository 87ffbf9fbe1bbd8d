import { fs, nodeProcess, path } from '../../support/node';
import { fingerprint, readJson, stamp } from '../../../scripts/editor/files';
import { installPackage } from '../../../scripts/editor/package';
import { root } from '../../../scripts/editor/places';
import { run } from '../../../scripts/editor/run';
import { Trouble } from '../../../scripts/editor/say';

/** A folder per version of n8n: what its own package.json asks for, and the lock of that. */
const pins = path.resolve(root, 'test', 'system', 'compat', 'engines');
const cache = path.join(root, '.cache', 'compat');

/** The engine of one version of n8n, in a folder of its own. */
export interface Version {
	/** As operators know it: the version of `n8n`. */
	readonly n8n: string;
	readonly folder: string;
	/** This package, beside the engine's n8n-workflow and zod. */
	readonly packageFolder: string;
}

const parts = (version: string): number[] => version.split('.').map(Number);

function older(a: string, b: string): number {
	const [left, right] = [parts(a), parts(b)];
	const at = left.findIndex((part, index) => part !== right[index]);
	return at < 0 ? 0 : left[at] - right[at];
}

/** Every version there is a lock for, oldest first. */
export function versions(): Version[] {
	const { name } = readJson<{ name: string }>(path.join(root, 'package.json'));
	return fs
		.readdirSync(pins)
		.sort(older)
		.map((n8n) => {
			const folder = path.join(cache, n8n);
			return { n8n, folder, packageFolder: path.join(folder, 'node_modules', name) };
		});
}

/** `npm ci` of a version's engine, unless it is there. True when it had to be installed. */
export async function installEngine({ n8n, folder }: Version): Promise<boolean> {
	const pinned = path.join(pins, n8n);
	const { current, done } = stamp(path.join(folder, '.installed-from'), fingerprint(pinned));
	if (current) return false;
	fs.mkdirSync(folder, { recursive: true });
	fs.cpSync(pinned, folder, { recursive: true });
	const { code, output } = await run(
		'npm',
		['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
		{ cwd: folder },
	);
	if (code !== 0) throw new Trouble(`The engine of n8n ${n8n} could not be installed:`, output);
	done();
	return true;
}

/** Builds and packs this package, and puts what was packed where each version's engine will load it. */
export async function placePackage(targets: readonly Version[]): Promise<void> {
	await installPackage(cache);
	for (const { packageFolder } of targets) {
		const packed = path.join(cache, '.n8n', 'nodes', 'node_modules', path.basename(packageFolder));
		fs.rmSync(packageFolder, { recursive: true, force: true });
		fs.cpSync(packed, packageFolder, { recursive: true });
	}
}

/** Versions of what takes part, as they are installed. */
export function installed({ folder }: Version): Record<string, string> {
	const versionOf = (name: string): string =>
		readJson<{ version: string }>(path.join(folder, 'node_modules', name, 'package.json')).version;
	return {
		'n8n-core': versionOf('n8n-core'),
		'n8n-workflow': versionOf('n8n-workflow'),
		zod: versionOf('zod'),
		Node: nodeProcess.versions.node,
	};
}
