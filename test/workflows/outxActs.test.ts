import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS, PEOPLE } from '../sandbox';
import { locator, shownError, useFixture } from './support/fixture';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';
import { callFailures, profileAddress, taskFailures, urnOf } from './support/outx';

const fixture = useFixture();

const items = (...slugs: string[]): IDataObject[] =>
	slugs.map((slug) => ({ profile: profileAddress(slug) }));

const recipient = locator('={{ $json.profile }}');

const actFailures: FailureCase[] = [
	{
		name: 'the recipient is a company page',
		reason: 'invalidInput',
		parameters: { recipient: locator('https://www.linkedin.com/company/acme') },
		says: /'Recipient' is not usable.*company/i,
	},
	{
		name: 'the team has no admin',
		reason: 'forbidden',
		parameters: urnOf(PEOPLE.connected),
		arrange: ({ sandbox }) => {
			sandbox.world.outX.hasAdmin = false;
		},
		says: /team has no admin/,
		httpCode: '404',
	},
	{
		name: 'nobody has this profile',
		reason: 'notFound',
		parameters: { recipient: locator(profileAddress(PEOPLE.unknown)) },
		says: /did not find this person/,
	},
	{
		name: 'the profile comes back empty',
		reason: 'notFound',
		parameters: { recipient: locator(profileAddress(PEOPLE.unknown)) },
		arrange: ({ sandbox }) => {
			sandbox.world.outX.unknownProfile = 'empty';
		},
		says: /did not find this person/,
	},
	{
		name: 'the task is completed without saying that anything was sent',
		reason: 'unexpectedAnswer',
		outcome: 'unknown',
		parameters: urnOf(PEOPLE.connected),
		arrange: ({ sandbox }) => sandbox.world.outX.nextTask({ status: 'completed', output: {} }),
		says: /does not say whether anything was sent/,
	},
	{
		name: 'the task says that nothing was sent',
		reason: 'taskFailed',
		outcome: 'unknown',
		parameters: urnOf(PEOPLE.connected),
		arrange: ({ sandbox }) =>
			sandbox.world.outX.nextTask({ status: 'completed', output: { sent: false } }),
		says: /could not do this/,
	},
	...taskFailures(true),
];

operationSuite(fixture, {
	node: 'outX',
	resource: 'message',
	operation: 'send',
	isAct: true,
	parameters: { recipient, message: 'Hello Zoë & Co. — schön, Sie zu sehen!\n\n👋' },
	items: items(PEOPLE.connected, PEOPLE.connectedToo, 'john-doe-123'),
	happy: ([json], { sandbox }, [delivery]) => {
		const { memberId } = sandbox.world.person(PEOPLE.connected);
		expect(json).toEqual({
			outcome: 'sent',
			vendor: 'outX',
			action: 'sendMessage',
			recipient: {
				input: profileAddress(PEOPLE.connected),
				profileUrl: `https://www.linkedin.com/in/${encodeURIComponent(PEOPLE.connected)}`,
				publicIdentifier: PEOPLE.connected,
				urn: `urn:li:person:${memberId}`,
			},
			taskId: delivery.taskId,
			response: { sent: true },
		});
		expect(delivery).toMatchObject({
			kind: 'message',
			from: ACCOUNTS.outXAdmin,
			to: memberId,
			text: 'Hello Zoë & Co. — schön, Sie zu sehen!\n\n👋',
		});
	},
	badItem: { profile: 'Jane Doe' },
	badReason: 'invalidInput',
	failures: [
		{
			name: 'the message is blank',
			reason: 'invalidInput',
			parameters: { message: ' \n ' },
			says: /'Message' is empty/,
		},
		{
			name: 'the message is too long',
			reason: 'invalidInput',
			parameters: { message: 'x'.repeat(10_001) },
			says: /'Message' has 10001 characters, and LinkedIn takes 10000/,
		},
		{
			name: 'the person is not a connection',
			reason: 'notConnected',
			parameters: { recipient: locator(profileAddress(PEOPLE.stranger)) },
			says: /not among your connections/,
		},
		...callFailures('POST /linkedin-agent/send-message', true),
		...actFailures,
	],
});

operationSuite(fixture, {
	node: 'outX',
	resource: 'connection',
	operation: 'sendRequest',
	isAct: true,
	parameters: { recipient, note: '  We met at the fair.  ' },
	items: items(PEOPLE.stranger, PEOPLE.strangerToo, PEOPLE.openProfile),
	happy: ([json], { sandbox }, [delivery]) => {
		expect(json).toMatchObject({ outcome: 'sent', action: 'sendConnectionRequest' });
		expect(delivery).toMatchObject({ kind: 'invitation', text: 'We met at the fair.' });
		expect(sandbox.requests.at(-1)?.path).toBe('/linkedin-agent/get-task-status');
		const created = sandbox.requests.find(({ path }) => path.endsWith('send-connection-request'));
		const { memberId } = sandbox.world.person(PEOPLE.stranger);
		expect(created?.body).toEqual({
			profile_urn: `urn:li:fsd_profile:${memberId}`,
			note: 'We met at the fair.',
		});
	},
	badItem: { profile: 'https://www.linkedin.com/jobs/view/123' },
	badReason: 'invalidInput',
	failures: [
		{
			name: 'the note is too long',
			reason: 'invalidInput',
			parameters: { note: 'n'.repeat(301) },
			says: /'Note' has 301 characters/,
		},
		{
			name: "LinkedIn's invitation limit is reached",
			reason: 'limitReached',
			arrange: ({ sandbox }) => {
				sandbox.world.outX.invitationLimit = 0;
			},
			says: /no more invitations/,
			httpCode: '429',
		},
		...callFailures('POST /linkedin-agent/send-connection-request', true),
		...actFailures,
	],
});

describe('OutX acts', () => {
	const message = (parameters: IDataObject = {}): IDataObject => ({
		resource: 'message',
		operation: 'send',
		recipient,
		message: 'Hello',
		sending: { pauseMin: 0, pauseMax: 0 },
		...parameters,
	});
	const invitation = { resource: 'connection', operation: 'sendRequest', recipient, note: '' };
	const created = (): number =>
		fixture.sandbox.requests.filter(({ path }) => path.includes('/send-')).length;

	it.each([
		'clicked send but no confirmation appeared',
		'could not find the send button',
		'Message already sent',
		'limited profile visibility',
		'Extension is not connected',
	])('does not repeat a message whose task fails after it was delivered: %s', async (error) => {
		fixture.sandbox.world.outX.nextTask({ status: 'failed', output: { error }, delivered: true });
		const result = await fixture.run({
			node: 'outX',
			parameters: { ...message(), ...urnOf(PEOPLE.connected)(fixture) },
			retryOnFail: true,
			maxTries: 4,
			waitBetweenTries: 1_000,
		});
		expect(shownError(result).details).toMatchObject({ outcome: 'unknown', retrySafe: false });
		expect(created()).toBe(1);
		expect(fixture.sandbox.deliveries).toHaveLength(1);
	});

	it('waits on through a look at which OutX does not know the task', async () => {
		fixture.sandbox.world.outX.taskDuration = 20_000;
		const match = 'GET /linkedin-agent/get-task-status';
		const body = '{"error":"Agent task not found"}';
		fixture.sandbox.faults.add({ kind: 'status', status: 404, body, match, times: 2 });
		const parameters = { ...message(), ...urnOf(PEOPLE.connected)(fixture) };
		const result = await fixture.run({ node: 'outX', parameters });
		expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
		expect(created()).toBe(1);
	});

	it('leaves a blank note out of the request', async () => {
		await fixture.run({ node: 'outX', parameters: invitation, items: items(PEOPLE.stranger) });
		const request = fixture.sandbox.requests.find(({ path }) => path.includes('/send-'));
		expect(Object.keys(request?.body as object)).toEqual(['profile_urn']);
	});

	it('calls already connected and already invited people skipped, not failed', async () => {
		const result = await fixture.run({
			node: 'outX',
			parameters: { ...invitation, sending: { pauseMin: 0, pauseMax: 0 } },
			items: items(PEOPLE.connected, PEOPLE.invited),
		});
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'skipped', reason: 'alreadyConnected' },
			{ outcome: 'skipped', reason: 'alreadyInvited' },
		]);
		expect(fixture.sandbox.deliveries).toHaveLength(0);
	});

	it('sends one request with a wrong key, not two', async () => {
		await fixture.run({
			node: 'outX',
			parameters: { ...message(), ...urnOf(PEOPLE.connected)(fixture) },
			credentials: { outXApi: { ...fixture.credentials.outXApi, apiKey: 'wrong-key' } } as never,
		});
		expect(fixture.sandbox.requests.map(({ status }) => status)).toEqual([401]);
	});

	it('looks a person up once per execution, however often and however spelled', async () => {
		const slug = PEOPLE.connected;
		const spellings = [
			{ profile: profileAddress(slug), text: 'one' },
			{ profile: `fr.linkedin.com/in/${slug}`, text: 'two' },
			{ profile: slug, text: 'three' },
			{ profile: PEOPLE.connectedToo, text: 'four' },
		];
		await fixture.run({
			node: 'outX',
			parameters: message({ message: '={{ $json.text }}' }),
			items: spellings,
		});
		const lookUps = fixture.sandbox.requests.filter(({ path }) => path.endsWith('fetch-profile'));
		expect(lookUps).toHaveLength(2);
		const texts = fixture.sandbox.deliveries.map(({ text }) => text);
		expect(texts).toEqual(['one', 'two', 'three', 'four']);
	});

	it('returns the task at once when it is not to wait', async () => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		const result = await fixture.run({
			node: 'outX',
			parameters: { ...message({ waitForResult: false }), ...urnOf(PEOPLE.connected)(fixture) },
		});
		const [task] = fixture.sandbox.world.outX.tasks;
		expect(result.json('Node')).toMatchObject([{ outcome: 'pending', taskId: task.id }]);
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('gives the task back as pending when the wait is over, with a look at the deadline', async () => {
		fixture.sandbox.world.outX.taskDuration = 3_600_000;
		const result = await fixture.run({
			node: 'outX',
			parameters: {
				...message({ options: { maxWait: 61, pollInterval: 20 } }),
				...urnOf(PEOPLE.connected)(fixture),
			},
		});
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'pending', response: { status: 'processing' } },
		]);
		const at = fixture.sandbox.requests.map((request) => request.at);
		const [creation, ...looks] = at;
		expect(at.length).toBeGreaterThan(4);
		expect((looks.at(-1) ?? 0) - creation).toBeGreaterThanOrEqual(61_000);
		expect((looks.at(-1) ?? 0) - creation).toBeLessThan(61_100);
		expect(Math.max(...looks.map((look, i) => look - at[i]))).toBeLessThanOrEqual(20_100);
	});

	it('bears bad looks at a task and still learns how it ended', async () => {
		fixture.sandbox.world.outX.taskDuration = 20_000;
		const match = 'GET /linkedin-agent/get-task-status';
		for (const kind of ['html', 'resetBefore', 'throttle', 'cutJson'] as const) {
			fixture.sandbox.faults.add({ kind, match });
		}
		fixture.sandbox.faults.add({ kind: 'status', status: 502, match });
		const result = await fixture.run({
			node: 'outX',
			parameters: { ...message(), ...urnOf(PEOPLE.connected)(fixture) },
		});
		expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
		expect(created()).toBe(1);
	});

	it('waits on through a state it has never heard of', async () => {
		fixture.sandbox.world.outX.nextTask({ status: 'dreaming', output: null });
		const result = await fixture.run({
			node: 'outX',
			parameters: {
				...message({ options: { maxWait: 30 } }),
				...urnOf(PEOPLE.connected)(fixture),
			},
		});
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'pending', response: { status: 'dreaming' } },
		]);
	});

	it('ends the wait with the reason and the task ID when the key is withdrawn', async () => {
		fixture.sandbox.world.outX.taskDuration = 60_000;
		const started = fixture.start({
			node: 'outX',
			parameters: { ...message(), ...urnOf(PEOPLE.connected)(fixture) },
			onNodeFinished: () => undefined,
		});
		void sleep(10_000).then(() => {
			fixture.sandbox.world.outX.keyRevoked = true;
		});
		const shown = shownError(await fixture.time.drive(started.result));
		expect(shown.details).toMatchObject({ reason: 'authentication', outcome: 'unknown' });
		expect(shown.details.taskId).toMatch(/^[0-9a-f-]{36}$/);
	});

	it('reacts to Stop within a second while it waits', async () => {
		fixture.sandbox.world.outX.taskDuration = 60_000;
		const started = fixture.start({
			node: 'outX',
			parameters: { ...message(), ...urnOf(PEOPLE.connected)(fixture) },
		});
		void sleep(20_000).then(() => started.cancel());
		const begun = fixture.time.elapsed();
		const result = await fixture.time.drive(started.result);
		expect(result.status).toBe('canceled');
		expect(fixture.time.elapsed() - begun).toBeLessThan(21_000);
	});
});
