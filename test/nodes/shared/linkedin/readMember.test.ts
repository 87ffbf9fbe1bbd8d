import { NotAMember, readMember } from '../../../../nodes/shared/linkedin';
import { addresses, ids, refused, scripts, texts } from './cases';
import { refusalOf } from './refusal';

describe.each([
	['addresses', addresses],
	['names in any script', scripts],
	['ids and URNs', ids],
	['texts around them', texts],
])('readMember: %s', (_, cases) => {
	test.each(cases)('%j', (input, member) => {
		expect(readMember(input)).toStrictEqual(member);
	});
});

describe('readMember refuses by name', () => {
	test.each(refused.map(([input, part]) => [String(input).slice(0, 90), part, input] as const))(
		'%j: %s',
		(_, part, input) => {
			expect(refusalOf(input).message).toContain(part);
		},
	);
});

test('the tables hold no case twice', () => {
	const inputs = [...addresses, ...scripts, ...ids, ...texts, ...refused].map(([input]) => input);
	expect(inputs.length).toBeGreaterThanOrEqual(120);
	expect(new Set(inputs).size).toBe(inputs.length);
});

test('a refusal is an error that says why with and without the input', () => {
	const refusal = refusalOf('see https://www.linkedin.com/company/acme');
	expect(refusal).toBeInstanceOf(NotAMember);
	expect(refusal.name).toBe('NotAMember');
	expect(refusal.why).toBe('is a LinkedIn company page, not a person');
	expect(refusal.message).toBe(
		'"https://www.linkedin.com/company/acme" is a LinkedIn company page, not a person.',
	);
});

test('a refusal repeats only the beginning of a long input, on one line', () => {
	const { message } = refusalOf(
		`Jane\u0000 "the\r\n\u202Eone"\uD800 Doe ${'and so on '.repeat(50)}`,
	);
	expect(message).toMatch(/^"Jane the one Doe and so on .{1,40}…" is a name or a sentence/);
	expect(message.length).toBeLessThan(160);
});
