import execa from 'execa';
import { PackageDirectoryLoader } from 'n8n-core';

import { fs, nodeProcess, path, root } from '../../support/node';
import { medians } from './medians';
import type { Section } from './row';

const TURNS = 5;

/** The most that loading everything may take, as a share of what HTTP Request takes by itself. */
const MOST_SHARE = 0.08;

const NODES_BASE = path.resolve(root, 'node_modules/n8n-nodes-base');
const HTTP_REQUEST = path.join(NODES_BASE, 'dist/nodes/HttpRequest/HttpRequest.node.js');

/** Every node and credential a package names, as files. */
function filesOf(packageDir: string): string[] {
	const manifest = fs.readFileSync(path.join(packageDir, 'package.json'), 'utf8');
	const { n8n } = JSON.parse(manifest) as { n8n: { nodes: string[]; credentials: string[] } };
	return [...n8n.nodes, ...n8n.credentials].map((file) => path.join(packageDir, file));
}

/** Ms to load the files in a process that has just started. */
async function load(files: readonly string[]): Promise<number> {
	const { stdout } = await execa(nodeProcess.execPath, [
		path.resolve(root, 'test', 'system', 'bench', 'load.mjs'),
		...files,
	]);
	return Number(stdout);
}

const sizeOf = (...types: unknown[]): number => JSON.stringify(types).length / 1_000;

/** Size in kB of all descriptions, as n8n hands them to the editor. */
async function descriptionSize(packageDir: string): Promise<number> {
	const loader = new PackageDirectoryLoader(packageDir);
	await loader.loadAll();
	return sizeOf(...loader.types.nodes, ...loader.types.credentials);
}

function httpRequestSize(): number {
	const loader = new PackageDirectoryLoader(NODES_BASE);
	loader.loadNodeFromFile(path.relative(NODES_BASE, HTTP_REQUEST));
	return sizeOf(...loader.types.nodes);
}

/** What the package costs an n8n that starts. */
export async function loading(packageDir: string): Promise<Section> {
	const own = filesOf(packageDir);
	const [ours, theirs] = await medians(
		[async () => await load(own), async () => await load([HTTP_REQUEST])],
		TURNS,
	);
	const name = 'HTTP Request alone';
	return {
		heading: `Loading every node and credential, with n8n's own modules loaded (median of ${TURNS} fresh processes)`,
		rows: [
			{
				figure: 'time to load everything',
				time: 'real',
				unit: 'ms',
				ours,
				others: [{ name, value: theirs }],
				goal: { says: `${MOST_SHARE} × ${name}`, most: MOST_SHARE * theirs },
			},
			{
				figure: 'descriptions as JSON, not compressed',
				time: '',
				unit: 'kB',
				ours: await descriptionSize(packageDir),
				others: [{ name, value: httpRequestSize() }],
			},
		],
	};
}
