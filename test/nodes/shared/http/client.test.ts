import fc from 'fast-check';
import { z } from 'zod';

import { Failure, Skip } from '../../../../nodes/shared/failures/failure';
import { HIDDEN, redactor } from '../../../../nodes/shared/failures/redact';
import { createClient } from '../../../../nodes/shared/http/client';
import type { Client } from '../../../../nodes/shared/http/client';
import { isObject } from '../../../../nodes/shared/json/json';
import type { Dialect } from '../../../../nodes/shared/http/refusal';
import { NoAnswer } from '../../../../nodes/shared/http/types';
import type { HttpAnswer, HttpRequest } from '../../../../nodes/shared/http/types';
import { FakeClock, settled } from '../fakes';

const dialect: Dialect = {
	label: 'Vendor',
	rules: [
		{ text: /invited/, reason: 'invalidInput', what: 'x', next: 'x', skip: 'alreadyInvited' },
	],
	complaint: (body) =>
		isObject(body) && typeof body.error === 'string' ? { text: body.error } : undefined,
};

const KEY = 'the-secret-key';
const request: HttpRequest = { method: 'POST', path: '/x', body: { a: 1 } };
const schema = z.object({ id: z.string() }).passthrough();
const GOOD: HttpAnswer = { status: 200, headers: { h: '1' }, text: '{"id":"7"}' };

const answer = (status: number, text = '', headers: Record<string, string> = {}): HttpAnswer => ({
	status,
	text,
	headers,
});

type Answers = Array<HttpAnswer | Error>;

/** A client whose line gives these answers in turn, the last one for ever. */
function setUp(answers: Answers, signal?: AbortSignal) {
	const clock = new FakeClock();
	const sent: HttpRequest[] = [];
	const client = createClient(dialect, {
		send: async (given) => {
			sent.push(given);
			const next = answers[Math.min(sent.length, answers.length) - 1];
			if (next instanceof Error) throw next;
			return await Promise.resolve(next);
		},
		clock,
		signal,
		redact: redactor([KEY, '123456']),
		random: () => 0.5,
	});
	const ask = async (how: keyof Client, given = request) => {
		const asking = client[how](given, schema).catch((error: unknown) => error);
		await clock.run();
		return await asking;
	};
	return { clock, sent, client, ask };
}

const broken = new NoAnswer(true, 'ECONNRESET', false, 'socket hang up');
const unreachable = new NoAnswer(false, 'ENOTFOUND', false, 'getaddrinfo ENOTFOUND api');
const blocked = new NoAnswer(false, undefined, false, `Domain not allowed, key ${KEY}`);
const stopped = new NoAnswer(true, 'ERR_CANCELED', true, 'canceled');
const stoppedBefore = new NoAnswer(false, undefined, true, 'canceled');

/** What comes back, what it means, whether an act may have been carried out, and how often a read asks. */
const TABLE: Array<[string, HttpAnswer | Error, string, 'notSent' | 'unknown', number]> = [
	['400', answer(400, '{"error":"bad"}'), 'invalidInput', 'notSent', 1],
	['401', answer(401, '{"error":"key"}'), 'authentication', 'notSent', 1],
	['402', answer(402), 'insufficientCredits', 'notSent', 1],
	['403', answer(403), 'forbidden', 'notSent', 1],
	['404', answer(404, '{"error":"no"}'), 'notFound', 'notSent', 1],
	['404 of nobody known', answer(404, '<html>'), 'unexpectedAnswer', 'notSent', 1],
	['405', answer(405, '{"error":"no"}'), 'invalidInput', 'notSent', 1],
	['405 of nobody known', answer(405), 'unexpectedAnswer', 'notSent', 1],
	['409', answer(409, '{"error":"no"}'), 'invalidInput', 'notSent', 1],
	['409 of nobody known', answer(409, '<html>'), 'unexpectedAnswer', 'unknown', 1],
	['413 of nobody known', answer(413, '<html>'), 'invalidInput', 'notSent', 1],
	['408', answer(408), 'vendorUnavailable', 'unknown', 1],
	['422', answer(422), 'invalidInput', 'notSent', 1],
	['429', answer(429), 'throttled', 'notSent', 2],
	['429 with a wait', answer(429, '', { 'retry-after': '9' }), 'throttled', 'notSent', 2],
	['429 till tomorrow', answer(429, '', { 'retry-after': '86400' }), 'limitReached', 'notSent', 1],
	['500', answer(500, 'oops'), 'vendorUnavailable', 'unknown', 1],
	['502', answer(502, '<html>'), 'vendorUnavailable', 'unknown', 4],
	['503', answer(503), 'vendorUnavailable', 'unknown', 4],
	['504', answer(504), 'vendorUnavailable', 'unknown', 4],
	['a redirect', answer(302, '{"id":"7"}'), 'unexpectedAnswer', 'unknown', 1],
	['an empty 200', answer(200), 'unexpectedAnswer', 'unknown', 1],
	['a 204', answer(204), 'unexpectedAnswer', 'unknown', 1],
	['a page', answer(200, '<html></html>'), 'unexpectedAnswer', 'unknown', 1],
	['cut JSON', answer(200, '{"id":"'), 'unexpectedAnswer', 'unknown', 1],
	['another shape', answer(200, '{"id":7}'), 'unexpectedAnswer', 'unknown', 1],
	['a bare null', answer(200, 'null'), 'unexpectedAnswer', 'unknown', 1],
	['an error in a 200', answer(200, '{"id":"7","error":"no"}'), 'unexpectedAnswer', 'unknown', 1],
	['no status at all', answer(0), 'unexpectedAnswer', 'unknown', 1],
	['a broken line', broken, 'vendorUnavailable', 'unknown', 4],
	['a dead line', unreachable, 'vendorUnavailable', 'notSent', 4],
	['a refusal of n8n', blocked, 'vendorUnavailable', 'notSent', 4],
	['Stop on the way', stopped, 'cancelled', 'unknown', 1],
	['Stop before', stoppedBefore, 'cancelled', 'notSent', 1],
];

describe('an act', () => {
	it.each(TABLE)('answered by %s', async (_, given, reason, outcome) => {
		const { ask, sent, clock } = setUp([given]);
		const failure = (await ask('sendOnce')) as Failure;
		expect(failure).toBeInstanceOf(Failure);
		expect(failure.facts).toMatchObject({ reason, outcome });
		expect(failure.facts.next).toMatch(/\.$/);
		expect(sent).toEqual([request]);
		expect(clock.slept).toEqual([]);
	});

	it('is sent once, whatever comes back', async () => {
		const anyAnswer = fc.oneof(
			fc.record({
				status: fc.integer({ min: 0, max: 999 }),
				headers: fc.dictionary(
					fc.constantFrom('retry-after', 'x-ratelimit-reset', 'location'),
					fc.oneof(fc.string(), fc.nat().map(String)),
				),
				text: fc.oneof(fc.json(), fc.string(), fc.constant(GOOD.text)),
			}),
			fc
				.tuple(fc.boolean(), fc.option(fc.string(), { nil: undefined }), fc.boolean())
				.map(([left, code, aborted]) => new NoAnswer(left, code, aborted, 'no')),
		);
		await fc.assert(
			fc.asyncProperty(anyAnswer, async (given) => {
				const { ask, sent, clock } = setUp([given, GOOD]);
				const result = await ask('sendOnce');
				expect(sent).toHaveLength(1);
				expect(clock.slept).toEqual([]);
				if (result instanceof Failure || result instanceof Skip) return;
				const { status } = given as HttpAnswer;
				expect(status < 300).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});

	it('gives what the vendor says, with headers', async () => {
		expect(await setUp([GOOD]).ask('sendOnce')).toEqual({ data: { id: '7' }, headers: { h: '1' } });
	});

	it('is a skip when the vendor says so, in whatever status', async () => {
		for (const status of [200, 400, 409]) {
			const skip = await setUp([answer(status, '{"error":"invited"}')]).ask('sendOnce');
			expect(skip).toBeInstanceOf(Skip);
		}
	});

	it('passes a failure of the credential on as it is', async () => {
		const refused = new Failure({
			reason: 'authentication',
			outcome: 'notSent',
			what: 'w',
			next: 'n',
		});
		expect(await setUp([refused]).ask('sendOnce')).toBe(refused);
	});

	it('is not sent after Stop', async () => {
		const { ask, sent } = setUp([GOOD], AbortSignal.abort());
		expect(((await ask('sendOnce')) as Failure).facts).toMatchObject({
			reason: 'cancelled',
			outcome: 'notSent',
		});
		expect(sent).toEqual([]);
	});
});

describe('a read', () => {
	it.each(TABLE)('answered by %s', async (_, given, reason, __, tries) => {
		const { ask, sent } = setUp([given]);
		const failure = (await ask('read')) as Failure;
		expect(failure.facts).toMatchObject({ reason, outcome: 'notSent' });
		expect(`${failure.facts.what} ${failure.facts.next}`).not.toMatch(
			/may have been carried out|invitation on LinkedIn/,
		);
		expect(sent).toHaveLength(tries);
	});

	it.each(TABLE)('tried once and answered by %s', async (_, given, reason) => {
		const { ask, sent } = setUp([given]);
		expect(((await ask('readOnce')) as Failure).facts).toMatchObject({
			reason,
			outcome: 'notSent',
		});
		expect(sent).toHaveLength(1);
	});

	it('gets through after passing faults', async () => {
		const { ask, sent, clock } = setUp([answer(502), broken, answer(503), GOOD]);
		expect(await ask('read')).toMatchObject({ data: { id: '7' } });
		expect(sent).toHaveLength(4);
		expect(clock.slept).toEqual([500, 1_000, 2_000]);
	});

	it('ends in the midst of its waiting when Stop is pressed', async () => {
		const stop = new AbortController();
		const { clock, sent, client } = setUp([answer(429, '', { 'retry-after': '60' })], stop.signal);
		const asking = client.read(request, schema).catch((error: Failure) => error);
		await clock.pass(5_500);
		stop.abort();
		await settled();
		expect(((await asking) as Failure).facts).toMatchObject({ reason: 'cancelled' });
		expect(sent).toHaveLength(1);
	});
});

describe('secrets', () => {
	it('are hidden in what the vendor sends, at any depth', async () => {
		const text = JSON.stringify({ id: KEY, deep: [{ echo: `key=${KEY}` }] });
		expect(await setUp([answer(200, text)]).ask('sendOnce')).toMatchObject({
			data: { id: HIDDEN, deep: [{ echo: `key=${HIDDEN}` }] },
		});
	});

	it('are hidden in errors, JSON or not', async () => {
		for (const text of [`{"error":"Invalid key ${KEY}"}`, `Invalid key ${KEY}`]) {
			const { facts } = (await setUp([answer(401, text)]).ask('sendOnce')) as Failure;
			expect(facts.vendorText).toBe(`Invalid key ${HIDDEN}`);
			expect(JSON.stringify(facts)).not.toContain(KEY);
		}
	});

	it("are hidden in n8n's own words", async () => {
		const { facts } = (await setUp([blocked]).ask('sendOnce')) as Failure;
		expect(facts.vendorText).toBe(`Domain not allowed, key ${HIDDEN}`);
	});

	it('do not make an answer unreadable that has the same digits in a number', async () => {
		const text = '{"id":"7","number":91234567,"long":1234567890123456789}';
		expect(await setUp([answer(200, text)]).ask('sendOnce')).toMatchObject({
			data: { id: '7', number: 91234567 },
		});
	});

	it('come through where the operator asked for a token, but not in its errors', async () => {
		const handsOutToken = { ...request, handsOutToken: true };
		const text = JSON.stringify({ id: KEY });
		expect(await setUp([answer(200, text)]).ask('sendOnce', handsOutToken)).toMatchObject({
			data: { id: KEY },
		});
		const refused = await setUp([answer(400, `{"error":"No ${KEY}"}`)]).ask(
			'sendOnce',
			handsOutToken,
		);
		expect(JSON.stringify((refused as Failure).facts)).not.toContain(KEY);
	});
});
