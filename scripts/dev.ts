import { childProcess, nodeProcess, root } from '../test/support/node';

/**
 * The quick edit loop: every saved file is type-checked, and the tests it touches run again. With `--n8n`,
 * n8n's own development editor instead (it needs the Node version n8n asks for).
 */
function main(): void {
	const inEditor = nodeProcess.argv.includes('--n8n');
	const commands = inEditor
		? [['n8n-node', 'dev']]
		: [
				['tsc', '-p', 'tsconfig.test.json', '--watch', '--preserveWatchOutput'],
				['jest', nodeProcess.stdin.isTTY ? '--watch' : '--watchAll', '--silent'],
			];
	const children = commands.map(([name, ...args]) =>
		childProcess.spawn(`${root}/node_modules/.bin/${name}`, args, { cwd: root, stdio: 'inherit' }),
	);
	for (const child of children) {
		child.on('close', () => {
			for (const other of children) other.kill();
		});
	}
}

main();
