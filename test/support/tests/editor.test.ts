import { listSearch, testCredential } from '../engine';

import { echoServer } from './echoServer';
import type { EchoServer } from './echoServer';
import { examples } from './examples';

let server: EchoServer;
let state = 'on';

beforeEach(async () => {
	state = 'on';
	server = await echoServer(({ url }) => ({ url, account: { state } }));
});

afterEach(async () => {
	await server.close();
});

const credential = () => ({ apiKey: 'secret', baseUrl: server.url });
const test = async () => await testCredential('genericApi', credential(), examples);

describe('testCredential', () => {
	it('sends the test request with the credential', async () => {
		expect(await test()).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(server.received[0]).toMatchObject({
			url: '/me?tenant=one',
			headers: { 'x-key': 'secret' },
		});
	});

	it('explains a status by its rule, another status by its text', async () => {
		server.next.push(401, 401);
		expect(await test()).toEqual({ status: 'Error', message: 'The key was refused' });
		server.next.push(503);
		expect(await test()).toEqual({ status: 'Error', message: 'Service Unavailable' });
	});

	it('applies rules to the body of a good answer', async () => {
		const press = async () => await testCredential('functionApi', credential(), examples);
		expect((await press()).status).toBe('OK');
		expect(server.received[0].headers.authorization).toBe('Bearer secret');
		state = 'off';
		expect(await press()).toEqual({ status: 'Error', message: 'The account is off' });
	});

	it('names the network error, and a credential without a test', async () => {
		const unreachable = { apiKey: 'x', baseUrl: 'http://127.0.0.1:1' };
		expect(await testCredential('genericApi', unreachable, examples)).toEqual({
			status: 'Error',
			message: 'ECONNREFUSED',
		});
		expect(await testCredential('untestedApi', {}, examples)).toMatchObject({ status: 'Error' });
	});
});

describe('listSearch', () => {
	const search = {
		nodeTypes: examples,
		type: 'examples.post',
		method: 'people',
		parameters: { path: '/people' },
	};

	it('calls the method with the current parameters, filter and page', async () => {
		const credentials = { genericApi: credential() };
		const found = await listSearch({ ...search, credentials, filter: 'an', paginationToken: '2' });

		expect(found.paginationToken).toBe('2');
		expect(found.results[0].name).toBe('/people?filter=an&page=2&tenant=one');
	});

	it('says that a method is missing', async () => {
		await expect(listSearch({ ...search, method: 'nobody' })).rejects.toThrow(
			'Node type does not have method defined: nobody',
		);
	});
});
