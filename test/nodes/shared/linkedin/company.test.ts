import {
	companySlug,
	companyUrl,
	NotACompany,
	readCompany,
} from '../../../../nodes/shared/linkedin';
import { companies, notCompanies } from './companyCases';
import { attempt, shown } from './naming';

function read(input: unknown) {
	return attempt(readCompany, NotACompany, input);
}

test.each(companies.map(([input, company]) => [shown(input), company, input] as const))(
	'readCompany: %s',
	(_, company, input) => {
		expect(readCompany(input)).toStrictEqual(company);
	},
);

test.each(notCompanies.map(([input, part]) => [shown(input), part, input] as const))(
	'readCompany refuses %s: %s',
	(_, part, input) => {
		expect(read(input)).toMatchObject({ message: expect.stringContaining(part) });
	},
);

test('the tables hold no case twice', () => {
	const inputs = [...companies, ...notCompanies].map(([input]) => input);
	expect(companies.length).toBeGreaterThanOrEqual(80);
	expect(new Set(inputs).size).toBe(inputs.length);
});

test('a refusal is an error that says why with and without the input', () => {
	const refusal = read('see https://www.linkedin.com/in/jane') as NotACompany;
	expect(refusal.name).toBe('NotACompany');
	expect(refusal.why).toBe('is the profile of a person, not a company page');
	expect(refusal.message).toBe(
		'"https://www.linkedin.com/in/jane" is the profile of a person, not a company page.',
	);
});

test('the address of a company reads back as the company', () => {
	for (const company of [{ slug: 'acme-&-söhne' }, { id: '1035' }]) {
		expect(readCompany(companyUrl(company))).toStrictEqual(company);
		expect(readCompany(companySlug(company))).toStrictEqual(company);
	}
});
