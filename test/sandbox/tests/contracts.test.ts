import { contractOf } from '../contract/contract';
import { ALLOWANCES } from '../contract/allowances';
import { KEYS, PEOPLE } from '../index';
import { keyHeader, startBench, v1Body, v2Body } from './client';
import type { Bench } from './client';

let bench: Bench;
beforeAll(async () => {
	bench = await startBench();
});
afterAll(async () => await bench.stop());
beforeEach(() => bench.sandbox.reset());

const problems = (): unknown => bench.sandbox.violations.flatMap((violation) => violation.problems);

test('a clean request leaves nothing', async () => {
	await bench.call('connectSafely', 'GET', '/accounts?q=carla');
	expect(bench.sandbox.violations).toEqual([]);
	expect(() => bench.sandbox.assertClean()).not.toThrow();
});

test('a request that breaks its contract is noted, and answered as the vendor would', async () => {
	const body = { recipientProfileId: PEOPLE.connected, message: '' };
	const answer = await bench.call('connectSafely', 'POST', '/message', body);
	expect(answer.status).toBe(400);
	expect(bench.sandbox.violations).toEqual([
		{
			where: 'request',
			vendor: 'connectSafely',
			method: 'POST',
			path: '/message',
			problems: ['/message must NOT have fewer than 1 characters'],
		},
	]);
	expect(() => bench.sandbox.assertClean()).toThrow(
		'request connectSafely POST /message: /message must NOT have fewer than 1 characters',
	);
});

test.each([
	['a member nobody knows', { recipientProfileId: 'jane-doe-sales', message: 'Hi', mesage: 'x' }],
	['a wrong type', { recipientProfileId: 'jane-doe-sales', message: 'Hi', groupId: 5 }],
	['a wrong value', { recipientProfileId: 'jane-doe-sales', message: 'Hi', messageType: 'dm' }],
])('%s is a violation', async (_name, body) => {
	await bench.call('connectSafely', 'POST', '/message', body);
	expect(problems()).toHaveLength(1);
});

test('V2 is held to the one action it names, parameters included', async () => {
	const url = 'https://www.linkedin.com/in/jane-doe-sales';
	const good = v2Body('send', { profile_url: url, message_text: 'Hi' });
	await bench.call('linkupApi', 'POST', '/v2/messages', good);
	expect(problems()).toEqual([]);
	const bad = v2Body('send', { profile_url: url, message_text: 'Hi', subjekt: 'x' });
	await bench.call('linkupApi', 'POST', '/v2/messages', bad);
	expect(problems()).toEqual(['/params must NOT have additional properties: subjekt']);
});

test.each([
	['/outx/linkedin-agent/get-task-status?api_agent_task_id=5', 'api_agent_task_id is not a UUID'],
	['/outx/linkedin-agent/get-task-status', 'api_agent_task_id is missing'],
	['/linkupapi/v2/accounts?count=many', 'count is not an integer'],
	['/linkupapi/v2/accounts?page=2', 'query parameter page is not in the contract'],
	['/linkupapi/v2/nothing', 'GET /v2/nothing is in no contract'],
	['/linkupapi//v2/credits', 'GET //v2/credits is in no contract'],
	['/v2/credits', "/v2/credits is below no vendor's base URL"],
])('GET %s: %s', async (path, problem) => {
	await bench.raw('GET', path, '', { ...keyHeader('linkupApi') });
	expect(problems()).toEqual([problem]);
});

test.each([
	['{"message":', 'application/json', 'the body is not JSON'],
	['{}', 'text/plain', 'Content-Type is text/plain, not JSON'],
	['', 'application/json', 'the body is missing'],
])('body %j as %s: %s', async (text, type, problem) => {
	const headers = { ...keyHeader('connectSafely'), 'content-type': type };
	const answer = await bench.raw('POST', '/connectsafely/linkedin/message', text, headers);
	expect(answer.status).toBe(400);
	expect(problems()).toContain(problem);
});

test('a form is no JSON body, whatever is in it', async () => {
	const headers = {
		...keyHeader('linkupApi'),
		'content-type': 'application/x-www-form-urlencoded',
	};
	const path = '/linkupapi/v1/profile/me';
	const answer = await bench.raw('POST', path, `login_token=${KEYS.loginToken}`, headers);
	expect(answer.body.message).toBe('Missing required parameter: login_token');
	expect(bench.sandbox.violations).toHaveLength(1);
});

test('the newer countries are allowed, GB is not', async () => {
	const me = async (country: string): Promise<unknown> =>
		await bench.call('linkupApi', 'POST', '/v1/profile/me', v1Body({ country }));
	for (const country of ['US', 'UK', 'FR', 'DE', 'IN']) await me(country);
	bench.sandbox.assertClean();
	await me('GB');
	expect(bench.sandbox.violations).toHaveLength(1);
});

test("an answer of the sandbox itself is held to the contract, a fault's is not", async () => {
	const contract = contractOf('connectSafely');
	const operation = contract.find('POST', '/message');
	if (!operation) throw new Error('POST /message is gone');
	expect(contract.answerProblems(operation, { status: 200, body: { success: true } })).toEqual([
		"body must have required property 'message'",
		"body must have required property 'recipientProfileUrn'",
	]);
	expect(contract.answerProblems(operation, { status: 418, body: {} })).toEqual([
		'status 418 is not in the contract',
	]);
	bench.sandbox.world.linkup.channelErrorStatus = 422;
	const unknown = v2Body('get', { identifier: 'nobody' });
	await bench.call('linkupApi', 'POST', '/v2/profiles', unknown);
	expect(bench.sandbox.violations).toMatchObject([{ where: 'answer', path: '/v2/profiles' }]);
	bench.sandbox.reset();
	bench.sandbox.faults.add({ kind: 'status', status: 599 });
	await bench.call('linkupApi', 'POST', '/v2/profiles', unknown);
	bench.sandbox.assertClean();
});

test('a literal path wins over a template', () => {
	const contract = contractOf('connectSafely');
	expect(contract.find('GET', '/account/status')?.template).toBe('/account/status');
	expect(contract.find('GET', '/account/60d21b46/quota')?.template).toBe(
		'/account/{accountId}/quota',
	);
	expect(contract.find('GET', '/relationship/')).toBeUndefined();
});

test('every allowance says why', () => {
	for (const { why } of ALLOWANCES) expect(why.length).toBeGreaterThan(20);
});
