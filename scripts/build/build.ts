import { fs, path, root } from '../../test/support/node';
import type { Check } from '../check/step';
import { assets } from './assets';
import { bundle } from './bundle';
import { entries, SHARED, stub } from './stubs';

/** Every file of the built package, by its path below `dist`. Throws when the sources do not fit together. */
export async function builtFiles(): Promise<Map<string, string>> {
	const all = entries();
	return new Map([
		[SHARED, await bundle(all)],
		...all.map((entry) => [entry.file.replace(/^dist\//, ''), stub(entry)] as const),
		...assets(),
	]);
}

/** Puts the files where `dist` is to be; what was there before is gone. */
export function writeFiles(dist: string, files: ReadonlyMap<string, string>): void {
	fs.rmSync(dist, { recursive: true, force: true });
	for (const [name, content] of files) {
		const file = path.join(dist, name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, content);
	}
}

/** Builds the package into `dist`: one shared file, and around it what n8n's loader looks for. Types are not checked. */
export const build: Check = async () => {
	let files;
	try {
		files = await builtFiles();
	} catch (error) {
		return [error instanceof Error ? error.message : String(error)];
	}
	writeFiles(path.join(root, 'dist'), files);
	return [];
};
