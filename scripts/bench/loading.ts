import { PackageDirectoryLoader } from 'n8n-core';

import { fs, nodeProcess, path, root } from '../../test/support/node';
import { execute } from '../check/step';
import { median } from './row';
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
	const script = path.resolve(root, 'scripts/bench/load.mjs');
	const { code, output, stdout } = await execute(nodeProcess.execPath, [script, ...files]);
	if (code !== 0) throw new Error(output);
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
	const ours: number[] = [];
	const theirs: number[] = [];
	for (let turn = 0; turn < TURNS; turn++) {
		ours.push(await load(filesOf(packageDir)));
		theirs.push(await load([HTTP_REQUEST]));
	}
	const name = 'HTTP Request alone';
	return {
		heading: `Loading every node and credential, with n8n's own modules loaded (median of ${TURNS} fresh processes)`,
		rows: [
			{
				figure: 'time to load everything',
				time: 'real',
				unit: 'ms',
				ours: median(ours),
				others: [{ name, value: median(theirs) }],
				goal: { says: `${MOST_SHARE} × ${name}`, most: MOST_SHARE * median(theirs) },
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
