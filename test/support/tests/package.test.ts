import { combine, fromPackage, runNode } from '../engine';
import { fs, os, path } from '../node';

import { examples } from './examples';

const nodeSource = `
exports.Upper = class Upper {
	constructor() {
		this.description = {
			displayName: 'Upper', name: 'upper', group: ['transform'], version: [1, 1.1], description: '',
			icon: 'file:../../upper.svg', defaults: { name: 'Upper' }, inputs: ['main'], outputs: ['main'],
			credentials: [{ name: 'upperApi', required: true }],
			properties: [{ displayName: 'Text', name: 'text', type: 'string', default: 'none' }],
		};
	}
	async execute() {
		const { key } = await this.getCredentials('upperApi');
		return [this.getInputData().map((_, i) => ({ json: {
			text: this.getNodeParameter('text', i).toUpperCase() + key, version: this.getNode().typeVersion,
		} }))];
	}
};`;

const credentialSource = `
exports.UpperApi = class UpperApi {
	constructor() {
		this.name = 'upperApi';
		this.displayName = 'Upper API';
		this.properties = [{ displayName: 'Key', name: 'key', type: 'string', default: '!' }];
	}
};`;

let directory: string;

beforeAll(() => {
	directory = fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-package-'));
	const files = {
		'package.json': JSON.stringify({
			name: 'n8n-nodes-upper',
			version: '1.2.3',
			n8n: {
				nodes: ['dist/nodes/Upper.node.js'],
				credentials: ['dist/credentials/UpperApi.credentials.js'],
			},
		}),
		'dist/nodes/Upper.node.js': nodeSource,
		'dist/credentials/UpperApi.credentials.js': credentialSource,
	};
	for (const [name, text] of Object.entries(files)) {
		fs.mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
		fs.writeFileSync(path.join(directory, name), text);
	}
});

afterAll(() => {
	fs.rmSync(directory, { recursive: true });
});

it('loads a built package under the names n8n uses', async () => {
	const source = combine(examples, await fromPackage(directory));

	expect(source.nodeNames()).toContain('n8n-nodes-upper.upper');
	expect(source.credentialNames()).toContain('upperApi');
	const result = await runNode({
		nodeTypes: source,
		type: 'n8n-nodes-upper.upper',
		typeVersion: 1.1,
		parameters: { text: '={{ $json.text }}' },
		items: [{ text: 'hello' }],
		credentials: { upperApi: {} },
	});
	expect(result.json('Node')).toEqual([{ text: 'HELLO!', version: 1.1 }]);
});
