import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS, PEOPLE } from '../sandbox';
import type { Ending } from '../sandbox';
import { DEFAULT_SEED } from '../sandbox/constants';
import { postsOfPerson } from '../sandbox/outx/posts';
import { World } from '../sandbox/world/world';
import { locator, useFixture } from './support/fixture';
import type { Fixture, RunSpec } from './support/fixture';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';
import { callFailures, profileAddress, taskFailures, urnOf } from './support/outx';
import { expectToFitSchema } from './support/schema';

const fixture = useFixture();

const FETCH_PROFILE = '/linkedin-agent/fetch-profile';
const FETCH_POSTS = '/linkedin-agent/fetch-profiles-posts';
const LIKE = '/linkedin-agent/like-post';
const COMMENT = '/linkedin-agent/comment-post';
const NO_PAUSE = { pauseMin: 0, pauseMax: 0 };

const run = async (parameters: IDataObject, extra: Partial<RunSpec> = {}) =>
	await fixture.run({ node: 'outX', ...extra, parameters });
const bodies = (path: string): IDataObject[] =>
	fixture.sandbox.requests
		.filter((request) => request.path === path)
		.map(({ body }) => body as IDataObject);
const ends =
	(ending: Ending) =>
	({ sandbox }: Fixture): void =>
		sandbox.world.outX.nextTask(ending);

/** The sandbox's world is the same for every test of a seed, and the posts in it are. */
const world = new World(DEFAULT_SEED, () => 0);
const posts = postsOfPerson(world.person(PEOPLE.connected), world);
const URNS = posts.map(({ social_urn }) => String(social_urn));
const IDS = URNS.map((urn) => urn.split(':')[3]);

/** Three posts in three spellings. */
const items: IDataObject[] = [
	`https://www.linkedin.com/posts/jane-doe_7-ways-activity-${IDS[0]}-aBcD?rcm=ACoAAB1`,
	`https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A${IDS[1]}/?originTrackingId=x`,
	`urn:li:comment:(activity:${IDS[2]},7123456789012349999)`,
].map((post) => ({ post }));

const postFailures: FailureCase[] = [
	{
		name: 'the post is empty',
		reason: 'invalidInput',
		parameters: { post: '={{ $json.nothing }}' },
		says: /'Post' is empty: check the name of the field/,
	},
	{
		name: 'the post is a profile',
		reason: 'invalidInput',
		parameters: { post: profileAddress(PEOPLE.connected) },
		says: /'Post' is not usable.*is the profile of a person, not a post; open the post/,
	},
	{
		name: 'nobody has this post',
		reason: 'notFound',
		outcome: 'unknown',
		parameters: { post: 'urn:li:activity:7999999999999999999' },
		says: /did not find this post/,
	},
	{
		name: 'the team has no admin',
		reason: 'forbidden',
		arrange: ({ sandbox }) => {
			sandbox.world.outX.hasAdmin = false;
		},
		says: /team has no admin/,
		httpCode: '404',
	},
	{
		name: 'LinkedIn allows no more of it today',
		reason: 'taskFailed',
		outcome: 'unknown',
		arrange: ends({ status: 'failed', output: { error: 'Daily reaction limit reached' } }),
		says: /takes no more of these/,
	},
	{
		name: 'the author lets nobody react',
		reason: 'forbidden',
		outcome: 'unknown',
		arrange: ends({ status: 'failed', output: { error: 'Comments are disabled on this post' } }),
		says: /author of this post does not let/,
	},
	{
		name: 'the task is completed without a word',
		reason: 'unexpectedAnswer',
		outcome: 'unknown',
		arrange: ends({ status: 'completed', output: {} }),
		says: /does not say whether it was done/,
	},
	...taskFailures(true),
];

operationSuite(fixture, {
	node: 'outX',
	resource: 'post',
	operation: 'like',
	isAct: true,
	parameters: { post: '={{ $json.post }}' },
	items,
	happy: ([json], _, [delivery]) => {
		expect(json).toEqual({
			outcome: 'sent',
			vendor: 'outX',
			action: 'likePost',
			post: {
				input: items[0].post,
				url: `https://www.linkedin.com/feed/update/${URNS[0]}/`,
				urn: URNS[0],
			},
			taskId: delivery.taskId,
			response: { liked: true },
		});
		expect(delivery).toMatchObject({ kind: 'like', from: ACCOUNTS.outXAdmin, to: URNS[0] });
		expect(bodies(LIKE)).toEqual([{ social_urn: URNS[0] }]);
		expectToFitSchema('OutX', 'post', 'like', [json]);
	},
	badItem: { post: 'https://www.linkedin.com/company/acme/posts/' },
	badReason: 'invalidInput',
	failures: [...callFailures(`POST ${LIKE}`, true), ...postFailures],
});

operationSuite(fixture, {
	node: 'outX',
	resource: 'post',
	operation: 'comment',
	isAct: true,
	parameters: {
		post: '={{ $json.post }}',
		comment: 'Sehr schön, „nicht“ [sic] wahr? 👏\n\n— ありがとう',
	},
	items,
	happy: ([json], _, [delivery]) => {
		const text = 'Sehr schön, „nicht“ [sic] wahr? 👏\n\n— ありがとう';
		expect(json).toMatchObject({ outcome: 'sent', action: 'commentOnPost' });
		expect(delivery).toMatchObject({ kind: 'comment', to: URNS[0], text });
		expect(bodies(COMMENT)).toEqual([{ social_urn: URNS[0], comment_text: text }]);
		expectToFitSchema('OutX', 'post', 'comment', [json]);
	},
	badItem: { post: 'https://www.linkedin.com/pulse/why-jane-doe' },
	badReason: 'invalidInput',
	failures: [
		{
			name: 'the comment is blank',
			reason: 'invalidInput',
			parameters: { comment: ' \n ' },
			says: /'Comment' is empty/,
		},
		{
			name: 'the comment is too long',
			reason: 'invalidInput',
			parameters: { comment: 'x'.repeat(1_251) },
			says: /'Comment' has 1251 characters, and LinkedIn takes 1250/,
		},
		...callFailures(`POST ${COMMENT}`, true),
		...postFailures,
	],
});

operationSuite(fixture, {
	node: 'outX',
	resource: 'profile',
	operation: 'getPosts',
	isAct: false,
	parameters: { recipient: locator('={{ $json.profile }}') },
	items: [PEOPLE.connected, PEOPLE.stranger, PEOPLE.groupMember].map((slug) => ({
		profile: profileAddress(slug),
	})),
	happy: (json, { sandbox }) => {
		expect(json).toEqual(posts);
		const { memberId } = sandbox.world.person(PEOPLE.connected);
		expect(bodies(FETCH_PROFILE)).toEqual([{ profile_slug: PEOPLE.connected }]);
		expect(bodies(FETCH_POSTS)).toEqual([{ profile_urns: [`urn:li:fsd_profile:${memberId}`] }]);
		expectToFitSchema('OutX', 'profile', 'getPosts', json);
	},
	badItem: { profile: 'https://www.linkedin.com/school/mit' },
	badReason: 'invalidInput',
	failures: [
		{
			name: 'nobody has this profile',
			reason: 'notFound',
			parameters: { recipient: locator(profileAddress(PEOPLE.unknown)) },
			says: /did not find this person/,
		},
		{
			name: 'nobody has this URN',
			reason: 'notFound',
			parameters: { recipient: locator('urn:li:person:ACoAANobody', 'urn') },
			says: /did not find this person/,
		},
		{
			name: 'the limit is no number of posts',
			reason: 'invalidInput',
			parameters: { limit: 0 },
			says: /'Limit' must be a whole number from 1 to/,
		},
		...callFailures(`POST ${FETCH_POSTS}`, false),
		...taskFailures(false),
	],
});

describe('OutX profile.getPosts', () => {
	const parameters = (extra: IDataObject = {}): IDataObject => ({
		resource: 'profile',
		operation: 'getPosts',
		...urnOf(PEOPLE.connected)(fixture),
		...extra,
	});

	it('looks nobody up whose URN is known', async () => {
		await run(parameters());
		expect(bodies(FETCH_PROFILE)).toHaveLength(0);
	});

	it.each([1, 2, 3, 50])('gives %d posts at most', async (limit) => {
		const result = await run(parameters({ limit }));
		expect(result.json('Node')).toEqual(posts.slice(0, limit));
	});

	it.each(['profiles', 'results', 'array'] as const)(
		'finds the posts in a list of the shape %s',
		async (listShape) => {
			fixture.sandbox.world.outX.listShape = listShape;
			expect((await run(parameters())).json('Node')).toEqual(posts);
		},
	);

	it('lays the posts of a list of profiles flat, and loses no field', async () => {
		const strange = { urn: 1, 'ünïcode 🚀': [{ a: null }], html: '<b>&amp;</b>' };
		const output = {
			profiles: [{ profile_urn: 'urn:li:fsd_profile:ACoAAB', posts: [strange, { text: 'x' }] }],
		};
		ends({ status: 'completed', output })(fixture);
		const profile_urn = 'urn:li:fsd_profile:ACoAAB';
		expect((await run(parameters())).json('Node')).toEqual([
			{ profile_urn, ...strange },
			{ profile_urn, text: 'x' },
		]);
	});

	it('passes thousands of posts on', async () => {
		const many = Array.from({ length: 3_000 }, (_, n) => ({ social_urn: `urn:li:activity:${n}` }));
		ends({ status: 'completed', output: { posts: many } })(fixture);
		const result = await run(parameters({ limit: 10_000 }));
		expect(result.json('Node')).toEqual(many);
	});

	it.each([[{}], [null], [{ posts: [] }], [[]], ['nothing'], [{ posts: [null, 7, 'x'] }]])(
		'gives nothing for %j',
		async (output) => {
			ends({ status: 'completed', output })(fixture);
			const result = await run(parameters());
			expect(result.error).toBeUndefined();
			expect(result.json('Node')).toEqual([]);
		},
	);

	it('gives nothing for a hidden person', async () => {
		const hidden = await run(parameters(urnOf(PEOPLE.restricted)(fixture)));
		expect(hidden.error).toBeUndefined();
		expect(hidden.json('Node')).toEqual([]);
	});

	it('hands over the task when it is not to wait', async () => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		const result = await run(parameters({ waitForResult: false }));
		expect(result.json('Node')).toMatchObject([{ status: 'pending', finished: false }]);
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('gives posts that can be liked', async () => {
		const [first] = (await run(parameters())).json('Node');
		const like = { resource: 'post', operation: 'like', post: '={{ $json.social_urn }}' };
		const result = await run({ ...like, sending: NO_PAUSE }, { items: [first] });
		expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
	});
});

describe('OutX acts on posts', () => {
	const like = (extra: IDataObject = {}): IDataObject => ({
		resource: 'post',
		operation: 'like',
		post: '={{ $json.post }}',
		sending: NO_PAUSE,
		...extra,
	});
	const one = { items: [items[0]] };

	// What else the undocumented output may be, and what must be made of it.
	it.each<[unknown, string]>([
		[{ liked: true }, 'sent'],
		[{ success: true }, 'sent'],
		[{ sent: true }, 'sent'],
		[{ data: { reacted: true } }, 'sent'],
		[{ status: 'LIKED' }, 'sent'],
		[{ comment_urn: 'urn:li:comment:(activity:1,2)' }, 'sent'],
		[{ commented: true, comment: 'No, I do not. It failed!' }, 'sent'],
		[{ urn: 'x', comment: 'I cannot wait' }, 'sent'],
		['Post liked', 'sent'],
		[{ liked: false }, 'taskFailed'],
		[{ success: true, liked: false }, 'taskFailed'],
		[{ success: false, error: 'boom' }, 'taskFailed'],
		[{ error: 'Button is missing' }, 'taskFailed'],
		[{ liked: true, error: 'Button is missing' }, 'taskFailed'],
		[{ error: 'Post not found' }, 'notFound'],
		[{ status: 'NOT_FOUND' }, 'notFound'],
		['Post not found', 'notFound'],
		[{ liked: true, error: null, errors: [] }, 'sent'],
		[{ message: 'Could not press the button' }, 'unexpectedAnswer'],
		['failed', 'unexpectedAnswer'],
		[{}, 'unexpectedAnswer'],
		[null, 'unexpectedAnswer'],
		[[], 'unexpectedAnswer'],
		['', 'unexpectedAnswer'],
		[{ result: null, message: '' }, 'unexpectedAnswer'],
	])('makes of a completed task that says %j: %s', async (output, meaning) => {
		ends({ status: 'completed', output, delivered: meaning === 'sent' })(fixture);
		const result = await run(like(), { ...one, onError: 'continueRegularOutput' });
		const [json] = result.json('Node');
		if (meaning === 'sent') {
			expect(json).toMatchObject({ outcome: 'sent', response: output });
			return;
		}
		expect(json.details).toMatchObject({
			reason: meaning,
			outcome: 'unknown',
			post: { input: items[0].post },
		});
	});

	it('calls a post that is liked already skipped, not failed', async () => {
		ends({ status: 'failed', output: { error: 'You have already liked this post' } })(fixture);
		const result = await run(like(), one);
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'skipped', reason: 'alreadyContacted', post: { urn: URNS[0] } },
		]);
	});

	it('goes on after a post on which nobody may comment', async () => {
		ends({ status: 'failed', output: { error: 'Commenting is turned off' } })(fixture);
		const result = await run(like(), { items, onError: 'continueRegularOutput' });
		expect(result.json('Node').map(({ outcome }) => outcome)).toEqual([undefined, 'sent', 'sent']);
	});

	it('likes a post once, however often and however spelled', async () => {
		const spellings = [items[0], { post: IDS[0] }, { post: URNS[0] }];
		const result = await run(like(), { items: spellings });
		expect(result.json('Node').map(({ outcome, reason }) => reason ?? outcome)).toEqual([
			'sent',
			'duplicateInInput',
			'duplicateInInput',
		]);
		expect(fixture.sandbox.deliveries).toHaveLength(1);
	});

	it('writes two different comments under one post', async () => {
		const comments = ['one', 'two', 'one'].map((comment) => ({ ...items[0], comment }));
		const parameters = like({ operation: 'comment', comment: '={{ $json.comment }}' });
		const result = await run(parameters, { items: comments });
		expect(result.json('Node').map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'skipped']);
		expect(fixture.sandbox.deliveries.map(({ text }) => text)).toEqual(['one', 'two']);
	});

	it('waits between two posts as between two people', async () => {
		await run(like({ sending: { pauseMin: 40, pauseMax: 40 } }), { items });
		const [first, second, third] = fixture.sandbox.requests
			.filter(({ path }) => path === LIKE)
			.map(({ at }) => at);
		expect(second - first).toBeGreaterThanOrEqual(40_000);
		expect(third - second).toBeGreaterThanOrEqual(40_000);
	});

	it('asks nothing of OutX in a dry run', async () => {
		const parameters = like({ operation: 'comment', comment: 'Hello', sending: { dryRun: true } });
		const result = await run(parameters, { items });
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'dryRun', post: { urn: URNS[0] }, text: 'Hello' },
			{ outcome: 'dryRun', post: { urn: URNS[1] } },
			{ outcome: 'dryRun', post: { urn: URNS[2] } },
		]);
		expect(fixture.sandbox.requests).toHaveLength(0);
		expectToFitSchema('OutX', 'post', 'comment', result.json('Node'));
	});

	it('passes on a share and an original post by their own URNs', async () => {
		const others = ['share', 'ugcPost'].map((kind) => ({
			post: `https://www.linkedin.com/posts/jane_x-${kind}-${IDS[0]}-aBcD`,
		}));
		await run(like(), { items: others, onError: 'continueRegularOutput' });
		expect(bodies(LIKE)).toEqual([
			{ social_urn: `urn:li:share:${IDS[0]}` },
			{ social_urn: `urn:li:ugcPost:${IDS[0]}` },
		]);
	});

	it('returns the task at once when it is not to wait', async () => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		const result = await run(like({ waitForResult: false }), one);
		const [task] = fixture.sandbox.world.outX.tasks;
		expect(result.json('Node')).toMatchObject([{ outcome: 'pending', taskId: task.id }]);
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('finds out how a like ended that outlived an earlier wait', async () => {
		fixture.sandbox.world.outX.taskDuration = 60_000;
		const started = await run(like({ waitForResult: false }), one);
		const [{ taskId }] = started.json('Node');
		await fixture.time.drive(sleep(70_000));
		const later = await run({ resource: 'task', operation: 'waitFor', taskId });
		expect(later.json('Node')).toMatchObject([{ finished: true, output: { liked: true } }]);
	});
});
