import { transform } from 'esbuild';

/**
 * The same code without blanks and line ends: n8n loads it as well, and an operator's n8n has less to
 * fetch. Names stay, so that a stack trace still says where it was.
 */
export async function compact(code: string): Promise<string> {
	const { code: smaller } = await transform(code, {
		minifyWhitespace: true,
		minifySyntax: true,
		target: 'es2022',
		charset: 'utf8',
		legalComments: 'none',
	});
	return smaller;
}
