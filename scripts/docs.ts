import { connectSafely, connectSafelyResources } from '../nodes/ConnectSafely/vendor';
import { authentication } from '../nodes/LinkupApi/fields';
import { linkupApi, linkupOperations, linkupResources } from '../nodes/LinkupApi/vendor';
import { outX, outXResources } from '../nodes/OutX/vendor';
import { sendingPart } from '../nodes/shared/fields/sending';
import { fs, nodeProcess, path, root } from '../test/support/node';
import { brokenLinks, withReference } from './docs/readme';
import { reference } from './docs/reference';
import type { DocumentedNode } from './docs/reference';

const [sendingField] = sendingPart('recipient', true).properties.slice(-1);

const README = path.join(root, 'README.md');

const NODES: readonly DocumentedNode[] = [
	{
		name: outX.dialect.label,
		folder: 'OutX',
		resources: outXResources,
		operations: outX.operations,
	},
	{
		name: connectSafely.dialect.label,
		folder: 'ConnectSafely',
		resources: connectSafelyResources,
		operations: connectSafely.operations,
	},
	{
		name: linkupApi.dialect.label,
		folder: 'LinkupApi',
		resources: linkupResources,
		operations: linkupOperations,
		before: authentication.properties,
	},
];

function outputFields(folder: string, resource: string, operation: string): string[] | undefined {
	const file = path.join(root, `nodes/${folder}/__schema__/v1.0.0/${resource}/${operation}.json`);
	if (!fs.existsSync(file)) return undefined;
	const { properties } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
		properties?: Record<string, unknown>;
	};
	return Object.keys(properties ?? {});
}

/** The headings that the nodes and credentials in the editor link to. */
function linksInCode(): Array<readonly [string, string]> {
	const files = ['credentials', 'nodes']
		.flatMap((folder) =>
			fs
				.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
				.map((name) => `${folder}/${name}`),
		)
		.filter((name) => /\.(?:credentials\.ts|node\.json)$/.test(name));
	return files.flatMap((name) =>
		[
			...fs
				.readFileSync(path.join(root, name), 'utf8')
				.matchAll(/n8n-nodes-linkedin-outreach#([\w-]+)/g),
		].map(([, anchor]) => [name, anchor] as const),
	);
}

/** Writes the README's reference of operations; with `--check` only says whether it is current. */
function main(): string[] {
	const readme = fs.readFileSync(README, 'utf8');
	const current = withReference(readme, reference(NODES, sendingField, outputFields));
	const isCheck = nodeProcess.argv.includes('--check');
	if (!isCheck && current !== readme) {
		fs.writeFileSync(README, current);
		nodeProcess.stdout.write('README.md describes the operations anew.\n');
	}
	return [
		...(isCheck && current !== readme
			? ["README.md does not describe today's operations: run npm run docs."]
			: []),
		...brokenLinks(current, linksInCode()),
	];
}

try {
	const findings = main();
	for (const finding of findings) nodeProcess.stdout.write(`${finding}\n`);
	nodeProcess.exitCode = findings.length === 0 ? 0 : 1;
} catch (error) {
	nodeProcess.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	nodeProcess.exitCode = 1;
}
