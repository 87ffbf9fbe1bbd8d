import * as ts from 'typescript';

import { fs, path, root } from '../support/node';

/** Every file below the folders, by its path from the root. */
export function filesBelow(...folders: readonly string[]): string[] {
	return folders.flatMap((folder) =>
		fs
			.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
			.map((name) => `${folder}/${name}`)
			.filter((name) => name.endsWith('.ts')),
	);
}

/** What a file imports of the repository, types among it, by path from the root. */
function importsOf(file: string): string[] {
	const text = fs.readFileSync(path.join(root, file), 'utf8');
	return ts
		.preProcessFile(text, true, true)
		.importedFiles.map(({ fileName }) => fileName)
		.filter((name) => name.startsWith('.'))
		.map((name) => {
			const target = path.join(path.dirname(file), name);
			return [`${target}.ts`, `${target}/index.ts`].find((one) =>
				fs.existsSync(path.join(root, one)),
			);
		})
		.filter((one) => one !== undefined);
}

/** By file, what it imports. */
export function importGraph(files: readonly string[]): Map<string, readonly string[]> {
	return new Map(files.map((file) => [file, importsOf(file)]));
}

/** Circles of files that import each other, types included, each once. */
export function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
	const circles: string[][] = [];
	const done = new Set<string>();
	const trail: string[] = [];
	function visit(file: string): void {
		const at = trail.indexOf(file);
		if (at >= 0) {
			circles.push([...trail.slice(at), file]);
			return;
		}
		if (done.has(file)) return;
		trail.push(file);
		for (const one of graph.get(file) ?? []) visit(one);
		trail.pop();
		done.add(file);
	}
	for (const file of graph.keys()) visit(file);
	return circles;
}
