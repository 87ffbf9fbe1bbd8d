import { ACCOUNTS, PEOPLE, TOO_FAST } from '../index';
import { NOON, startBench } from './client';
import type { Bench, Reply } from './client';

const HOUR = 3_600_000;

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
const message = async (more: object = {}): Promise<Reply> =>
	await post('/message', { recipientProfileId: PEOPLE.connected, message: 'Hi', ...more });
const connect = async (profileId: string): Promise<Reply> => await post('/connect', { profileId });

test('100 messages a day, per account, until midnight UTC', async () => {
	for (let i = 0; i < 100; i += 1) expect((await message()).status).toBe(200);
	const over = await message();
	expect([over.status, over.body]).toEqual([
		429,
		{
			error: 'Rate limit exceeded for MESSAGE: 100/100 used. Resets at 2026-11-19T00:00:00.000Z',
			success: false,
		},
	]);
	expect(over.headers).toMatchObject({ 'x-ratelimit-used': '100', 'x-ratelimit-remaining': '0' });
	expect(over.headers).not.toHaveProperty('retry-after');
	expect((await message({ accountId: ACCOUNTS.connectSafelySecond })).status).toBe(200);
	bench.clock.now += 12 * HOUR - 1;
	expect((await message()).status).toBe(429);
	bench.clock.now += 1;
	const fresh = await message();
	expect([fresh.status, fresh.headers['x-ratelimit-used']]).toEqual([200, '1']);
	bench.sandbox.assertClean();
});

test('failures cost nothing', async () => {
	const failed = await message({ recipientProfileId: PEOPLE.stranger });
	expect([failed.status, failed.headers['x-ratelimit-used']]).toEqual([400, '0']);
});

test('over 90 invitations a week requests are on hold for 24 hours, into the next week', async () => {
	const { quotas } = bench.sandbox.world.connectSafely;
	bench.clock.now = Date.UTC(2026, 10, 22, 20);
	quotas.spend(ACCOUNTS.connectSafelyDefault, 'CONNECT', 89);
	expect((await connect(PEOPLE.stranger)).status).toBe(200);
	const over = await connect(PEOPLE.strangerToo);
	expect([over.status, over.body]).toEqual([
		429,
		{
			success: false,
			error: 'Rate limit exceeded for CONNECT: 90/90 used. Resets at 2026-11-23T00:00:00Z',
			holdUntil: '2026-11-23T20:00:00Z',
		},
	]);
	expect((await message()).status).toBe(200);
	bench.clock.now += 10 * HOUR;
	expect((await connect(PEOPLE.strangerToo)).body.holdUntil).toBe('2026-11-23T20:00:00Z');
	bench.clock.now += 14 * HOUR;
	expect((await connect(PEOPLE.strangerToo)).headers['x-ratelimit-used']).toBe('1');
	bench.sandbox.assertClean();
});

test('120 unique profiles a day; what is in the cache is free for six hours', async () => {
	const profile = async (profileId: string, more: object = {}): Promise<Reply> =>
		await post('/profile', { profileId, ...more });
	const used = (reply: Reply): unknown => reply.headers['x-ratelimit-used'];
	expect(used(await profile(PEOPLE.connected))).toBe('1');
	const cached = await profile(PEOPLE.connected);
	expect([used(cached), cached.body.cached]).toEqual(['1', true]);
	expect(used(await profile(PEOPLE.connected, { forceRefresh: true }))).toBe('2');
	bench.clock.now += 6 * HOUR;
	const later = await profile(PEOPLE.connected);
	expect([used(later), later.body.cached]).toEqual(['2', false]);
	bench.sandbox.world.connectSafely.quotas.spend(
		ACCOUNTS.connectSafelyDefault,
		'PROFILE_VIEW',
		118,
	);
	const over = await profile(PEOPLE.stranger);
	expect([over.status, over.body.error]).toEqual([
		429,
		'Rate limit exceeded for PROFILE_VIEW: 120/120 used. Resets at 2026-11-19T00:00:00.000Z',
	]);
	expect((await profile(PEOPLE.connected)).status).toBe(200);
	bench.sandbox.assertClean();
});

test('the quota report tells it all and costs nothing', async () => {
	await message();
	const path = `/account/${ACCOUNTS.connectSafelyDefault}/quota`;
	const { body } = await bench.call('connectSafely', 'GET', path);
	expect(body.accountId).toBe(ACCOUNTS.connectSafelyDefault);
	expect(body.quotas).toEqual(
		expect.arrayContaining([
			{
				feature: 'MESSAGE',
				window: 'daily',
				used: 1,
				limit: 100,
				linkedinLimit: 150,
				remaining: 99,
				limitReached: false,
				limitReachedAt: null,
				resetAt: '2026-11-19 00:00:00+00:00',
			},
			expect.objectContaining({ feature: 'CONNECT', resetAt: '2026-11-23 00:00:00+00:00' }),
		]),
	);
	bench.sandbox.assertClean();
});

test('limits can be changed', async () => {
	bench.sandbox.world.connectSafely.quotas.limits.MESSAGE.limit = 1;
	await message();
	expect((await message()).body.error).toContain('MESSAGE: 1/1 used');
});

test('the per-minute layer is off, and when on says how long to wait', async () => {
	bench.sandbox.world.connectSafely.velocityLimit = 2;
	await message();
	bench.clock.now += 20_000;
	await message();
	const over = await message();
	expect([over.status, over.body.error]).toEqual([429, TOO_FAST]);
	expect(over.headers).toMatchObject({
		'retry-after': '40',
		'x-ratelimit-limit': '2',
		'x-ratelimit-remaining': '0',
		'x-ratelimit-reset': '2026-11-18T12:01:00.000Z',
	});
	bench.clock.now += 40_000;
	expect((await message()).status).toBe(200);
	bench.sandbox.assertClean();
});
