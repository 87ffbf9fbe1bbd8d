import type { INode } from 'n8n-workflow';

import { readExample } from '../system/examples/stage';
import { fs, path, root } from '../support/node';

const FILES = fs.readdirSync(path.join(root, 'examples')).filter((name) => name.endsWith('.json'));

interface Box {
	readonly name: string;
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

const isNote = ({ type }: INode): boolean => type.endsWith('.stickyNote');

/** How many outputs a node draws. */
function outputs({ type, parameters, onError }: INode): number {
	if (type.endsWith('.if') || onError === 'continueErrorOutput') return 2;
	if (!type.endsWith('.switch')) return 1;
	const { rules, options } = parameters as {
		rules: { values: unknown[] };
		options: { fallbackOutput?: string };
	};
	return rules.values.length + (options.fallbackOutput === 'extra' ? 1 : 0);
}

/** A square of 96, higher with more outputs, and its name of up to two lines beneath, twice as wide. */
function box(node: INode): Box {
	const [x, y] = node.position;
	const { name, parameters } = node;
	if (isNote(node)) {
		const { width, height } = parameters as { width: number; height: number };
		return { name, left: x, top: y, right: x + width, bottom: y + height };
	}
	const height = 96 + Math.max(0, outputs(node) - 2) * 32;
	return { name, left: x - 48, top: y, right: x + 144, bottom: y + height + 48 };
}

const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Nodes that can be reached from one, itself only through a loop. */
function reachable(file: string, from: string): Set<string> {
	const { connections } = readExample(file);
	const found = new Set<string>();
	const open = [from];
	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		for (const target of (connections[name]?.main ?? []).flat()) {
			if (!target || found.has(target.node)) continue;
			found.add(target.node);
			open.push(target.node);
		}
	}
	return found;
}

describe.each(FILES)('%s on the canvas', (file) => {
	const { nodes, connections } = readExample(file);

	it('has notes, and nothing lies over anything else', () => {
		expect(nodes.filter(isNote).length).toBeGreaterThan(1);
		const boxes = nodes.map(box);
		const clashes = boxes.flatMap((a, index) =>
			boxes
				.slice(index + 1)
				.filter((b) => overlap(a, b))
				.map((b) => `${a.name} and ${b.name}`),
		);
		expect(clashes).toEqual([]);
	});

	it('has notes that are high enough for their text', () => {
		for (const { name, parameters } of nodes.filter(isNote)) {
			const { content, width, height } = parameters as {
				content: string;
				width: number;
				height: number;
			};
			const lines = content.split('\n').map((line) => {
				if (line === '') return 10;
				const letters = line.replace(/\*\*|^#+ /g, '').length;
				const isHeading = line.startsWith('#');
				const perLine = (width - 56) / (isHeading ? 11 : 6.9);
				return Math.ceil(letters / perLine) * (isHeading ? 34 : 22);
			});
			const needed = lines.reduce((sum, line) => sum + line, 24);
			expect({ name, fits: needed <= height, needed, height }).toMatchObject({ fits: true });
		}
	});

	it('goes from left to right, but for the way back of a loop', () => {
		const at = new Map(nodes.map(({ name, position }) => [name, position[0]]));
		for (const [name, { main }] of Object.entries(connections)) {
			for (const target of main.flat()) {
				if (!target || (at.get(target.node) ?? 0) > (at.get(name) ?? 0)) continue;
				expect(reachable(file, target.node)).toContain(name);
			}
		}
	});

	it('fills the lists that lie beside a wait before the wait begins', () => {
		// n8n runs the branches of a node from top to bottom, whichever output they hang on.
		const y = new Map(nodes.map(({ name, position }) => [name, position[1]]));
		const waits = nodes.filter(({ type }) => type.endsWith('.wait')).map(({ name }) => name);
		for (const { main } of Object.values(connections)) {
			const targets = main.flat().map((target) => target?.node ?? '');
			const wait = targets.find((name) => waits.includes(name));
			if (wait === undefined || !reachable(file, wait).has(wait)) continue;
			for (const name of targets) expect(y.get(name)).toBeLessThanOrEqual(y.get(wait) ?? 0);
		}
	});
});
