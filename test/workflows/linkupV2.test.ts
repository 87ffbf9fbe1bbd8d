import type { IDataObject } from 'n8n-workflow';

import { ACCOUNTS, PEOPLE } from '../sandbox';
import type { FaultSpec, LoggedRequest } from '../sandbox';
import { locator, shownError, useFixture } from './support/fixture';
import { unseen } from './support/linkup';
import type { FailureCase } from './support/operationSuite';
import { operationSuite } from './support/operationSuite';

const fixture = useFixture();

const MESSAGES = '/v2/messages';
const NETWORK = '/v2/network';
const PROFILES = '/v2/profiles';

const url = (slug: string): string =>
	`https://de.linkedin.com/in/${encodeURIComponent(slug)}/?trk=x`;
const canonical = (slug: string): string =>
	`https://www.linkedin.com/in/${encodeURIComponent(slug)}`;
const fromItem = { __rl: true, mode: 'url', value: '={{ $json.profile }}' };
const profiles = (...slugs: string[]): IDataObject[] =>
	slugs.map((slug) => ({ profile: url(slug) }));

const account = (id: string): IDataObject => ({ __rl: true, mode: 'id', value: id });

const main = { authentication: 'account', account: account(ACCOUNTS.linkupMain) };

const requestsTo = (path: string): LoggedRequest[] =>
	fixture.sandbox.requests.filter((request) => request.path === path);

const bodies = (): unknown[] => fixture.sandbox.requests.map(({ body }) => body);

const fault = (spec: FaultSpec) => (): unknown => fixture.sandbox.faults.add(spec);

const says = (path: string, code: string, text: string, more: Partial<FaultSpec> = {}) =>
	fault({ kind: 'errorIn200', match: path, code, text, ...more });

const UNKNOWN = '{"success":false,"error":{"code":"KAPUTT","message":"Kaputt"}}';

function setting(changed: Partial<typeof fixture.sandbox.world.linkup>): () => void {
	return () => Object.assign(fixture.sandbox.world.linkup, changed);
}

/** What goes wrong before it matters whether a call acts or reads. */
const refusals = (path: string): FailureCase[] => [
	{
		name: 'the recipient is a company page',
		reason: 'invalidInput',
		parameters: { recipient: locator('https://www.linkedin.com/company/acme') },
		says: /'Recipient' is not usable.*company/i,
	},
	{
		name: 'no account is chosen',
		reason: 'invalidInput',
		parameters: { account: account('={{ "" }}') },
		says: /'LinkedIn Account' is empty/,
	},
	{
		name: 'the account is no ID',
		reason: 'invalidInput',
		parameters: { account: account('Lena Linkup') },
		says: /'LinkedIn Account' is not an account ID/,
	},
	{
		name: 'the key is wrong',
		reason: 'authentication',
		credentials: { linkupAccountApi: { apiKey: 'somebody-elses-key' } },
		says: /did not accept the API key/,
		httpCode: '403',
	},
	{
		name: 'the account is of another key',
		reason: 'notFound',
		parameters: { account: account('0123456789abcdef01234567') },
		says: /knows no such LinkedIn account/,
		httpCode: '404',
	},
	{
		name: 'the account is disconnected',
		reason: 'authentication',
		parameters: { account: account(ACCOUNTS.linkupInactive) },
		says: /not connected to LinkupAPI/,
		httpCode: '403',
	},
	{
		name: "the account's cookie has expired",
		reason: 'authentication',
		arrange: says(path, 'CHANNEL_ERROR', 'Invalid or expired LinkedIn cookie'),
		says: /no longer accepts the login/,
	},
	{
		name: 'nobody has this profile',
		reason: 'notFound',
		parameters: { recipient: locator(url(PEOPLE.unknown)) },
		says: /did not find this person/,
	},
	{
		name: 'the action is gone',
		reason: 'unexpectedAnswer',
		arrange: says(path, 'INVALID_ACTION', 'The action is not supported on this endpoint'),
		says: /does not offer this action/,
	},
	{
		name: 'a field is wrong',
		reason: 'invalidInput',
		arrange: says(path, 'INVALID_PARAMS', 'A required parameter is missing or invalid'),
		says: /could not use a field/,
	},
	{
		name: 'the credits are used up',
		reason: 'insufficientCredits',
		arrange: setting({ credits: 0 }),
		says: /no credits left/,
		httpCode: '402',
	},
	{
		name: 'LinkedIn throttles',
		reason: 'throttled',
		arrange: setting({ linkedinThrottled: true }),
		says: /slow down/,
		httpCode: '429',
	},
	{
		name: 'a limit of LinkedIn is reached',
		reason: 'limitReached',
		arrange: fault({ kind: 'quota', match: path }),
		says: /takes no more of these/,
		httpCode: '429',
	},
	{
		name: 'LinkedIn refuses without a word',
		reason: 'forbidden',
		arrange: says(path, 'CHANNEL_ERROR', 'The platform refused the request'),
		says: /LinkedIn refused this/,
	},
	{
		name: 'nothing listens at the base URL',
		reason: 'vendorUnavailable',
		credentials: { linkupAccountApi: { baseUrl: 'http://127.0.0.1:9' } },
		says: /could not be reached/,
		httpCode: 'ECONNREFUSED',
	},
];

/** What leaves open whether an act was carried out, before and after it was. */
const unclear = (path: string): FailureCase[] =>
	[false, true].flatMap((processed): FailureCase[] => {
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
				name: `the line breaks ${when} acting`,
				reason: 'vendorUnavailable',
				outcome: 'unknown',
				arrange: fault({ kind: processed ? 'resetAfter' : 'resetBefore', match: path }),
				says: /may have been carried out/,
				delivered,
			},
			{
				name: `a time-out of the channel ${when} acting`,
				reason: 'vendorUnavailable',
				outcome: 'unknown',
				arrange: says(path, 'CHANNEL_ERROR', 'Request timed out', { processed }),
				says: /may have been carried out/,
				delivered,
			},
			{
				name: `a code nobody knows ${when} acting`,
				reason: 'unexpectedAnswer',
				outcome: 'unknown',
				arrange: fault({ kind: 'status', status: 200, body: UNKNOWN, processed, match: path }),
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
	});

/** The same for a read: it reaches nobody, and is repeated where that may help. */
const unreadable = (path: string): FailureCase[] => [
	{
		name: 'the vendor stays down',
		reason: 'vendorUnavailable',
		arrange: fault({ kind: 'status', status: 503, match: path, times: 4 }),
		says: /fault of its own/,
		httpCode: '503',
	},
	{
		name: 'a code nobody knows',
		reason: 'unexpectedAnswer',
		arrange: fault({ kind: 'status', status: 200, body: UNKNOWN, match: path }),
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

operationSuite(fixture, {
	node: 'linkupApi',
	title: 'V2',
	resource: 'message',
	operation: 'send',
	isAct: true,
	parameters: { ...main, recipient: fromItem, message: 'Hello' },
	items: profiles(PEOPLE.connected, PEOPLE.connectedToo, 'john-doe-123'),
	badItem,
	badReason: 'invalidInput',
	happy: ([json], _fixture, [delivery]) => {
		expect(json).toMatchObject({
			outcome: 'sent',
			vendor: 'linkupApi',
			action: 'sendMessage',
			recipient: { publicIdentifier: PEOPLE.connected },
			response: {
				success: true,
				data: { conversation_id: expect.stringMatching(/^urn:li:msg_conversation/) as unknown },
				metadata: { credits_consumed: 1 },
			},
		});
		expect(bodies()).toEqual([
			{
				account_id: ACCOUNTS.linkupMain,
				action: 'send',
				params: { profile_url: canonical(PEOPLE.connected), message_text: 'Hello' },
			},
		]);
		expect(delivery).toMatchObject({ from: ACCOUNTS.linkupMain, hasMedia: false });
	},
	failures: [
		...refusals(MESSAGES),
		...unseen(unclear(MESSAGES)),
		{
			name: 'this person is not a connection',
			reason: 'notConnected',
			parameters: { recipient: locator(url(PEOPLE.stranger)) },
			says: /not among your connections/,
		},
		{
			name: 'the profile is hidden',
			reason: 'forbidden',
			parameters: { recipient: locator(url(PEOPLE.restricted)) },
			says: /LinkedIn refused this for this person/,
		},
		{
			name: 'a file is to go through a connected account',
			reason: 'invalidInput',
			parameters: { options: { mediaBinaryProperty: 'data' } },
			says: /takes no files from a connected account.*'Media URL'/,
		},
		{
			name: 'the media URL is private',
			reason: 'invalidInput',
			parameters: { options: { mediaUrl: 'https://192.168.1.5/deck.pdf' } },
			says: /private network/,
		},
	],
});

operationSuite(fixture, {
	node: 'linkupApi',
	title: 'V2',
	resource: 'connection',
	operation: 'sendRequest',
	isAct: true,
	parameters: { ...main, recipient: fromItem, note: 'We met in Berlin.' },
	items: profiles(PEOPLE.stranger, PEOPLE.strangerToo, PEOPLE.groupMember),
	badItem,
	badReason: 'invalidInput',
	happy: ([json], { sandbox }, [delivery]) => {
		const { memberId } = sandbox.world.person(PEOPLE.stranger);
		expect(json).toMatchObject({
			outcome: 'sent',
			action: 'sendConnectionRequest',
			recipient: {
				publicIdentifier: PEOPLE.stranger,
				urn: `urn:li:person:${memberId}`,
			},
			response: {
				data: { invitation_urn: expect.stringMatching(/^urn:li:invitation:\d+$/) as unknown },
			},
		});
		expect(bodies()).toEqual([
			{
				account_id: ACCOUNTS.linkupMain,
				action: 'invite',
				params: { profile_url: canonical(PEOPLE.stranger), message: 'We met in Berlin.' },
			},
		]);
		expect(delivery).toMatchObject({ kind: 'invitation', text: 'We met in Berlin.' });
	},
	failures: [
		...refusals(NETWORK),
		...unseen(unclear(NETWORK)),
		{
			name: 'the note is too long for a free account',
			reason: 'noteRefused',
			parameters: { account: account(ACCOUNTS.linkupSecond), note: 'x'.repeat(250) },
			says: /does not take this note/,
			httpCode: '400',
		},
	],
});

operationSuite(fixture, {
	node: 'linkupApi',
	title: 'V2',
	resource: 'connection',
	operation: 'getStatus',
	isAct: false,
	parameters: { ...main, recipient: fromItem },
	items: profiles(PEOPLE.inviting, PEOPLE.connected, PEOPLE.stranger),
	badItem,
	badReason: 'invalidInput',
	happy: ([json]) => {
		expect(json).toMatchObject({
			state: 'PENDING',
			type: 'RECEIVED',
			connected: false,
			invitationPending: true,
			canInvite: false,
			canAccept: true,
		});
		expect(bodies()).toEqual([
			{
				account_id: ACCOUNTS.linkupMain,
				action: 'check_invitation',
				params: { profile_url: canonical(PEOPLE.inviting) },
			},
		]);
	},
	failures: [...refusals(NETWORK), ...unreadable(NETWORK)],
});

operationSuite(fixture, {
	node: 'linkupApi',
	title: 'V2',
	resource: 'profile',
	operation: 'get',
	isAct: false,
	parameters: { ...main, recipient: fromItem },
	items: profiles(PEOPLE.connectedToo, PEOPLE.stranger, PEOPLE.groupMember),
	badItem,
	badReason: 'invalidInput',
	happy: ([json]) => {
		expect(json).toMatchObject({ name: 'Jane Doe', company: 'Acme', title: 'VP of Sales' });
		expect(Object.keys(json).length).toBeLessThanOrEqual(10);
		expect(bodies()).toEqual([
			{
				account_id: ACCOUNTS.linkupMain,
				action: 'get',
				params: { profile_url: canonical(PEOPLE.connectedToo) },
			},
		]);
	},
	failures: [...refusals(PROFILES), ...unreadable(PROFILES)],
});

describe('LinkupAPI V2', () => {
	const node = 'linkupApi' as const;
	const run = async (parameters: IDataObject, items?: IDataObject[]) =>
		await fixture.run({ node, parameters: { ...main, ...parameters }, items });

	it.each([
		['profile', 'get', PROFILES, true],
		['connection', 'sendRequest', NETWORK, true],
		['connection', 'getStatus', NETWORK, false],
	])(
		'names a non-Latin handle where %s %s takes it',
		async (resource, operation, path, decoded) => {
			const recipient = locator(url(PEOPLE.groupMember));
			const result = await run({ resource, operation, recipient });
			expect(result.error).toBeUndefined();
			expect(requestsTo(path)[0].body).toMatchObject({
				params: decoded
					? { identifier: PEOPLE.groupMember }
					: { profile_url: canonical(PEOPLE.groupMember) },
			});
		},
	);

	it.each([
		[PEOPLE.connected, 'alreadyConnected'],
		[PEOPLE.invited, 'alreadyInvited'],
		[PEOPLE.inviting, 'alreadyInvited'],
	])('skips an invitation to %s: %s', async (slug, reason) => {
		const recipient = locator(url(slug));
		const result = await run({ resource: 'connection', operation: 'sendRequest', recipient });
		expect(result.json('Node')[0]).toMatchObject({ outcome: 'skipped', reason });
		expect(fixture.sandbox.deliveries).toHaveLength(0);
	});

	const message = (more: IDataObject = {}): IDataObject => ({
		resource: 'message',
		operation: 'send',
		recipient: fromItem,
		message: 'Hello',
		sending: { pauseMin: 0, pauseMax: 0 },
		...more,
	});

	it('sends a media URL, and leaves the file aside', async () => {
		const mediaUrl = 'https://files.example.com/deck.pdf';
		const options = { mediaUrl, mediaBinaryProperty: 'data' };
		await run(message({ options }), profiles(PEOPLE.connected));
		expect(bodies()).toMatchObject([{ params: { media_link: mediaUrl, message_text: 'Hello' } }]);
		expect(fixture.sandbox.deliveries).toMatchObject([{ hasMedia: true }]);
	});

	it('goes on behind a person whom LinkedIn refuses', async () => {
		const result = await fixture.run({
			node,
			parameters: { ...main, ...message() },
			items: profiles(PEOPLE.restricted, PEOPLE.connected),
			onError: 'continueRegularOutput',
		});
		expect(result.json('Node')).toMatchObject([
			{ details: { reason: 'forbidden' } },
			{ outcome: 'sent' },
		]);
	});

	it('asks nobody anything when one item has no account', async () => {
		const items = profiles(PEOPLE.connected, PEOPLE.connectedToo);
		items[0].account = ACCOUNTS.linkupMain;
		const result = await run(message({ account: account('={{ $json.account }}') }), items);
		expect(shownError(result).description).toMatch(/Item 1: 'LinkedIn Account' is empty/);
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('tells how to reconnect the account', async () => {
		const parameters = message({ account: account(ACCOUNTS.linkupInactive) });
		const result = await run(parameters, profiles(PEOPLE.connected, PEOPLE.connectedToo));
		expect(shownError(result).description).toMatch(/app\.linkupapi\.com\/account-connection/);
		expect(requestsTo(MESSAGES)).toHaveLength(1);
	});

	it('asks once when the key is refused', async () => {
		fixture.sandbox.world.linkup.keyRevoked = true;
		const recipient = locator(url(PEOPLE.connected));
		await run({ resource: 'profile', operation: 'get', recipient });
		expect(requestsTo(PROFILES)).toHaveLength(1);
	});

	it('succeeds in reading after two breakdowns', async () => {
		fixture.sandbox.faults.add({ kind: 'status', status: 502, match: NETWORK, times: 2 });
		const recipient = locator(url(PEOPLE.connected));
		const result = await run({ resource: 'connection', operation: 'getStatus', recipient });
		expect(result.json('Node')[0]).toMatchObject({ connected: true, canInvite: false });
		expect(requestsTo(NETWORK)).toHaveLength(3);
	});
});
