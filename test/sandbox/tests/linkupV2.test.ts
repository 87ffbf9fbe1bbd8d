import { ACCOUNTS, PEOPLE, profileUrl } from '../index';
import { NOON, startBench, urnOf, v2Body } from './client';
import type { Bench, Reply } from './client';

let bench: Bench;
beforeAll(async () => {
	bench = await startBench();
});
afterAll(async () => await bench.stop());
beforeEach(() => {
	bench.sandbox.reset();
	bench.clock.now = NOON;
});

const post = async (category: string, body: unknown): Promise<Reply> =>
	await bench.call('linkupApi', 'POST', `/v2/${category}`, body);
const get = async (path: string): Promise<Reply> =>
	await bench.call('linkupApi', 'GET', `/v2/${path}`);
const url = (key: string): string => profileUrl(bench.sandbox.world.person(key));
const send = async (params: object, accountId?: string): Promise<Reply> =>
	await post('messages', v2Body('send', { message_text: 'Hi', ...params }, accountId));

const failure = (answer: Reply): unknown => [answer.status, answer.body.error.code];

describe('messages', () => {
	test('a message reaches a connection and costs a credit, two with media', async () => {
		const answer = await send({ profile_url: url(PEOPLE.connected) });
		expect(answer.body).toMatchObject({
			success: true,
			data: { entity_urn: expect.stringContaining('urn:li:msg_message:') },
			metadata: {
				action: 'send',
				account_id: ACCOUNTS.linkupMain,
				credits_consumed: 1,
				timestamp: '2026-11-18T12:00:00Z',
			},
		});
		const media_link = 'https://files.example.com/a.pdf';
		await send({ profile_url: url(PEOPLE.connected), media_link });
		expect(bench.sandbox.deliveries.map(({ hasMedia }) => hasMedia)).toEqual([false, true]);
		expect((await get('credits')).body.data.credits).toBe(1_000_000 - 3);
		bench.sandbox.assertClean();
	});

	test('a stranger needs InMail, and InMail a premium seat', async () => {
		const to = { profile_url: url(PEOPLE.stranger) };
		expect(failure(await send(to))).toEqual([400, 'CHANNEL_ERROR']);
		expect((await send({ ...to, inmail: true, subject: 'Hello' })).status).toBe(200);
		const second = await send({ ...to, inmail: true }, ACCOUNTS.linkupSecond);
		expect(failure(second)).toEqual([400, 'CHANNEL_ERROR']);
		expect(bench.sandbox.deliveries).toMatchObject([{ messageType: 'inmail', subject: 'Hello' }]);
		bench.sandbox.world.linkup.v2OnlyConnections = false;
		expect((await send(to)).status).toBe(200);
		bench.sandbox.assertClean();
	});

	test('a conversation can be read', async () => {
		const params = { profile_url: url(PEOPLE.connected) };
		await send(params);
		const answer = await post('messages', v2Body('get_conversation', { ...params, count: 5 }));
		expect(answer.body.data.messages).toMatchObject([{ text: 'Hi' }]);
		bench.sandbox.assertClean();
	});
});

describe('network and profiles', () => {
	test('an invitation goes out once, by URL or decoded handle', async () => {
		const params = { identifier: PEOPLE.groupMember, message: 'Hello' };
		const answer = await post('network', v2Body('invite', params));
		expect(answer.body.data).toMatchObject({
			invitation_urn: expect.stringMatching(/^urn:li:invitation:\d{19}$/),
			profile_urn: urnOf(bench, PEOPLE.groupMember, 'urn:li:fsd_profile:'),
			public_identifier: PEOPLE.groupMember,
		});
		const again = { profile_url: url(PEOPLE.groupMember) };
		expect(failure(await post('network', v2Body('invite', again)))).toEqual([400, 'CHANNEL_ERROR']);
		const status = await post('network', v2Body('check_invitation', again));
		expect(status.body.data).toMatchObject({
			invitation_state: 'PENDING',
			invitation_type: 'SENT',
		});
		expect(bench.sandbox.deliveries).toMatchObject([{ kind: 'invitation', text: 'Hello' }]);
		bench.sandbox.assertClean();
	});

	test('a free account may write 200 characters, a paid one 300', async () => {
		const params = { profile_url: url(PEOPLE.stranger), message: 'x'.repeat(201) };
		const free = await post('network', v2Body('invite', params, ACCOUNTS.linkupSecond));
		expect(failure(free)).toEqual([400, 'INVALID_PARAMS']);
		expect((await post('network', v2Body('invite', params))).status).toBe(200);
	});

	test.each([
		{ profile_url: 'https://www.linkedin.com/in/jane-doe-sales/' },
		{ identifier: 'jane-doe-sales' },
	])('a profile is read by %j', async (params) => {
		const answer = await post('profiles', v2Body('get', params));
		expect(answer.body.data).toMatchObject({ public_id: 'jane-doe-sales', last_name: 'Doe' });
		bench.sandbox.assertClean();
	});

	test('a profile is read by URN, and the own one by nothing', async () => {
		const profile_urn = urnOf(bench, PEOPLE.connected, 'urn:li:fsd_profile:');
		const answer = await post('profiles', v2Body('get', { profile_urn }));
		expect(answer.body.data.public_id).toBe(PEOPLE.connected);
		const me = await post('profiles', v2Body('get_me', {}));
		expect(me.body.data.first_name).toBe('Lena');
		const nobody = await post('profiles', v2Body('get', { identifier: PEOPLE.unknown }));
		expect(failure(nobody)).toEqual([400, 'CHANNEL_ERROR']);
		bench.sandbox.assertClean();
	});
});

describe('accounts and credits', () => {
	test('accounts come in pages', async () => {
		const first = await get('accounts?count=2&offset=0');
		expect(first.body.data).toMatchObject({
			accounts: [
				{ account_id: ACCOUNTS.linkupMain, platform: 'linkedin', status: 'connected' },
				{ account_id: ACCOUNTS.linkupSecond },
			],
			pagination: { offset: 0, count: 2, next_offset: 2, has_more: true },
		});
		const second = await get('accounts?count=2&offset=2');
		expect(second.body.data).toMatchObject({
			accounts: [{ account_id: ACCOUNTS.linkupInactive, status: 'disconnected' }],
			pagination: { has_more: false },
		});
		expect((await get(`accounts/${ACCOUNTS.linkupMain}`)).body.data.status).toBe('connected');
		expect(failure(await get('accounts/ffffffffffffffffffffffff'))).toEqual([
			404,
			'INVALID_ACCOUNT',
		]);
		bench.sandbox.assertClean();
	});
});

describe('codes', () => {
	const params = { profile_url: 'https://www.linkedin.com/in/jane-doe-sales', message_text: 'Hi' };

	test.each([
		[v2Body('wave', params), 400, 'INVALID_ACTION'],
		[v2Body('send', { profile_url: params.profile_url }), 400, 'INVALID_PARAMS'],
		[v2Body('send', { message_text: 'Hi' }), 400, 'INVALID_PARAMS'],
		[v2Body('send', { ...params, profile_url: 'jane' }), 400, 'INVALID_PARAMS'],
		[{ action: 'send', params }, 400, 'INVALID_PARAMS'],
		[v2Body('send', params, 'ffffffffffffffffffffffff'), 404, 'INVALID_ACCOUNT'],
		[v2Body('send', params, 'acc_12345'), 404, 'INVALID_ACCOUNT'],
		[v2Body('send', params, ACCOUNTS.linkupInactive), 403, 'ACCOUNT_INACTIVE'],
	])('%j answers %i %s', async (body, status, code) => {
		const answer = await post('messages', body);
		expect(failure(answer)).toEqual([status, code]);
		expect(answer.body).toMatchObject({ success: false, metadata: { credits_consumed: 0 } });
		expect(bench.sandbox.violations.filter(({ where }) => where === 'answer')).toEqual([]);
	});

	test('a bad key, no credits, throttling and a guessed path', async () => {
		const bad = await bench.call('linkupApi', 'GET', '/v2/credits', undefined, {
			'x-api-key': 'x',
		});
		expect([bad.status, bad.body.error]).toEqual([
			403,
			{ code: 'INVALID_API_KEY', message: 'The provided API key is invalid or missing' },
		]);
		const { linkup } = bench.sandbox.world;
		linkup.credits = 0;
		expect(failure(await send(params))).toEqual([402, 'INSUFFICIENT_CREDITS']);
		linkup.credits = 9;
		linkup.linkedinThrottled = true;
		expect(failure(await send(params))).toEqual([429, 'RATE_LIMITED']);
		bench.sandbox.assertClean();
		expect(failure(await get('companies'))).toEqual([404, 'INVALID_ACCOUNT']);
		expect(bench.sandbox.violations).toHaveLength(1);
	});
});
