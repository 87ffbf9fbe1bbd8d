import { fs, path } from '../../test/support/node';

/** The names a built file requires or imports, in order, each as often as it stands there. */
export function required(code: string): string[] {
	return [...code.matchAll(/\b(?:require|import)\(\s*(['"`])(.*?)\1\s*\)/g)].map(
		([, , name]) => name,
	);
}

/** Every code file below a folder. */
export function builtIn(directory: string): string[] {
	return fs
		.readdirSync(directory, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.[cm]?js$/.test(name))
		.map((name) => path.join(directory, name));
}
