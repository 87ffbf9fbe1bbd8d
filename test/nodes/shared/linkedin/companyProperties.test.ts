import fc from 'fast-check';

import type { Company } from '../../../../nodes/shared/linkedin';
import { companyUrl, NotACompany, readCompany } from '../../../../nodes/shared/linkedin';
import { COMPANY } from '../../../../nodes/shared/linkedin/company';
import { attempt, expectSense, expectSpeed, nearly } from './naming';
import { slug } from './spellings';

const spellings: ReadonlyArray<(name: string) => string> = [
	(name) => `https://www.linkedin.com/company/${name}`,
	(name) => `linkedin.com/company/${encodeURIComponent(name)}/about/?x=1#y`,
	(name) => `HTTPS://DE.LINKEDIN.COM/SHOWCASE/${encodeURIComponent(encodeURIComponent(name))}`,
	(name) => `<https://www.linkedin.com/school/${name}/>`,
	(name) => `Company: https://www.linkedin.com/mwlite/company/${name.normalize('NFD')}, thanks`,
];

test('every spelling of a company reads back as that company', () => {
	fc.assert(
		fc.property(slug, fc.constantFrom(...spellings), (name, spell) => {
			expect(readCompany(spell(name))).toStrictEqual({ slug: name });
		}),
		{ numRuns: 1500 },
	);
});

test('so does every spelling of its number', () => {
	const kinds = ['company', 'organization', 'fsd_company', 'fs_miniCompany', 'organizationBrand'];
	const id = fc.integer({ min: 1, max: 2_000_000_000 }).map(String);
	fc.assert(
		fc.property(id, fc.constantFrom(...kinds), fc.constantFrom(...spellings), (n, k, spell) => {
			for (const text of [n, ` ${n} `, `urn:li:${k}:${n}`, spell(n)]) {
				expect(readCompany(text)).toStrictEqual({ id: n });
			}
		}),
	);
});

test('two companies in one text are never read as one of them', () => {
	fc.assert(
		fc.property(slug, slug, (one, other) => {
			fc.pre(one !== other);
			const text = `linkedin.com/company/${one} linkedin.com/company/${other}`;
			expect(attempt(readCompany, NotACompany, text)).toMatchObject({
				why: expect.stringContaining('two company pages'),
			});
		}),
	);
});

test('whatever comes in names a company or is refused in one sentence about companies', () => {
	expectSense(readCompany, NotACompany, ['slug', 'id']);
});

test('what is read stays the same when it is read again', () => {
	let accepted = 0;
	fc.assert(
		fc.property(nearly, (text) => {
			const written = `https://www.linkedin.com/company/${text}`;
			const company = attempt<Company, NotACompany>(readCompany, NotACompany, written);
			if (company instanceof NotACompany) return;
			accepted++;
			expect(readCompany(companyUrl(company))).toStrictEqual(company);
		}),
		{ numRuns: 1500 },
	);
	expect(accepted).toBeGreaterThan(100);
});

test('each step is linear, though the length limit hides it', () => {
	expectSpeed(COMPANY, 'https://www.linkedin.com/company/');
});
