import { childProcess, nodeProcess } from '../../test/support/node';

interface Where {
	readonly cwd: string;
	readonly env?: Record<string, string | undefined>;
	/** As whom, if not as whoever runs this. */
	readonly as?: { readonly uid: number; readonly gid: number };
}

/** Runs a program to its end. Its output is kept back, and comes with the exit code. */
export async function run(
	program: string,
	args: readonly string[],
	{ cwd, env = {}, as }: Where,
): Promise<{ code: number; output: string }> {
	const onWindows = nodeProcess.platform === 'win32';
	const child = childProcess.spawn(program, [...args], {
		cwd,
		env: { ...nodeProcess.env, ...env },
		shell: onWindows && program === 'npm',
		stdio: ['ignore', 'pipe', 'pipe'],
		...as,
	});
	let output = '';
	const collect = (text: Buffer): void => {
		output += text.toString();
	};
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	return await new Promise((resolve) => {
		child.on('error', (error) => resolve({ code: 1, output: error.message }));
		child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
	});
}
