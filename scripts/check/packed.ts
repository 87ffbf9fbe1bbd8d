import { loadOutputSchema, PackageDirectoryLoader } from 'n8n-core';

import { fs, path, root } from '../../test/support/node';
import { assets } from '../build/assets';
import { schemaFiles } from '../build/schemas';
import { entries, SHARED } from '../build/stubs';
import { builtIn, required } from './requires';
import { execute } from './step';

/**
 * kB as npm counts: a thousand bytes. All of `dist`, unpacked; n8n reads it at every start. A plain
 * operation takes some 1.5 kB, output schema and texts included: whoever raises this says what for.
 */
const MOST_DIST_BYTES = 450_000;

/** What npm takes beside `dist` of its own accord. */
const BESIDE = ['package.json', 'README.md', 'LICENSE'];

/** Bare modules that n8n lends to community nodes and that this package uses. */
const LENT = new Set(['n8n-workflow', 'zod', 'node:crypto']);

export interface PackedFile {
	readonly path: string;
	readonly size: number;
}

/** What operators' n8n needs, and nothing else: no source, no test, no map. */
export function expectedFiles(): string[] {
	return [
		...BESIDE,
		`dist/${SHARED}`,
		...entries().map(({ file }) => file),
		...[...assets().keys()].map((name) => `dist/${name}`),
	];
}

/** What is odd about a list of packed files: more or less than expected, or too large. */
export function oddFiles(
	files: readonly PackedFile[],
	expected: readonly string[],
	most = MOST_DIST_BYTES,
): string[] {
	const names = new Set(files.map((file) => file.path));
	const wanted = new Set(expected);
	const size = files
		.filter((file) => file.path.startsWith('dist/'))
		.reduce((sum, file) => sum + file.size, 0);
	return [
		...[...names].filter((name) => !wanted.has(name)).map((name) => `Not expected: ${name}`),
		...[...wanted].filter((name) => !names.has(name)).map((name) => `Missing: ${name}`),
		...(size > most ? [`dist has ${size} bytes, ${most} at most`] : []),
	];
}

/** The list of files npm would publish. */
export async function packedFiles(): Promise<string[]> {
	const { stdout, code, output } = await execute('npm', ['pack', '--dry-run', '--json']);
	if (code !== 0) return [output];
	const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as Array<{ files: PackedFile[] }>;
	return oddFiles(packed.files, expectedFiles());
}

/**
 * Every stub takes its class from the shared file and from nothing else, and the shared file requires what n8n
 * lends: the lint lets imports of devDependencies pass, which then fail in an operator's n8n.
 */
export function builtRequires(directory = root): string[] {
	const shared = path.join(directory, 'dist', SHARED);
	return builtIn(path.join(directory, 'dist')).flatMap((file) => {
		const name = path.relative(directory, file);
		const names = required(fs.readFileSync(file, 'utf8'));
		if (file === shared) {
			return names.filter((one) => !LENT.has(one)).map((one) => `${name} requires ${one}`);
		}
		const isStub = names.length === 1 && path.resolve(path.dirname(file), names[0]) === shared;
		return isStub
			? []
			: [`${name} requires ${names.join() || 'nothing'}, not the shared file once`];
	});
}

const NAMES = [
	'connectSafely',
	'connectSafelyAiApi',
	'linkupAccountApi',
	'linkupApi',
	'linkupLoginTokenApi',
	'outX',
	'outXApi',
	'outXTrigger',
];

/** n8n serves icons from below the package: `icons/<package>/<path>`. */
function missingIcons(directory: string, packageName: string, iconUrl: unknown): string[] {
	if (typeof iconUrl !== 'object' || iconUrl === null) return ['for light and dark'];
	return Object.values(iconUrl as Record<string, string>)
		.map((url) => url.replace(`icons/${packageName}/`, ''))
		.filter((name) => !fs.existsSync(path.join(directory, name)));
}

/** n8n's own loader takes the built package, and finds every node, credential, icon, codex and output schema. */
export async function loads(directory = root): Promise<string[]> {
	const loader = new PackageDirectoryLoader(directory);
	await loader.loadAll();
	const { types, packageName } = loader;
	const all = [...types.nodes, ...types.credentials];
	const found = all.map(({ name }) => name).sort();
	const schemas = [...schemaFiles()].filter(([name, schema]) => {
		const [folder, , version, resource, operation] = name.replace(/\.json$/, '').split('/');
		const nodeDir = path.join(directory, 'dist/nodes', folder);
		const ref = { nodeDir, version: version.slice(1), resource, operation };
		return JSON.stringify(loadOutputSchema(ref)) !== JSON.stringify(schema);
	});
	return [
		...(JSON.stringify(found) === JSON.stringify(NAMES) ? [] : [`Loaded: ${found.join()}`]),
		...all.flatMap(({ name, iconUrl }) =>
			missingIcons(directory, packageName, iconUrl).map((icon) => `${name} has no icon ${icon}`),
		),
		...types.nodes.filter(({ codex }) => !codex).map(({ name }) => `${name} has no codex`),
		...schemas.map(([name]) => `n8n does not find the output schema ${name}`),
	];
}

const MOST_LINES = 70;

const DEFINES = /^(?:export )?const \w+ = (?:plain(?:Read|Change)|define(?:Read|Change|Act))\(\{/gm;

/** An operation is short enough to be read at a glance; a file may hold the plain ones of a resource. */
export function operationSizes(): string[] {
	const nodes = path.join(root, 'nodes');
	return fs
		.readdirSync(nodes, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.includes(`${path.sep}operations${path.sep}`) && name.endsWith('.ts'))
		.flatMap((name) => {
			const text = fs.readFileSync(path.join(nodes, name), 'utf8');
			const lines = text.trimEnd().split('\n').length;
			const operations = Math.max(1, text.match(DEFINES)?.length ?? 0);
			return lines <= MOST_LINES * operations
				? []
				: [`nodes/${name} has ${lines} lines for ${operations} operations`];
		});
}
