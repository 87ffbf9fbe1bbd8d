import type { INodeProperties } from 'n8n-workflow';

import { countryOptions, readPlaces } from '../../../../nodes/OutX/people/places';
import { searchFilters } from '../../../../nodes/OutX/people/searchFilters';

const SEARCH = 'https://www.linkedin.com/search/results/people/';

describe('readPlaces', () => {
	it.each<[string, string[]]>([
		['', []],
		[' , ;\n,', []],
		['103644278', ['103644278']],
		['103644278, 101282230;\n105015875 ', ['103644278', '101282230', '105015875']],
		['1', ['1']],
		['urn:li:fs_geo:103644278', ['103644278']],
		['urn:li:geo:103644278,urn:li:fsd_geo:101282230', ['103644278', '101282230']],
		['Germany', ['101282230']],
		['united states, FRANCE', ['103644278', '105015875']],
		['103644278,103644278, United States', ['103644278']],
		[`${SEARCH}?geoUrn=%5B%22103644278%22%5D&keywords=cto%202024`, ['103644278']],
		[
			`${SEARCH}?keywords=5000&geoUrn=%5B%22103644278%22%2C%2290009712%22%5D&origin=x`,
			['103644278', '90009712'],
		],
		[`${SEARCH}?geoUrn=["103644278","90009712"]&page=2345`, ['103644278', '90009712']],
		[`${SEARCH}?geoUrn=%255B%2522103644278%2522%255D`, ['103644278']],
		['https://www.linkedin.com/jobs/search/?currentJobId=3662502499&geoId=90009712', ['90009712']],
		[`Germany, ${SEARCH}?geoUrn=%5B%2290009712%22%5D, 1`, ['90009712', '101282230', '1']],
	])('reads %j as %j', (text, places) => {
		expect(readPlaces(text)).toEqual(places);
	});

	it.each([
		['Paris', 'Paris'],
		['103644278, Paris', 'Paris'],
		['10364 4278', '10364 4278'],
		[`${SEARCH}?keywords=cto`, SEARCH],
		[`${SEARCH}?geoUrn=%5B%5D`, SEARCH],
		['https://evil.example/?geoUrn=103644278', 'evil.example'],
		['urn:li:company:1035', 'urn:li:company:1035'],
		['-5', '-5'],
		['<script>', '<script>'],
	])('says what else to do about %j', (text, named) => {
		expect(() => readPlaces(text)).toThrow(named);
		expect(() => readPlaces(text)).toThrow(/paste the address of that search/);
	});

	it.each(['a', '%', '1,', ',', 'linkedin.', '?geoUrn=', 'linkedin.com/?geoUrn=1&', ' x'])(
		'takes linear time for 100 000 characters of %j',
		(brick) => {
			const text = brick.repeat(Math.ceil(100_000 / brick.length));
			const begun = performance.now();
			try {
				readPlaces(text);
			} catch {
				// Only the time counts.
			}
			expect(performance.now() - begun).toBeLessThan(2_000);
		},
	);
});

describe('the list of countries', () => {
	it('holds what the contract says of the United States', () => {
		expect(countryOptions).toContainEqual({ name: 'United States', value: '103644278' });
	});

	it('is in order, and has each number once', () => {
		const names = countryOptions.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		expect(new Set(countryOptions.map(({ value }) => value)).size).toBe(names.length);
		for (const { value } of countryOptions) expect(value).toMatch(/^1\d{8}$/);
	});

	it('is offered beside the field for other places', () => {
		const member = (searchFilters.properties[0].options as INodeProperties[]).find(
			(o) => o.name === 'countries',
		);
		expect(member).toMatchObject({ type: 'multiOptions', default: [], options: countryOptions });
	});
});

describe('searchFilters by place and company', () => {
	it.each([
		[{ countries: ['101282230'] }, { geo_urn: ['101282230'] }],
		[{ countries: [] }, {}],
		[{ countries: 'Germany, France' }, { geo_urn: ['101282230', '105015875'] }],
		[{ countries: ['101282230'], geoUrn: '90009712' }, { geo_urn: ['101282230', '90009712'] }],
		[{ geoUrn: ['1', 2] }, { geo_urn: ['1', '2'] }],
		[{ currentCompany: '1441, urn:li:company:1035' }, { current_company: ['1441', '1035'] }],
		[{ currentCompany: 1441 }, { current_company: ['1441'] }],
		[{ currentCompany: '1441,1441' }, { current_company: ['1441'] }],
		[{ pastCompany: 'linkedin.com/company/acme; 7' }, { past_company: ['acme', '7'] }],
	])('reads %j as %j', (given, body) => {
		expect(searchFilters.shape.filters.parse(given)).toEqual(body);
	});

	it('names the field and what cannot be used of it', () => {
		const given = { currentCompany: 'linkedin.com/in/jane', countries: ['Narnia'] };
		const problems = searchFilters.shape.filters
			.safeParse(given)
			.error?.issues.map(({ message }) => message);
		expect(problems).toEqual([
			expect.stringMatching(/^'Company Pages' is not usable: .* is the profile of a person/),
			expect.stringMatching(/^'Countries' is not usable: .* "Narnia"/),
		]);
	});
});
