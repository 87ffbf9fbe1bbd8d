import fc from 'fast-check';

import { isObject, parseJson } from '../../../../nodes/shared/json/json';
import { performance } from '../../../support/node';

/** Numbers JSON spells with fewer than sixteen digits in a row, or that are safe integers. */
const isSafe = (value: unknown): boolean => {
	if (typeof value === 'number') return Number.isSafeInteger(value) || !Number.isInteger(value);
	if (typeof value !== 'object' || value === null) return true;
	return Object.values(value).every(isSafe);
};

describe('parseJson', () => {
	it.each([
		['{"id":7123456789012345678}', { id: '7123456789012345678' }],
		['[-7123456789012345678]', ['-7123456789012345678']],
		['7123456789012345678', '7123456789012345678'],
		['{"id": 9007199254740991}', { id: 9007199254740991 }],
		['{"id":9007199254740992}', { id: '9007199254740992' }],
		['{"a":[1,7123456789012345678 ,2]}', { a: [1, '7123456789012345678', 2] }],
		['{"a":0.30000000000000004}', { a: 0.1 + 0.2 }],
		['{"a":-0.1234567890123456789}', { a: Number('-0.1234567890123456789') }],
		['[12345678901234567.5]', [Number('12345678901234567.5')]],
		['[12345678901234567890e3]', [Number('12345678901234567890e3')]],
		['[1.5e-0000000000000000007]', [1.5e-7]],
		['{"a":"7123456789012345678"}', { a: '7123456789012345678' }],
		['{"a":"see 7123456789012345678, or"}', { a: 'see 7123456789012345678, or' }],
		['{"7123456789012345678":1}', { '7123456789012345678': 1 }],
		[
			'{"a":"\\" 7123456789012345678","b":7123456789012345678}',
			{ a: '" 7123456789012345678', b: '7123456789012345678' },
		],
		['{"a":"\\\\","b":7123456789012345678}', { a: '\\', b: '7123456789012345678' }],
		['{"a":"\\u0022 7123456789012345678"}', { a: '" 7123456789012345678' }],
		[' null ', null],
	])('reads %s', (text, value) => {
		expect(parseJson(text)).toEqual(value);
	});

	it.each(['', ' ', '{', '{"a":1', '"abc', '"abc\\', '<html>', '{a:1}', 'undefined', "{'a':1}"])(
		'knows that %j is no JSON',
		(text) => {
			expect(parseJson(text)).toBeUndefined();
		},
	);

	it('reads whatever JSON.stringify wrote', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 4 }).filter(isSafe), (value) => {
				const text = JSON.stringify(value);
				expect(parseJson(text)).toEqual(JSON.parse(text));
			}),
			{ numRuns: 500 },
		);
	});

	it('keeps every integer, as a number or as its digits', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), (value) => {
				expect(String(parseJson(`[${value}]`))).toBe(String(value));
			}),
		);
	});

	it.each([
		['a long text', JSON.stringify({ text: 'x'.repeat(20_000_000) })],
		['a text that was cut off among many quotes', `{"a":"${'\\"'.repeat(100_000)}`],
		['nothing but quotes', '"'.repeat(100_001)],
		['nothing but digits', '9'.repeat(1_000_000)],
	])('takes no time over %s', (_, text) => {
		const begun = performance.now();
		parseJson(text);
		expect(performance.now() - begun).toBeLessThan(1_000);
	});
});

describe('isObject', () => {
	it('takes plain objects only', () => {
		expect([{}, { a: 1 }].every(isObject)).toBe(true);
		expect([null, undefined, [], 'x', 1, true].some(isObject)).toBe(false);
	});
});
