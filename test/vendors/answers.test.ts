import { APIS, actOn, ownForm } from './answers';
import type { Api, End } from './answers';

type Line = [text: string, status: number, reason: string, says: RegExp, ends: 'ends' | 'goesOn'];

/**
 * What LinkedIn says through any of the three vendors, in the wordings of public reports and in likely ones:
 * the same must be made of it everywhere.
 */
const EVERYWHERE: Line[] = [
	// One person.
	['This member has blocked you', 403, 'forbidden', /reach this person/, 'goesOn'],
	['You have been blocked by this user', 403, 'forbidden', /reach this person/, 'goesOn'],
	['You cannot message this member', 403, 'forbidden', /reach this person/, 'goesOn'],
	["You can't send messages to this member", 403, 'forbidden', /reach this person/, 'goesOn'],
	['This member does not accept InMails', 400, 'forbidden', /reach this person/, 'goesOn'],
	['This profile is not accessible', 403, 'forbidden', /reach this person/, 'goesOn'],
	['This profile is private', 403, 'forbidden', /reach this person/, 'goesOn'],
	['limited profile visibility', 403, 'forbidden', /reach this person/, 'goesOn'],
	['The recipient cannot be contacted', 400, 'forbidden', /reach this person/, 'goesOn'],
	['Unable to invite this person', 400, 'forbidden', /reach this person/, 'goesOn'],
	['You cannot connect with yourself', 400, 'invalidInput', /LinkedIn account itself/, 'goesOn'],
	['Cannot send a message to yourself', 400, 'invalidInput', /account itself/, 'goesOn'],
	['This is your own profile', 400, 'invalidInput', /LinkedIn account itself/, 'goesOn'],
	['Email address is required to connect', 400, 'invalidInput', /email address/, 'goesOn'],
	['To invite this member, enter their email', 400, 'invalidInput', /email address/, 'goesOn'],
	['Connecting requires the member email', 400, 'invalidInput', /email address/, 'goesOn'],
	['You already invited this person recently', 400, 'forbidden', /withdrawn/, 'goesOn'],
	['Invitation was sent recently', 400, 'forbidden', /withdrawn/, 'goesOn'],
	['Invitation withdrawn, wait 3 weeks', 400, 'forbidden', /withdrawn/, 'goesOn'],
	['You can resend an invitation after 3 weeks', 400, 'forbidden', /withdrawn/, 'goesOn'],
	['Cannot resend invitation yet', 400, 'forbidden', /withdrawn/, 'goesOn'],
	// One note.
	['Monthly limit of personalized invitations reached', 400, 'noteRefused', /note/, 'goesOn'],
	['You reached the custom note limit', 429, 'noteRefused', /note/, 'goesOn'],
	['Custom note limit reached', 400, 'noteRefused', /note/, 'goesOn'],
	['Note is longer than 200 characters', 400, 'noteRefused', /note/, 'goesOn'],
	['Note exceeds 300 characters', 400, 'noteRefused', /note/, 'goesOn'],
	['Custom message must be at most 200 characters', 400, 'noteRefused', /note/, 'goesOn'],
	['You have no personalized invites left this month', 400, 'noteRefused', /note/, 'goesOn'],
	['Upgrade to Premium to add a note', 400, 'noteRefused', /note/, 'goesOn'],
	['Notes are not available for free accounts', 403, 'noteRefused', /note/, 'goesOn'],
	// The LinkedIn account.
	['account is disconnected', 401, 'forbidden', /LinkedIn account is disconnected/, 'ends'],
	['LinkedIn account disconnected, reconnect it', 403, 'forbidden', /account is dis/, 'ends'],
	['The account has been logged out', 401, 'forbidden', /account is disconnected/, 'ends'],
	['You are not logged in to LinkedIn', 403, 'forbidden', /account is disconnected/, 'ends'],
	['Your account has been restricted', 403, 'forbidden', /restricted the LinkedIn/, 'ends'],
	['LinkedIn account temporarily blocked', 403, 'forbidden', /restricted the Linke/, 'ends'],
];

/** What each vendor says in words of its own. */
const OF_ONE: Array<[Api, ...Line]> = [
	['outX', 'Extension is not connected', 403, 'extensionOffline', /extension/, 'ends'],
	['outX', 'The OutX extension is offline', 403, 'extensionOffline', /extension/, 'ends'],
	['outX', 'Plugin installation required. Please …', 403, 'extensionOffline', /extension/, 'ends'],
	['outX', 'No admin user found in the team', 404, 'forbidden', /no admin/, 'ends'],
	['outX', 'LinkedIn invitation limit reached', 429, 'limitReached', /no more inv/, 'ends'],
	['outX', 'Rate limit exceeded. Please try again later.', 429, 'throttled', /slow/, 'ends'],
	['outX', "Missing or invalid 'message'", 400, 'invalidInput', /message/, 'goesOn'],
	['outX', "Missing or invalid 'recipient_urn'", 400, 'invalidInput', /recipient/, 'goesOn'],
	['outX', 'Invalid API Key', 401, 'authentication', /API key/, 'ends'],
	['outX', 'Missing API Key', 401, 'authentication', /API key/, 'ends'],
	['outX', 'Unauthorized', 401, 'authentication', /API key/, 'ends'],
	['connectSafely', 'Unauthorized', 401, 'authentication', /API key/, 'ends'],
	['connectSafely', 'Session has expired', 401, 'forbidden', /disconnected/, 'ends'],
	['connectSafely', 'Please reconnect', 403, 'forbidden', /disconnected/, 'ends'],
	['connectSafely', 'Your trial has expired. Please subscribe', 403, 'forbidden', /trial/, 'ends'],
	['connectSafely', 'LinkedIn profile not found: x', 404, 'notFound', /did not find/, 'goesOn'],
	['connectSafely', 'LinkedIn profile not found: note-limit', 404, 'notFound', /find/, 'goesOn'],
	['connectSafely', 'Connection requests are on hold', 429, 'limitReached', /no more/, 'ends'],
	[
		'connectSafely',
		'Recipient is not a first degree connection',
		400,
		'notConnected',
		/not am/,
		'goesOn',
	],
	['connectSafely', 'Not enough InMail credits', 400, 'insufficientCredits', /credits/, 'ends'],
	['v1', 'Invalid or expired LinkedIn cookie', 401, 'authentication', /login/, 'ends'],
	['v1', 'Invalid API key', 403, 'authentication', /API key/, 'ends'],
	['v1', 'Insufficient credits available', 402, 'insufficientCredits', /credits/, 'ends'],
	['v1', 'Rate limit exceeded. Please try again later', 429, 'throttled', /slow/, 'ends'],
	['v1', 'Invalid profile URL format', 400, 'invalidInput', /recipient/, 'goesOn'],
	['v1', 'Resource not found', 404, 'notFound', /did not find/, 'goesOn'],
	['v2', 'Your LinkedIn account is suspended', 403, 'forbidden', /restricted/, 'ends'],
	['v2', 'InMail needs a premium seat', 400, 'forbidden', /Premium/, 'goesOn'],
	['v2', 'Profile not found', 404, 'notFound', /did not find/, 'goesOn'],
	['v2', 'LinkedIn weekly invitation limit reached', 429, 'limitReached', /no more/, 'ends'],
];

const all: Array<[Api, ...Line]> = [
	...APIS.flatMap((api) => EVERYWHERE.map((line): [Api, ...Line] => [api, ...line])),
	...OF_ONE,
];

/** Reasons behind which a batch goes on unless the failure says otherwise. */
const GOES_ON = /^(?:invalidInput|notFound|notConnected|noteRefused|otherPerson|unexpectedAnswer)$/;
const stops = ({ reason, stopsBatch }: End): boolean => stopsBatch ?? !GOES_ON.test(reason);

describe('what LinkedIn says, by whichever vendor', () => {
	it.each(all)('%s: "%s" with %i means %s', async (api, text, status, reason, says, ends) => {
		const end = await actOn(api, status, ownForm(api, text), 'message');
		expect(end).toMatchObject({ reason, outcome: 'notSent', vendorText: text });
		expect(end.what).toMatch(says);
		expect(stops(end)).toBe(ends === 'ends');
		if (reason !== 'authentication') expect(end.what).not.toMatch(/API key/);
		if (ends === 'goesOn') expect(end.next).not.toMatch(/Log In|credential/);
	});

	it.each(all)(
		'%s: "%s" means the same to an invitation, and never that it is there',
		async (...given) => {
			const [api, text, status, reason] = given;
			const end = await actOn(api, status, ownForm(api, text), 'invitation');
			expect(end).toMatchObject({ reason, outcome: 'notSent' });
		},
	);

	it.each(all)('%s: "%s" with a 500 leaves it open', async (api, text) => {
		for (const status of [500, 503]) {
			const end = await actOn(api, status, ownForm(api, text), 'invitation');
			expect(end).toMatchObject({ reason: 'vendorUnavailable', outcome: 'unknown' });
		}
	});
});

/** Pages of those in between: nginx, Cloudflare, AWS, Envoy, n8n, express, a router. */
const FOREIGN: Array<[number, unknown]> = [
	[400, '<html><head><title>400 Bad Request</title></head><body>nginx</body></html>'],
	[401, '<html>401 Authorization Required</html>'],
	[403, '<!DOCTYPE html><title>Attention Required! | Cloudflare</title>'],
	[403, { message: 'Forbidden' }],
	[404, '<html><title>404 Not Found</title><hr>nginx</html>'],
	[404, 'default backend - 404'],
	[404, '<pre>Cannot POST /linkedin/message</pre>'],
	[404, { detail: 'Not Found' }],
	[404, ''],
	[405, '<html>405 Not Allowed</html>'],
	[405, { detail: 'Method Not Allowed' }],
	[413, '<html>413 Request Entity Too Large</html>'],
	[414, 'URI Too Long'],
	[415, 'Unsupported Media Type'],
	[429, '<html>429 Too Many Requests</html>'],
	[431, ''],
];

describe('answers of somebody in between', () => {
	const cases = APIS.filter((api) => api !== 'outX').flatMap((api) =>
		FOREIGN.map(([status, body]): [Api, number, unknown] => [api, status, body]),
	);

	it.each(cases)('%s, %i, %j: nobody but the address is blamed', async (api, status, body) => {
		const end = await actOn(api, status, body);
		expect(end.outcome).toBe('notSent');
		expect(['notFound', 'notConnected']).not.toContain(end.reason);
		if (status !== 429) expect(`${end.what} ${end.next}`).toMatch(/Base URL/);
		if (end.vendorText !== undefined) expect(end.saidBy).toBe('The answer');
		if ([404, 405].includes(status)) {
			expect(end).toMatchObject({ reason: 'unexpectedAnswer', stopsBatch: true });
		}
	});

	it('OutX words some refusals as a message alone, and its pages are no exception', async () => {
		expect(await actOn('outX', 404, { message: 'Agent task not found' })).toMatchObject({
			reason: 'notFound',
		});
		expect(await actOn('outX', 404, '<html>')).toMatchObject({ reason: 'unexpectedAnswer' });
	});

	it.each(APIS)('%s: a 502, 503, 504 or 52x is open', async (api) => {
		for (const status of [502, 503, 504, 520, 521, 522, 524, 530, 598]) {
			for (const body of [
				'<html>cloudflare</html>',
				'',
				{ message: 'Endpoint request timed out' },
			]) {
				expect(await actOn(api, status, body)).toMatchObject({ outcome: 'unknown' });
			}
		}
	});
});

describe('a limit', () => {
	const MESSAGE = 'Rate limit exceeded for MESSAGE: 100/100 used';

	it.each([
		['a reset an hour ago', { 'x-ratelimit-reset': '2026-11-23T11:00:00Z' }],
		['a reset a minute ago', { 'x-ratelimit-reset': '2026-11-23T11:59:00Z' }],
		['a reset now', { 'x-ratelimit-reset': '2026-11-23T12:00:00Z' }],
		['Retry-After 0', { 'retry-after': '0' }],
		['a Retry-After that is past', { 'retry-after': 'Mon, 23 Nov 2026 11:59:00 GMT' }],
		['nothing', {}],
	])('with %s is no licence to go on', async (_, headers) => {
		const quota = await actOn(
			'connectSafely',
			429,
			ownForm('connectSafely', MESSAGE),
			'message',
			headers,
		);
		expect(quota).toMatchObject({ reason: 'limitReached', outcome: 'notSent' });
		expect(quota.resetsAt).toBeUndefined();
		for (const api of APIS) {
			const body = ownForm(api, 'Too many requests', 'RATE_LIMITED');
			const throttle = await actOn(api, 429, body, 'message', headers);
			expect(throttle).toMatchObject({ reason: 'throttled', stopsBatch: true });
			expect(throttle.resetsAt).toBeUndefined();
		}
	});

	it('told as past in its text is none either', async () => {
		const text = `${MESSAGE}. Resets at 2026-11-23T11:59:00Z`;
		const end = await actOn('connectSafely', 429, ownForm('connectSafely', text));
		expect(end).toMatchObject({ reason: 'limitReached' });
		expect(end.resetsAt).toBeUndefined();
	});
});
