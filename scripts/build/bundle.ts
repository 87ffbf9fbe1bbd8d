import { build } from 'esbuild';

import { root } from '../../test/support/node';
import { atFirstCall } from './atFirstCall';
import type { Entry } from './stubs';

/** Modules of functions only that a run needs and n8n's start does not: hundreds of patterns to build. */
const AT_FIRST_CALL = ['nodes/shared/sending/textCheck/index.ts'];

/**
 * The code of all nodes and credentials as one CommonJS file that exports their classes. Blanks and long local
 * names are gone; functions and classes still say their names, and lines stay short, so that a stack trace can
 * be read. Whatever is not in this repository is required as it is written (`packages`).
 *
 * Throws esbuild's list of what cannot be bundled; a warning counts.
 *
 * @param directory where `source` of the entries and the names in `later` start from
 */
export async function bundle(
	entries: ReadonlyArray<Pick<Entry, 'source' | 'className'>>,
	directory = root,
	later: readonly string[] = AT_FIRST_CALL,
): Promise<string> {
	const contents = entries
		.map(({ source, className }) => `export { ${className} } from './${source}';`)
		.join('\n');
	const { outputFiles, warnings } = await build({
		// As TypeScript, a class that is not there would pass for a type.
		stdin: { contents, resolveDir: directory, loader: 'js' },
		absWorkingDir: directory,
		bundle: true,
		write: false,
		packages: 'external',
		platform: 'node',
		format: 'cjs',
		target: 'es2022',
		// V8 reads a pattern when it reads the file, and once more when it runs: with `u` that is half of all
		// the time loading takes. As `new RegExp('…', 'u')` it is read when it runs.
		supported: { 'regexp-sticky-and-unicode-flags': false },
		minify: true,
		keepNames: true,
		lineLimit: 300,
		charset: 'utf8',
		legalComments: 'none',
		logLevel: 'silent',
		plugins: [atFirstCall(directory, later)],
	});
	if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
	return outputFiles[0].text;
}
