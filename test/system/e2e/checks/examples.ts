import type { INode, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { readJson } from '../../../../scripts/editor/files';
import { root } from '../../../../scripts/editor/places';
import { assert, fs, path } from '../../../support/node';
import type { Check, Stage } from '../stage';
import type { WorkflowInput } from '../workflows';

const folder = path.join(root, 'examples');

interface Example {
	/** The file's name without its ending. */
	readonly key: string;
	readonly file: string;
	readonly workflow: WorkflowInput;
}

const examples = (): Example[] =>
	fs
		.readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => {
			const file = path.join(folder, name);
			return { key: path.basename(name, '.json'), file, workflow: readJson<WorkflowInput>(file) };
		});

/** Without the notes. */
const nodesOf = ({ nodes }: WorkflowInput): INode[] =>
	nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');

/** What the operator sees of a node: n8n gives credentials and waits IDs of its own. */
const asDrawn = ({ name, type, typeVersion, position, parameters }: INode): object => ({
	name,
	type,
	typeVersion,
	position,
	parameters,
});

const versions = ({ version }: INodeTypeDescription): number[] => [version].flat();

/** What n8n's editor would show as missing in a node, apart from credentials: those are chosen after the import. */
function missing(node: INode, types: readonly INodeTypeDescription[]): string[] {
	const type = types.find(
		(one) => one.name === node.type && versions(one).includes(node.typeVersion),
	);
	if (!type) return [`${node.name}: n8n has no ${node.type} ${node.typeVersion}`];
	const { properties } = type;
	const filled = NodeHelpers.getNodeParameters(
		properties,
		node.parameters,
		true,
		false,
		node,
		type,
	) as INodeParameters;
	const whole = { ...node, parameters: filled };
	const { parameters = {} } = NodeHelpers.getNodeParametersIssues(properties, whole, type) ?? {};
	return Object.entries(parameters)
		.filter(([name]) => !isToFillIn(node, name))
		.map(([name, issues]) => `${node.name}, ${name}: ${issues.join('; ')}`);
}

/** A document, sheet or LinkedIn account of the operator's own, which no example can know. */
function isToFillIn({ parameters }: INode, name: string): boolean {
	const value = parameters[name];
	return typeof value === 'object' && value !== null && '__rl' in value && value.value === '';
}

/** The whole workflow, as large as it fits. */
async function photograph({ operator, pictures }: Stage, key: string): Promise<void> {
	await operator.fitCanvas();
	await pictures.shot(`example-${key}`);
	await operator.withoutButtons(async () => {
		await pictures.picture(key, await operator.canvasBox());
	});
}

export const exampleChecks: readonly Check[] = [
	{
		name: 'Every example imports: no node type and no parameter is missing',
		async run({ editor }) {
			const { text } = await editor.rest.open('/types/nodes.json');
			const types = JSON.parse(text) as INodeTypeDescription[];
			for (const { workflow } of examples()) {
				assert.deepEqual(
					workflow.nodes.flatMap((node) => missing(node, types)),
					[],
				);
				const { name, nodes, connections, settings } = workflow;
				const copy = { name: `Copy of ${name}`, nodes, connections, settings };
				const { id } = await editor.rest.post<{ id: string }>('/workflows', copy);
				const saved = await editor.rest.get<WorkflowInput>(`/workflows/${id}`);
				assert.deepEqual(
					saved.nodes.map(asDrawn),
					nodes.map(asDrawn),
					`n8n saved ${name} otherwise`,
				);
			}
		},
	},
	{
		name: 'An example is imported from its file in the browser, and shows all its nodes',
		async run({ operator, pictures }) {
			const { file, workflow } = examples()[0];
			await operator.visit('/workflow/new', 'canvas-wrapper');
			await operator.importFile(file);
			const shown = nodesOf(workflow);
			await operator.page
				.locator(`[data-test-id="canvas-node"][data-node-name="${shown.at(-1)?.name}"]`)
				.waitFor();
			assert.equal(await operator.canvasNodes.count(), shown.length);
			await pictures.shot('imported');
		},
	},
	{
		name: "Every example's canvas opens, with all its nodes known",
		async run(stage) {
			const { operator } = stage;
			await operator.visit('/home/workflows', 'resources-list-item-workflow');
			for (const { key, workflow } of examples()) {
				await operator.openWorkflow(workflow.name);
				await photograph(stage, key);
				assert.equal(await operator.canvasNodes.count(), nodesOf(workflow).length, key);
				const text = await operator.page.getByTestId('canvas').innerText();
				// n8n draws a question mark for a node it does not know.
				assert.doesNotMatch(text, /^\?$/m, `${key} has a node that n8n does not know`);
			}
		},
	},
];
