import { connectSafelyDialect } from '../../../nodes/ConnectSafely/api';
import { ContractDocument } from '../../sandbox/contract/document';
import { asObject } from '../../sandbox/types';
import { invitationRules } from '../../../nodes/ConnectSafely/failures';
import { actOn } from './call';

type Case = [status: number, text: string, reason: string, outcome?: 'notSent' | 'unknown'];

/** Published texts (seed, connectsafely.md, openapi.yaml), the sandbox's, and likely ones beside them. */
const TEXTS: Case[] = [
	[401, 'Unauthorized', 'authentication'],
	[401, 'Unauthorized - Invalid credentials', 'authentication'],
	[401, 'Unauthorized - Invalid or missing API key', 'authentication'],
	[401, 'anything at all', 'authentication'],
	[401, 'User not found', 'authentication'],
	[403, 'Invalid or missing API key', 'authentication'],
	[200, 'Unauthorized', 'authentication'],
	[403, 'Your trial has expired. Please subscribe to continue using this feature.', 'forbidden'],
	[200, 'Your trial has expired. Please subscribe to continue.', 'forbidden'],
	[403, 'Active subscription required', 'forbidden'],
	[403, 'No active API seat is allocated for this LinkedIn account', 'forbidden'],
	[403, 'You do not have access to this LinkedIn account', 'forbidden'],
	[403, 'Nope', 'forbidden'],
	[404, 'LinkedIn account not found', 'notFound'],
	[404, 'LinkedIn account not found or not accessible', 'notFound'],
	[404, 'No LinkedIn account exists for this user', 'forbidden'],
	[400, 'LinkedIn account is not available', 'forbidden'],
	[400, 'LinkedIn session has expired, please reconnect', 'forbidden'],
	[400, 'Invalid account ID format', 'invalidInput'],
	[400, 'InMail requires a Premium account', 'insufficientCredits'],
	[400, 'Not enough InMail credits', 'insufficientCredits'],
	[402, 'Payment required', 'insufficientCredits'],
	[400, 'Recipient is not a 1st-degree connection', 'notConnected'],
	[403, 'You are not connected with this member', 'notConnected'],
	[400, 'Recipient is not a first degree connection', 'notConnected'],
	[400, 'Recipient is not a member of this group', 'notConnected'],
	[404, 'LinkedIn profile not found: invalid-profile-id', 'notFound'],
	[404, 'LinkedIn profile not found: seat-redirect-subscribe-no-credits', 'notFound'],
	[400, 'Recipient not found', 'notFound'],
	[404, 'Not found', 'notFound'],
	[400, 'Either recipientProfileId or recipientProfileUrn is required', 'invalidInput'],
	[400, 'Either profileId or profileUrn is required', 'invalidInput'],
	[400, 'profileId is required', 'invalidInput'],
	[400, 'Message is required', 'invalidInput'],
	[400, 'Subject is required for InMail messages', 'invalidInput'],
	[400, 'messageType must be normal or inmail', 'invalidInput'],
	[400, 'Custom message cannot exceed 300 characters', 'noteRefused'],
	[400, 'You have reached the monthly limit of personalized invitations', 'noteRefused'],
	[401, 'LinkedIn account is disconnected', 'forbidden'],
	[401, 'LinkedIn session has expired, please reconnect', 'forbidden'],
	[403, 'This member has blocked you', 'forbidden'],
	[403, 'Profile is not accessible', 'forbidden'],
	[400, 'Email address is required to connect', 'invalidInput'],
	[400, 'You cannot connect with yourself', 'invalidInput'],
	[400, 'Message was sent, but the conversation could not be read', 'unexpectedAnswer', 'unknown'],
	[422, 'Bad request - Missing required fields', 'invalidInput'],
	[
		429,
		'Rate limit exceeded for MESSAGE: 100/100 used. Resets at 2026-11-24T00:00:00.000Z',
		'limitReached',
	],
	[
		200,
		'Rate limit exceeded for CONNECT: 90/90 used. Resets at 2026-11-30T00:00:00Z',
		'limitReached',
	],
	[
		429,
		'Rate limit exceeded for PROFILE_VIEW: 120/120 used. Resets at 2026-11-24T00:00:00.000Z',
		'limitReached',
	],
	[429, 'Rate limit exceeded for FOLLOW: 100/100 used', 'limitReached'],
	[429, 'Connection requests are on hold', 'limitReached'],
	[400, 'You have reached the weekly invitation limit', 'limitReached'],
	[429, 'Rate limit exceeded', 'throttled'],
	[429, 'Too many requests. Please slow down.', 'throttled'],
	[429, '', 'throttled'],
	[200, 'Too many requests', 'throttled'],
	[400, 'Maximum number of redirects exceeded', 'vendorUnavailable', 'unknown'],
	[200, 'Unexpected redirect', 'vendorUnavailable', 'unknown'],
	[500, 'redirect', 'vendorUnavailable', 'unknown'],
	[400, 'Request timed out', 'vendorUnavailable', 'unknown'],
	[200, 'socket hang up', 'vendorUnavailable', 'unknown'],
	[408, 'Request Timeout', 'vendorUnavailable', 'unknown'],
	[500, 'Internal server error', 'vendorUnavailable', 'unknown'],
	[500, 'Member not found in cache', 'vendorUnavailable', 'unknown'],
	[500, 'Failed to send message', 'vendorUnavailable', 'unknown'],
	[500, 'LinkedIn session has expired, please reconnect', 'vendorUnavailable', 'unknown'],
	[503, 'Your trial has expired. Please subscribe to continue.', 'vendorUnavailable', 'unknown'],
	[500, 'LinkedIn profile not found: jane', 'vendorUnavailable', 'unknown'],
	[502, 'Rate limit exceeded for MESSAGE: 100/100 used', 'vendorUnavailable', 'unknown'],
	[201, 'Unauthorized', 'unexpectedAnswer', 'unknown'],
	[302, 'Unauthorized', 'unexpectedAnswer', 'unknown'],
	[502, 'Message could not be handed on', 'vendorUnavailable', 'unknown'],
	[200, 'Something went wrong', 'unexpectedAnswer', 'unknown'],
	[200, '', 'unexpectedAnswer', 'unknown'],
	[418, 'I am a teapot', 'unexpectedAnswer', 'unknown'],
];

describe("ConnectSafely.ai's texts", () => {
	const shapes: Array<[string, (text: string) => unknown]> = [
		['error', (error) => ({ error, success: false })],
		['message', (message) => ({ success: false, code: 'some_code', message })],
		['nested', (message) => ({ success: false, error: { message } })],
		['errorDetails', (message) => ({ success: false, errorDetails: { message } })],
	];

	describe.each(shapes)('in the shape "%s"', (_, shape) => {
		it.each(TEXTS)('%i "%s" means %s', async (status, text, reason, outcome = 'notSent') => {
			const ending = await actOn({ status, body: shape(text) });
			expect(ending).toMatchObject({ reason, outcome });
			expect(ending.vendorText ?? '').toBe(text);
		});
	});

	it('reads the issues of a Zod report, field by field', async () => {
		const issues = [
			{ code: 'invalid_type', path: ['profileId'], message: 'Required' },
			{ path: ['options', 0], message: 'Too short' },
			'nonsense',
		];
		const body = { success: false, error: { name: 'ZodError', issues } };
		expect(await actOn({ status: 400, body })).toMatchObject({
			reason: 'invalidInput',
			what: 'ConnectSafely.ai could not use the recipient',
			vendorText: 'profileId: Required; options.0: Too short',
		});
	});

	it.each([
		['accountId', /LinkedIn account/],
		['recipientProfileUrn', /recipient/],
		['customMessage', /note/],
		['subject', /subject/],
		['messageType', /message type/],
		['groupId', /group/],
		['message', /the message$/],
		['somethingNew', /refused the request/],
	])('names the field behind a Zod issue about %s', async (field, what) => {
		const error = { name: 'ZodError', issues: [{ path: [field], message: 'Required' }] };
		const ending = await actOn({ status: 400, body: { success: false, error } });
		expect(ending).toMatchObject({ reason: 'invalidInput', what: expect.stringMatching(what) });
	});

	it('takes a validation error with status 200 for one', async () => {
		const body = { success: false, code: 'validation_error', message: 'Odd' };
		expect(await actOn({ status: 200, body })).toMatchObject({ reason: 'invalidInput' });
	});

	it.each(['CONNECTIONS_UNAVAILABLE', 'INVITATIONS_UNAVAILABLE'])(
		'knows the code %s',
		async (code) => {
			const body = { success: false, code, message: '(text not published)' };
			expect(await actOn({ status: 502, body })).toMatchObject({
				reason: 'vendorUnavailable',
				outcome: 'unknown',
				what: expect.stringContaining('nothing usable'),
			});
		},
	);

	it('quotes the details of a message', async () => {
		const body = {
			success: false,
			message: 'Failed',
			errorDetails: { message: 'too many redirects' },
		};
		expect(await actOn({ status: 400, body })).toMatchObject({
			reason: 'vendorUnavailable',
			vendorText: 'Failed: too many redirects',
		});
	});

	it.each(['<html><body>Blocked</body></html>', '', 'null', '[]', '"no"'])(
		'goes by the status alone when the body is %j',
		async (body) => {
			expect(await actOn({ status: 403, body })).toMatchObject({ reason: 'forbidden' });
			expect(await actOn({ status: 503, body })).toMatchObject({ outcome: 'unknown' });
		},
	);

	it('covers every refusal the contract shows', async () => {
		const examples = refusals(new ContractDocument('connectSafely'));
		expect(examples.length).toBeGreaterThanOrEqual(10);
		const REASONS: Record<number, RegExp> = {
			400: /^invalidInput$/,
			401: /^authentication$/,
			403: /^forbidden$/,
			404: /^notFound$/,
			429: /^(limitReached|throttled)$/,
			502: /^vendorUnavailable$/,
		};
		for (const { status, body } of examples) {
			const { reason } = await actOn({ status, body });
			expect({ body, reason }).toEqual({ body, reason: expect.stringMatching(REASONS[status]) });
		}
	});
});

/** Every example of an answer with a status of 400 and above. */
function refusals(document: ContractDocument): Array<{ status: number; body: unknown }> {
	const found = new Map<string, { status: number; body: unknown }>();
	for (const [path, methods] of Object.entries(asObject(document.content.paths))) {
		for (const [method, operation] of Object.entries(asObject(methods))) {
			for (const name of Object.keys(asObject(asObject(operation).responses))) {
				const status = Number(name);
				if (!(status >= 400)) continue;
				const step = path.replace(/~/g, '~0').replace(/\//g, '~1');
				const { node } = document.resolve(`/paths/${step}/${method}/responses/${name}`);
				const json = asObject(asObject(asObject(node).content)['application/json']);
				const named = Object.values(asObject(json.examples)).map((one) => asObject(one).value);
				for (const body of [json.example, ...named]) {
					if (body !== undefined) found.set(`${status}${JSON.stringify(body)}`, { status, body });
				}
			}
		}
	}
	return [...found.values()];
}

describe('An invitation', () => {
	const SKIPS: Array<[string, string]> = [
		['Already connected with this profile', 'alreadyConnected'],
		['You are already a 1st-degree connection', 'alreadyConnected'],
		['This person is already in your network', 'alreadyConnected'],
		['Connection request already pending', 'alreadyInvited'],
		['Connection request already sent', 'alreadyInvited'],
		['An invitation is pending', 'alreadyInvited'],
		['There is a pending invitation for this member', 'alreadyInvited'],
		['You have already invited this person', 'alreadyInvited'],
	];

	it.each(SKIPS)('is not needed: "%s"', async (error, reason) => {
		for (const status of [200, 400, 409]) {
			const ending = await actOn({ status, body: { success: false, error } }, invitationRules);
			expect(ending).toEqual({ reason, vendorText: error });
		}
	});

	it.each(SKIPS)('is unclear with a 500 in front of "%s"', async (error) => {
		expect(await actOn({ status: 500, body: { error } }, invitationRules)).toMatchObject({
			outcome: 'unknown',
		});
	});

	it.each([
		['You have too many pending invitations', 'limitReached'],
		['You have reached the invitation limit', 'limitReached'],
		['You already invited this person recently', 'forbidden'],
		['Invitation withdrawn. Please wait 3 weeks before inviting again', 'forbidden'],
		['Personalized invitation limit reached', 'noteRefused'],
		['You are not connected to a LinkedIn session', 'notConnected'],
		['LinkedIn profile not found: request pending', 'notFound'],
		['Your trial has expired', 'forbidden'],
	])('is refused: "%s" means %s', async (error, reason) => {
		expect(await actOn({ status: 400, body: { error } }, invitationRules)).toMatchObject({
			reason,
		});
	});

	it.each(SKIPS)('is no excuse for a message: "%s"', async (error) => {
		const ending = await actOn({ status: 400, body: { error } });
		expect(ending).toMatchObject({ reason: 'invalidInput', outcome: 'notSent' });
	});
});

describe('A limit', () => {
	const MESSAGE =
		'Rate limit exceeded for MESSAGE: 100/100 used. Resets at 2026-11-24T00:00:00.000Z';

	it('resets when its text says so', async () => {
		expect(await actOn({ status: 429, body: { error: MESSAGE, success: false } })).toMatchObject({
			reason: 'limitReached',
			resetsAt: '2026-11-24T00:00:00.000Z',
		});
	});

	it.each(['2026-11-24T15:42:11Z', '2026-11-24 15:42:11+00:00'])(
		'of invitations is held until %s',
		async (holdUntil) => {
			const error = 'Rate limit exceeded for CONNECT: 90/90 used. Resets at 2026-11-30T00:00:00Z';
			const ending = await actOn({ status: 429, body: { error, holdUntil } }, invitationRules);
			expect(ending).toMatchObject({
				reason: 'limitReached',
				resetsAt: '2026-11-24T15:42:11.000Z',
			});
		},
	);

	it.each([
		['Retry-After of seconds', { 'retry-after': '30' }, 30_000],
		['a reset within the minute', { 'x-ratelimit-reset': '2026-11-23T12:00:45.000Z' }, undefined],
	])('per minute passes: %s', async (_, headers, retryAfterMs) => {
		const body = { error: 'Too many requests. Please slow down.', success: false };
		const ending = await actOn({ status: 429, body, headers });
		expect(ending).toMatchObject({ reason: 'throttled', stopsBatch: false });
		expect(ending.retryAfterMs).toBe(retryAfterMs);
	});

	it.each([
		['a reset hours away', { 'x-ratelimit-reset': '2026-11-24T00:00:00.000Z' }],
		['a reset in Unix seconds', { 'x-ratelimit-reset': '1795478400' }],
		['Retry-After of hours', { 'retry-after': '43200' }],
	])('with %s is a quota, whatever its words', async (_, headers) => {
		const body = { error: 'Too many requests', success: false };
		expect(await actOn({ status: 429, body, headers })).toMatchObject({ reason: 'limitReached' });
	});
});

describe('A complaint', () => {
	const { complaint } = connectSafelyDialect;

	it.each([
		[{ success: true, message: 'Message sent successfully' }],
		[{ success: true, error: null }],
		[{ success: true, error: '' }],
		[{ message: 'ok' }],
		[[{ error: 'in a list' }]],
		[null],
		['error'],
		[undefined],
	])('is not in %j', (body) => {
		expect(complaint(body)).toBeUndefined();
	});

	it.each([
		[{ success: false }, { text: '' }],
		[{ error: 'No' }, { text: 'No' }],
		[{ success: true, error: 'No' }, { text: 'No' }],
		[{ error: {} }, { text: '' }],
		[{ error: { issues: 'odd' }, message: 'No' }, { text: 'No' }],
		[{ success: false, code: 7, message: ['No'] }, { text: '' }],
		[
			{ success: false, code: 'x', message: ' No ' },
			{ text: 'No', code: 'x' },
		],
		[{ error: 'No', errorDetails: { message: 'No' } }, { text: 'No' }],
	])('is in %j', (body, told) => {
		expect(complaint(body)).toEqual(told);
	});
});
