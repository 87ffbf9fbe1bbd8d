import fc from 'fast-check';

import { listed, listedCompanies, listedPeople } from '../../../../nodes/shared/fields/listed';

const refusals = (schema: ReturnType<typeof listed>, value: unknown): string[] =>
	schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('a field that takes several words', () => {
	const words = listed('Keywords');

	it.each([
		[undefined, []],
		[null, []],
		['', []],
		[' , ;\n', []],
		['one', ['one']],
		[' one ,two; three\r\nfour\rfive ', ['one', 'two', 'three', 'four', 'five']],
		['a, A, a', ['a', 'A']],
		[
			['a, b', 'c', 7],
			['a', 'b', 'c', '7'],
		],
		[42, ['42']],
		['naïve, 求人, 👋 hello', ['naïve', '求人', '👋 hello']],
	])('reads %j', (value, expected) => {
		expect(words.parse(value)).toEqual(expected);
	});

	it.each([[{ a: 1 }], [true], [[['a']]], [[null]]])('refuses %j', (value) => {
		expect(refusals(words, value)).toEqual(["'Keywords' is not a text"]);
	});

	it('keeps every entry, whatever it is made of', () => {
		const entry = fc.string().filter((text) => text.trim() !== '' && !/[,;\r\n]/.test(text));
		fc.assert(
			fc.property(fc.array(entry), (entries) => {
				const expected = [...new Set(entries.map((text) => text.trim()))];
				expect(words.parse(entries.join('\n'))).toEqual(expected);
			}),
		);
	});

	it('takes no time over a very long text', () => {
		const begun = performance.now();
		expect(words.parse(' ,'.repeat(200_000))).toEqual([]);
		expect(performance.now() - begun).toBeLessThan(2_000);
	});
});

describe('a field that takes several people', () => {
	const people = listedPeople('People', 'OutX');

	it.each([
		['https://www.linkedin.com/in/Jane-Doe/, john-doe-123', ['jane-doe', 'john-doe-123']],
		['https://linkedin.com/in/a-1;https://linkedin.com/in/b-2', ['a-1', 'b-2']],
		['https://www.linkedin.com/in/jos%C3%A9-garc%C3%ADa', ['josé-garcía']],
		[
			'https://www.linkedin.com/sales/lead/ACwAAABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,NAME_SEARCH,AbCd',
			['ACwAAABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'],
		],
		['jane-doe\nhttps://www.linkedin.com/in/jane-doe?trk=x', ['jane-doe']],
	])('reads %s', (value, expected) => {
		expect(people.parse(value)).toEqual(expected);
	});

	it('names the lines it cannot use, but not all of very many', () => {
		const lines = ['jane-doe', '', 'https://linkedin.com/company/acme', 'Jane Doe'];
		expect(refusals(people, lines.join('\n'))).toEqual([
			expect.stringMatching(/^'People' is not usable in line 3: .* company page/),
			expect.stringMatching(/^'People' is not usable in line 4: "Jane Doe" is a name/),
		]);
		expect(refusals(people, 'Jane Doe\n'.repeat(500))).toHaveLength(5);
	});
});

describe('a field that takes several companies', () => {
	it('reads their names and numbers', () => {
		const value =
			'https://de.linkedin.com/company/Acme-GmbH/about/\n1441\nurn:li:organization:1035';
		expect(listedCompanies('Companies').parse(value)).toEqual(['acme-gmbh', '1441', '1035']);
		expect(refusals(listedCompanies('Companies'), 'https://linkedin.com/in/jane-doe')).toEqual([
			expect.stringMatching(/^'Companies' is not usable in line 1/),
		]);
	});
});
