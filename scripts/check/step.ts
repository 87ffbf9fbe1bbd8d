import { childProcess, nodeProcess, performance, root } from '../../test/support/node';

/** A check's own findings, each a line; empty = passed. */
export type Check = () => Promise<string[]> | string[];

const bin = (name: string): string => `${root}/node_modules/.bin/${name}`;

/** A check that is a command: passed if it exits with 0; its output is shown otherwise. */
export function command(name: string, args: readonly string[]): Check {
	return async () => {
		const { code, output } = await execute(bin(name), args);
		return code === 0 ? [] : [output.trim() === '' ? `${name} failed` : output.trim()];
	};
}

/** Runs a program to its end and collects what it prints. */
export async function execute(
	program: string,
	args: readonly string[],
): Promise<{ code: number; output: string; stdout: string }> {
	const child = childProcess.spawn(program, [...args], { cwd: root });
	let output = '';
	let stdout = '';
	child.stdout.on('data', (text: Buffer) => {
		stdout += text.toString();
		output += text.toString();
	});
	child.stderr.on('data', (text: Buffer) => {
		output += text.toString();
	});
	return await new Promise((resolve) => {
		child.on('error', (error) => resolve({ code: 1, output: error.message, stdout }));
		child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }));
	});
}

/** Runs a check and says how it went. */
export async function step(name: string, check: Check): Promise<boolean> {
	const begun = performance.now();
	let findings: string[];
	try {
		findings = await check();
	} catch (error) {
		findings = [error instanceof Error ? error.message : String(error)];
	}
	const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
	nodeProcess.stdout.write(`${findings.length === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
	for (const finding of findings) nodeProcess.stdout.write(`  ${finding.replace(/\n/g, '\n  ')}\n`);
	return findings.length === 0;
}
