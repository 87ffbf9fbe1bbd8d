import { childProcess, fs, nodeProcess, os, path, root } from '../support/node';

const PRINTS = "process.stdout.write(JSON.stringify(process.argv.slice(2)) + '\\n');\n";

const NOISY_NPM = "#!/bin/sh\necho 'added 700 packages'\n";

/** A copy of scripts/run.mjs in a project that is not installed yet, with an npm that talks. */
function project(): string {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'project-'));
	const write = (name: string, text: string, mode = 0o644) => {
		const file = path.join(folder, name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, text, { mode });
	};
	write('scripts/run.mjs', fs.readFileSync(path.join(root, 'scripts/run.mjs'), 'utf8'));
	write('scripts/coverage.ts', '');
	write('package-lock.json', '{}');
	write('node_modules/tsx/dist/cli.mjs', PRINTS);
	write('bin/npm', NOISY_NPM, 0o755);
	return folder;
}

it('prints one JSON document and nothing else', () => {
	const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
	const script = path.join(root, 'scripts/coverage.ts');
	const { stdout, stderr, status } = childProcess.spawnSync(
		nodeProcess.execPath,
		[tsx, script, '--json'],
		{ encoding: 'utf8', cwd: root },
	);
	expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
	const { outX } = JSON.parse(stdout) as { outX: { offered: Record<string, string[]> } };
	expect(outX.offered['GET /api-posts']).toEqual([
		'collectedPost.getAll',
		'outXTrigger.newCollectedPost',
	]);
}, 120_000);

it('leaves stdout to the script, also when it has to install first', () => {
	const folder = project();
	const { stdout, stderr, status } = childProcess.spawnSync(
		nodeProcess.execPath,
		[path.join(folder, 'scripts/run.mjs'), 'coverage', '--json'],
		{
			encoding: 'utf8',
			env: { ...nodeProcess.env, PATH: `${folder}/bin:${nodeProcess.env.PATH ?? ''}` },
		},
	);
	fs.rmSync(folder, { recursive: true });
	expect(status).toBe(0);
	const args = JSON.parse(stdout) as string[];
	expect(args.slice(1)).toEqual(['--json']);
	expect(args[0]).toMatch(/scripts.coverage\.ts$/);
	expect(stderr).toMatch(/Installing[\s\S]*added 700 packages/);
});
