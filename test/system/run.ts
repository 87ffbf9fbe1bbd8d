import { runCLI } from 'jest';

import { Trouble } from '../../scripts/editor/say';
import { fs, nodeProcess, os, path, root } from '../support/node';

/** What a kind of system test does before jest starts: reads its options, builds, looks for programs. */
type Before = (words: readonly string[]) => Promise<void> | void;

/** Runs one of the system tests: `run.ts soak --acts 600`. */
async function main(): Promise<boolean> {
	const [kind, ...words] = nodeProcess.argv.slice(2);
	const { before } = (await import(
		path.join(path.resolve(root), 'test', 'system', kind, 'before')
	)) as { before: Before };
	await before(words);
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'system-'));
	Object.assign(nodeProcess.env, {
		SYSTEM_WORDS: JSON.stringify(words),
		SYSTEM_CLOSING: path.join(folder, 'closing'),
	});
	try {
		const { results } = await runCLI(
			{
				_: [],
				$0: 'jest',
				config: path.resolve(root, 'test', 'system', 'jest.config.cjs'),
				selectProjects: [kind],
				runInBand: true,
			},
			[path.resolve(root)],
		);
		return results.success;
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

main().then(
	(good) => nodeProcess.exit(good ? 0 : 1),
	(error: unknown) => {
		const plain = error instanceof Trouble;
		const text = error instanceof Error ? (plain ? error.message : error.stack) : String(error);
		nodeProcess.stderr.write(`${text}\n`);
		nodeProcess.exit(1);
	},
);
