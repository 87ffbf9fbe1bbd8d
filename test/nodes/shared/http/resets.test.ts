import fc from 'fast-check';

import { readMoment, resetMoment, retryAfterMs } from '../../../../nodes/shared/http/resets';

const NOON = '2026-11-23T12:00:00.000Z';
const now = Date.parse(NOON);

const answer = (headers: Record<string, string> = {}) => ({ status: 429, headers, text: '' });

describe('readMoment', () => {
	it.each([
		[NOON],
		['2026-11-23T12:00:00Z'],
		['2026-11-23T12:00Z'],
		['2026-11-23 12:00:00+00:00'],
		['2026-11-23 12:00:00 +0000'],
		['2026-11-23T13:00:00+01:00'],
		['2026-11-23T12:00:00'],
		['2026-11-23 12:00:00'],
		[' 2026-11-23t12:00:00z '],
		['Mon, 23 Nov 2026 12:00:00 GMT'],
		[now],
		[now / 1_000],
		[String(now)],
		[String(now / 1_000)],
		[`${now / 1_000}.000`],
	])('reads %j', (value) => {
		expect(readMoment(value)).toBe(NOON);
	});

	it('reads a date as its first moment in UTC', () => {
		expect(readMoment('2026-11-23')).toBe('2026-11-23T00:00:00.000Z');
	});

	it.each([
		undefined,
		null,
		'',
		'  ',
		true,
		{},
		[],
		[now],
		0,
		-1,
		60,
		'3600',
		'-1795435200',
		'0x6b0e1f00',
		'1e12',
		'Infinity',
		Number.POSITIVE_INFINITY,
		Number.NaN,
		9e15,
		'9'.repeat(400),
		'soon',
		'try again in 5 hours',
		'wait 5',
		'12:00',
		'2026-13-40T00:00:00Z',
		'2026-11-23T25:00:00Z',
		'23/11/2026',
		'November',
	])('finds no moment in %p', (value) => {
		expect(readMoment(value)).toBeUndefined();
	});

	it('gives ISO 8601 in UTC or nothing, and never throws', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.anything(), fc.double(), fc.date()), (value) => {
				const moment = readMoment(value);
				if (moment !== undefined) expect(new Date(moment).toISOString()).toBe(moment);
			}),
		);
	});
});

describe('retryAfterMs', () => {
	it.each([
		['0', 0],
		['2', 2_000],
		['0.5', 500],
		['1.0001', 1_001],
		[' 30 ', 30_000],
		['Mon, 23 Nov 2026 12:01:00 GMT', 60_000],
		['Mon, 23 Nov 2026 11:00:00 GMT', 0],
		['', undefined],
		['soon', undefined],
		['-5', undefined],
		['1e3', undefined],
	])('reads %j', (value, ms) => {
		expect(retryAfterMs(answer({ 'retry-after': value }), now)).toBe(ms);
	});

	it('knows an answer without one', () => {
		expect(retryAfterMs(answer(), now)).toBeUndefined();
	});

	it('has an end, so that it can be stored, and added to a date', () => {
		const ms = retryAfterMs(answer({ 'retry-after': '9'.repeat(400) }), now) ?? Number.NaN;
		expect(() => new Date(now + ms).toISOString()).not.toThrow();
	});
});

describe('resetMoment', () => {
	const header = { 'x-ratelimit-reset': '2026-11-25T00:00:00Z' };
	const text = 'Rate limit exceeded for MESSAGE: 100/100 used. Resets at 2026-11-24T00:00:00.000Z';

	it('believes the hold first, then the text, then the header', () => {
		const hold = { holdUntil: '2026-11-23 18:00:00+00:00' };
		expect(resetMoment(answer(header), hold, text)).toBe('2026-11-23T18:00:00.000Z');
		expect(resetMoment(answer(header), {}, text)).toBe('2026-11-24T00:00:00.000Z');
		expect(resetMoment(answer(header), {}, 'no')).toBe('2026-11-25T00:00:00.000Z');
		expect(resetMoment(answer(), {}, 'no')).toBeUndefined();
	});

	it.each([
		['Resets at 2026-11-24T00:00:00Z.'],
		['Your limit resets on 2026-11-24 00:00:00+00:00, sorry'],
		['It reset at 2026-11-24 00:00:00 +00:00 - try again then'],
		['resets at 2026-11-24.'],
		['RESETS AT 2026-11-24T00:00'],
	])('finds it in %j', (said) => {
		expect(resetMoment(answer(), undefined, said)).toBe('2026-11-24T00:00:00.000Z');
	});

	it.each([['Resets at midnight'], ['resets at 12:00'], ['Preset at 20 degrees'], ['']])(
		'finds none in %j',
		(said) => {
			expect(resetMoment(answer(), undefined, said)).toBeUndefined();
		},
	);

	it.each([[null], ['text'], [[{ holdUntil: NOON }]], [{ holdUntil: { at: NOON } }]])(
		'bears the body %j',
		(body) => {
			expect(resetMoment(answer(), body, '')).toBeUndefined();
		},
	);
});
