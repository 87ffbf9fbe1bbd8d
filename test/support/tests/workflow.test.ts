import type { INode } from 'n8n-workflow';

import { combine, errorItems, fromNodesBase, runWorkflow, workflowOf } from '../engine';
import type { WorkflowFile } from '../engine';
import { loadRun, saveRun } from '../savedRun';

import { echoServer } from './echoServer';
import type { EchoServer } from './echoServer';
import { examples } from './examples';

let server: EchoServer;

beforeAll(async () => {
	server = await echoServer();
});

afterAll(async () => {
	await server.close();
});

const node = (name: string, type: string, rest: Partial<INode> = {}): INode => ({
	...{ id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} },
	...rest,
});

/** As an operator exports it: a note, a schedule, pinned data, a named credential and an error branch. */
const exported = (): WorkflowFile => ({
	name: 'Campaign',
	nodes: [
		node('Note', 'n8n-nodes-base.stickyNote'),
		node('Every morning', 'n8n-nodes-base.scheduleTrigger', { parameters: { rule: {} } }),
		node('CRM', 'n8n-nodes-base.hubspot'),
		node('Post', 'examples.post', {
			credentials: { genericApi: { id: 'aB3', name: 'My account' } },
			parameters: { path: "=/{{ $('Every morning').item.json.day }}" },
			onError: 'continueErrorOutput',
		}),
		node('After', 'examples.dedupe', { disabled: true }),
		node('Failed', 'n8n-nodes-base.noOp', { disabled: true }),
	],
	connections: {
		'Every morning': { main: [[{ node: 'CRM', type: 'main', index: 0 }]] },
		CRM: { main: [[{ node: 'Post', type: 'main', index: 0 }]] },
		Post: {
			main: [
				[{ node: 'After', type: 'main', index: 0 }],
				[{ node: 'Failed', type: 'main', index: 0 }],
			],
		},
	},
	settings: { executionOrder: 'v1' },
	pinData: {
		CRM: [
			{ json: { name: 'Ann' }, pairedItem: 0 },
			{ json: { name: 'Bo' }, pairedItem: 0 },
		],
	},
});

describe('an exported workflow', () => {
	it('runs from its trigger, with pinned nodes as they are', async () => {
		server.next.push(200, 404);
		const workflow = exported();
		const result = await runWorkflow({
			nodeTypes: examples,
			workflow,
			input: [{ day: 'monday' }],
			credentials: { aB3: { apiKey: 'k', baseUrl: server.url } },
		});

		expect(result.status).toBe('success');
		expect(server.received.map(({ url, body }) => [url, body])).toEqual([
			['/monday?tenant=one', { name: 'Ann' }],
			['/monday?tenant=one', { name: 'Bo' }],
		]);
		expect(result.json('After')).toEqual([expect.objectContaining({ body: { name: 'Ann' } })]);
		expect(errorItems(result.output('Failed'))).toHaveLength(1);
		expect(result.json('Failed')[0]).toMatchObject({ name: 'Bo', details: { item: 1 } });
		expect(workflow).toEqual(exported());
	});

	it('finds a credential by its name or type, and says which one is missing', async () => {
		const run = async (key: string) =>
			await runWorkflow({
				nodeTypes: examples,
				workflow: exported(),
				input: [{ day: 'x' }],
				credentials: { [key]: { apiKey: 'k', baseUrl: server.url } },
			});

		expect((await run('My account')).json('After')).toHaveLength(2);
		expect((await run('genericApi')).json('After')).toHaveLength(2);
		const [error] = (await run('other')).json('Failed');
		expect(error.error).toBe('Credential with ID "aB3" does not exist for type "genericApi".');
	});

	it('knows the time zone', async () => {
		const chain = [
			node('Zone', 'examples.post', { parameters: { path: '=/{{ $now.zoneName }}' } }),
		];
		chain[0].credentials = { genericApi: { id: 'aB3', name: '' } };
		const result = await runWorkflow({
			nodeTypes: examples,
			workflow: workflowOf(chain),
			input: [{}],
			credentials: { aB3: { baseUrl: server.url } },
			timezone: 'Asia/Tokyo',
		});

		expect(result.json('Zone')[0].url).toBe('/Asia/Tokyo?tenant=one');
	});
});

it('loads n8n-nodes-base only when one of its nodes is needed', () => {
	const source = combine(examples, fromNodesBase(['NoSuchNode']));

	expect(source.node('examples.post')).toBeDefined();
	expect(() => source.node('n8n-nodes-base.noSuchNode')).toThrow(
		/n8n-nodes-base (is not installed|has no node "NoSuchNode")/,
	);
});

it('saves a run with its cycles and shared references, and dates as text', () => {
	const shared = { n: 1, ref: 0, scalar: null, nothing: undefined, call: () => 1 };
	const data = { shared, again: [shared, 'x', 2], at: new Date(0), self: {} };
	data.self = data;
	const read = loadRun(saveRun(data as never)) as unknown as typeof data;

	expect(read.again[0]).toBe(read.shared);
	expect(read.self).toBe(read);
	expect(read.shared).toEqual({ n: 1, ref: 0, scalar: null });
	expect(read.at).toBe('1970-01-01T00:00:00.000Z');
});
