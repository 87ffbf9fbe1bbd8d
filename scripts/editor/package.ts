import { fs, path } from '../../test/support/node';
import { build } from '../build/build';
import { fingerprint, readJson, stamp } from './files';
import { packedFolder, root } from './places';
import { run } from './run';
import { Trouble } from './say';

const SOURCES = [
	'credentials',
	'nodes',
	'icons',
	'package.json',
	'tsconfig.json',
	'README.md',
	'LICENSE',
	'CHANGELOG.md',
	'scripts/build',
];

interface PackageJson {
	name: string;
	version: string;
	devDependencies?: object;
	peerDependencies?: object;
	optionalDependencies?: object;
}

/** Builds, packs and installs this package as n8n does. True when there was something to do. */
export async function installPackage(userFolder: string): Promise<boolean> {
	const nodes = path.join(userFolder, '.n8n', 'nodes');
	const wanted = fingerprint(...SOURCES.map((name) => path.join(root, name)));
	fs.mkdirSync(nodes, { recursive: true });
	const { current, done } = stamp(path.join(nodes, '.installed-from'), wanted);
	if (current) return false;
	await unpack(await packed(wanted), nodes);
	done();
	return true;
}

/** The package as npm would publish it; built and packed anew when its sources changed. */
async function packed(wanted: string): Promise<string> {
	const file = path.join(packedFolder, `${wanted.slice(0, 16)}.tgz`);
	if (fs.existsSync(file)) return file;
	const complaints = await build();
	if (complaints.length > 0) {
		throw new Trouble('The package does not build:', ...complaints.map(plain));
	}
	fs.rmSync(packedFolder, { recursive: true, force: true });
	fs.mkdirSync(packedFolder, { recursive: true });
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', packedFolder];
	const { code, output } = await run('npm', args, { cwd: root });
	if (code !== 0) throw new Trouble('npm pack did not succeed:', output);
	const [{ filename }] = JSON.parse(output.slice(output.indexOf('[\n'))) as [{ filename: string }];
	fs.renameSync(path.join(packedFolder, filename), file);
	return file;
}

const ESCAPE = String.fromCharCode(27);
const MOVE = new RegExp(`${ESCAPE}\\[\\d*[A-GJK]`);
const STYLE = new RegExp(`${ESCAPE}\\[[\\d;?]*[a-z]`, 'gi');

/** Without the spinner that n8n-node draws: cursor movements, colours, and the lines it drew over. */
function plain(output: string): string {
	return output
		.split('\n')
		.map((line) => (line.split(MOVE).at(-1) ?? '').replace(STYLE, ''))
		.filter((line) => line.trim() !== '')
		.join('\n');
}

/** The steps of n8n's own CommunityPackagesService: unpack, drop what npm would fetch, note it. */
async function unpack(tarball: string, nodes: string): Promise<void> {
	const { name } = readJson<PackageJson>(path.join(root, 'package.json'));
	const folder = path.join(nodes, 'node_modules', name);
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	const { code, output } = await run(
		'tar',
		['-xzf', tarball, '-C', folder, '--strip-components=1'],
		{
			cwd: nodes,
		},
	);
	if (code !== 0) throw new Trouble(`${tarball} could not be unpacked:`, output);
	const file = path.join(folder, 'package.json');
	const manifest = readJson<PackageJson>(file);
	delete manifest.devDependencies;
	delete manifest.peerDependencies;
	delete manifest.optionalDependencies;
	fs.writeFileSync(file, JSON.stringify(manifest, null, 2));
	const installed = { name: 'installed-nodes', private: true, dependencies: {} };
	Object.assign(installed.dependencies, { [name]: manifest.version });
	fs.writeFileSync(path.join(nodes, 'package.json'), JSON.stringify(installed, null, 2));
}
