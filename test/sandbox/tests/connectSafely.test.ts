import { ACCOUNTS, GROUP_ID, PEOPLE, TRIAL_OVER } from '../index';
import { NOON, startBench, urnOf } from './client';
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
	await bench.call('connectSafely', 'POST', path, body);
const get = async (path: string): Promise<Reply> => await bench.call('connectSafely', 'GET', path);
const fsd = (key: string): string => urnOf(bench, key, 'urn:li:fsd_profile:');
const slug = (text: string): string => encodeURIComponent(text);

describe('POST /message', () => {
	test('reaches a connection, by slug or by URN', async () => {
		const bySlug = { recipientProfileId: PEOPLE.connected, message: 'Hola' };
		const answer = await post('/message', bySlug);
		expect([answer.status, answer.body]).toEqual([
			200,
			{
				success: true,
				message: 'Message sent successfully',
				recipientProfileUrn: fsd(PEOPLE.connected),
			},
		]);
		expect(answer.headers).toMatchObject({
			'x-ratelimit-action': 'MESSAGE',
			'x-ratelimit-limit': '100',
			'x-ratelimit-used': '1',
			'x-ratelimit-remaining': '99',
			'x-ratelimit-reset': '2026-11-19T00:00:00.000Z',
		});
		await post('/message', { recipientProfileUrn: fsd(PEOPLE.connectedToo), message: 'Hi' });
		expect(bench.sandbox.deliveries).toMatchObject([
			{
				at: NOON,
				vendor: 'connectSafely',
				kind: 'message',
				from: ACCOUNTS.connectSafelyDefault,
				publicIdentifier: PEOPLE.connected,
				text: 'Hola',
				messageType: 'normal',
			},
			{ publicIdentifier: PEOPLE.connectedToo },
		]);
		bench.sandbox.assertClean();
	});

	test.each([
		[{ message: 'Hi' }, 'Either recipientProfileId or recipientProfileUrn is required'],
		[{ recipientProfileId: 'x' }, 'Message is required'],
		[
			{ recipientProfileId: 'x', message: 'Hi', messageType: 'inmail' },
			'Subject is required for InMail messages',
		],
		[
			{ recipientProfileId: 'x', message: 'Hi', messageType: 'sms' },
			'messageType must be normal or inmail',
		],
	])('refuses %j', async (body, error) => {
		const answer = await post('/message', body);
		expect([answer.status, answer.body]).toEqual([400, { error, success: false }]);
		expect(bench.sandbox.violations).toHaveLength(1);
	});

	test.each([
		[{ recipientProfileId: PEOPLE.unknown }, PEOPLE.unknown],
		[{ recipientProfileId: PEOPLE.restricted }, PEOPLE.restricted],
		[
			{ recipientProfileId: 'https://www.linkedin.com/in/jane-doe-sales' },
			'https://www.linkedin.com/in/jane-doe-sales',
		],
		[{ recipientProfileUrn: 'urn:li:fsd_profile:ACoAANobody' }, 'urn:li:fsd_profile:ACoAANobody'],
		[{ recipientProfileUrn: 'urn:li:member:123' }, 'urn:li:member:123'],
	])('does not find %j', async (who, id) => {
		const answer = await post('/message', { ...who, message: 'Hi' });
		expect([answer.status, answer.body]).toEqual([
			404,
			{ error: `LinkedIn profile not found: ${id}`, success: false },
		]);
		bench.sandbox.assertClean();
	});

	test('takes a bare member id for a slug only where that is switched on', async () => {
		const id = urnOf(bench, PEOPLE.connected, '');
		const body = { recipientProfileId: id, message: 'Hi' };
		expect((await post('/message', body)).status).toBe(404);
		expect((await get(`/relationship/${id}`)).status).toBe(200);
		bench.sandbox.world.connectSafely.memberIdsAsSlugs = 'always';
		expect((await post('/message', body)).status).toBe(200);
		bench.sandbox.world.connectSafely.memberIdsAsSlugs = 'never';
		expect((await get(`/relationship/${id}`)).status).toBe(404);
	});

	test('a stranger needs InMail, credits or a common group', async () => {
		const to = { recipientProfileId: PEOPLE.stranger, message: 'Hi' };
		const normal = await post('/message', to);
		expect([normal.status, normal.body]).toEqual([
			400,
			{ error: 'Recipient is not a 1st-degree connection', success: false },
		]);
		const wrongGroup = await post('/message', { ...to, groupId: GROUP_ID });
		expect(wrongGroup.body.error).toBe('Recipient is not a member of this group');
		const inGroup = { ...to, recipientProfileId: PEOPLE.groupMember, groupId: GROUP_ID };
		expect((await post('/message', inGroup)).status).toBe(200);
		const inmail = { ...to, messageType: 'inmail', subject: 'Hello' };
		expect((await post('/message', inmail)).status).toBe(200);
		expect(bench.sandbox.world.account(ACCOUNTS.connectSafelyDefault)?.inMailCredits).toBe(4);
		const free = { ...inmail, accountId: ACCOUNTS.connectSafelySecond };
		expect((await post('/message', free)).body.error).toBe('InMail requires a Premium account');
		const open = { ...free, recipientProfileId: PEOPLE.openProfile };
		expect((await post('/message', open)).status).toBe(200);
		expect(
			bench.sandbox.deliveries.map(({ messageType, subject }) => [messageType, subject]),
		).toEqual([
			['normal', undefined],
			['inmail', 'Hello'],
			['inmail', 'Hello'],
		]);
		bench.sandbox.assertClean();
	});

	test('InMail ends with the credits', async () => {
		const account = bench.sandbox.world.account(ACCOUNTS.connectSafelyDefault);
		if (account) account.inMailCredits = 0;
		const inmail = { message: 'Hi', messageType: 'inmail', subject: 'Hello' };
		const answer = await post('/message', { ...inmail, recipientProfileId: PEOPLE.stranger });
		expect([answer.status, answer.body.error]).toEqual([400, 'Not enough InMail credits']);
	});

	test('newer versions add a deprecation notice', async () => {
		bench.sandbox.world.connectSafely.deprecationNotice = true;
		const answer = await post('/message', { recipientProfileId: PEOPLE.connected, message: 'Hi' });
		expect(answer.body).toHaveProperty('_deprecated');
		bench.sandbox.assertClean();
	});
});

describe('POST /connect', () => {
	test('invites a stranger once', async () => {
		const body = { profileId: PEOPLE.stranger, customMessage: 'Bonjour' };
		const answer = await post('/connect', body);
		expect([answer.status, answer.body]).toEqual([
			200,
			{
				success: true,
				message: 'Connection request sent successfully',
				profileUrn: fsd(PEOPLE.stranger),
			},
		]);
		expect(answer.headers['x-ratelimit-reset']).toBe('2026-11-23T00:00:00.000Z');
		const again = await post('/connect', { profileUrn: fsd(PEOPLE.stranger) });
		expect([again.status, again.body.error]).toEqual([400, 'Connection request already pending']);
		expect(bench.sandbox.deliveries).toMatchObject([{ kind: 'invitation', text: 'Bonjour' }]);
		expect((await get(`/relationship/${PEOPLE.stranger}`)).body.invitationSent).toBe(true);
		bench.sandbox.assertClean();
	});

	test.each([
		[{ profileId: PEOPLE.connected }, 400, 'Already connected with this profile'],
		[{ profileId: PEOPLE.invited }, 400, 'Connection request already pending'],
		[{ profileId: PEOPLE.inviting }, 400, 'Connection request already pending'],
		[{ profileId: PEOPLE.unknown }, 404, `LinkedIn profile not found: ${PEOPLE.unknown}`],
		[{}, 400, 'Either profileId or profileUrn is required'],
		[
			{ profileId: PEOPLE.stranger, customMessage: 'x'.repeat(301) },
			400,
			'Custom message cannot exceed 300 characters',
		],
	])('refuses %j', async (body, status, error) => {
		const answer = await post('/connect', body);
		expect([answer.status, answer.body]).toEqual([status, { error, success: false }]);
		expect(bench.sandbox.deliveries).toEqual([]);
	});
});

describe('reading', () => {
	test('the relationship, of the default or of a named account', async () => {
		const own = await get(`/relationship/${slug(PEOPLE.connected)}`);
		expect(own.body).toEqual({
			connected: true,
			invitationSent: false,
			invitationReceived: false,
			status: 'CONNECTED',
			profileUrn: fsd(PEOPLE.connected),
			accountId: ACCOUNTS.connectSafelyDefault,
		});
		bench.sandbox.world.disconnect(ACCOUNTS.connectSafelySecond, PEOPLE.connected);
		const path = `/relationship/${ACCOUNTS.connectSafelySecond}/${slug(PEOPLE.connected)}`;
		expect((await get(path)).body).toMatchObject({ connected: false, status: 'NOT_CONNECTED' });
		expect((await get(`/relationship/${PEOPLE.inviting}`)).body.invitationReceived).toBe(true);
		expect((await get('/relationship/nobody')).body).toEqual({
			error: 'LinkedIn profile not found: nobody',
			success: false,
		});
		bench.sandbox.assertClean();
	});

	test('a profile with what was asked for, an empty one for nobody', async () => {
		const answer = await post('/profile', {
			profileId: PEOPLE.connected,
			includeExperience: true,
			includeGeoLocation: true,
		});
		expect(answer.body).toMatchObject({
			success: true,
			cached: false,
			profile: { firstName: 'José', entityUrn: fsd(PEOPLE.connected), isConnected: true },
			experience: [{ title: 'Director Comercial' }],
		});
		expect(answer.body).not.toHaveProperty('skills');
		const nobody = await post('/profile', { profileId: PEOPLE.unknown });
		expect([nobody.status, nobody.body.profile]).toEqual([200, {}]);
		const query = await get(`/profile?profileId=${slug(PEOPLE.connected)}&includeContact=true`);
		expect(query.body.profile.lastName).toBe('García');
		expect((await post('/profile', {})).body.error).toBe('profileId is required');
	});

	test('the accounts, searched by name, id or URL', async () => {
		expect((await get('/accounts')).body).toHaveLength(3);
		const ids = async (q: string): Promise<unknown> => {
			const list = (await get(`/accounts?q=${slug(q)}`)).body as unknown as Array<{ id: string }>;
			return list.map(({ id }) => id);
		};
		expect(await ids('díaz')).toEqual([ACCOUNTS.connectSafelyDefault]);
		expect(await ids(ACCOUNTS.connectSafelySecond)).toEqual([ACCOUNTS.connectSafelySecond]);
		expect(await ids('https://www.linkedin.com/in/carla-d%C3%ADaz/')).toEqual([
			ACCOUNTS.connectSafelyDefault,
		]);
		bench.sandbox.assertClean();
	});

	test('a conversation exists once something was written, and can be read', async () => {
		const exists = `/conversations/exists/${slug(PEOPLE.connected)}`;
		expect((await get(exists)).body).toMatchObject({
			hasConversation: false,
			conversationUrn: null,
		});
		await post('/message', { recipientProfileId: PEOPLE.connected, message: 'Hola' });
		const { conversationUrn } = (await get(exists)).body;
		const messages = await get(`/conversations/${slug(String(conversationUrn))}/messages`);
		expect(messages.body.messages).toMatchObject([{ text: 'Hola', isSentByOwner: true }]);
		bench.sandbox.assertClean();
	});
});

describe('keys and accounts', () => {
	test.each<Record<string, string>>([
		{},
		{ authorization: 'Bearer wrong' },
		{ 'x-api-key': 'wrong' },
	])('%j is no key', async (headers) => {
		const answer = await bench.call('connectSafely', 'GET', '/accounts', undefined, headers);
		expect([answer.status, answer.body]).toEqual([401, { error: 'Unauthorized' }]);
	});

	test('after the trial every call answers 403', async () => {
		bench.sandbox.world.connectSafely.trialOver = true;
		const answer = await get('/accounts');
		expect([answer.status, answer.body]).toEqual([403, { error: TRIAL_OVER, success: false }]);
		bench.sandbox.assertClean();
	});

	test('an account of somebody else, or without a seat, cannot act', async () => {
		const to = { recipientProfileId: PEOPLE.connected, message: 'Hi' };
		for (const accountId of ['acc_12345', ACCOUNTS.connectSafelyWarmup]) {
			expect((await post('/message', { ...to, accountId })).status).toBe(403);
		}
		expect((await get('/account/acc_12345/quota')).status).toBe(404);
		expect(bench.sandbox.deliveries).toEqual([]);
		bench.sandbox.assertClean();
	});

	test.each(['error', 'code', 'zod'] as const)('failures have the shape %s', async (shape) => {
		bench.sandbox.world.connectSafely.errorShape = shape;
		const text = 'Either recipientProfileId or recipientProfileUrn is required';
		const invalid = (await post('/message', { message: 'Hi' })).body;
		const missing = await post('/message', { recipientProfileId: 'nobody', message: 'Hi' });
		const shapes = {
			error: { error: text, success: false },
			code: { success: false, code: 'validation_error', message: text },
			zod: {
				success: false,
				error: {
					name: 'ZodError',
					issues: [{ code: 'custom', path: ['recipientProfileId'], message: text }],
				},
			},
		};
		expect(invalid).toEqual(shapes[shape]);
		expect(missing.text).toContain('LinkedIn profile not found: nobody');
		expect(bench.sandbox.violations.filter(({ where }) => where === 'answer')).toEqual([]);
	});

	test('calls the sandbox has no world for answer as the contract shows, other paths with 404', async () => {
		const followed = await post('/follow', { profileId: 'x' });
		expect([followed.status, followed.body.success]).toEqual([200, true]);
		bench.sandbox.assertClean();
		expect((await post('/massage', {})).status).toBe(404);
		expect(() => bench.sandbox.assertClean()).toThrow('POST /massage is in no contract');
	});
});
