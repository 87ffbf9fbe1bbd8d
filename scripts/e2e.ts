import { openBrowser } from '../test/e2e/browser';
import { groups } from '../test/e2e/checks';
import { Operator } from '../test/e2e/operator';
import { Pictures } from '../test/e2e/pictures';
import { Runs } from '../test/e2e/runs';
import type { Check } from '../test/e2e/stage';
import { fs, nodeProcess, path } from '../test/support/node';
import { findChromium } from './e2e/chromium';
import { Judge } from './e2e/judge';
import { startEditor } from './editor/editor';
import { cache, root } from './editor/places';
import { Trouble, part, say } from './editor/say';

const folder = path.join(cache, 'e2e');

/** Words of the command line: only groups of checks with one of them in a name. */
const words = nodeProcess.argv.slice(2).filter((word) => !word.startsWith('--'));

/** Puts the run's pictures into the documents. */
const forDocuments = nodeProcess.argv.includes('--pictures');

const isWanted = (group: readonly Check[]): boolean =>
	words.length === 0 || group.some(({ name }) => words.some((word) => name.includes(word)));

async function main(): Promise<boolean> {
	const chromium = await findChromium();
	fs.rmSync(folder, { recursive: true, force: true });
	const editor = await startEditor({ folder, port: 0, sandboxPort: 0 });
	try {
		const { page, close } = await openBrowser(chromium);
		try {
			const pictures = new Pictures(page, path.join(folder, 'screenshots'));
			const operator = new Operator(page, editor);
			await part('Log in', async () => await operator.logIn());
			const judge = new Judge({ editor, runs: new Runs(editor), operator, pictures, folder });
			for (const group of groups) if (isWanted(group)) await judge.hear(group);
			if (forDocuments)
				fs.cpSync(pictures.folder, path.join(root, 'docs', 'images'), { recursive: true });
			say(`Screenshots: ${path.join(folder, 'screenshots')}`);
			return judge.close();
		} finally {
			await close();
		}
	} finally {
		await editor.close();
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
