import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS, GROUP_ID, KEYS, PEOPLE } from '../sandbox';
import type { Delivery } from '../sandbox';
import type { Fixture, RunSpec } from './support/fixture';
import { locator, shownError, useFixture } from './support/fixture';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';
import { expectToFitSchema } from './support/schema';

const fixture = useFixture();

const { connectSafelyDefault, connectSafelySecond, connectSafelyWarmup } = ACCOUNTS;

const profileAddress = (slug: string): string =>
	`https://www.linkedin.com/in/${encodeURIComponent(slug)}/?trk=people-search`;

const items = (...slugs: string[]): IDataObject[] =>
	slugs.map((slug) => ({ profile: profileAddress(slug) }));

const memberId = (slug: string): string => fixture.sandbox.world.person(slug).memberId;
const urn = (slug: string): string => `urn:li:fsd_profile:${memberId(slug)}`;

const recipient = locator('={{ $json.profile }}');
const NO_PAUSE = { pauseMin: 0, pauseMax: 0 };

const empty = { __rl: true, mode: 'list', value: '' };

operationSuite(fixture, {
	node: 'connectSafely',
	resource: 'message',
	operation: 'send',
	isAct: true,
	parameters: { recipient, message: 'Hello {{ name }} — schön, Sie zu sehen!\n\n👋' },
	items: items(PEOPLE.connected, PEOPLE.connectedToo, 'john-doe-123'),
	happy: ([json], { sandbox }, [delivery]) => {
		expectToFitSchema('ConnectSafely', 'message', 'send', [json]);
		const text = 'Hello {{ name }} — schön, Sie zu sehen!\n\n👋';
		expect(json).toEqual({
			outcome: 'sent',
			vendor: 'connectSafely',
			action: 'sendMessage',
			recipient: {
				input: profileAddress(PEOPLE.connected),
				profileUrl: `https://www.linkedin.com/in/${encodeURIComponent(PEOPLE.connected)}`,
				publicIdentifier: PEOPLE.connected,
				urn: `urn:li:person:${memberId(PEOPLE.connected)}`,
			},
			rateLimit: {
				action: 'MESSAGE',
				limit: 100,
				used: 1,
				remaining: 99,
				resetsAt: '2026-11-24T00:00:00.000Z',
			},
			response: {
				success: true,
				message: 'Message sent successfully',
				recipientProfileUrn: urn(PEOPLE.connected),
			},
		});
		expect(delivery).toMatchObject({
			kind: 'message',
			from: connectSafelyDefault,
			to: memberId(PEOPLE.connected),
			text,
			messageType: 'normal',
		});
		expect(sandbox.requests.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
			{
				method: 'POST',
				path: '/message',
				body: { recipientProfileId: PEOPLE.connected, message: text, messageType: 'normal' },
			},
		]);
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
			name: 'the message is an object',
			reason: 'invalidInput',
			parameters: { message: '={{ $json }}' },
			says: /^'Message' is not a text/,
		},
		{
			name: 'an InMail has no subject',
			reason: 'invalidInput',
			parameters: { messageType: 'inmail', subject: ' ' },
			says: /'Subject' is empty, and an InMail needs one/,
		},
		{
			name: 'the subject is too long',
			reason: 'invalidInput',
			parameters: { messageType: 'inmail', subject: 's'.repeat(201) },
			says: /'Subject' has 201 characters/,
		},
		{
			name: 'the message type is none',
			reason: 'invalidInput',
			parameters: { messageType: '={{ "sms" }}', subject: 'Hello' },
			says: /'Message Type' must be one of: normal, inmail/,
		},
		...(['error', 'code'] as const).map(
			(errorShape): FailureCase => ({
				name: `the person is not a connection, told in the shape "${errorShape}"`,
				reason: 'notConnected',
				parameters: { recipient: locator(profileAddress(PEOPLE.stranger)) },
				arrange: ({ sandbox }) => Object.assign(sandbox.world.connectSafely, { errorShape }),
				says: /not among your connections/,
				httpCode: '400',
			}),
		),
		{
			name: 'the person is not a connection, told with 200',
			reason: 'notConnected',
			arrange: ({ sandbox }) =>
				sandbox.faults.add({
					kind: 'errorIn200',
					text: 'Recipient is not a 1st-degree connection',
				}),
			says: /not among your connections/,
			httpCode: '200',
		},
		{
			name: 'the person is not in the group',
			reason: 'notConnected',
			parameters: {
				recipient: locator(profileAddress(PEOPLE.stranger)),
				options: { groupId: GROUP_ID },
			},
			says: /not in the group/,
		},
		{
			name: 'the account has no Premium for InMail',
			reason: 'insufficientCredits',
			parameters: {
				recipient: locator(profileAddress(PEOPLE.stranger)),
				messageType: 'inmail',
				subject: 'Hello',
				account: locator(connectSafelySecond, 'id'),
			},
			says: /needs LinkedIn Premium/,
		},
		{
			name: 'the InMail credits are used up',
			reason: 'insufficientCredits',
			parameters: {
				recipient: locator(profileAddress(PEOPLE.stranger)),
				messageType: 'inmail',
				subject: 'Hello',
			},
			arrange: ({ sandbox }) => {
				const account = sandbox.world.account(connectSafelyDefault);
				if (account) account.inMailCredits = 0;
			},
			says: /no InMail credits left/,
		},
		{
			name: 'the messages of the day are used up',
			reason: 'limitReached',
			arrange: ({ sandbox }) =>
				sandbox.world.connectSafely.quotas.spend(connectSafelyDefault, 'MESSAGE', 100),
			says: /sent the messages of the day/,
			httpCode: '429',
		},
		{
			name: 'a Zod report refuses a field',
			reason: 'invalidInput',
			arrange: ({ sandbox }) =>
				sandbox.faults.add({
					kind: 'status',
					status: 400,
					body: JSON.stringify({
						success: false,
						error: { name: 'ZodError', issues: [{ path: ['message'], message: 'Required' }] },
					}),
				}),
			says: /could not use the message/,
			httpCode: '400',
		},
		...actFailures('POST /message', PEOPLE.connected, empty),
	],
});

operationSuite(fixture, {
	node: 'connectSafely',
	resource: 'connection',
	operation: 'sendRequest',
	isAct: true,
	parameters: { recipient, note: '  We met at the fair.  ' },
	items: items(PEOPLE.stranger, PEOPLE.strangerToo, PEOPLE.openProfile),
	happy: ([json], { sandbox }, [delivery]) => {
		expectToFitSchema('ConnectSafely', 'connection', 'sendRequest', [json]);
		expect(json).toMatchObject({
			outcome: 'sent',
			action: 'sendConnectionRequest',
			recipient: { urn: `urn:li:person:${memberId(PEOPLE.stranger)}` },
			rateLimit: {
				action: 'CONNECT',
				limit: 90,
				used: 1,
				remaining: 89,
				resetsAt: '2026-11-30T00:00:00.000Z',
			},
			response: { success: true, profileUrn: urn(PEOPLE.stranger) },
		});
		expect(delivery).toMatchObject({ kind: 'invitation', text: 'We met at the fair.' });
		expect(sandbox.requests.map(({ path, body }) => ({ path, body }))).toEqual([
			{
				path: '/connect',
				body: { profileId: PEOPLE.stranger, customMessage: 'We met at the fair.' },
			},
		]);
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
			name: 'the invitations of the week are used up',
			reason: 'limitReached',
			arrange: ({ sandbox }) =>
				sandbox.world.connectSafely.quotas.spend(connectSafelyDefault, 'CONNECT', 90),
			says: /no more connection requests/,
			httpCode: '429',
		},
		...actFailures('POST /connect', PEOPLE.stranger, empty),
	],
});

describe('ConnectSafely.ai acts', () => {
	const message = (parameters: IDataObject = {}): IDataObject => ({
		resource: 'message',
		operation: 'send',
		recipient,
		message: 'Hello',
		sending: NO_PAUSE,
		...parameters,
	});
	const invitation = (parameters: IDataObject = {}): IDataObject => ({
		resource: 'connection',
		operation: 'sendRequest',
		recipient,
		note: '',
		sending: NO_PAUSE,
		...parameters,
	});
	const run = async (
		parameters: IDataObject,
		people: IDataObject[] = [{}],
		more: Partial<RunSpec> = {},
	) => await fixture.run({ node: 'connectSafely', parameters, items: people, ...more });
	const bodies = (): unknown[] => fixture.sandbox.requests.map(({ body }) => body);
	const spend = (feature: 'MESSAGE' | 'CONNECT', amount: number): void =>
		fixture.sandbox.world.connectSafely.quotas.spend(connectSafelyDefault, feature, amount);

	describe('names the person to the vendor', () => {
		const slug = PEOPLE.connectedToo;
		const cases: Array<[string, (f: Fixture) => string, 'slug' | 'urn']> = [
			['a profile URL', () => `fr.linkedin.com/in/${slug}/fr?x=1`, 'slug'],
			['a public identifier', () => slug, 'slug'],
			['a profile URN', () => urn(slug), 'urn'],
			['a person URN', () => `urn:li:person:${memberId(slug)}`, 'urn'],
			['a bare ID', () => memberId(slug), 'urn'],
			[
				'an address with the ID in it',
				() => `https://www.linkedin.com/in/${memberId(slug)}`,
				'urn',
			],
			[
				'both at once: the URN only',
				() =>
					`https://linkedin.com/in/${slug}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${memberId(slug)}`,
				'urn',
			],
		];

		it.each(cases)('by what %s tells', async (_, input, kind) => {
			const value = input(fixture);
			const target = { recipient: locator(value) };
			await run(message(target));
			await run(invitation(target));
			const [sent, invited] = bodies();
			expect(sent).toEqual({
				message: 'Hello',
				messageType: 'normal',
				...(kind === 'urn' ? { recipientProfileUrn: urn(slug) } : { recipientProfileId: slug }),
			});
			expect(invited).toEqual(kind === 'urn' ? { profileUrn: urn(slug) } : { profileId: slug });
			expect(fixture.sandbox.deliveries).toMatchObject([{ publicIdentifier: slug }]);
		});
	});

	it('sends an InMail with its subject, from the account chosen', async () => {
		fixture.sandbox.world.addAccount({
			id: '60d21b4667d0d8992e610c99',
			vendor: 'connectSafely',
			premium: true,
			inMailCredits: 1,
		});
		const result = await run(
			message({
				messageType: 'inmail',
				subject: '  Quick question ',
				account: locator('60d21b4667d0d8992e610c99', 'list'),
			}),
			items(PEOPLE.stranger),
		);
		expect(bodies()).toEqual([
			{
				accountId: '60d21b4667d0d8992e610c99',
				recipientProfileId: PEOPLE.stranger,
				message: 'Hello',
				messageType: 'inmail',
				subject: 'Quick question',
			},
		]);
		expect(fixture.sandbox.deliveries).toMatchObject([
			{ from: '60d21b4667d0d8992e610c99', subject: 'Quick question', messageType: 'inmail' },
		]);
		expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
	});

	it('writes to a fellow member of a group', async () => {
		await run(message({ options: { groupId: ` ${GROUP_ID} ` } }), items(PEOPLE.groupMember));
		expect(bodies()).toMatchObject([{ groupId: GROUP_ID }]);
		expect(fixture.sandbox.deliveries).toHaveLength(1);
	});

	it('leaves out a subject that belongs to an InMail not chosen', async () => {
		await run(message({ messageType: 'normal', subject: 'Old subject' }), items(PEOPLE.connected));
		expect(bodies()).toEqual([
			{ recipientProfileId: PEOPLE.connected, message: 'Hello', messageType: 'normal' },
		]);
	});

	it('takes message type and subject from the items', async () => {
		const [a, b] = items(PEOPLE.connected, PEOPLE.openProfile);
		const result = await run(
			message({ messageType: '={{ $json.type }}', subject: '={{ $json.subject }}' }),
			[
				{ ...a, type: 'normal', subject: '' },
				{ ...b, type: 'inmail', subject: 'About you' },
			],
		);
		expect(result.error).toBeUndefined();
		expect(bodies()).toMatchObject([
			{ messageType: 'normal' },
			{ messageType: 'inmail', subject: 'About you' },
		]);
		expect(Object.keys(bodies()[0] as object)).not.toContain('subject');
	});

	it('checks every item before the first one goes out', async () => {
		const [good] = items(PEOPLE.connected);
		const result = await run(message({ messageType: 'inmail', subject: '={{ $json.subject }}' }), [
			{ ...good, subject: 'Hello' },
			{ ...good, subject: '' },
		]);
		expect(shownError(result)).toMatchObject({ itemIndex: 1, details: { outcome: 'notSent' } });
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('leaves a blank note out of the request', async () => {
		await run(invitation({ note: ' ' }), items(PEOPLE.stranger));
		expect(bodies()).toEqual([{ profileId: PEOPLE.stranger }]);
	});

	it.each(['error', 'code'] as const)(
		'calls connected and invited people skipped, not failed (shape "%s")',
		async (errorShape) => {
			fixture.sandbox.world.connectSafely.errorShape = errorShape;
			const people = items(PEOPLE.connected, PEOPLE.invited, PEOPLE.inviting, PEOPLE.stranger);
			const result = await run(invitation(), people);
			expect(result.json('Node')).toMatchObject([
				{
					outcome: 'skipped',
					reason: 'alreadyConnected',
					response: { message: 'Already connected with this profile' },
				},
				{ outcome: 'skipped', reason: 'alreadyInvited' },
				{ outcome: 'skipped', reason: 'alreadyInvited' },
				{ outcome: 'sent' },
			]);
			expect(fixture.sandbox.deliveries).toHaveLength(1);
		},
	);

	it('does not take the same words about a message for a reason to skip', async () => {
		fixture.sandbox.faults.add({ kind: 'status', status: 400, text: 'Already connected' });
		const result = await run(message(), items(PEOPLE.connected));
		expect(shownError(result).details).toMatchObject({ reason: 'invalidInput' });
	});

	it.each([message, invitation])('requests once what is answered with 401', async (act) => {
		const { connectSafelyAiApi } = fixture.credentials;
		const credentials = { connectSafelyAiApi: { ...connectSafelyAiApi, apiKey: 'wrong-key' } };
		await run(act(), items(PEOPLE.stranger), { credentials: credentials as never });
		expect(fixture.sandbox.requests.map(({ status }) => status)).toEqual([401]);
	});

	it.each([502, 429])('never repeats an act that is answered with %i', async (status) => {
		fixture.sandbox.faults.add({ kind: 'status', status });
		await run(message(), items(PEOPLE.connected));
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('tells the rate limit of every item', async () => {
		const result = await run(message(), items(PEOPLE.connected, PEOPLE.connectedToo));
		expect(result.json('Node').map(({ rateLimit }) => rateLimit)).toMatchObject([
			{ used: 1, remaining: 99 },
			{ used: 2, remaining: 98 },
		]);
	});

	it('stops where the headers say that nothing is left, without being refused first', async () => {
		spend('MESSAGE', 99);
		const people = items(PEOPLE.connected, PEOPLE.connectedToo, 'john-doe-123');
		const result = await run(message(), people, { onError: 'continueRegularOutput' });
		const limit = { reason: 'limitReached', resetsAt: '2026-11-24T00:00:00.000Z' };
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'sent', rateLimit: { remaining: 0 } },
			{ details: limit },
			{ details: { ...limit, outcome: 'notSent' } },
		]);
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('does not ask again once a limit was refused', async () => {
		spend('MESSAGE', 100);
		const people = items(PEOPLE.connected, PEOPLE.connectedToo, 'john-doe-123');
		const result = await run(message(), people, { onError: 'continueRegularOutput' });
		const details = { reason: 'limitReached', resetsAt: '2026-11-24T00:00:00.000Z' };
		expect(result.json('Node')).toMatchObject([{ details }, { details }, { details }]);
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('lets the rest through as skipped where that is asked for', async () => {
		spend('MESSAGE', 100);
		const sending = { ...NO_PAUSE, onLimit: 'skip' };
		const result = await run(message({ sending }), items(PEOPLE.connected, PEOPLE.connectedToo));
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'skipped', reason: 'limitReached' },
			{ outcome: 'skipped', reason: 'limitReached' },
		]);
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('says until when invitations are on hold', async () => {
		spend('CONNECT', 90);
		const result = await run(invitation(), items(PEOPLE.stranger));
		expect(shownError(result).details).toMatchObject({
			reason: 'limitReached',
			resetsAt: expect.stringMatching(/^2026-11-24T12:00:/),
		});
	});

	it('goes on after a throttle, when the vendor said how long to wait', async () => {
		fixture.sandbox.faults.add({ kind: 'throttle', retryAfter: 30 });
		const people = items(PEOPLE.connected, PEOPLE.connectedToo);
		const result = await run(message(), people, { onError: 'continueRegularOutput' });
		expect(result.json('Node')).toMatchObject([
			{ details: { reason: 'throttled', retrySafe: true } },
			{ outcome: 'sent' },
		]);
		const [first, second] = fixture.sandbox.requests;
		expect(second.at - first.at).toBeGreaterThanOrEqual(30_000);
	});

	it('calls an act unclear that Stop cut off', async () => {
		fixture.sandbox.faults.add({
			kind: 'resetAfter',
			match: () => {
				started.cancel();
				return true;
			},
		});
		const started = fixture.start({
			node: 'connectSafely',
			parameters: message(),
			items: items(PEOPLE.connected, PEOPLE.connectedToo),
		});
		const result = await fixture.time.drive(started.result);
		expect(result.status).toBe('canceled');
		expect(fixture.sandbox.deliveries).toHaveLength(1);
		expect(fixture.sandbox.requests).toHaveLength(1);
	});

	it('passes on what newer versions of the vendor add', async () => {
		fixture.sandbox.world.connectSafely.deprecationNotice = true;
		const [json] = (await run(message(), items(PEOPLE.connected))).json('Node');
		expect(json.response).toMatchObject({ _deprecated: expect.stringContaining('conversations') });
	});

	it('sends nothing in a dry run and shows what would go out', async () => {
		const result = await run(
			message({ messageType: 'inmail', subject: 'S', sending: { dryRun: true } }),
			items(PEOPLE.stranger),
		);
		expect(result.json('Node')).toMatchObject([{ outcome: 'dryRun', text: 'S\n\nHello' }]);
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('keeps the key out of what is shown and stored, even when the vendor repeats it', async () => {
		const key = KEYS.connectSafely;
		const error = `Bad request with Authorization: Bearer ${key}`;
		const body = JSON.stringify({ success: false, error });
		fixture.sandbox.faults.add({ kind: 'status', status: 400, body });
		const failed = await run(message(), items(PEOPLE.connected));
		expect(shownError(failed).description).toContain('[hidden]');
		fixture.sandbox.faults.add({
			kind: 'status',
			status: 200,
			body: JSON.stringify({ success: true, message: key }),
		});
		const sent = await run(message(), items(PEOPLE.connected));
		expect(sent.json('Node')).toMatchObject([{ response: { message: '[hidden]' } }]);
		for (const { saved } of [failed, sent]) expect(saved).not.toContain(key);
	});

	it('bears an answer without a URN, or with one that names nobody', async () => {
		for (const recipientProfileUrn of [undefined, 7, 'urn:li:company:1', '']) {
			const body = JSON.stringify({ success: true, message: 'ok', recipientProfileUrn });
			fixture.sandbox.faults.add({ kind: 'status', status: 200, body });
			const [json] = (await run(message(), items(PEOPLE.connected))).json('Node');
			expect(json.outcome).toBe('sent');
			expect(json.recipient).not.toHaveProperty('urn');
			expect(json).not.toHaveProperty('rateLimit');
		}
	});

	it('knows a person again whom the vendor told the URN of', async () => {
		const [byAddress] = items(PEOPLE.connected);
		const people = [byAddress, { profile: urn(PEOPLE.connected) }];
		const result = await run(message(), people);
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'sent' },
			{ outcome: 'skipped', reason: 'duplicateInInput' },
		]);
		expect(fixture.sandbox.deliveries as Delivery[]).toHaveLength(1);
	});
});
