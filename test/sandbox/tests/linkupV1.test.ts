import { KEYS, LOGINS, PEOPLE, profileUrl } from '../index';
import { NOON, startBench, urnOf, v1Body } from './client';
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

const post = async (path: string, body: unknown): Promise<Reply> =>
	await bench.call('linkupApi', 'POST', `/v1/${path}`, body);
const url = (key: string): string => profileUrl(bench.sandbox.world.person(key));
const send = async (more: object): Promise<Reply> =>
	await post('messages/send-message', v1Body({ message_text: 'Salut', ...more }));
const credits = (): number => 1_000_000 - bench.sandbox.world.linkup.credits;

const says = (answer: Reply, message: string): void =>
	expect([answer.status, answer.body]).toEqual([200, { status: 'error', message }]);

describe('send-message', () => {
	test('reaches anybody, connected or not', async () => {
		const answer = await send({ linkedin_url: url(PEOPLE.connected) });
		expect([answer.status, answer.body]).toEqual([
			200,
			{ status: 'success', message: 'Message sent successfully' },
		]);
		await send({ linkedin_url: url(PEOPLE.stranger) });
		await send({ linkedin_url: urnOf(bench, PEOPLE.connectedToo, '') });
		expect(bench.sandbox.deliveries).toMatchObject([
			{ vendor: 'linkupApi', kind: 'message', text: 'Salut', hasMedia: false },
			{ publicIdentifier: PEOPLE.stranger },
			{ publicIdentifier: PEOPLE.connectedToo },
		]);
		expect(credits()).toBe(3);
		bench.sandbox.assertClean();
	});

	test.each(['linkedin_url', 'message_text', 'login_token'])('needs %s', async (name) => {
		const answer = await send({ linkedin_url: url(PEOPLE.connected), [name]: undefined });
		says(answer, `Missing required parameter: ${name}`);
		expect(bench.sandbox.violations).toHaveLength(1);
		expect(credits()).toBe(1);
	});

	test.each([
		'jane-doe-sales',
		'https://linkedin.com/in/jane-doe-sales',
		'http://www.linkedin.com/in/jane-doe-sales',
		'https://www.linkedin.com/in/jane-doe-sales?trk=x',
		'https://www.linkedin.com/company/acme',
		'urn:li:fsd_profile:ACoAAABC',
	])('%s is no profile URL', async (linkedin_url) => {
		says(await send({ linkedin_url }), 'Invalid profile URL format');
		expect(bench.sandbox.deliveries).toEqual([]);
	});

	test.each([
		[{ media_link: 'https://files.example.com/deck.pdf' }, 2, true],
		[{ media_file: 'data:image/png;base64,iVBORw0KGgo=' }, 2, true],
		[{ media_file: { data: 'iVBORw0KGgo=', filename: 'a.png' } }, 2, true],
		[{ media_link: 'https://files.example.com/a.png', media_file: '%%' }, 2, true],
		[{}, 1, false],
	])('with %j it costs %i', async (media, price, hasMedia) => {
		await send({ linkedin_url: url(PEOPLE.connected), ...media });
		expect(bench.sandbox.deliveries).toMatchObject([{ hasMedia }]);
		expect(credits()).toBe(price);
		bench.sandbox.assertClean();
	});

	test.each([
		[{ media_file: 'not base64!' }, 'Invalid media_file format or base64 encoding'],
		[{ media_file: { data: '' } }, 'Invalid media_file format or base64 encoding'],
		[{ media_link: 'http://localhost/a.png' }, 'Invalid media_link format'],
		[{ media_link: 'https://files.example.com/page' }, 'Invalid media_link format'],
	])('refuses %j', async (media, message) => {
		says(await send({ linkedin_url: url(PEOPLE.connected), ...media }), message);
	});

	test('refuses hidden and unknown people, and strangers when switched on', async () => {
		const permission = 'Permission error: this profile cannot be reached with your login token';
		says(await send({ linkedin_url: url(PEOPLE.restricted) }), permission);
		says(
			await send({ linkedin_url: `https://www.linkedin.com/in/${PEOPLE.unknown}` }),
			'Resource not found',
		);
		bench.sandbox.world.linkup.v1OnlyConnections = true;
		says(await send({ linkedin_url: url(PEOPLE.stranger) }), permission);
	});

	test('newer copies add message data', async () => {
		bench.sandbox.world.linkup.v1MessageData = true;
		const answer = await send({ linkedin_url: url(PEOPLE.connected) });
		expect(answer.body.data.deliveredAt).toBe(NOON);
		bench.sandbox.assertClean();
	});
});

describe('network and profile', () => {
	test('an invitation goes out once', async () => {
		const body = v1Body({ linkedin_url: url(PEOPLE.stranger), message: 'Bonjour' });
		expect((await post('network/connect', body)).body).toEqual({
			status: 'success',
			message: 'Connection request sent successfully',
		});
		says(await post('network/connect', body), 'Invitation already sent to this person');
		expect(bench.sandbox.deliveries).toMatchObject([{ kind: 'invitation', text: 'Bonjour' }]);
		bench.sandbox.assertClean();
	});

	test.each([
		[PEOPLE.connected, 'You are already connected with this person'],
		[PEOPLE.inviting, 'This person has already sent you an invitation'],
	])('%s is not invited', async (key, message) => {
		says(await post('network/connect', v1Body({ linkedin_url: url(key) })), message);
	});

	test.each([
		[PEOPLE.connected, 'ACCEPTED', 'CONNECTED', 1],
		[PEOPLE.invited, 'PENDING', 'SENT', 2],
		[PEOPLE.inviting, 'PENDING', 'RECEIVED', 2],
		[PEOPLE.stranger, 'NO_INVITATION', null, 2],
	])('%s stands at %s, %s', async (key, invitation_state, invitation_type, member_distance) => {
		const answer = await post('network/invitation-status', v1Body({ linkedin_url: url(key) }));
		expect(answer.body.data).toMatchObject({ invitation_state, invitation_type, member_distance });
		bench.sandbox.assertClean();
	});

	test('invitation_id can come as a raw number of 19 digits', async () => {
		bench.sandbox.world.linkup.invitationIdAs = 'number';
		const body = v1Body({ linkedin_url: url(PEOPLE.invited) });
		expect((await post('network/invitation-status', body)).text).toMatch(/"invitation_id":\d{19},/);
		bench.sandbox.assertClean();
	});

	test('a bare member id is a URL for messages only, unless switched', async () => {
		const body = v1Body({ linkedin_url: urnOf(bench, PEOPLE.stranger, '') });
		says(await post('profile/info', body), 'Invalid profile URL format');
		bench.sandbox.world.linkup.v1BareIds = 'everywhere';
		expect((await post('profile/info', body)).body.data.first_name).toBe('Marie');
	});

	test('profiles, the own one and conversations can be read', async () => {
		const linkedin_url = `https://www.linkedin.com/in/${urnOf(bench, PEOPLE.connected, '')}/`;
		expect((await post('profile/info', v1Body({ linkedin_url }))).body.data).toMatchObject({
			public_id: PEOPLE.connected,
			first_name: 'José',
		});
		expect((await post('profile/me', v1Body({}))).body.data.first_name).toBe('Lena');
		await send({ linkedin_url });
		const read = await post('messages/conversation', v1Body({ linkedin_url }));
		expect(read.body.data.messages).toMatchObject([{ text: 'Salut' }]);
		const { conversation_id } = read.body.data;
		const again = await post('messages/conversation', v1Body({ conversation_id }));
		expect(again.body.data.total_results).toBe(1);
		bench.sandbox.assertClean();
	});
});

describe('log in', () => {
	const { trusted, challenged } = LOGINS;
	const { code, loginToken, ...first } = challenged;
	const second = { email: challenged.email, code, country: challenged.country };

	test('a trusted sign-in gives the token at once, at the top or under data', async () => {
		expect((await post('auth/login', trusted)).body).toEqual({
			status: 'success',
			login_token: KEYS.loginToken,
		});
		bench.sandbox.world.linkup.tokenPlace = 'data';
		expect((await post('auth/login', trusted)).body.data.login_token).toBe(KEYS.loginToken);
		bench.sandbox.assertClean();
	});

	test('another asks for a code, and its token works only after that', async () => {
		const me = { login_token: loginToken };
		expect((await post('auth/login', first)).body).toEqual({
			status: 'success',
			requires_verification: true,
			message: 'Verification code required',
		});
		says(await post('profile/me', me), 'Invalid or expired LinkedIn cookie');
		expect((await post('auth/verify', second)).body.login_token).toBe(loginToken);
		expect((await post('profile/me', me)).body.data.first_name).toBe('Louis');
		says(await post('auth/verify', second), 'Invalid verification code');
		bench.sandbox.assertClean();
	});

	test('code, e-mail and country must be those of the sign-in', async () => {
		says(await post('auth/verify', second), 'Invalid verification code');
		await post('auth/login', first);
		says(await post('auth/verify', { ...second, country: 'US' }), 'Invalid verification code');
		says(await post('auth/verify', { ...second, code: '000000' }), 'Invalid verification code');
		expect((await post('auth/verify', second)).body.status).toBe('success');
	});

	test('a wrong password and a missing field are refused', async () => {
		says(await post('auth/login', { ...trusted, password: 'no' }), 'Invalid LinkedIn credentials');
		says(
			await post('auth/login', { email: trusted.email }),
			'Missing required parameter: password',
		);
		says(await post('auth/login', { ...trusted, country: 'GB' }), 'Invalid country code');
	});
});

describe('keys, tokens, credits, limits', () => {
	test('a bad key is an error inside 200', async () => {
		const answer = await bench.call('linkupApi', 'GET', '/v1/check', undefined, {});
		says(answer, 'Invalid API key');
		expect((await bench.call('linkupApi', 'GET', '/v1/check')).body).toEqual({ status: 'success' });
		bench.sandbox.assertClean();
	});

	test('LinkedIn revokes the token, credits run out, LinkedIn throttles', async () => {
		const { linkup } = bench.sandbox.world;
		const to = { linkedin_url: url(PEOPLE.connected) };
		linkup.linkedinThrottled = true;
		says(await send(to), 'Rate limit exceeded. Please try again later');
		linkup.credits = 1;
		says(
			await send({ ...to, media_link: 'https://files.example.com/a.png' }),
			'Insufficient credits available',
		);
		linkup.expireToken(KEYS.loginToken);
		says(await send(to), 'Invalid or expired LinkedIn cookie');
		expect(linkup.credits).toBe(0);
		bench.sandbox.assertClean();
	});

	test('more requests a minute than allowed are refused', async () => {
		bench.sandbox.world.linkup.rateLimitPerMinute = 1;
		await bench.call('linkupApi', 'GET', '/v1/check');
		says(
			await bench.call('linkupApi', 'GET', '/v1/check'),
			'Rate limit exceeded. Please try again later',
		);
	});

	test.each([
		['message', { login_token: 'no' }, 401],
		['data', { linkedin_url: 'no' }, 400],
		['detail', { linkedin_url: 'https://www.linkedin.com/in/nobody' }, 404],
	] as const)('real codes and text in %s can be switched on', async (member, more, status) => {
		Object.assign(bench.sandbox.world.linkup, { v1Errors: 'httpCodes', v1ErrorText: member });
		const answer = await send({ linkedin_url: url(PEOPLE.connected), ...more });
		expect(answer.status).toBe(status);
		expect(Object.keys(answer.body)).toEqual(['status', member]);
		bench.sandbox.assertClean();
	});
});
