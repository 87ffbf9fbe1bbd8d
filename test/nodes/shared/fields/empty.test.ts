import { isBlank, isEmpty } from '../../../../nodes/shared/fields/empty';

describe('isEmpty', () => {
	it.each([
		[undefined],
		[null],
		[Number.NaN],
		[''],
		[' \t\n'],
		['\u00a0\u3000'],
		['\u200b\u200d\u2060\ufeff'],
		['\u2800\u3164\uffa0\u115f'],
		['\u034f\u00ad'],
		[[]],
		[[null, '', []]],
		[{}],
		[new Date(Number.NaN)],
		[Object.create(null)],
	])('is true of %p', (value) => expect(isEmpty(value)).toBe(true));

	it.each([
		[0],
		[false],
		['0'],
		['false'],
		['.'],
		['👋'],
		['\u05d0'],
		[[0]],
		[{ a: undefined }],
		[new Date(0)],
		[Infinity],
		[() => 1],
	])('is false of %p', (value) => expect(isEmpty(value)).toBe(false));

	it('sees through what shows nothing, and only that', () => {
		expect(isBlank('\u200e \u2062')).toBe(true);
		expect(isBlank('\u200ea')).toBe(false);
	});
});
