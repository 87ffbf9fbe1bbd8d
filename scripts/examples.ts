import 'reflect-metadata';

import { startSandbox } from '../test/sandbox';
import { nodeProcess, performance } from '../test/support/node';
import { EXAMPLES } from './examples/all';
import { ownTypes } from './examples/nodeTypes';
import { Stage } from './examples/stage';

const say = (text: string): boolean => nodeProcess.stdout.write(`${text}\n`);

/** Runs every example on n8n's engine against the sandbox, and says of each check whether it holds. */
async function main(): Promise<void> {
	const wanted = nodeProcess.argv[2] ?? '';
	const own = await ownTypes();
	const sandbox = await startSandbox({ now: () => Date.now() });
	let passed = 0;
	let failed = 0;
	try {
		for (const { file, checks } of EXAMPLES.filter((example) => example.file.includes(wanted))) {
			for (const [name, check] of checks) {
				const begun = performance.now();
				const stage = new Stage(sandbox, own);
				let trouble = '';
				try {
					await check(stage);
					passed++;
				} catch (error) {
					failed++;
					trouble = error instanceof Error ? error.message : String(error);
				} finally {
					stage.close();
				}
				const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
				say(`${trouble === '' ? '✓' : '✗'} ${file}: ${name} (${seconds} s)`);
				if (trouble !== '') say(`  ${trouble.replace(/\n/g, '\n  ')}`);
			}
		}
	} finally {
		await sandbox.close();
	}
	say(`examples: ${passed} passed, ${failed} failed`);
	nodeProcess.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

main().catch((error: unknown) => {
	nodeProcess.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	nodeProcess.exitCode = 1;
});
