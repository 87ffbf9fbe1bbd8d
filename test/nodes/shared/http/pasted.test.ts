import fc from 'fast-check';

import { meantSecret, unquoted } from '../../../../nodes/shared/http/pasted';

describe('unquoted', () => {
	it.each([
		['abc', 'abc'],
		[' abc\n', 'abc'],
		['"abc"', 'abc'],
		['“abc”', 'abc'],
		['" abc "', 'abc'],
		['"\'abc\'"', 'abc'],
		['\u200babc\ufeff', 'abc'],
		['"abc', '"abc'],
		["o'hara", "o'hara"],
		['"', '"'],
		['""', ''],
		['', ''],
	])('reads %j as %j', (text, meant) => expect(unquoted(text)).toBe(meant));
});

describe('meantSecret', () => {
	it('leaves a key alone that has nothing around it', () => {
		const key = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._~+/=:-]{5,60}[A-Za-z0-9_=]$/);
		const looksLikeHeader = /^(?:bearer|authorization|(?:x-)?api[-_ ]?key)/i;
		fc.assert(
			fc.property(key, (text) => {
				fc.pre(!looksLikeHeader.test(text));
				expect(meantSecret(text)).toBe(text);
			}),
		);
	});

	it('comes to the same for what it has read already', () => {
		const piece = fc.constantFrom(
			'"',
			"'",
			' ',
			'\n',
			'Bearer ',
			'x-api-key: ',
			',',
			'k',
			'“',
			'\u200b',
		);
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const meant = meantSecret(pieces.join(''));
				expect(meantSecret(meant)).toBe(meant);
			}),
		);
	});

	it.each([undefined, null, 7, true, {}, ['abc']])('finds none in %j', (value) => {
		expect(meantSecret(value)).toBe('');
	});
});
