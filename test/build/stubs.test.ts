import { entries, entryOf, stub } from '../../scripts/build/stubs';
import { fs, path, root } from '../support/node';

describe('stub', () => {
	it.each([
		[
			'dist/nodes/OutX/OutXTrigger.node.js',
			'exports.OutXTrigger=require("../../shared.js").OutXTrigger;\n',
		],
		[
			'dist/credentials/OutXApi.credentials.js',
			'exports.OutXApi=require("../shared.js").OutXApi;\n',
		],
		['dist/nodes/Deep/v2/Deep.node.js', 'exports.Deep=require("../../../shared.js").Deep;\n'],
	])('of %s exports the class by the name of the file', (file, expected) => {
		expect(stub(entryOf(file))).toBe(expected);
	});
});

describe('entries', () => {
	it('are the nodes and credentials of package.json, each with a source that is there', () => {
		const { n8n } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
			n8n: { nodes: string[]; credentials: string[] };
		};
		expect(entries().map(({ file }) => file)).toEqual([...n8n.nodes, ...n8n.credentials]);
		for (const { source, className } of entries()) {
			expect(fs.readFileSync(path.join(root, source), 'utf8')).toContain(
				`export class ${className} `,
			);
		}
	});
});
