import { PackageDirectoryLoader } from 'n8n-core';

import { fs, path, root } from '../../test/support/node';
import { execute } from './step';

/** Of which the README is some 70,000. One bundled file instead of some 300 is to bring it below 400,000 again. */
const MOST_BYTES = 560_000;

/** What operators' n8n needs, and nothing else. */
const EXPECTED =
	/^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/(?:credentials|nodes)\/.+\.js|dist\/nodes\/.+\.json|dist\/icons\/.+\.svg|dist\/package\.json)$/;

/** Bare modules that n8n lends to community nodes and that this package uses. */
const LENT = new Set(['n8n-workflow', 'zod', 'node:crypto']);

interface Packed {
	readonly unpackedSize: number;
	readonly files: ReadonlyArray<{ readonly path: string; readonly size: number }>;
}

/** The list of files npm would publish: nothing odd in it, nothing missing, not too large. */
export async function packedFiles(): Promise<string[]> {
	const { stdout, code, output } = await execute('npm', ['pack', '--dry-run', '--json']);
	if (code !== 0) return [output];
	const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as Packed[];
	const names = new Set(packed.files.map((file) => file.path));
	const { n8n } = JSON.parse(fs.readFileSync(`${root}/package.json`, 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
	};
	return [
		...[...names].filter((name) => !EXPECTED.test(name)).map((name) => `Not expected: ${name}`),
		...[...n8n.nodes, ...n8n.credentials, 'README.md', 'LICENSE']
			.filter((name) => !names.has(name))
			.map((name) => `Missing: ${name}`),
		...(packed.unpackedSize > MOST_BYTES
			? [`${packed.unpackedSize} bytes unpacked, ${MOST_BYTES} at most`]
			: []),
	];
}

function filesBelow(directory: string, ending: string): string[] {
	return fs
		.readdirSync(directory, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(ending))
		.map((name) => path.join(directory, name));
}

/**
 * The built files require each other and what n8n lends, nothing else: the lint lets imports of
 * devDependencies pass, which then fail in an operator's n8n.
 */
export function builtRequires(): string[] {
	return filesBelow(`${root}/dist`, '.js').flatMap((file) => {
		const code = fs.readFileSync(file, 'utf8');
		const required = [...code.matchAll(/\b(?:require|import)\(\s*(['"`])(.*?)\1\s*\)/g)];
		return required
			.map(([, , name]) => name)
			.filter((name) => !name.startsWith('.') && !LENT.has(name))
			.map((name) => `${path.relative(root, file)} requires ${name}`);
	});
}

/** n8n's own loader takes the built package, and finds every node, credential and icon. */
export async function loads(): Promise<string[]> {
	const loader = new PackageDirectoryLoader(root);
	await loader.loadAll();
	const { types } = loader;
	const found = [...types.nodes, ...types.credentials].map(({ name }) => name).sort();
	const expected = [
		'connectSafely',
		'connectSafelyAiApi',
		'linkupAccountApi',
		'linkupApi',
		'linkupLoginTokenApi',
		'outX',
		'outXApi',
		'outXTrigger',
	];
	const odd = JSON.stringify(found) === JSON.stringify(expected) ? [] : [`Loaded: ${found.join()}`];
	for (const { name, iconUrl } of [...types.nodes, ...types.credentials]) {
		if (typeof iconUrl !== 'object') odd.push(`${name} has no icon for light and dark`);
	}
	for (const { name, codex } of types.nodes) if (!codex) odd.push(`${name} has no codex`);
	return odd;
}

/** An operation is one file of 30 to 70 lines (design.md). */
export function operationSizes(): string[] {
	return filesBelow(`${root}/nodes`, '.ts')
		.filter((file) => file.includes(`${path.sep}operations${path.sep}`))
		.flatMap((file) => {
			const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n').length;
			const fits = lines >= 30 && lines <= 70;
			return fits ? [] : [`${path.relative(root, file)} has ${lines} lines`];
		});
}
