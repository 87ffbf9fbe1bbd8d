import execa from 'execa';

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
	{ cwd, env, as }: Where,
): Promise<{ code: number; output: string }> {
	const options = { cwd, env, stdin: 'ignore', all: true, reject: false, ...as } as const;
	const { exitCode, all, shortMessage } = (await execa(program, args, options)) as execa.ExecaError;
	return { code: exitCode ?? 1, output: (all || shortMessage || '').trim() };
}
