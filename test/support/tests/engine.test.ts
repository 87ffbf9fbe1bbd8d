import { runNode, runWorkflow, startNode, workflowOf } from '../engine';
import type { NodeOptions } from '../engine';
import { nextTurn, startTimer } from '../node';

import { echoServer } from './echoServer';
import type { EchoServer } from './echoServer';
import { examples } from './examples';

let server: EchoServer;

beforeEach(async () => {
	server = await echoServer();
});

afterEach(async () => {
	await server.close();
});

const post = (options: Partial<NodeOptions> = {}): NodeOptions => ({
	nodeTypes: examples,
	type: 'examples.post',
	parameters: {},
	items: [{ n: 1 }, { n: 2 }, { n: 3 }],
	credentials: { genericApi: { apiKey: 'secret', baseUrl: server.url } },
	...options,
});

const sent = (): unknown[] => server.received.map(({ body }) => (body as { n: number }).n);

describe('a run', () => {
	it('goes over real HTTP, item by item, with the generic form of authentication', async () => {
		const result = await runNode(post());

		expect(result.status).toBe('success');
		expect(result.error).toBeUndefined();
		expect(sent()).toEqual([1, 2, 3]);
		expect(server.received[0]).toMatchObject({
			method: 'POST',
			url: '/echo?tenant=one',
			headers: { 'x-key': 'secret' },
		});
		expect(result.json('Node')).toHaveLength(3);
		expect(result.output('Node').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(result.json('Trigger')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
	});

	it('authenticates with a function', async () => {
		const credentials = { functionApi: { apiKey: 'secret', baseUrl: server.url } };
		await runNode(post({ credentials, parameters: { credential: 'functionApi' } }));

		expect(server.received[0].headers.authorization).toBe('Bearer secret');
	});

	it('resolves expressions in parameters and in credentials, and applies their defaults', async () => {
		const parameters = { path: '={{ "/echo/" + $json.n }}' };
		const credentials = { genericApi: { apiKey: '={{ "se" + "cret" }}', baseUrl: server.url } };
		await runNode(post({ parameters, credentials }));

		expect(server.received.map(({ url }) => url)).toEqual(
			[1, 2, 3].map((n) => `/echo/${n}?tenant=one`),
		);
		expect(server.received[0].headers['x-key']).toBe('secret');

		const result = await runNode(post({ credentials: { genericApi: { apiKey: 'secret' } } }));
		expect(result.error?.message).toContain('refused the connection');
	});

	it('ends as a result when a node throws, with the item named', async () => {
		server.next.push(200, 422);
		const result = await runNode(post());

		expect(result.status).toBe('error');
		expect(result.error?.context).toMatchObject({ itemIndex: 1 });
		expect(result.json('Node')).toEqual([]);
		expect(sent()).toEqual([1, 2]);
	});

	it('is refused by n8n when a required parameter is empty', async () => {
		const result = await runNode(post({ parameters: { path: '' } }));

		expect(result.status).toBe('error');
		expect(result.error?.message).toContain('issues');
		expect(server.received).toEqual([]);
	});

	it('does not start with an unknown type', async () => {
		const run = runNode(post({ type: 'examples.unknown' }));
		await expect(run).rejects.toThrow('Unrecognized node type: examples.unknown');
	});

	it('fails when the node names a credential nobody gave', async () => {
		const result = await runNode(post({ credentials: { functionApi: {} } }));
		expect(result.error?.message).toBe('Node does not require credentials');
	});

	it('keeps the hints a node leaves, and calls onNodeFinished', async () => {
		const finished: string[] = [];
		const result = await runNode(post({ onNodeFinished: (name) => finished.push(name) }));

		expect(result.hints('Node')).toEqual([{ message: '3 posted', location: 'outputPane' }]);
		expect(finished).toEqual(['Trigger', 'Node']);
	});

	it('carries binary data from node to node', async () => {
		const node = (name: string, type: string) => ({
			...{ id: name, name, type, typeVersion: 1, parameters: {} },
			position: [0, 0] as [number, number],
		});
		const result = await runWorkflow({
			nodeTypes: examples,
			workflow: workflowOf([node('File', 'examples.file'), node('Read', 'examples.readFile')]),
			input: [{ text: 'hello' }],
		});

		expect(result.json('Read')).toEqual([{ fileName: 'note.txt', text: 'hello' }]);
	});
});

describe('HTTP errors', () => {
	it('sends a request answered 401 twice, unless status errors are ignored', async () => {
		server.next.push(401, 401);
		const result = await runNode(post({ items: [{ n: 1 }] }));
		expect(result.status).toBe('error');
		expect(sent()).toEqual([1, 1]);

		server.next.push(401);
		await runNode(post({ items: [{ n: 2 }], parameters: { tolerant: true } }));
		expect(sent()).toEqual([1, 1, 2]);
	});

	it('routes {error, details} to the error output, with the input in front', async () => {
		server.next.push(200, 422);
		const result = await runNode(post({ onError: 'continueErrorOutput' }));

		expect(result.status).toBe('success');
		expect(result.output('Node', 0)).toHaveLength(2);
		expect(result.json('Node', 1)).toEqual([
			{ n: 2, error: expect.any(String), details: { item: 1 } },
		]);
	});

	it('leaves {error, details} on the regular output with continueRegularOutput', async () => {
		server.next.push(200, 422);
		const result = await runNode(post({ onError: 'continueRegularOutput' }));

		expect(result.json('Node')[1]).toEqual({ error: expect.any(String), details: { item: 1 } });
	});
});

describe('repeating', () => {
	const retrying = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

	it('repeats the whole node with Retry On Fail', async () => {
		server.next.push(200, 422);
		const result = await runNode(post(retrying));

		expect(result.status).toBe('success');
		expect(sent()).toEqual([1, 2, 1, 2, 3]);
	});

	it('keeps the node context over the tries', async () => {
		server.next.push(200, 422);
		await runNode(post({ ...retrying, parameters: { memo: true } }));

		expect(sent()).toEqual([1, 2, 2, 3]);
	});

	it('keeps the node context over "Retry execution", by value only', async () => {
		server.next.push(200, 422);
		const options = post({ parameters: { memo: true } });
		const failed = await runNode(options);
		expect(failed.status).toBe('error');
		expect(sent()).toEqual([1, 2]);

		const retried = await runNode({ ...options, retryOf: failed });
		expect(retried.status).toBe('success');
		expect(retried.run.mode).toBe('retry');
		expect(sent()).toEqual([1, 2, 2, 3]);
		expect(retried.json('Node')).toHaveLength(3);
		expect(failed.status).toBe('error');
		expect(failed.json('Node')).toEqual([]);

		const fromText = await runNode({ ...options, retryOf: { saved: failed.saved } });
		expect(fromText.status).toBe('success');
		expect(sent()).toEqual([1, 2, 2, 3, 2, 3]);
	});
});

describe('stopping', () => {
	it('aborts the request in flight', async () => {
		server.next.push('hang');
		const started = startNode(post());
		while (server.received.length === 0) await nextTurn();
		started.cancel();
		const result = await started.result;

		expect(result.status).toBe('canceled');
		expect(sent()).toEqual([1]);
	});

	it('changes nothing after the end', async () => {
		const started = startNode(post());
		await started.result;
		started.cancel();
		await new Promise((resolve) => startTimer(resolve, 5));
		expect((await started.result).status).toBe('success');
	});
});
