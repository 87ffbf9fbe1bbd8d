import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { ACCOUNTS, GROUP_ID, KEYS, PEOPLE } from '../sandbox';
import type { Delivery, FaultSpec, LoggedRequest } from '../sandbox';
import type { FailureReason, SkipReason } from '../../nodes/shared/failures/failure';
import type { RunSpec } from './support/fixture';
import { LOST_ANSWERS, actFailures, blind } from './support/connectSafely';
import { DeduplicationStore } from '../support/engine';
import { locator, shownError, useFixture } from './support/fixture';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';
import { profileAddress } from './support/outx';
import { expectToFitSchema } from './support/schema';

const fixture = useFixture();

const { connectSafelyDefault, connectSafelySecond } = ACCOUNTS;

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
	parameters: { recipient, message: 'Hello Zoë & Co. — schön, Sie zu sehen!\n\n👋' },
	items: items(PEOPLE.connected, PEOPLE.connectedToo, 'john-doe-123'),
	happy: ([json], { sandbox }, [delivery]) => {
		expectToFitSchema('ConnectSafely', 'message', 'send', [json]);
		const text = 'Hello Zoë & Co. — schön, Sie zu sehen!\n\n👋';
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
			...['/conversations/exists', '/relationship'].map((look) => ({
				method: 'GET',
				path: `${look}/${encodeURIComponent(PEOPLE.connected)}`,
				body: undefined,
			})),
			{
				method: 'POST',
				path: '/message',
				body: { recipientProfileUrn: urn(PEOPLE.connected), message: text, messageType: 'normal' },
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
			says: /'Message Type' must be one of: inmail, normal/,
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
		expect(sandbox.requests.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
			{ method: 'GET', path: `/conversations/exists/${PEOPLE.stranger}`, body: undefined },
			{ method: 'GET', path: `/relationship/${PEOPLE.stranger}`, body: undefined },
			{
				method: 'POST',
				path: '/connect',
				body: { profileUrn: urn(PEOPLE.stranger), customMessage: 'We met at the fair.' },
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
	const acting = (): readonly LoggedRequest[] =>
		fixture.sandbox.requests.filter(({ method }) => method === 'POST');
	const bodies = (): unknown[] => acting().map(({ body }) => body);
	const paths = (): string[] =>
		fixture.sandbox.requests.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`);
	const passTime = async (ms: number): Promise<void> => await fixture.time.drive(sleep(ms));
	const spend = (feature: 'MESSAGE' | 'CONNECT', amount: number): void =>
		fixture.sandbox.world.connectSafely.quotas.spend(connectSafelyDefault, feature, amount);

	describe('names the person to the vendor', () => {
		/** With the look-ups that a message takes: none where the URN is the name. */
		const cases: Array<[string, (slug: string) => string, number]> = [
			['a profile URL', (slug) => `fr.linkedin.com/in/${slug}/fr?x=1`, 2],
			['a public identifier', (slug) => slug, 2],
			['a profile URN', urn, 0],
			['a person URN', (slug) => `urn:li:person:${memberId(slug)}`, 0],
			['a bare ID', memberId, 0],
			[
				'an address with the ID in it',
				(slug) => `https://www.linkedin.com/in/${memberId(slug)}`,
				0,
			],
			[
				'an address with a URN in its query: the address only',
				(slug) =>
					`https://linkedin.com/in/${slug}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${memberId(PEOPLE.connected)}`,
				2,
			],
		];

		it.each(cases)('in a message by the URN, given %s', async (_, input, lookUps) => {
			const slug = PEOPLE.connectedToo;
			await run(message({ recipient: locator(input(slug)) }));
			expect(bodies()).toEqual([
				{ message: 'Hello', messageType: 'normal', recipientProfileUrn: urn(slug) },
			]);
			expect(paths()).toEqual([
				...[`GET /conversations/exists/${slug}`, `GET /relationship/${slug}`].slice(0, lookUps),
				'POST /message',
			]);
			expect(fixture.sandbox.deliveries).toMatchObject([{ publicIdentifier: slug }]);
		});

		it.each(cases)('in an invitation by the URN it looked up, given %s', async (_, input) => {
			const slug = PEOPLE.strangerToo;
			await run(invitation({ recipient: locator(input(slug)) }));
			expect(bodies()).toEqual([{ profileUrn: urn(slug) }]);
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
				recipientProfileUrn: urn(PEOPLE.stranger),
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
			{ recipientProfileUrn: urn(PEOPLE.connected), message: 'Hello', messageType: 'normal' },
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
		expect(bodies()).toEqual([{ profileUrn: urn(PEOPLE.stranger) }]);
	});

	describe('looks at the relationship before it invites', () => {
		const { stranger } = PEOPLE;

		it('through the default account', async () => {
			await run(invitation(), items(PEOPLE.groupMember));
			expect(paths()).toEqual([
				`GET /conversations/exists/${PEOPLE.groupMember}`,
				`GET /relationship/${PEOPLE.groupMember}`,
				'POST /connect',
			]);
		});

		it('through the account that is to invite', async () => {
			const { world } = fixture.sandbox;
			world.disconnect(connectSafelySecond, PEOPLE.connected);
			const account = locator(connectSafelySecond, 'list');
			const result = await run(invitation({ account }), items(PEOPLE.connected));
			expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
			expect(paths()).toEqual([
				`GET /conversations/exists/${PEOPLE.connected}`,
				`GET /relationship/${connectSafelySecond}/${PEOPLE.connected}`,
				'POST /connect',
			]);
			expect(bodies()).toEqual([
				{ accountId: connectSafelySecond, profileUrn: urn(PEOPLE.connected) },
			]);
		});

		it('and skips who is connected or invited already', async () => {
			const people = items(PEOPLE.connected, PEOPLE.invited, stranger);
			const result = await run(invitation(), people);
			expect(result.json('Node')).toMatchObject([
				{ outcome: 'skipped', reason: 'alreadyConnected', response: {} },
				{ outcome: 'skipped', reason: 'alreadyInvited', response: {} },
				{ outcome: 'sent' },
			]);
			expectToFitSchema('ConnectSafely', 'connection', 'sendRequest', result.json('Node'));
			expect(bodies()).toEqual([{ profileUrn: urn(stranger) }]);
		});

		it('also in a dry run, which posts nothing', async () => {
			const people = items(PEOPLE.connected, PEOPLE.invited, stranger);
			const result = await run(invitation({ note: 'Hi', sending: { dryRun: true } }), people);
			expect(result.json('Node')).toMatchObject([
				{ outcome: 'skipped', reason: 'alreadyConnected' },
				{ outcome: 'skipped', reason: 'alreadyInvited' },
				{
					outcome: 'dryRun',
					text: 'Hi',
					recipient: { urn: `urn:li:person:${memberId(stranger)}` },
				},
			]);
			expect(acting()).toHaveLength(0);
		});

		it('and knows a person again whom it told the URN of', async () => {
			const result = await run(invitation(), [...items(stranger), { profile: urn(stranger) }]);
			expect(result.json('Node')).toMatchObject([
				{ outcome: 'sent' },
				{ outcome: 'skipped', reason: 'duplicateInInput' },
			]);
			expect(acting()).toHaveLength(1);
		});

		it.each(['{"connected":false}', '{"connected":false,"profileUrn":"urn:li:company:1"}'])(
			'and makes do with %s',
			async (body) => {
				const silent = '{"success":true,"hasConversation":false}';
				const exists = /^GET \/conversations\/exists/;
				fixture.sandbox.faults.add({ kind: 'status', status: 200, body: silent, match: exists });
				fixture.sandbox.faults.add({ kind: 'status', status: 200, body });
				const result = await run(invitation(), items(stranger));
				expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
				expect(bodies()).toEqual([{ profileId: stranger }]);
			},
		);

		it('and waits out a throttle', async () => {
			fixture.sandbox.faults.add({ kind: 'throttle', retryAfter: 30 });
			const result = await run(invitation(), items(stranger));
			expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }]);
			expect(acting()).toHaveLength(1);
		});

		const failing: Array<[string, FaultSpec, FailureReason]> = [
			['500', { kind: 'status', status: 500 }, 'vendorUnavailable'],
			['502 four times', { kind: 'status', status: 502, times: 4 }, 'vendorUnavailable'],
			['a broken line four times', { kind: 'resetAfter', times: 4 }, 'vendorUnavailable'],
			['a web page', { kind: 'html' }, 'unexpectedAnswer'],
			['nothing', { kind: 'empty' }, 'unexpectedAnswer'],
			['half an answer', { kind: 'cutJson' }, 'unexpectedAnswer'],
			['an unknown no', { kind: 'errorIn200', text: 'Odd' }, 'unexpectedAnswer'],
			['a throttle twice', { kind: 'throttle', times: 2 }, 'throttled'],
			['a redirect', { kind: 'redirect' }, 'unexpectedAnswer'],
			[
				'no word on the connection',
				{ kind: 'status', status: 200, body: '{"invitationSent":false}' },
				'unexpectedAnswer',
			],
		];

		it.each(failing)('and posts nothing when the answer is %s', async (_, fault, reason) => {
			fixture.sandbox.faults.add(fault);
			const result = await run(invitation(), items(stranger));
			const { message: what, details } = shownError(result);
			expect(details).toMatchObject({ reason, outcome: 'notSent', retrySafe: true });
			expect(what).not.toMatch(/carried out/);
			expect(acting()).toHaveLength(0);
		});
	});

	const told: Array<[string, string, SkipReason]> = [
		['a person who is connected', 'Already connected with this profile', 'alreadyConnected'],
		['a person who is invited', 'Connection request already pending', 'alreadyInvited'],
	];
	const shapes: Array<(text: string) => IDataObject> = [
		(error) => ({ error, success: false }),
		(text) => ({ success: false, code: 'bad_request', message: text }),
	];

	it.each(told.flatMap((one) => shapes.map((shape) => [...one, shape] as const)))(
		'skips %s, told so by the vendor: "%s"',
		async (_, text, reason, shape) => {
			const body = JSON.stringify(shape(text));
			fixture.sandbox.faults.add({ kind: 'status', status: 400, body, match: 'POST /connect' });
			const people = items(PEOPLE.stranger, PEOPLE.strangerToo);
			const result = await run(invitation(), people);
			expect(result.json('Node')).toMatchObject([
				{ outcome: 'skipped', reason, response: { message: text } },
				{ outcome: 'sent' },
			]);
			expect(acting()).toHaveLength(2);
			expect(fixture.sandbox.deliveries).toHaveLength(1);
		},
	);

	it.each(['error', 'code'] as const)(
		'skips a person who has invited us (shape "%s")',
		async (errorShape) => {
			fixture.sandbox.world.connectSafely.errorShape = errorShape;
			const result = await run(invitation(), items(PEOPLE.inviting));
			expect(result.json('Node')).toMatchObject([{ outcome: 'skipped', reason: 'alreadyInvited' }]);
			expect(fixture.sandbox.deliveries).toHaveLength(0);
		},
	);

	it('does not take the same words about a message for a reason to skip', async () => {
		fixture.sandbox.faults.add({
			kind: 'status',
			status: 400,
			text: 'Already connected',
			match: 'POST /message',
		});
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
		fixture.sandbox.faults.add({ kind: 'status', status, match: 'POST /message' });
		await run(message(), items(PEOPLE.connected));
		expect(acting()).toHaveLength(1);
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
		expect(acting()).toHaveLength(1);
	});

	describe('finds in the headers that nothing is left', () => {
		const people = items(PEOPLE.connected, PEOPLE.connectedToo, 'john-doe-123');
		const midnight = '2026-11-24T00:00:00.000Z';

		/** One message is left to an account that nothing waits for, so many seconds before midnight. */
		const nearMidnight = async (seconds: number, pause: number): Promise<IDataObject> => {
			const { world } = fixture.sandbox;
			const id = `60d21b4667d0d8992e61${String(seconds * 2 + pause).padStart(4, '0')}`;
			world.addAccount({ id, vendor: 'connectSafely' });
			for (const { profile } of people) world.connect(id, String(profile));
			await passTime(Date.parse(midnight) - fixture.time.now() - seconds * 1_000);
			world.connectSafely.quotas.spend(id, 'MESSAGE', 99);
			const sending = { pauseMin: pause, pauseMax: pause };
			return message({ account: locator(id, 'list'), sending });
		};

		it.each([90, 119])('and goes on when it resets in %i seconds', async (seconds) => {
			const result = await run(await nearMidnight(seconds, seconds + 1), people);
			expect(result.json('Node')).toMatchObject([
				{ outcome: 'sent', rateLimit: { remaining: 0, resetsAt: midnight } },
				{ outcome: 'sent', rateLimit: { remaining: 99 } },
				{ outcome: 'sent' },
			]);
		});

		it('and waits for the reset after a refusal when it is near', async () => {
			const parameters = await nearMidnight(90, 0);
			const result = await run(parameters, people, { onError: 'continueRegularOutput' });
			expect(result.json('Node')).toMatchObject([
				{ outcome: 'sent', rateLimit: { remaining: 0, resetsAt: midnight } },
				{ details: { reason: 'throttled', outcome: 'notSent', retrySafe: true } },
				{ outcome: 'sent', rateLimit: { used: 1 } },
			]);
			expect(fixture.sandbox.deliveries).toHaveLength(2);
		});

		it.each([122, 3_600])('and ends when it resets in %i seconds', async (seconds) => {
			const parameters = await nearMidnight(seconds, 1);
			const result = await run(parameters, people, { onError: 'continueRegularOutput' });
			const details = { reason: 'limitReached', outcome: 'notSent', resetsAt: midnight };
			expect(result.json('Node')).toMatchObject([{ outcome: 'sent' }, { details }, { details }]);
			expect(acting()).toHaveLength(1);
		});
	});

	it('does not ask again once a limit was refused', async () => {
		spend('MESSAGE', 100);
		const people = items(PEOPLE.connected, PEOPLE.connectedToo, 'john-doe-123');
		const result = await run(message(), people, { onError: 'continueRegularOutput' });
		const details = { reason: 'limitReached', resetsAt: '2026-11-24T00:00:00.000Z' };
		expect(result.json('Node')).toMatchObject([{ details }, { details }, { details }]);
		expect(acting()).toHaveLength(1);
	});

	it('lets the rest through as skipped where that is asked for', async () => {
		spend('MESSAGE', 100);
		const sending = { ...NO_PAUSE, onLimit: 'skip' };
		const result = await run(message({ sending }), items(PEOPLE.connected, PEOPLE.connectedToo));
		expect(result.json('Node')).toMatchObject([
			{ outcome: 'skipped', reason: 'limitReached' },
			{ outcome: 'skipped', reason: 'limitReached' },
		]);
		expect(acting()).toHaveLength(1);
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
		fixture.sandbox.faults.add({ kind: 'throttle', retryAfter: 30, match: 'POST /message' });
		const people = items(PEOPLE.connected, PEOPLE.connectedToo);
		const result = await run(message(), people, { onError: 'continueRegularOutput' });
		expect(result.json('Node')).toMatchObject([
			{ details: { reason: 'throttled', retrySafe: true } },
			{ outcome: 'sent' },
		]);
		const [first, second] = acting();
		expect(second.at - first.at).toBeGreaterThanOrEqual(30_000);
	});

	it('calls an act unclear that Stop cut off', async () => {
		fixture.sandbox.faults.add({
			kind: 'resetAfter',
			match: ({ method }) => {
				if (method !== 'POST') return false;
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
		expect(acting()).toHaveLength(1);
		expect(fixture.sandbox.requests.at(-1)?.method).toBe('POST');
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
		expect(result.json('Node')).toMatchObject([
			{
				outcome: 'dryRun',
				text: 'S\n\nHello',
				recipient: {
					publicIdentifier: PEOPLE.stranger,
					urn: `urn:li:person:${memberId(PEOPLE.stranger)}`,
				},
			},
		]);
		expect(acting()).toHaveLength(0);
	});

	it('keeps the key out of what is shown and stored, even when the vendor repeats it', async () => {
		const key = KEYS.connectSafely;
		const error = `Bad request with Authorization: Bearer ${key}`;
		const body = JSON.stringify({ success: false, error });
		fixture.sandbox.faults.add({ kind: 'status', status: 400, body, match: 'POST /message' });
		const failed = await run(message(), items(PEOPLE.connected));
		expect(shownError(failed).description).toContain('[hidden]');
		fixture.sandbox.faults.add({
			kind: 'status',
			status: 200,
			body: JSON.stringify({ success: true, message: key }),
			match: 'POST /message',
		});
		const sent = await run(message(), items(PEOPLE.connected));
		expect(sent.json('Node')).toMatchObject([{ response: { message: '[hidden]' } }]);
		for (const { saved } of [failed, sent]) expect(saved).not.toContain(key);
	});

	it('bears answers without a URN, or with one that names nobody', async () => {
		for (const profileUrn of [undefined, null, 'urn:li:company:1', '', 'UNKNOWN']) {
			const seen = JSON.stringify({ connected: true, hasConversation: false, profileUrn });
			const recipientProfileUrn = profileUrn ?? 7;
			const body = JSON.stringify({ success: true, message: 'ok', recipientProfileUrn });
			fixture.sandbox.faults.add({ kind: 'status', status: 200, body: seen, times: 2 });
			fixture.sandbox.faults.add({ kind: 'status', status: 200, body, match: 'POST /message' });
			const [json] = (await run(message(), items(PEOPLE.connected))).json('Node');
			expect(json.outcome).toBe('sent');
			expect(acting().at(-1)?.body).toMatchObject({ recipientProfileId: PEOPLE.connected });
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

	interface Act {
		name: string;
		act: (parameters?: IDataObject) => IDataObject;
		match: string;
		person: string;
	}
	const ACTS: Act[] = [
		{ name: 'a message', act: message, match: 'POST /message', person: PEOPLE.connected },
		{ name: 'an invitation', act: invitation, match: 'POST /connect', person: PEOPLE.stranger },
	];
	const retried = { retryOnFail: true, maxTries: 4, waitBetweenTries: 1_000 };
	const SEEN = { outcome: 'sent', response: { seenAfterwards: true } };
	/** Done or not, answered or not. */
	const ONE_OF_EACH = LOST_ANSWERS.filter(({ fault }) => /^(html|reset\w+)$/.test(fault.kind));
	const UNKNOWN = { outcome: 'unknown', retrySafe: false };

	describe.each(ACTS)('looks what became of $name', ({ act, match, person }) => {
		describe.each(LOST_ANSWERS)('behind $name', ({ fault, done }) => {
			const lose = (): void => {
				fixture.sandbox.faults.add({ ...fault, match });
			};

			it('and says so', async () => {
				lose();
				const result = await run(act(), items(person));
				if (done) expect(result.json('Node')).toMatchObject([SEEN]);
				else expect(shownError(result).details).toMatchObject(UNKNOWN);
				expect(acting()).toHaveLength(1);
				expect(fixture.sandbox.deliveries).toHaveLength(done ? 1 : 0);
			});

			it('and Retry On Fail delivers once at most', async () => {
				lose();
				const result = await run(act(), items(person), retried);
				if (done) expect(result.json('Node')).toMatchObject([SEEN]);
				else expect(shownError(result).details).toMatchObject(UNKNOWN);
				expect(acting()).toHaveLength(1);
				expect(fixture.sandbox.deliveries).toHaveLength(done ? 1 : 0);
			});
		});

		describe.each(ONE_OF_EACH)('and behind $name', ({ fault, done }) => {
			const lose = (): void => {
				fixture.sandbox.faults.add({ ...fault, match });
			};

			it('goes on with the others', async () => {
				lose();
				const others = match === 'POST /connect' ? [PEOPLE.strangerToo] : [PEOPLE.connectedToo];
				const people = items(person, ...others);
				const result = await run(act(), people, { onError: 'continueRegularOutput' });
				expect(result.json('Node')).toMatchObject([
					done ? SEEN : { details: UNKNOWN },
					{ outcome: 'sent', response: { success: true } },
				]);
				expect(acting()).toHaveLength(2);
				expect(fixture.sandbox.deliveries).toHaveLength(done ? 2 : 1);
			});

			it('looks again with Retry On Fail when the first look failed', async () => {
				blind(fixture, 1);
				lose();
				const result = await run(act(), items(person), retried);
				if (done) expect(result.json('Node')).toMatchObject([SEEN]);
				else expect(shownError(result).details).toMatchObject(UNKNOWN);
				expect(acting()).toHaveLength(1);
				expect(fixture.sandbox.deliveries).toHaveLength(done ? 1 : 0);
			});

			it('does not act again with Retry On Fail while nothing can be seen', async () => {
				blind(fixture);
				lose();
				const result = await run(act(), items(person), retried);
				expect(shownError(result).details).toMatchObject(UNKNOWN);
				expect(acting()).toHaveLength(1);
				expect(fixture.sandbox.deliveries).toHaveLength(done ? 1 : 0);
			});

			it('finds it later with "Retry execution"', async () => {
				blind(fixture, 1);
				lose();
				const failed = await run(act(), items(person));
				expect(shownError(failed).details).toMatchObject(UNKNOWN);
				await passTime(3_600_000);
				const again = await run(act(), items(person), { retryOf: failed });
				if (done) expect(again.json('Node')).toMatchObject([SEEN]);
				else expect(shownError(again).details).toMatchObject(UNKNOWN);
				expect(acting()).toHaveLength(1);
			});
		});

		it('every time it fails, and ends truthfully', async () => {
			fixture.sandbox.faults.add({ kind: 'status', match, times: 4 });
			const result = await run(act(), items(person), retried);
			expect(shownError(result).details).toMatchObject(UNKNOWN);
			expect(acting()).toHaveLength(1);
			expect(fixture.sandbox.deliveries).toHaveLength(0);
		});

		it('until it shows, where the line broke', async () => {
			const { sandbox } = fixture;
			const late = (): void =>
				sandbox.world.deliver({
					at: sandbox.world.now(),
					vendor: 'connectSafely',
					kind: match === 'POST /connect' ? 'invitation' : 'message',
					from: connectSafelyDefault,
					to: memberId(person),
					publicIdentifier: person,
					text: 'Hello',
				});
			sandbox.faults.add({
				kind: 'resetBefore',
				match: ({ method }) => {
					if (method !== 'POST') return false;
					void sleep(5_000).then(late);
					return true;
				},
			});
			const result = await run(act(), items(person), retried);
			expect(result.json('Node')).toMatchObject([SEEN]);
			expect(acting()).toHaveLength(1);
			expect(sandbox.deliveries).toHaveLength(1);
		});

		it('and keeps a contact whether it saw it or not', async () => {
			const deduplication = new DeduplicationStore();
			const parameters = act({ sending: { ...NO_PAUSE, skipContacted: true } });
			const [other] = match === 'POST /connect' ? [PEOPLE.strangerToo] : [PEOPLE.connectedToo];
			fixture.sandbox.faults.add({ kind: 'status', match });
			const failed = await run(parameters, items(other), { deduplication });
			expect(shownError(failed).details).toMatchObject(UNKNOWN);
			const never = await run(parameters, items(other), { deduplication });
			expect(never.json('Node')).toMatchObject([{ reason: 'alreadyContacted' }]);
			fixture.sandbox.faults.add({ kind: 'status', match, processed: true });
			const sent = await run(parameters, items(person), { deduplication });
			expect(sent.json('Node')).toMatchObject([SEEN]);
			const again = await run(parameters, items(person), { deduplication });
			expect(again.json('Node')).toMatchObject([{ reason: 'alreadyContacted' }]);
			expect(fixture.sandbox.deliveries).toHaveLength(1);
		});

		it('but not once Stop is pressed', async () => {
			fixture.sandbox.faults.add({
				kind: 'status',
				processed: true,
				match: ({ method }) => {
					if (method !== 'POST') return false;
					void sleep(2_000).then(() => started.cancel());
					return true;
				},
			});
			const started = fixture.start({
				node: 'connectSafely',
				parameters: act(),
				items: items(person),
			});
			const result = await fixture.time.drive(started.result);
			expect(result.status).toBe('canceled');
			const [last] = fixture.sandbox.requests.slice(-1);
			expect(last).toMatchObject({ method: 'POST', fault: 'status' });
			expect(fixture.time.now() - last.at).toBeLessThan(3_000);
		});

		it('through the account that acts', async () => {
			fixture.sandbox.faults.add({ kind: 'html', match, processed: true });
			const account = locator(connectSafelySecond, 'list');
			const result = await run(act({ account }), items(person));
			expect(result.json('Node')).toMatchObject([SEEN]);
			const [{ path, query }] = fixture.sandbox.requests.slice(-1);
			expect(query.accountId ?? path.split('/')[2]).toBe(connectSafelySecond);
		});

		it('not through another account', async () => {
			const { faults, world } = fixture.sandbox;
			faults.add({ kind: 'html', match });
			world.network.write(connectSafelyDefault, memberId(person), {
				at: world.now() + 1_000,
				text: 'Hello',
				fromOwner: true,
				hasMedia: false,
			});
			world.invite(connectSafelyDefault, PEOPLE.strangerToo);
			const account = locator(connectSafelySecond, 'list');
			const who = match === 'POST /connect' ? PEOPLE.strangerToo : person;
			const result = await run(act({ account }), items(who));
			expect(shownError(result).details).toMatchObject(UNKNOWN);
		});

		it.each([
			['reads', SEEN],
			['never', undefined],
		] as const)(
			'by an ID alone, where the vendor takes one in: %s',
			async (memberIdsAsSlugs, seen) => {
				const { connectSafely } = fixture.sandbox.world;
				fixture.sandbox.faults.add({
					kind: 'html',
					processed: true,
					match: (call) => {
						if (`${call.method} ${call.path}` !== match) return false;
						Object.assign(connectSafely, { memberIdsAsSlugs });
						return true;
					},
				});
				const result = await run(act(), [{ profile: urn(person) }]);
				// Before an invitation nothing was seen of somebody without a name, so nothing is proved after.
				const isProved = seen !== undefined && match === 'POST /message';
				if (isProved) expect(result.json('Node')).toMatchObject([seen]);
				else expect(shownError(result).details).toMatchObject(UNKNOWN);
				expect(fixture.sandbox.deliveries).toHaveLength(1);
			},
		);
	});

	describe('does not take for our message', () => {
		const person = PEOPLE.connected;
		const others: Array<[string, text: string, ours: boolean, after: number]> = [
			['what the person writes meanwhile', 'Hello', false, 0],
			['other words of the person', 'Yes?', false, 0],
			['other words of ours just before', 'Hi', true, -10],
			['other words of ours meanwhile', 'Hi', true, 0],
			['other words of ours an hour before', 'Hi', true, -3_600],
			['the same words of ours just before', 'Hello', true, -10],
			['the same words of ours an hour before', 'Hello', true, -3_600],
			['words that begin like ours', 'Hello there', true, 0],
		];

		/** Loses the answer to the message; something else is written so many seconds after it left. */
		const loseBeside = (text: string, fromOwner: boolean, after: number, done: boolean): void => {
			const { faults, world } = fixture.sandbox;
			faults.add({
				kind: 'status',
				processed: done,
				match: ({ method, at }) => {
					if (method !== 'POST') return false;
					const written = { at: at + after * 1_000, text, fromOwner, hasMedia: false };
					world.network.write(connectSafelyDefault, memberId(person), written);
					return true;
				},
			});
		};

		it.each(others)('%s', async (_, text, ours, after) => {
			loseBeside(text, ours, after, false);
			const result = await run(message(), items(person));
			expect(shownError(result).details).toMatchObject(UNKNOWN);
			expect(acting()).toHaveLength(1);
		});

		it.each(others)('%s, when ours is there too', async (_, text, ours, after) => {
			loseBeside(text, ours, after, true);
			const result = await run(message(), items(person));
			expect(result.json('Node')).toMatchObject([SEEN]);
		});
	});

	it('finds a message with line breaks and signs in it', async () => {
		fixture.sandbox.faults.add({ kind: 'html', processed: true, match: 'POST /message' });
		const text = ' Hello Zoë & Co. — schön!\n\n👋  <3 ';
		const result = await run(message({ message: text }), items(PEOPLE.connected));
		expect(result.json('Node')).toMatchObject([SEEN]);
		expectToFitSchema('ConnectSafely', 'message', 'send', result.json('Node'));
		const [, , , exists, messages] = fixture.sandbox.requests;
		expect(exists.path).toBe(`/conversations/exists/${encodeURIComponent(PEOPLE.connected)}`);
		expect(messages.path).toMatch(/^\/conversations\/urn%3Ali%3Amsg_conversation%3A.*\/messages$/);
	});

	it('finds an InMail', async () => {
		fixture.sandbox.faults.add({ kind: 'html', processed: true, match: 'POST /message' });
		const inMail = message({ messageType: 'inmail', subject: 'About you' });
		const result = await run(inMail, items(PEOPLE.stranger));
		expect(result.json('Node')).toMatchObject([SEEN]);
	});
});
