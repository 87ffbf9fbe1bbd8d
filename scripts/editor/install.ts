import { fs, nodeProcess, path } from '../../test/support/node';
import { fingerprint, readJson, stamp } from './files';
import { n8nFolder, pins } from './places';
import { run } from './run';
import { Trouble, say } from './say';

const NEEDED_BYTES = 4.5e9;

/** n8n as pinned in test/system/e2e/n8n, in .cache/n8n. True when it had to be installed. */
export async function installN8n(): Promise<boolean> {
	const wanted = fingerprint(pins);
	const { current, done } = stamp(path.join(n8nFolder, '.installed-from'), wanted);
	if (current) return false;
	fs.mkdirSync(n8nFolder, { recursive: true });
	roomFor(NEEDED_BYTES);
	const { dependencies } = readJson<{ dependencies: { n8n: string } }>(
		path.join(pins, 'package.json'),
	);
	say(
		`Getting n8n ${dependencies.n8n}, once: about 0.9 GB to fetch, 2.8 GB on disk, some minutes …`,
	);
	fs.cpSync(pins, n8nFolder, { recursive: true });
	const { code, output } = await run(
		'npm',
		['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
		{ cwd: n8nFolder },
	);
	if (code !== 0) {
		throw new Trouble('n8n could not be installed. npm says:', output);
	}
	done();
	return true;
}

function roomFor(bytes: number): void {
	const { bavail, bsize } = fs.statfsSync(n8nFolder);
	if (bavail * bsize > bytes) return;
	const free = ((bavail * bsize) / 1e9).toFixed(1);
	throw new Trouble(
		`n8n needs ${bytes / 1e9} GB of disk space in ${n8nFolder}; ${free} GB are free.`,
	);
}

/** The Node that n8n runs on: the pinned one where there is one for this machine, or this very one. */
export async function nodeForN8n(): Promise<string> {
	const { optionalDependencies } = readJson<{ optionalDependencies: Record<string, string> }>(
		path.join(pins, 'package.json'),
	);
	for (const name of Object.keys(optionalDependencies)) {
		const bin = path.join(n8nFolder, 'node_modules', name, 'bin');
		for (const file of [path.join(bin, 'node'), path.join(bin, 'node.exe')]) {
			if (fs.existsSync(file) && (await starts(file))) return file;
		}
	}
	const { platform, arch, versions, execPath } = nodeProcess;
	if (Number(versions.node.split('.')[0]) >= 24) return execPath;
	throw new Trouble(
		`n8n needs Node 24 or newer, here is ${versions.node}, and there is none to fetch for ${platform} ${arch}.`,
		'Install Node 24 from https://nodejs.org, then start again.',
	);
}

async function starts(node: string): Promise<boolean> {
	const { code } = await run(node, ['--version'], { cwd: n8nFolder });
	return code === 0;
}
