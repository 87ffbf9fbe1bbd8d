import { linkupDialect } from '../../../nodes/LinkupApi/api';
import type { Generation } from '../../../nodes/LinkupApi/failures';
import { invitationRules } from '../../../nodes/LinkupApi/failures';
import { Failure, Skip } from '../../../nodes/shared/failures/failure';
import type { FailureOutcome, FailureReason } from '../../../nodes/shared/failures/failure';
import { stopsBatch } from '../../../nodes/shared/failures/rules';
import { parseJson } from '../../../nodes/shared/json/json';
import { refusal } from '../../../nodes/shared/http/refusal';
import type { FailureRule } from '../../../nodes/shared/failures/rules';

const NOW = Date.parse('2026-11-23T12:00:00Z');

/** What the client makes of an answer. */
function read(
	generation: Generation,
	status: number,
	body: string,
	first: readonly FailureRule[] = [],
): Failure | Skip | undefined {
	const own = linkupDialect(generation);
	const dialect = { ...own, rules: [...first, ...own.rules] };
	const parsed = parseJson(body);
	const complaint = dialect.complaint(parsed);
	if (status < 400 && !complaint) return undefined;
	const said = complaint ?? { text: body };
	return refusal(dialect, { status, headers: {}, text: body }, parsed, said, NOW);
}

function failed(generation: Generation, status: number, body: string): Failure {
	const found = read(generation, status, body);
	if (found instanceof Failure) return found;
	throw new Error(`No failure: ${String(found)}`);
}

const v1 = (text: string, status = 200): Failure =>
	failed('v1', status, JSON.stringify({ status: 'error', message: text }));

const v2 = (code: string, text: string, status = 200): Failure =>
	failed('v2', status, JSON.stringify({ success: false, error: { code, message: text } }));

type Line = [text: string, reason: FailureReason, outcome?: FailureOutcome];

const TEXTS: Line[] = [
	// linkupapi.md, "Errors": documented.
	['Missing required parameter: invitation_id', 'invalidInput'],
	['Missing required parameter: linkedin_url', 'invalidInput'],
	['Missing required parameter: login_token', 'authentication'],
	['Invalid or expired LinkedIn cookie', 'authentication'],
	['Insufficient credits available', 'insufficientCredits'],
	['Rate limit exceeded. Please try again later', 'throttled'],
	// The seed's notes, in prose, and likely wordings of them.
	['Invalid profile URL format', 'invalidInput'],
	['Invalid media_file format or base64 encoding', 'invalidInput'],
	['Invalid media_link format', 'invalidInput'],
	['Network or permission errors', 'vendorUnavailable', 'unknown'],
	['Network error', 'vendorUnavailable', 'unknown'],
	['Permission error: this profile cannot be reached with your login token', 'forbidden'],
	['Rate limiting from LinkedIn', 'throttled'],
	// linkupapi.openapi.yaml.
	['Invalid API key', 'authentication'],
	['Invalid LinkedIn credentials', 'authentication'],
	['Invalid verification code', 'invalidInput'],
	['Invitation already accepted, expired or invalid', 'notFound'],
	['Resource not found', 'notFound'],
	['Internal server error', 'vendorUnavailable', 'unknown'],
	// Seen nowhere, but to be expected.
	['Invalid country code', 'invalidInput'],
	['Your session has expired, please log in again', 'authentication'],
	['Checkpoint required', 'authentication'],
	['Request timed out', 'vendorUnavailable', 'unknown'],
	['Proxy connection failed', 'vendorUnavailable', 'unknown'],
	['LinkedIn weekly invitation limit reached', 'limitReached'],
	['Recipient is not a 1st-degree connection', 'notConnected'],
	['Invitation message is too long (max 300 characters)', 'noteRefused'],
	['message_text is too long', 'invalidInput'],
	['You have reached the monthly limit of personalized invitations', 'noteRefused'],
	['LinkedIn account is disconnected', 'forbidden'],
	['This member has blocked you', 'forbidden'],
	['You cannot message this member', 'forbidden'],
	['Email address is required to connect', 'invalidInput'],
	['You cannot connect with yourself', 'invalidInput'],
	['Invitation was withdrawn, wait 3 weeks before inviting again', 'forbidden'],
	['This profile is restricted', 'forbidden'],
];

describe('texts of LinkupAPI', () => {
	it.each(TEXTS)('V1 in 200: %s → %s', (text, reason, outcome = 'notSent') => {
		expect(v1(text).facts).toMatchObject({ reason, outcome, httpCode: '200', vendorText: text });
	});

	it.each(TEXTS)('V2 in a CHANNEL_ERROR: %s → %s', (text, reason, outcome = 'notSent') => {
		for (const status of [200, 400]) {
			expect(v2('CHANNEL_ERROR', text, status).facts).toMatchObject({ reason, outcome });
		}
		expect(v2('CHANNEL_ERROR', text, 500).facts).toMatchObject({ reason, outcome: 'unknown' });
	});

	it.each([401, 403])('V1 %d about one person does not speak of the login', (status) => {
		for (const text of ['This member has blocked you', 'Profile not accessible']) {
			const { facts } = v1(text, status);
			expect(facts).toMatchObject({ reason: 'forbidden', stopsBatch: false });
			expect(`${facts.what} ${facts.next}`).not.toMatch(/Log In|token|key/);
		}
	});

	it.each([
		['Invalid or expired LinkedIn cookie', 401],
		['Invalid or expired LinkedIn cookie', 403],
		['Something about nothing', 401],
		['Something about nothing', 403],
	])('V1 %s with %d is about the login', (text, status) => {
		expect(v1(text, status).facts).toMatchObject({ reason: 'authentication', outcome: 'notSent' });
	});

	it.each([402, 404, 429])('V1 %d without a known text goes by its status', (status) => {
		const expected = { 402: 'insufficientCredits', 404: 'notFound', 429: 'throttled' }[status];
		expect(v1('Kaputt', status).facts.reason).toBe(expected);
	});

	it.each([500, 502, 503, 504])('V1 %d leaves open what was done, whatever it says', (status) => {
		for (const text of ['Invalid media_file format', 'Invalid or expired LinkedIn cookie', '']) {
			expect(v1(text, status).facts).toMatchObject({
				reason: 'vendorUnavailable',
				outcome: 'unknown',
			});
		}
	});

	it.each(['Kaputt', '', 'Something went wrong'])('V1 200 with %j is unclear', (text) => {
		expect(v1(text).facts).toMatchObject({ reason: 'unexpectedAnswer', outcome: 'unknown' });
	});

	const CODES: Array<[string, number, string, FailureReason, FailureOutcome?]> = [
		['INVALID_API_KEY', 403, 'The provided API key is invalid or missing', 'authentication'],
		['ACCOUNT_INACTIVE', 403, 'The account is inactive or suspended', 'authentication'],
		['INVALID_ACCOUNT', 404, 'The account does not exist or belongs to another key', 'notFound'],
		['INVALID_ACTION', 400, 'The action is not supported on this endpoint', 'unexpectedAnswer'],
		['INVALID_PARAMS', 400, 'A required parameter is missing or invalid', 'invalidInput'],
		['INVALID_PARAMS', 400, 'message must be 200 characters or fewer', 'noteRefused'],
		['INSUFFICIENT_CREDITS', 402, 'Not enough credits for this action', 'insufficientCredits'],
		['RATE_LIMITED', 429, 'Too many requests', 'throttled'],
		['RATE_LIMITED', 429, 'LinkedIn limit reached for this account', 'limitReached'],
		['INTERNAL_ERROR', 500, 'Unexpected server error', 'vendorUnavailable', 'unknown'],
		['CHANNEL_ERROR', 400, 'The platform refused the request', 'forbidden'],
		['CHANNEL_ERROR', 403, 'InMail needs a premium seat', 'forbidden'],
		['CHANNEL_ERROR', 404, 'Profile not found', 'notFound'],
	];

	it.each(CODES)('V2 %s with %d: %s → %s', (code, status, text, reason, outcome = 'notSent') => {
		expect(v2(code, text, status).facts).toMatchObject({ reason, outcome });
		expect(v2(code, text, 200).facts).toMatchObject({ reason, outcome });
	});

	it.each([
		['RATE_LIMITED', 'throttled'],
		['INVALID_PARAMS', 'invalidInput'],
		['CHANNEL_ERROR', 'forbidden'],
	])('V2 %s needs no text: %s', (code, reason) => {
		expect(v2(code, '').facts).toMatchObject({ reason, outcome: 'notSent' });
	});

	it('V2 with a code nobody knows is unclear', () => {
		expect(v2('KAPUTT', 'Kaputt').facts).toMatchObject({
			reason: 'unexpectedAnswer',
			outcome: 'unknown',
		});
	});

	it('stops a batch for what meets every item, and not for one person', () => {
		const stops = (failure: Failure): boolean => stopsBatch(failure.facts);
		expect(stops(v1('Invalid or expired LinkedIn cookie'))).toBe(true);
		expect(stops(v1('Insufficient credits available'))).toBe(true);
		expect(stops(v1('Rate limit exceeded. Please try again later'))).toBe(true);
		expect(stops(v2('INVALID_ACTION', ''))).toBe(true);
		expect(stops(v1('Permission error'))).toBe(false);
		expect(stops(v1('Resource not found'))).toBe(false);
		expect(stops(v2('CHANNEL_ERROR', ''))).toBe(false);
	});

	it('tells how to renew the login, in the words of each generation', () => {
		const text = 'Invalid or expired LinkedIn cookie';
		expect(v1(text).facts.next).toMatch(/Log In operation.*Login Token field of the credential/);
		expect(v2('CHANNEL_ERROR', text).facts.next).toMatch(/Reconnect.*account-connection/);
	});
});

describe('where LinkupAPI puts its text', () => {
	it.each([
		['message', { status: 'error', message: 'Invalid API key' }],
		['data', { status: 'error', data: 'Invalid API key' }],
		['data under no message', { status: 'ERROR', message: '', data: 'Invalid API key' }],
		['an object in data', { status: 'error', data: { message: 'Invalid API key' } }],
		['detail', { status: 'error', detail: 'Invalid API key' }],
		['a list in detail', { status: 'error', detail: [{ msg: 'Oh' }, { msg: 'Invalid API key' }] }],
		['detail alone', { detail: 'Invalid API key' }],
	])('V1: %s', (_place, body) => {
		expect(failed('v1', 200, JSON.stringify(body)).facts.reason).toBe('authentication');
	});

	it.each([
		['a success', { status: 'success', message: 'Invalid API key', detail: 'x' }],
		['a success of V2', { success: true, data: { error: { code: 'INVALID_API_KEY' } } }],
		['a list', ['Invalid API key']],
	])('is not looked for in %s', (_name, body) => {
		expect(read('v1', 200, JSON.stringify(body))).toBeUndefined();
	});

	it.each([
		'<html><style>@media (x) {}</style>invalid media_file, profile not found</html>',
		'\n <!doctype html> Rate limit exceeded, challenge',
		'{"trace":"Invalid profile URL, permission"}',
	])('is no page of a gateway: %s', (page) => {
		for (const generation of ['v1', 'v2'] as const) {
			for (const status of [500, 502, 503]) {
				expect(failed(generation, status, page).facts).toMatchObject({
					reason: 'vendorUnavailable',
					outcome: 'unknown',
				});
			}
		}
		expect(failed('v2', 403, page).facts.reason).toBe('forbidden');
	});
});

describe('invitations that are not needed', () => {
	const invite = (text: string): unknown => {
		const body = JSON.stringify({ status: 'error', message: text });
		const found = read('v1', 200, body, invitationRules);
		return found instanceof Skip ? found.reason : found?.facts.reason;
	};

	it.each([
		['You are already connected with this person', 'alreadyConnected'],
		['Already a 1st-degree connection', 'alreadyConnected'],
		['Invitation already sent to this person', 'alreadyInvited'],
		['This person has already sent you an invitation', 'alreadyInvited'],
		['An invitation is already pending', 'alreadyInvited'],
		['Invitation pending', 'alreadyInvited'],
		['LinkedIn weekly invitation limit reached', 'limitReached'],
		['Recipient is not a 1st-degree connection', 'notConnected'],
	])('%s → %s', (text, expected) => expect(invite(text)).toBe(expected));

	it('are failures where nobody is invited', () => {
		expect(v1('You are already connected with this person').facts.outcome).toBe('unknown');
	});
});
