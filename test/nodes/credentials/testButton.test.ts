import { fromClasses, testCredential } from '../../support/engine';
import { http, once } from '../../support/node';
import type { ClassName } from './types';
import { CLASS_NAMES, filledIn, KEY, TYPES } from './types';

/** What each vendor answers, in the words of its contract, and what the operator then reads. */
const BUTTONS: Record<
	ClassName,
	{ path: string; header: [string, string]; good: unknown[]; bad: Array<[number, unknown, RegExp]> }
> = {
	OutXApi: {
		path: '/api-team',
		header: ['x-api-key', KEY],
		good: [{ team: 'Acme' }, {}],
		bad: [
			[
				401,
				{ error: 'Invalid API Key' },
				/^OutX does not accept this API key\. Copy the key again/,
			],
			[
				403,
				{ error: 'Plugin installation required: …' },
				/^The key is right, but no browser with the OutX extension has been active in the last 48 hours\. Open Chrome/,
			],
		],
	},
	ConnectSafelyAiApi: {
		path: '/accounts',
		header: ['authorization', `Bearer ${KEY}`],
		good: [[{ id: '1' }, { id: '2' }], []],
		bad: [
			[401, { error: 'Unauthorized' }, /^ConnectSafely\.ai does not accept this API key\. Copy/],
			[
				403,
				{ success: false, error: 'Your trial has expired.' },
				/^ConnectSafely\.ai knows this key, but its trial is over or it has no subscription\. Choose/,
			],
		],
	},
	LinkupLoginTokenApi: {
		path: '/v1/check',
		header: ['x-api-key', KEY],
		good: [{ status: 'success' }, {}],
		bad: [
			[401, { status: 'error' }, /^LinkupAPI does not accept this API key\. Copy the key again/],
			[403, { status: 'error' }, /^LinkupAPI does not accept this API key\./],
			[
				200,
				{ status: 'error', message: 'Invalid API key' },
				/^LinkupAPI does not accept this API key\./,
			],
		],
	},
	LinkupAccountApi: {
		path: '/v2/credits',
		header: ['x-api-key', KEY],
		good: [{ success: true, data: { credits: 0 } }],
		bad: [
			[
				403,
				{ success: false, error: { code: 'INVALID_API_KEY' } },
				/^LinkupAPI does not accept this/,
			],
			[401, { success: false }, /^LinkupAPI does not accept this API key\./],
			[200, { success: false }, /^LinkupAPI does not accept this API key\./],
		],
	},
};

const nodeTypes = fromClasses({}, TYPES);
const seen: http.IncomingMessage[] = [];
let answer: { status: number; body: unknown; location?: string };
const server = http.createServer((request, response) => {
	seen.push(request);
	response.writeHead(answer.status, {
		'content-type': 'application/json',
		...(answer.location && { location: answer.location }),
	});
	response.end(JSON.stringify(answer.body));
});
let origin: string;

beforeAll(async () => {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
	seen.length = 0;
});

describe.each(CLASS_NAMES)('Test on %s', (className) => {
	const type = new TYPES[className]();
	const { path, header, good, bad } = BUTTONS[className];
	const press = async (baseUrl = `${origin}/vendor`, apiKey = KEY) =>
		await testCredential(type.name, filledIn(type, { baseUrl, apiKey }), nodeTypes);

	it.each(good.map((body) => [body]))('says that the key is good on %j', async (body) => {
		answer = { status: 200, body };
		expect(await press()).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(seen).toHaveLength(1);
		expect([seen[0].method, seen[0].url]).toEqual(['GET', `/vendor${path}`]);
		expect(seen[0].headers[header[0]]).toBe(header[1]);
	});

	it.each(bad)('explains status %d with %j', async (status, body, words) => {
		answer = { status, body };
		const { status: verdict, message } = await press();
		expect(verdict).toBe('Error');
		expect(message).toMatch(words);
		expect(message).not.toContain(KEY);
	});

	it('points at the Base URL when nothing is there', async () => {
		answer = { status: 404, body: 'Not found' };
		expect((await press()).message).toMatch(
			/^There is no such API at the Base URL\. Set the Base URL back to https:/,
		);
	});

	it.each(['/', '///', '/?a=b', ' \n'])('takes a Base URL that ends in %j', async (tail) => {
		answer = { status: 200, body: good[0] };
		expect((await press(`${origin}/vendor${tail}`)).status).toBe('OK');
		expect(seen[0].url).toBe(`/vendor${path}`);
	});

	it('carries the key to no other host when it is redirected', async () => {
		answer = { status: 307, body: {}, location: origin.replace('127.0.0.1', 'localhost') };
		expect((await press()).status).toBe('Error');
		expect(seen).toHaveLength(1);
	});

	it.each([
		['http://vendor.example', /^The Base URL uses http for vendor\.example/],
		['https://me:hush@vendor.example', /^The Base URL holds a user name or a password\. Remove/],
		['', /^The Base URL is empty\. Enter/],
		['vendor', /^The Base URL is not a web address\. Enter/],
	])('sends nothing to the Base URL %j and says why', async (baseUrl, words) => {
		const { status, message } = await press(baseUrl);
		expect([status, seen.length]).toEqual(['Error', 0]);
		expect(message).toMatch(words);
		expect(message).not.toMatch(/hush|key-abc/);
	});

	it('says what is wrong with a key that cannot be one', async () => {
		const { message } = await press(undefined, 'hush\r\nX-Evil: hush');
		expect(message).toMatch(/^The API Key in the credential has a space, a line break/);
		expect(message).not.toContain('hush');
		expect(seen).toHaveLength(0);
	});
});
