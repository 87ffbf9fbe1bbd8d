import 'reflect-metadata';

import { NodeHelpers, Workflow } from 'n8n-workflow';

import { OutX } from '../../../../nodes/OutX/OutX.node';
import { outX } from '../../../../nodes/OutX/vendor';

const type = new OutX();
const nodeTypes = {
	getByName: () => type,
	getByNameAndVersion: () => type,
	getKnownTypes: () => ({}),
};

describe('the line below a node on the canvas', () => {
	it.each(outX.operations.map(({ resource, operation, action }) => [action, resource, operation]))(
		'reads "%s"',
		(action, resource, operation) => {
			const node = {
				id: '1',
				name: 'OutX',
				type: 'outX',
				typeVersion: 1,
				position: [0, 0] as [number, number],
				parameters: { resource, operation },
			};
			const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
			const { subtitle } = type.description;
			const shown = workflow.expression.getSimpleParameterValue(node, subtitle, 'internal', {});
			expect(shown).toBe(action);
			expect(NodeHelpers.isExecutable(workflow, node, type.description)).toBe(true);
		},
	);
});
