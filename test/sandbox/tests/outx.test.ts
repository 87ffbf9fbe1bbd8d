import { PEOPLE, PLUGIN_REQUIRED } from '../index';
import { startBench, urnOf } from './client';
import type { Bench, Reply } from './client';

let bench: Bench;
beforeAll(async () => {
	bench = await startBench();
});
afterAll(async () => await bench.stop());
beforeEach(() => bench.sandbox.reset());

const post = async (name: string, body: unknown): Promise<Reply> =>
	await bench.call('outX', 'POST', `/linkedin-agent/${name}`, body);

const read = async (id: unknown): Promise<Reply> =>
	await bench.call(
		'outX',
		'GET',
		`/linkedin-agent/get-task-status?api_agent_task_id=${String(id)}`,
	);

/** Creates a task and reads it after it has had its time. */
async function done(name: string, body: unknown): Promise<Reply['body']> {
	const created = await post(name, body);
	expect(created.status).toBe(200);
	bench.clock.now += 1000;
	return (await read(created.body.api_agent_task_id)).body.data;
}

describe('keys, extension and team', () => {
	test.each([
		[{}, 'Missing API Key'],
		[{ 'x-api-key': 'wrong' }, 'Invalid API Key'],
	])('refuses key %j', async (headers, error) => {
		const answer = await bench.call('outX', 'GET', '/api-team', undefined, headers);
		expect([answer.status, answer.body]).toEqual([401, { error }]);
	});

	test('refuses everything without a live extension, status reads too', async () => {
		const { body } = await post('fetch-profile', { profile_slug: PEOPLE.connected });
		bench.sandbox.world.outX.extensionOnline = false;
		for (const answer of [
			await read(body.api_agent_task_id),
			await post('fetch-profile', { profile_slug: 'x' }),
			await bench.call('outX', 'GET', '/api-team'),
		]) {
			expect([answer.status, answer.body]).toEqual([403, { error: PLUGIN_REQUIRED }]);
		}
		expect(PLUGIN_REQUIRED).toMatch(
			/^Plugin installation required: .* within the last 48 hours\.$/,
		);
	});

	test('has nobody to act without an admin, but can still read', async () => {
		bench.sandbox.world.outX.hasAdmin = false;
		const message = { recipient_urn: urnOf(bench, PEOPLE.connected), message: 'Hi' };
		const answer = await post('send-message', message);
		expect([answer.status, answer.body]).toEqual([
			404,
			{ error: 'No admin user found in the team' },
		]);
		expect((await post('fetch-profile', { profile_slug: 'x' })).status).toBe(200);
	});

	test('answers 405 to the wrong method and 404 to an unknown path', async () => {
		expect((await bench.call('outX', 'GET', '/linkedin-agent/send-message')).status).toBe(405);
		expect((await bench.call('outX', 'POST', '/linkedin-agent/send-massage', {})).status).toBe(404);
		expect(bench.sandbox.violations).toHaveLength(2);
	});

	test('shows the team', async () => {
		const answer = await bench.call('outX', 'GET', '/api-team');
		expect(answer.status).toBe(200);
		bench.sandbox.assertClean();
	});
});

describe('validation', () => {
	test.each([
		['send-message', { message: 'Hi' }, "Missing or invalid 'recipient_urn'"],
		['send-message', { recipient_urn: 5, message: 'Hi' }, "Missing or invalid 'recipient_urn'"],
		['send-message', { recipient_urn: 'urn:li:person:x' }, "Missing or invalid 'message'"],
		['send-message', { recipient_urn: 'u', message: ' \n ' }, "Missing or invalid 'message'"],
		[
			'send-message',
			{ recipient_urn: 'u', message: 'x'.repeat(10_001) },
			'Message text is too long (max 10000 characters)',
		],
		['send-connection-request', {}, "Missing or invalid 'profile_urn'"],
		['send-connection-request', { profile_urn: 'u', note: 7 }, "Invalid 'note': must be a string"],
		[
			'send-connection-request',
			{ profile_urn: 'u', note: 'x'.repeat(301) },
			"Invalid 'note': must be 300 characters or fewer",
		],
		['fetch-profile', {}, "Missing or invalid 'profile_slug'"],
		['search-profiles', { count: 5 }, 'At least one search filter is required'],
		['search-profiles', { title: 'CEO', count: 51 }, "Missing or invalid 'count'"],
		['fetch-connections', { count: 101 }, "Missing or invalid 'count'"],
		['fetch-connections', { sort_type: 'NAME' }, "Missing or invalid 'sort_type'"],
		['like-post', {}, "Missing or invalid 'social_urn'"],
		['comment-post', { social_urn: 'u' }, "Missing or invalid 'comment_text'"],
		['fetch-profiles-posts', { profile_urns: [] }, "Missing or invalid 'profile_urns'"],
		['fetch-company', {}, "Missing or invalid 'company_slug'"],
		['fetch-company-posts', {}, "Missing or invalid 'company_slug'"],
	])('%s refuses %j', async (name, body, error) => {
		const answer = await post(name, body);
		expect([answer.status, answer.body]).toEqual([400, { error }]);
		expect(bench.sandbox.violations).toMatchObject([{ where: 'request', vendor: 'outX' }]);
	});

	test('a status read needs the id of a task of this team', async () => {
		const none = await bench.call('outX', 'GET', '/linkedin-agent/get-task-status');
		expect([none.status, none.body]).toEqual([
			400,
			{ error: "Missing or invalid 'api_agent_task_id'" },
		]);
		const other = await read('550e8400-e29b-41d4-a716-446655440000');
		expect([other.status, other.body]).toEqual([404, { error: 'Agent task not found' }]);
	});
});

describe('acting', () => {
	test.each(['urn:li:person:', 'urn:li:fsd_profile:', 'urn:li:member:'])(
		'a message to a connection is delivered, whatever the prefix (%s)',
		async (prefix) => {
			const recipient_urn = urnOf(bench, PEOPLE.connected, prefix);
			const { sandbox, clock } = bench;
			const created = clock.now;
			expect(await done('send-message', { recipient_urn, message: 'Hi José' })).toMatchObject({
				status: 'completed',
				task_input: { task_type: 'agent_send_message', recipient_urn, message: 'Hi José' },
				task_output: { sent: true },
			});
			const person = sandbox.world.person(PEOPLE.connected);
			expect(sandbox.deliveries).toEqual([
				{
					at: created + 200,
					vendor: 'outX',
					kind: 'message',
					from: sandbox.world.outX.accountId,
					to: person.memberId,
					publicIdentifier: PEOPLE.connected,
					text: 'Hi José',
					taskId: sandbox.world.outX.tasks[0].id,
				},
			]);
			sandbox.assertClean();
		},
	);

	test.each([
		[PEOPLE.stranger, 'Recipient is not a 1st-degree connection'],
		[PEOPLE.restricted, 'Recipient not found'],
	])('a message to %s fails', async (key, error) => {
		const body = { recipient_urn: urnOf(bench, key), message: 'Hi' };
		expect(await done('send-message', body)).toMatchObject({
			status: 'failed',
			task_output: { error },
		});
		expect(bench.sandbox.deliveries).toEqual([]);
	});

	test.each(['urn:li:person:ACoAANobody', 'no urn at all', 'urn:li:person:jane-doe-sales'])(
		'a message to %s fails',
		async (recipient_urn) => {
			const task = await done('send-message', { recipient_urn, message: 'Hi' });
			expect(task).toMatchObject({
				status: 'failed',
				task_output: { error: 'Recipient not found' },
			});
		},
	);

	test('an invitation is delivered once, by URN or bare id, with its note trimmed', async () => {
		const profile_urn = urnOf(bench, PEOPLE.stranger, '');
		const first = await done('send-connection-request', { profile_urn, note: '  Hello  ' });
		expect(first).toMatchObject({ status: 'completed', task_output: { sent: true } });
		const second = await done('send-connection-request', { profile_urn });
		expect(second).toMatchObject({
			status: 'failed',
			task_output: { error: 'Invitation already pending' },
		});
		expect(bench.sandbox.deliveries).toMatchObject([{ kind: 'invitation', text: 'Hello' }]);
		const { world } = bench.sandbox;
		expect(world.relation(world.outX.accountId, PEOPLE.stranger)).toBe('invited');
	});

	test.each([
		[PEOPLE.connected, 'Already connected'],
		[PEOPLE.invited, 'Invitation already pending'],
		[PEOPLE.inviting, 'This member has already invited you'],
		[PEOPLE.restricted, 'Profile not found'],
	])('an invitation to %s fails', async (key, error) => {
		const body = { profile_urn: urnOf(bench, key, 'urn:li:fsd_profile:') };
		expect(await done('send-connection-request', body)).toMatchObject({
			status: 'failed',
			task_output: { error },
		});
	});

	test("LinkedIn's invitation limit answers 429 until a week has passed", async () => {
		bench.sandbox.world.outX.invitationLimit = 1;
		await done('send-connection-request', { profile_urn: urnOf(bench, PEOPLE.stranger, '') });
		const other = { profile_urn: urnOf(bench, PEOPLE.strangerToo, '') };
		const over = await post('send-connection-request', other);
		expect([over.status, over.body]).toEqual([
			429,
			{ error: 'LinkedIn invitation limit reached. Please try again later.' },
		]);
		bench.clock.now += 7 * 86_400_000;
		expect((await post('send-connection-request', other)).status).toBe(200);
		bench.sandbox.assertClean();
	});

	const POST = 'urn:li:activity:7132709927334726861';

	test.each([
		['like-post', {}, { liked: true }, { kind: 'like' }],
		[
			'comment-post',
			{ comment_text: 'Yes' },
			{ commented: true },
			{ kind: 'comment', text: 'Yes' },
		],
	])('%s reaches its post', async (name, body, output, delivery) => {
		const task = await done(name, { social_urn: POST, ...body });
		expect(task).toMatchObject({ status: 'completed', task_output: output });
		const { deliveries } = bench.sandbox;
		expect(deliveries).toMatchObject([{ ...delivery, vendor: 'outX', to: POST, taskId: task.id }]);
		bench.sandbox.assertClean();
	});

	test.each(['urn:li:activity:1', POST.replace('activity', 'share'), POST.slice(-19)])(
		'there is no post %s to like',
		async (social_urn) => {
			const task = await done('like-post', { social_urn });
			expect(task).toMatchObject({ status: 'failed', task_output: { error: 'Post not found' } });
			expect(bench.sandbox.deliveries).toEqual([]);
		},
	);
});

describe('reading', () => {
	test('a profile is flat or nested, thin when hidden', async () => {
		const body = { profile_slug: PEOPLE.connected };
		const urn = urnOf(bench, PEOPLE.connected, 'urn:li:fsd_profile:');
		expect((await done('fetch-profile', body)).task_output).toMatchObject({
			name: 'José García',
			profile_urn: urn,
		});
		bench.sandbox.world.outX.profileShape = 'nested';
		expect((await done('fetch-profile', body)).task_output).toMatchObject({
			profile: { full_name: 'José García', profile_slug: PEOPLE.connected, profile_urn: urn },
		});
		const hidden = await done('fetch-profile', { profile_slug: PEOPLE.restricted });
		expect(hidden.task_output.profile).not.toHaveProperty('profile_urn');
	});

	test('an unknown profile fails or comes back empty', async () => {
		const body = { profile_slug: PEOPLE.unknown };
		expect(await done('fetch-profile', body)).toMatchObject({ status: 'failed' });
		bench.sandbox.world.outX.unknownProfile = 'empty';
		expect(await done('fetch-profile', body)).toMatchObject({
			status: 'completed',
			task_output: {},
		});
	});

	test.each([
		[{ title: 'VP of Engineering' }, ['priya-sharma-blr', 'ravi-patel-42']],
		[{ title: 'VP of Engineering', company: 'Acme' }, ['ravi-patel-42']],
		[{ first_name: 'jose' }, [PEOPLE.connected]],
		[{ geo_urn: ['103644278'], keywords: 'sales' }, ['jane-doe-sales']],
		[{ profile_language: ['ko'] }, ['김민준']],
		[{ last_name: 'Doe', count: 1 }, ['jane-doe-sales']],
	])('searching %j filters', async (filters, slugs) => {
		const { task_output: output } = await done('search-profiles', filters);
		const profiles = output.profiles as unknown as Array<{ profile_slug: string }>;
		expect(profiles.map((profile) => profile.profile_slug)).toEqual(slugs);
		bench.sandbox.assertClean();
	});

	test('connections come in pages, newest first on request, with the total of the page', async () => {
		const page = await done('fetch-connections', { start: 10, count: 10 });
		expect(page.task_output.total).toBe(6);
		const newest = await done('fetch-connections', { sort_type: 'RECENTLY_ADDED', count: 1 });
		expect(newest.task_output).toMatchObject({
			connections: [{ profile_slug: 'γιώργος-παπαδόπουλος' }],
			total: 1,
		});
		expect((await done('fetch-connections', {})).task_input).toMatchObject({ count: 40 });
	});

	test.each(['profiles', 'results', 'array'] as const)('lists come as %s', async (shape) => {
		bench.sandbox.world.outX.listShape = shape;
		const { task_output: output } = await done('search-profiles', { last_name: 'Doe' });
		const records: unknown = shape === 'array' ? output : output[shape];
		expect(records).toHaveLength(2);
	});

	const urnsOf = (output: unknown): string[] =>
		(output as { posts: Array<{ social_urn: string }> }).posts.map(({ social_urn }) => social_urn);
	const posts = async (...keys: string[]): Promise<string[]> => {
		const urns = { profile_urns: keys.map((key) => urnOf(bench, key)) };
		return urnsOf((await done('fetch-profiles-posts', urns)).task_output);
	};

	test('people and companies have posts of their own, which are always the same', async () => {
		const mine = await posts(PEOPLE.connected);
		const both = await posts(PEOPLE.connected, PEOPLE.stranger);
		expect(mine).toHaveLength(3);
		expect(both.slice(0, 3)).toEqual(mine);
		const company = await done('fetch-company-posts', { company_slug: 'acme' });
		const urns = [...both, ...urnsOf(company.task_output)];
		expect(new Set(urns).size).toBe(9);
		for (const urn of urns) expect(urn).toMatch(/^urn:li:activity:7\d{18}$/);
		expect(await posts(PEOPLE.restricted)).toEqual([]);
		bench.sandbox.assertClean();
	});

	test('a company is found by slug and by number, and tells its number only when it is told to', async () => {
		const { company } = bench.sandbox.world.person('jane-doe-sales');
		const bySlug = (await done('fetch-company', { company_slug: company.slug })).task_output;
		expect(bySlug).toMatchObject({ name: 'Acme' });
		expect(JSON.stringify(bySlug)).not.toContain(company.id);
		bench.sandbox.world.outX.tellsCompanyUrn = true;
		const byNumber = (await done('fetch-company', { company_slug: company.id })).task_output;
		expect(byNumber).toEqual({ ...bySlug, company_urn: `urn:li:fsd_company:${company.id}` });
		expect((await done('fetch-company-posts', { company_slug: 'nobody-s' })).status).toBe('failed');
		bench.sandbox.assertClean();
	});
});
