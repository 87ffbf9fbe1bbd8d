import { fs, path, root } from '../../test/support/node';
import { schemaFiles } from './schemas';

const smaller = (json: string): string => JSON.stringify(JSON.parse(json));

function filesIn(folder: string, ending: RegExp): string[] {
	return fs
		.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => ending.test(name))
		.map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
		.sort();
}

/**
 * What n8n looks for beside the code, by its path below `dist`: icons where the nodes' `file:` leads, a codex
 * beside its node, output schemas in the node's `__schema__`.
 */
export function assets(): Map<string, string> {
	const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8');
	return new Map([
		...filesIn('icons', /\.svg$/).map((name) => [name, read(name)] as const),
		...filesIn('nodes', /\.node\.json$/).map((name) => [name, smaller(read(name))] as const),
		...[...schemaFiles()].map(
			([name, schema]) => [`nodes/${name}`, JSON.stringify(schema)] as const,
		),
	]);
}
