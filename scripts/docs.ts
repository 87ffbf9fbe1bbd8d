import { fs, nodeProcess, path, root } from '../test/support/node';
import { allLinks, brokenLinks, readForLinks } from './docs/links';
import { current, PAGES } from './docs/pages';

/**
 * Writes the generated parts of the pages in docs/; with `--check` only says which are out of date.
 * Either way it names links that lead nowhere.
 */
async function main(): Promise<string[]> {
	const isCheck = nodeProcess.argv.includes('--check');
	const stale: string[] = [];
	for (const page of PAGES) {
		const file = path.join(root, page.file);
		const text = fs.readFileSync(file, 'utf8');
		const wanted = await current(text, page);
		if (wanted === text) continue;
		if (isCheck) stale.push(`${page.file} does not describe today's nodes: run npm run docs.`);
		else {
			fs.writeFileSync(file, wanted);
			nodeProcess.stdout.write(`${page.file} is written anew.\n`);
		}
	}
	return [...stale, ...brokenLinks(allLinks(), readForLinks)];
}

main().then(
	(findings) => {
		for (const finding of findings) nodeProcess.stdout.write(`${finding}\n`);
		nodeProcess.exitCode = findings.length === 0 ? 0 : 1;
	},
	(error: unknown) => {
		nodeProcess.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		nodeProcess.exitCode = 1;
	},
);
