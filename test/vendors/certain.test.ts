import fc from 'fast-check';

import { TELLING } from '../sandbox';
import { APIS, DIALECTS, actOn, ownForm } from './answers';
import type { Api } from './answers';

/** Words that say what refusals say: the published ones, likely ones, and pieces of the tables themselves. */
const WORDS = [
	...TELLING,
	'Plugin installation required. Please install the browser extension',
	'No admin user found in the team',
	'LinkedIn invitation limit reached.',
	'Message text is too long (max 10000 characters)',
	"Missing or invalid 'recipient_urn'",
	'Rate limit exceeded for MESSAGE: 100/100 used. Resets at 2026-11-24T00:00:00.000Z',
	'No active API seat is allocated for this LinkedIn account',
	'Not enough InMail credits',
	'Invalid or expired LinkedIn cookie',
	'Missing required parameter: linkedin_url',
	'Invalid media_file format or base64 encoding',
	'An invitation is already pending',
	'You are already a 1st-degree connection',
	'Custom note limit reached',
	'Email address is required to connect',
	'You cannot connect with yourself',
	'account is disconnected',
	'Unauthorized',
	'Forbidden',
	'Too many requests',
	'Message sent successfully',
];

const CODES = [
	'INVALID_API_KEY',
	'ACCOUNT_INACTIVE',
	'INVALID_ACCOUNT',
	'INVALID_PARAMS',
	'INSUFFICIENT_CREDITS',
	'RATE_LIMITED',
	'CHANNEL_ERROR',
	'INTERNAL_ERROR',
	'validation_error',
];

/** A text that a line of a table fits: its source, read as plainly as it goes. */
function exampleOf(pattern: RegExp): string {
	const [first] = pattern.source.split('|');
	return first.replace(/\\[bsdw]\S?|\(\?[:!<=]+|[()^$?*+]|\[[^\]]*\]|\{[^}]*\}|\./g, ' ').trim();
}

const tableWords = (api: Api): string[] =>
	[...DIALECTS[api].message.rules, ...DIALECTS[api].invitation.rules].flatMap(({ text }) =>
		text ? [exampleOf(text)] : [],
	);

const apis = fc.constantFrom(...APIS);
const acts = fc.constantFrom('message', 'invitation' as const);
const words = apis.chain((api) =>
	fc.record({
		api: fc.constant(api),
		act: acts,
		text: fc
			.array(fc.constantFrom(...WORDS, ...tableWords(api)), { minLength: 1, maxLength: 3 })
			.map((some) => some.join('. ')),
		code: fc.constantFrom(...CODES),
	}),
);

/** Every form a body may have: the vendor's own, those of the others, pages, and none. */
const bodies = (text: string, code: string): fc.Arbitrary<unknown> =>
	fc.constantFrom<unknown>(
		...APIS.map((api) => ownForm(api, text, code)),
		{ success: false, code, message: text },
		{ success: false, error: { name: 'ZodError', issues: [{ path: ['x'], message: text }] } },
		{ message: text },
		{ detail: text },
		{ errors: [{ message: text }] },
		text,
		`<html><body>${text}</body></html>`,
		'',
		'null',
	);

const unclear = fc.oneof(
	fc.integer({ min: 500, max: 599 }),
	fc.constantFrom(408, 409, 410, 418, 0, 100, 204, 226, 301, 302, 304, 307, 308, 451, 460, 499),
);

describe('what an answer leaves open', () => {
	it('is every 5xx and 408, whatever its words and its form', async () => {
		const statuses = fc.oneof(fc.integer({ min: 500, max: 599 }), fc.constant(408));
		const cases = words.chain(({ api, act, text, code }) =>
			fc.record({
				api: fc.constant(api),
				act: fc.constant(act),
				status: statuses,
				body: bodies(text, code),
			}),
		);
		await fc.assert(
			fc.asyncProperty(cases, async ({ api, act, status, body }) => {
				const end = await actOn(api, status, body, act);
				expect(end).toMatchObject({ outcome: 'unknown', reason: 'vendorUnavailable' });
				expect(end.next).toMatch(/before repeating/);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('is every success that says in the same breath that it was none', async () => {
		await fc.assert(
			fc.asyncProperty(words, fc.constantFrom(200, 201, 202), async (one, status) => {
				const { api, act, text, code } = one;
				const yes =
					api === 'v1' ? { status: 'success' } : { success: true, api_agent_task_id: 'task' };
				for (const no of [
					{ error: text },
					{ error: { code, message: text } },
					{ errorDetails: { message: text } },
					{ data: { error: text } },
					{ data: { success: false } },
					{ sent: false },
				]) {
					const end = await actOn(api, status, { ...no, ...yes }, act);
					expect({ no, end }).toMatchObject({ end: { outcome: 'unknown' } });
				}
			}),
			{ numRuns: 500 },
		);
	});

	it.each(APIS)('is a success of %s whose message says no', async (api) => {
		const yes = api === 'v1' ? { status: 'success' } : { success: true, api_agent_task_id: 'task' };
		for (const message of WORDS) {
			const { outcome } = await actOn(api, 200, { ...yes, message }, 'invitation');
			const isYes = message === 'Message sent successfully';
			expect({ message, outcome }).toEqual({ message, outcome: isYes ? 'sent' : 'unknown' });
		}
	});

	it('is everything else that no table has, and never a reason to skip', async () => {
		const cases = words.chain(({ api, act, text, code }) =>
			fc.record({
				api: fc.constant(api),
				act: fc.constant(act),
				status: unclear,
				body: bodies(text, code),
			}),
		);
		const OWN = [409, 410];
		await fc.assert(
			fc.asyncProperty(cases, async ({ api, act, status, body }) => {
				const isOwn = DIALECTS[api][act].complaint(body, status) !== undefined;
				const { outcome } = await actOn(api, status, body, act);
				if (isOwn && OWN.includes(status)) return;
				expect(['unknown', 'sent']).toContain(outcome);
				if (outcome === 'sent') expect(status).toBeLessThan(300);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('is no message, ever: what says that it is not needed is a failure there', async () => {
		await fc.assert(
			fc.asyncProperty(words, fc.integer({ min: 200, max: 599 }), async (one, status) => {
				const { api, text, code } = one;
				const { outcome } = await actOn(api, status, ownForm(api, text, code), 'message');
				expect(outcome).not.toBe('skipped');
			}),
			{ numRuns: 1_000 },
		);
	});

	it('is what OutX says in a 200, in whatever words', async () => {
		for (const text of WORDS) {
			for (const body of [{ error: text }, { success: false, message: text }]) {
				expect(await actOn('outX', 200, body)).toMatchObject({ outcome: 'unknown' });
			}
		}
	});
});

describe('what is certain', () => {
	it('is a refusal in the own form of the vendor with a 4xx', async () => {
		for (const api of APIS) {
			for (const status of [400, 401, 402, 403, 404, 422, 429]) {
				for (const text of ['Some new words', 'Invalid API key', 'Rate limit exceeded']) {
					const end = await actOn(api, status, ownForm(api, text, 'SOME_CODE'));
					expect({ api, status, text, end }).toMatchObject({ end: { outcome: 'notSent' } });
				}
			}
		}
	});

	it.each(APIS)('is an invitation of %s that was not needed, as far as it says so', async (api) => {
		const text = 'Already connected with this person';
		const end = await actOn(api, 400, ownForm(api, text), 'invitation');
		// OutX says so of a task only.
		expect(end.outcome).toBe(api === 'outX' ? 'notSent' : 'skipped');
	});

	it('is taken back by words that speak of a deed', async () => {
		for (const api of APIS) {
			for (const text of [
				'The message was sent, but your session has expired',
				'Message sent but the profile was not found',
				'Clicked send, then: rate limit exceeded',
				'Could not confirm whether the invitation went out',
				'It may have been delivered; account is disconnected',
				'Failed after sending: unauthorized',
			]) {
				for (const status of [200, 400, 401, 403, 404, 429]) {
					const end = await actOn(api, status, ownForm(api, text), 'invitation');
					expect({ api, status, text, end }).toMatchObject({ end: { outcome: 'unknown' } });
				}
			}
		}
	});
});
