// The one entry of `npm start`, `npm test` and most `npm run` commands. Needs nothing but Node: it checks the
// version, installs what package-lock.json names when that has changed, and hands over: to scripts/<name>.ts, or
// to the system tests of that name in test/system. What it says itself goes to stderr: stdout is the script's
// alone, so that its output can be read by a program.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [script, ...rest] = process.argv.slice(2);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	fail(
		`This needs Node 20.19 or newer; here is ${process.versions.node}. Get it from https://nodejs.org.`,
	);
}
const isSystemTest = existsSync(join(root, 'test', 'system', script, 'before.ts'));
const entry = isSystemTest ? ['test/system/run.ts', script] : [`scripts/${script}.ts`];
if (!existsSync(join(root, entry[0]))) fail(`There is no script called ${script}.`);
install();
const { status, signal } = spawnSync(
	process.execPath,
	[join(root, 'node_modules/tsx/dist/cli.mjs'), ...entry, ...rest],
	{ cwd: root, stdio: 'inherit' },
);
process.exit(signal ? 130 : (status ?? 1));

/** `npm ci`, unless what is there came from this very package-lock.json. */
function install() {
	const stamp = join(root, 'node_modules', '.installed-from');
	const wanted = createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
		fail(
			'node_modules is a link to another folder, and npm would empty that one. Remove the link.',
		);
	}
	process.stderr.write('Installing what this project needs (once, a few minutes) …\n');
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	const done = spawnSync(
		npm,
		['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
		{
			cwd: root,
			stdio: ['inherit', process.stderr.fd, 'inherit'],
			shell: process.platform === 'win32',
		},
	);
	if (done.status !== 0) fail('npm ci did not succeed; see above.');
	writeFileSync(stamp, wanted);
}

function fail(sentence) {
	process.stderr.write(`${sentence}\n`);
	process.exit(1);
}
