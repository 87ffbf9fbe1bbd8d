import { postInput } from '../../../../nodes/shared/fields/named';

const ID = '7123456789012345678';

function problemOf(value: unknown): string | undefined {
	return postInput.safeParse(value).error?.issues[0].message;
}

describe('a field that names one thing on LinkedIn', () => {
	it.each([
		[` urn:li:activity:${ID} `, `urn:li:activity:${ID}`],
		[{ __rl: true, mode: 'url', value: `urn:li:activity:${ID}` }, `urn:li:activity:${ID}`],
		[BigInt(ID), ID],
	])('keeps the words of %p beside what they mean', (value, input) => {
		expect(postInput.parse(value)).toEqual({ input, target: { activity: ID } });
	});

	it('keeps no more of long words than a log bears', () => {
		const long = `urn:li:activity:${ID}?${'x'.repeat(900)}`;
		expect(postInput.parse(long).input).toHaveLength(500);
	});

	it.each([undefined, null, '', '  ', { mode: 'url', value: '' }, { mode: 'url', value: null }])(
		'says of %p that it is empty, and where to look',
		(value) => {
			expect(problemOf(value)).toMatch(/^'Post' is empty: check the name of the field/);
		},
	);

	it.each([7, Number(ID), true, {}, [], ['x'], 'jane', Symbol('x')])(
		'names the field for %p',
		(value) => {
			expect(problemOf(value)).toMatch(/^'Post' is not usable: .+\.$/);
		},
	);
});
