import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS, KEYS, PEOPLE } from '../sandbox';
import type { FaultSpec, LoggedRequest } from '../sandbox';
import { locator, shownError, useFixture } from './support/fixture';
import { unseen } from './support/linkup';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';

const fixture = useFixture();

const SEND = '/v1/messages/send-message';
const CONNECT = '/v1/network/connect';
const STATUS = '/v1/network/invitation-status';
const PROFILE = '/v1/profile/info';

const url = (slug: string): string =>
	`https://de.linkedin.com/in/${encodeURIComponent(slug)}/?trk=x`;
const canonical = (slug: string): string =>
	`https://www.linkedin.com/in/${encodeURIComponent(slug)}`;
const fromItem = { __rl: true, mode: 'url', value: '={{ $json.profile }}' };
const profiles = (...slugs: string[]): IDataObject[] =>
	slugs.map((slug) => ({ profile: url(slug) }));

/** The sandbox's log may hide the token: that the right one came is proved by who acted. */
const aToken = expect.stringMatching(/^(?:AQEDAR-|\[hidden\]$)/) as unknown;

const requestsTo = (path: string): LoggedRequest[] =>
	fixture.sandbox.requests.filter((request) => request.path === path);

const fault = (spec: FaultSpec) => (): unknown => fixture.sandbox.faults.add(spec);

const says = (path: string, text: string, more: Partial<FaultSpec> = {}) =>
	fault({ kind: 'errorIn200', match: path, text, ...more });

function setting(changed: Partial<typeof fixture.sandbox.world.linkup>): () => void {
	return () => Object.assign(fixture.sandbox.world.linkup, changed);
}

const expireToken = (): void => fixture.sandbox.world.linkup.expireToken(KEYS.loginToken);

/** What goes wrong before it matters whether a call acts or reads. */
const refusals = (path: string): FailureCase[] => [
	{
		name: 'the recipient is a company page',
		reason: 'invalidInput',
		parameters: { recipient: locator('https://www.linkedin.com/company/acme') },
		says: /'Recipient' is not usable.*company/i,
	},
	{
		name: 'the recipient is known by a Sales Navigator id only',
		reason: 'invalidInput',
		parameters: {
			recipient: locator(
				'https://www.linkedin.com/sales/lead/ACwAAAB1c2FsZXNuYXZpZw,NAME_SEARCH,x1',
			),
		},
		says: /only by a profile address/,
	},
	{
		name: 'the credential has no login token',
		reason: 'authentication',
		credentials: { linkupLoginTokenApi: { loginToken: '' } },
		says: /has no Login Token yet/,
	},
	{
		name: 'the key is wrong',
		reason: 'authentication',
		credentials: { linkupLoginTokenApi: { apiKey: 'somebody-elses-key' } },
		says: /did not accept the API key/,
		httpCode: '200',
	},
	{
		name: 'the key is wrong, by HTTP status',
		reason: 'authentication',
		arrange: setting({ v1Errors: 'httpCodes' }),
		credentials: { linkupLoginTokenApi: { apiKey: 'somebody-elses-key' } },
		says: /did not accept the API key/,
		httpCode: '401',
	},
	{
		name: 'the cookie has expired',
		reason: 'authentication',
		arrange: expireToken,
		says: /no longer accepts the login of this account/,
		httpCode: '200',
	},
	{
		name: 'the cookie has expired, said in data',
		reason: 'authentication',
		arrange: () => {
			setting({ v1ErrorText: 'data' })();
			expireToken();
		},
		says: /no longer accepts the login/,
	},
	{
		name: 'the cookie has expired, said in detail',
		reason: 'authentication',
		arrange: () => {
			setting({ v1ErrorText: 'detail' })();
			expireToken();
		},
		says: /no longer accepts the login/,
	},
	{
		name: 'the cookie has expired, by HTTP status',
		reason: 'authentication',
		arrange: () => {
			setting({ v1Errors: 'httpCodes' })();
			expireToken();
		},
		says: /no longer accepts the login/,
		httpCode: '401',
	},
	{
		name: 'a bare 403',
		reason: 'authentication',
		arrange: fault({ kind: 'status', status: 403, body: '{"status":"error"}', match: path }),
		says: /did not accept the API key or the login token/,
		httpCode: '403',
	},
	{
		name: 'nobody has this profile',
		reason: 'notFound',
		parameters: { recipient: locator(url(PEOPLE.unknown)) },
		says: /did not find this person/,
		httpCode: '200',
	},
	{
		name: 'nobody has this profile, by HTTP status',
		reason: 'notFound',
		arrange: setting({ v1Errors: 'httpCodes' }),
		parameters: { recipient: locator(url(PEOPLE.unknown)) },
		says: /did not find this person/,
		httpCode: '404',
	},
	{
		name: 'the credits are used up',
		reason: 'insufficientCredits',
		arrange: setting({ credits: 0 }),
		says: /no credits left/,
	},
	{
		name: 'LinkedIn throttles',
		reason: 'throttled',
		arrange: setting({ linkedinThrottled: true }),
		says: /slow down/,
	},
	{
		name: 'a limit of LinkedIn is reached',
		reason: 'limitReached',
		arrange: says(path, 'LinkedIn weekly limit reached'),
		says: /takes no more of these/,
	},
	{
		name: 'the base URL is plain http elsewhere',
		reason: 'invalidInput',
		credentials: { linkupLoginTokenApi: { baseUrl: 'http://api.linkupapi.example' } },
		says: /Base URL uses http/,
	},
	{
		name: 'nothing listens at the base URL',
		reason: 'vendorUnavailable',
		credentials: { linkupLoginTokenApi: { baseUrl: 'http://127.0.0.1:9' } },
		says: /could not be reached/,
		httpCode: 'ECONNREFUSED',
	},
];

/** What leaves open whether an act was carried out, before and after it was. */
const unclear = (path: string): FailureCase[] => [
	...[false, true].flatMap((processed): FailureCase[] => {
		const when = processed ? 'after' : 'before';
		const delivered = processed ? 1 : 0;
		return [
			{
				name: `the vendor breaks down ${when} acting`,
				reason: 'vendorUnavailable',
				outcome: 'unknown',
				arrange: fault({ kind: 'status', status: 500, processed, match: path }),
				says: /may have been carried out/,
				httpCode: '500',
				delivered,
			},
			{
				name: `the gateway breaks down ${when} acting`,
				reason: 'vendorUnavailable',
				outcome: 'unknown',
				arrange: fault({ kind: 'status', status: 502, body: '<html>', processed, match: path }),
				says: /fault of its own/,
				httpCode: '502',
				delivered,
			},
			{
				name: `the line breaks ${when} acting`,
				reason: 'vendorUnavailable',
				outcome: 'unknown',
				arrange: fault({ kind: processed ? 'resetAfter' : 'resetBefore', match: path }),
				says: /may have been carried out/,
				delivered,
			},
			{
				name: `the vendor's own line breaks ${when} acting`,
				reason: 'vendorUnavailable',
				outcome: 'unknown',
				arrange: says(path, 'Network error while contacting LinkedIn', { processed }),
				says: /may have been carried out/,
				delivered,
			},
			{
				name: `a text nobody knows ${when} acting`,
				reason: 'unexpectedAnswer',
				outcome: 'unknown',
				arrange: says(path, 'Kaputt', { processed }),
				says: /answer this node does not know/,
				delivered,
			},
			...(['html', 'empty', 'cutJson'] as const).map(
				(kind): FailureCase => ({
					name: `the answer is ${kind} ${when} acting`,
					reason: 'unexpectedAnswer',
					outcome: 'unknown',
					arrange: fault({ kind, processed, match: path }),
					says: /answer this node cannot read/,
					delivered,
				}),
			),
		];
	}),
	{
		name: 'the answer is of a shape nobody knows',
		reason: 'unexpectedAnswer',
		outcome: 'unknown',
		arrange: fault({ kind: 'status', status: 200, body: '{"status":"queued"}', match: path }),
		says: /cannot read \(field status\)/,
	},
];

/** The same for a read: it reaches nobody, and is repeated where that may help. */
const unreadable = (path: string): FailureCase[] => [
	{
		name: 'the vendor stays down',
		reason: 'vendorUnavailable',
		arrange: fault({ kind: 'status', status: 502, match: path, times: 4 }),
		says: /fault of its own/,
		httpCode: '502',
	},
	{
		name: 'the line breaks every time',
		reason: 'vendorUnavailable',
		arrange: fault({ kind: 'resetAfter', match: path, times: 4 }),
		says: /line to LinkupAPI broke/,
	},
	{
		name: 'the vendor throttles on and on',
		reason: 'throttled',
		arrange: fault({ kind: 'throttle', match: path, times: 2 }),
		says: /slow down/,
		httpCode: '429',
	},
	{
		name: 'a text nobody knows',
		reason: 'unexpectedAnswer',
		arrange: says(path, 'Kaputt'),
		says: /answer this node does not know/,
	},
	...(['html', 'empty', 'cutJson'] as const).map(
		(kind): FailureCase => ({
			name: `the answer is ${kind}`,
			reason: 'unexpectedAnswer',
			arrange: fault({ kind, match: path }),
			says: /answer this node cannot read/,
		}),
	),
];

const badItem = { profile: 'https://www.linkedin.com/company/acme' };

const hidden: FailureCase = {
	name: 'the profile cannot be reached',
	reason: 'forbidden',
	parameters: { recipient: locator(url(PEOPLE.restricted)) },
	says: /does not let this account reach this person/,
};

const messageTo = (slug: string, options: IDataObject = {}): IDataObject => ({
	resource: 'message',
	operation: 'send',
	recipient: locator(url(slug)),
	message: 'Hello',
	sending: { pauseMin: 0, pauseMax: 0 },
	options,
});

const badMedia = (mediaUrl: string, text: RegExp): FailureCase => ({
	name: `the media URL is ${mediaUrl}`,
	reason: 'invalidInput',
	parameters: { options: { mediaUrl } },
	says: text,
});

operationSuite(fixture, {
	node: 'linkupApi',
	title: 'V1',
	resource: 'message',
	operation: 'send',
	isAct: true,
	parameters: { recipient: fromItem, message: '=Hello, {{ $json.profile.length }}' },
	items: profiles(PEOPLE.connected, PEOPLE.connectedToo, PEOPLE.stranger),
	badItem,
	badReason: 'invalidInput',
	happy: ([json], { sandbox }, [delivery]) => {
		expect(json).toEqual({
			outcome: 'sent',
			vendor: 'linkupApi',
			action: 'sendMessage',
			recipient: {
				input: url(PEOPLE.connected),
				profileUrl: canonical(PEOPLE.connected),
				publicIdentifier: PEOPLE.connected,
			},
			response: { status: 'success', message: 'Message sent successfully' },
		});
		expect(sandbox.requests).toHaveLength(1);
		expect(requestsTo(SEND)[0].body).toEqual({
			linkedin_url: canonical(PEOPLE.connected),
			message_text: `Hello, ${url(PEOPLE.connected).length}`,
			login_token: aToken,
			country: 'FR',
		});
		expect(delivery).toMatchObject({
			kind: 'message',
			from: ACCOUNTS.linkupMain,
			publicIdentifier: PEOPLE.connected,
			hasMedia: false,
		});
	},
	failures: [
		...refusals(SEND),
		...unseen(unclear(SEND)),
		hidden,
		{
			name: 'the message is blank',
			reason: 'invalidInput',
			parameters: { message: '={{ " " }}' },
			says: /'Message' is empty/,
		},
		{
			name: 'LinkedIn lets this account write to connections only',
			reason: 'notConnected',
			arrange: says(SEND, 'Recipient is not a 1st-degree connection'),
			says: /not among your connections/,
		},
		badMedia('http://localhost/deck.pdf', /private network/),
		badMedia('file:///etc/passwd.pdf', /starts with https/),
		badMedia('https://files.example.com/deck.docx', /has to end in .png/),
		{
			name: 'the item has no such file',
			reason: 'invalidInput',
			parameters: { options: { mediaBinaryProperty: 'data' } },
			says: /no file in its field 'data'/,
		},
		{
			name: 'the vendor cannot read the attachment',
			reason: 'invalidInput',
			arrange: says(SEND, 'Invalid media_file format or base64 encoding'),
			says: /could not use the attachment/,
		},
	],
});

operationSuite(fixture, {
	node: 'linkupApi',
	title: 'V1',
	resource: 'connection',
	operation: 'sendRequest',
	isAct: true,
	parameters: { recipient: fromItem, note: 'We met in Berlin.' },
	items: profiles(PEOPLE.stranger, PEOPLE.strangerToo, PEOPLE.openProfile),
	badItem,
	badReason: 'invalidInput',
	happy: ([json], _fixture, [delivery]) => {
		expect(json).toMatchObject({
			outcome: 'sent',
			action: 'sendConnectionRequest',
			recipient: { publicIdentifier: PEOPLE.stranger },
			response: { status: 'success', message: 'Connection request sent successfully' },
		});
		expect(requestsTo(CONNECT).map(({ body }) => body)).toEqual([
			{
				linkedin_url: canonical(PEOPLE.stranger),
				message: 'We met in Berlin.',
				login_token: aToken,
				country: 'FR',
			},
		]);
		expect(delivery).toMatchObject({ kind: 'invitation', text: 'We met in Berlin.' });
	},
	failures: [
		...refusals(CONNECT),
		...unseen(unclear(CONNECT)),
		hidden,
		{
			name: 'the note is too long',
			reason: 'invalidInput',
			parameters: { note: 'x'.repeat(301) },
			says: /'Note' has 301 characters/,
		},
		{
			name: 'the vendor finds the note too long',
			reason: 'noteRefused',
			arrange: says(CONNECT, 'Invitation message is too long (max 300 characters)'),
			says: /does not take this note/,
		},
	],
});

operationSuite(fixture, {
	node: 'linkupApi',
	title: 'V1',
	resource: 'connection',
	operation: 'getStatus',
	isAct: false,
	parameters: { recipient: fromItem },
	items: profiles(PEOPLE.invited, PEOPLE.connected, PEOPLE.stranger),
	badItem,
	badReason: 'invalidInput',
	happy: ([json], { sandbox }) => {
		expect(json).toEqual({
			profileUrl: canonical(PEOPLE.invited),
			state: 'PENDING',
			type: 'SENT',
			connected: false,
			invitationPending: true,
			canInvite: false,
			canAccept: false,
			invitationId: expect.stringMatching(/^\d{19}$/) as unknown,
			distance: 2,
		});
		expect(sandbox.requests.map(({ body }) => body)).toEqual([
			{ linkedin_url: canonical(PEOPLE.invited), login_token: aToken, country: 'FR' },
		]);
	},
	failures: [...refusals(STATUS), ...unreadable(STATUS)],
});

operationSuite(fixture, {
	node: 'linkupApi',
	title: 'V1',
	resource: 'profile',
	operation: 'get',
	isAct: false,
	parameters: { recipient: fromItem },
	items: profiles(PEOPLE.connected, PEOPLE.stranger, PEOPLE.groupMember),
	badItem,
	badReason: 'invalidInput',
	happy: ([json], { sandbox }) => {
		const { memberId } = sandbox.world.person(PEOPLE.connected);
		expect(json).toEqual({
			name: 'José García',
			headline: expect.any(String) as unknown,
			location: expect.stringMatching(/Madrid/) as unknown,
			industry: 'Software Development',
			title: 'Director Comercial',
			company: 'Iberia Cloud',
			publicIdentifier: PEOPLE.connected,
			profileUrl: canonical(PEOPLE.connected),
			urn: `urn:li:fsd_profile:${memberId}`,
		});
		expect(sandbox.requests.map(({ body }) => body)).toEqual([
			{ linkedin_url: canonical(PEOPLE.connected), login_token: aToken, country: 'FR' },
		]);
	},
	failures: [
		...refusals(PROFILE),
		...unreadable(PROFILE),
		{
			name: 'the profile is empty',
			reason: 'notFound',
			arrange: fault({
				kind: 'status',
				status: 200,
				body: '{"status":"success","data":{}}',
				match: PROFILE,
			}),
			says: /did not find this person/,
		},
	],
});

describe('LinkupAPI V1', () => {
	const node = 'linkupApi' as const;
	const run = async (parameters: IDataObject, items?: IDataObject[]) =>
		await fixture.run({ node, parameters, items });

	it.each([
		['message', 'send', SEND, { message: 'Hello' }],
		['connection', 'sendRequest', CONNECT, {}],
		['profile', 'get', PROFILE, {}],
	])('asks once when a %s %s is answered with 401', async (resource, operation, path, more) => {
		setting({ v1Errors: 'httpCodes' })();
		expireToken();
		const recipient = locator(url(PEOPLE.stranger));
		await run({ resource, operation, recipient, ...more });
		expect(requestsTo(path)).toHaveLength(1);
	});

	it('tells how to renew the login, and sends nothing more', async () => {
		expireToken();
		const items = profiles(PEOPLE.connected, PEOPLE.connectedToo, PEOPLE.stranger);
		const result = await run({ ...messageTo(''), recipient: fromItem }, items);
		expect(shownError(result).description).toMatch(
			/Run the Log In operation, then paste the token.*credential.*“Invalid or expired LinkedIn cookie”/,
		);
		expect(requestsTo(SEND)).toHaveLength(1);
	});

	it('does not repeat what went out when the login is renewed and the execution retried', async () => {
		const RENEWED = 'AQEDAR-sandbox-login-token-0009';
		const items = profiles(PEOPLE.connected, PEOPLE.connectedToo, PEOPLE.stranger);
		const parameters = { ...messageTo(''), recipient: fromItem };
		says(SEND, 'Invalid or expired LinkedIn cookie', { skip: 1 })();
		const failed = await run(parameters, items);
		expect(shownError(failed).itemIndex).toBe(1);
		fixture.sandbox.world.linkup.issueToken(RENEWED, ACCOUNTS.linkupMain);
		const { linkupLoginTokenApi } = fixture.credentials;
		const retried = await fixture.run({
			node,
			parameters,
			items,
			retryOf: failed,
			credentials: {
				linkupLoginTokenApi: { ...linkupLoginTokenApi, loginToken: RENEWED },
			} as never,
		});
		expect(retried.json('Node').map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
		expect(fixture.sandbox.deliveries.map(({ publicIdentifier }) => publicIdentifier)).toEqual([
			PEOPLE.connected,
			PEOPLE.connectedToo,
			PEOPLE.stranger,
		]);
	});

	it('asks nobody when the login token is missing, and says what to do', async () => {
		const result = await fixture.run({
			node,
			parameters: messageTo(PEOPLE.connected),
			credentials: {
				linkupLoginTokenApi: { ...fixture.credentials.linkupLoginTokenApi, loginToken: ' ' },
			} as never,
		});
		expect(shownError(result).description).toMatch(/Run the Log In operation once, then paste/);
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it.each([
		['getStatus', 'connection', STATUS],
		['get', 'profile', PROFILE],
	])('%s of a %s succeeds after two breakdowns', async (operation, resource, path) => {
		fixture.sandbox.faults.add({ kind: 'status', status: 502, match: path, times: 2 });
		const recipient = locator(url(PEOPLE.connected));
		const result = await run({ resource, operation, recipient });
		expect(result.error).toBeUndefined();
		expect(requestsTo(path).map(({ status }) => status)).toEqual([502, 502, 200]);
	});

	it('keeps the 19 digits of an invitation that come as a number', async () => {
		setting({ invitationIdAs: 'number' })();
		const parameters = {
			resource: 'connection',
			operation: 'getStatus',
			recipient: locator(url(PEOPLE.invited)),
		};
		const { world } = fixture.sandbox;
		const { memberId } = world.person(PEOPLE.invited);
		const id = world.network.invitationId(ACCOUNTS.linkupMain, memberId);
		const [simple] = (await run(parameters)).json('Node');
		expect(simple.invitationId).toBe(id);
		const [raw] = (await run({ ...parameters, simplify: false })).json('Node');
		expect(raw).toEqual({
			invitation_state: 'PENDING',
			invitation_type: 'SENT',
			invitation_id: id,
			member_distance: 2,
			message: 'Invitation pending',
		});
	});

	it('returns the whole profile without Simplify', async () => {
		const recipient = locator(url(PEOPLE.connected));
		const result = await run({ resource: 'profile', operation: 'get', recipient, simplify: false });
		expect(result.json('Node')[0]).toMatchObject({ first_name: 'José', skills: ['Negotiation'] });
	});

	it.each([
		[PEOPLE.connected, 'alreadyConnected'],
		[PEOPLE.invited, 'alreadyInvited'],
		[PEOPLE.inviting, 'alreadyInvited'],
	])('skips an invitation to %s: %s', async (slug, reason) => {
		const recipient = locator(url(slug));
		const result = await run({ resource: 'connection', operation: 'sendRequest', recipient });
		expect(result.error).toBeUndefined();
		expect(result.json('Node')[0]).toMatchObject({ outcome: 'skipped', reason });
		expect(fixture.sandbox.deliveries).toHaveLength(0);
	});

	it('names a member known by id with the bare id in messages, and by URL elsewhere', async () => {
		const { memberId } = fixture.sandbox.world.person(PEOPLE.stranger);
		const recipient = locator(`urn:li:fsd_profile:${memberId}`, 'urn');
		await run({ ...messageTo(''), recipient });
		await run({ resource: 'profile', operation: 'get', recipient });
		const named = fixture.sandbox.requests.map(({ body }) => (body as IDataObject).linkedin_url);
		expect(named).toEqual([memberId, `https://www.linkedin.com/in/${memberId}`]);
		expect(fixture.sandbox.deliveries).toHaveLength(1);
	});

	it('passes on what newer answers tell about the message', async () => {
		setting({ v1MessageData: true })();
		const [json] = (await run(messageTo(PEOPLE.connected))).json('Node');
		expect(json.response).toMatchObject({ data: { entityUrn: expect.any(String) as unknown } });
	});

	const FILE = Buffer.from('%PDF-1.7 a small brochure');
	const withFile = (data: Buffer, mimeType = 'application/pdf'): IDataObject[] => [
		{
			json: {},
			binary: { data: { data: data.toString('base64'), mimeType, fileName: 'brochure.pdf' } },
		},
	];

	it('sends a file as base64 with its metadata', async () => {
		const options = { mediaBinaryProperty: 'data' };
		const items = withFile(FILE, 'application/pdf; charset=binary');
		const result = await run(messageTo(PEOPLE.connected, options), items);
		expect(result.error).toBeUndefined();
		expect(requestsTo(SEND).map(({ body }) => body)).toEqual([
			{
				linkedin_url: canonical(PEOPLE.connected),
				message_text: 'Hello',
				media_file: {
					filename: 'brochure.pdf',
					content_type: 'application/pdf',
					size: FILE.length,
					data: `data:application/pdf;base64,${FILE.toString('base64')}`,
				},
				login_token: aToken,
				country: 'FR',
			},
		]);
		expect(fixture.sandbox.deliveries).toMatchObject([{ hasMedia: true }]);
	});

	it('prefers the media URL to the file', async () => {
		const mediaUrl = 'https://files.example.com/Broschüre 1.pdf';
		const options = { mediaUrl, mediaBinaryProperty: 'data' };
		await run(messageTo(PEOPLE.connected, options), withFile(FILE));
		const [{ body }] = requestsTo(SEND);
		expect(body).toMatchObject({
			media_link: 'https://files.example.com/Brosch%C3%BCre%201.pdf',
		});
		expect(body).not.toHaveProperty('media_file');
		expect(fixture.sandbox.deliveries).toMatchObject([{ hasMedia: true }]);
	});

	it('finds a missing or empty file in a dry run too', async () => {
		const parameters = {
			...messageTo(PEOPLE.connected, { mediaBinaryProperty: 'data' }),
			sending: { dryRun: true },
		};
		const empty = await run(parameters, withFile(Buffer.alloc(0)));
		expect(shownError(empty).message).toMatch(/'data' is empty/);
		const missing = await run(parameters);
		expect(shownError(missing).message).toMatch(/no file in its field 'data'/);
		const there = await run(parameters, withFile(FILE));
		expect(there.json('Node')[0]).toMatchObject({ outcome: 'dryRun', text: 'Hello' });
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('sends nothing at all when one of the media URLs cannot be used', async () => {
		const items = ['https://files.example.com/a.png', 'https://10.0.0.1/b.png'];
		const result = await run(
			{ ...messageTo(PEOPLE.connected, { mediaUrl: '={{ $json.file }}' }) },
			items.map((file) => ({ file })),
		);
		expect(shownError(result)).toMatchObject({ itemIndex: 1, details: { outcome: 'notSent' } });
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('keeps the token out of everything n8n stores', async () => {
		fixture.sandbox.faults.add({
			kind: 'errorIn200',
			match: SEND,
			text: `Invalid or expired LinkedIn cookie ${KEYS.loginToken} of ${KEYS.linkupApi}`,
		});
		const result = await run(messageTo(PEOPLE.connected));
		expect(shownError(result).description).toContain('[hidden]');
		expect(result.saved).not.toContain(KEYS.loginToken);
		expect(result.saved).not.toContain(KEYS.linkupApi);
	});
});
