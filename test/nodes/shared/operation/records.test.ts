import { recordsOf } from '../../../../nodes/shared/operation/records';
import { simplePerson } from '../../../../nodes/OutX/people/person';
import { memberOf, profileOf, profileSlug } from '../../../../nodes/OutX/people/resolve';
import { searchFilters } from '../../../../nodes/OutX/people/searchFilters';
import { Failure } from '../../../../nodes/shared/failures/failure';
import type { JsonValue } from '../../../../nodes/shared/json/types';

const URN = 'urn:li:fsd_profile:ACoAABCDEF123';

describe('recordsOf', () => {
	const names = ['connections', 'results'];
	const [a, b] = [{ n: 'a' }, { n: 'b' }];

	it.each<[JsonValue, JsonValue]>([
		[
			[a, b],
			[a, b],
		],
		[{ connections: [a] }, [a]],
		[{ results: [b], total: 1 }, [b]],
		[{ results: [b], connections: [a] }, [a]],
		[{ people: [a], total: 1 }, [a]],
		[{ people: [a], others: [b] }, []],
		[{ connections: [a, null, 'x', 7, [b]] }, [a]],
		[{ connections: [] }, []],
		[{ connections: a }, []],
		[{}, []],
		[null, []],
		['text', []],
	])('finds the records of %j', (output, records) => {
		expect(recordsOf(output, names)).toEqual(records);
	});
});

describe('simplePerson', () => {
	it('has ten fields at most, and none that is empty', () => {
		const everything = simplePerson({
			profile_urn: URN,
			profile_slug: 'jane-doe',
			profile_url: 'https://www.linkedin.com/in/jane-doe',
			full_name: 'Jane Doe',
			name: 'J.',
			first_name: 'Jane',
			headline: 'CTO',
			location: 'Paris',
			about: 'me',
			connection_degree: 1,
			positions: [{ title: 'CTO', company_name: 'Acme' }, { title: 'Dev' }],
			experience: [{ title: 'old' }],
			skills: ['x'],
			followers: 5,
			secret_field: 'x',
		});
		expect(everything).toEqual({
			name: 'Jane Doe',
			headline: 'CTO',
			location: 'Paris',
			title: 'CTO',
			company: 'Acme',
			about: 'me',
			connectionDegree: 1,
			publicIdentifier: 'jane-doe',
			profileUrl: 'https://www.linkedin.com/in/jane-doe',
			urn: URN,
		});
		expect(simplePerson({ headline: null, profile_urn: '', name: '' })).toEqual({});
		expect(simplePerson({})).toEqual({});
	});

	it('reads a flat profile like a nested one', () => {
		const experience = [{ title: 'CTO', company: 'Acme' }];
		const flat = simplePerson({
			name: 'Jane Doe',
			profile_url: 'https://www.linkedin.com/in/jane-doe',
			profile_urn: URN,
			experience,
		});
		expect(flat).toMatchObject({ title: 'CTO', company: 'Acme', publicIdentifier: 'jane-doe' });
	});

	it('puts a name together where there is no whole one', () => {
		expect(simplePerson({ first_name: 'Jane', last_name: 'Doe' }).name).toBe('Jane Doe');
		expect(simplePerson({ last_name: 'Doe' }).name).toBe('Doe');
	});

	it('works an address out of what is known', () => {
		expect(simplePerson({ profile_slug: 'josé' }).profileUrl).toBe(
			'https://www.linkedin.com/in/jos%C3%A9',
		);
		expect(simplePerson({ profile_urn: URN }).profileUrl).toBe(
			'https://www.linkedin.com/in/ACoAABCDEF123',
		);
	});

	it.each([{ positions: 'x' }, { positions: [7] }, { profile_urn: 7 }, { name: {} }])(
		'bears %j',
		(person) => {
			expect(() => simplePerson(person as never)).not.toThrow();
		},
	);
});

describe('memberOf', () => {
	it('gathers what every field tells, and stops at none that tells nothing', () => {
		expect(
			memberOf({
				profile_urn: 'no urn',
				profile_slug: '',
				public_identifier: 'jane-doe',
				profile_url: 'https://www.linkedin.com/in/ACoAABCDEF123',
			}),
		).toEqual({ publicIdentifier: 'jane-doe', memberId: 'ACoAABCDEF123' });
		expect(memberOf({ profile_urn: 'urn:li:member:5', profile_slug: 'jane' })).toEqual({
			memberNumber: '5',
			publicIdentifier: 'jane',
		});
		expect(memberOf({ profile_urn: 7, profile_slug: null })).toEqual({});
	});
});

describe('profileOf', () => {
	it('reads nested and flat profiles', () => {
		expect(profileOf({ profile: { name: 'a' }, name: 'b' })).toEqual({ name: 'a' });
		expect(profileOf({ name: 'b', profile: null })).toEqual({ name: 'b', profile: null });
		expect(profileOf({ name: 'b', profile: 'https://…' })).toHaveProperty('name', 'b');
	});

	it.each([null, {}, { profile: {} }, [], 'text', 7, [{ name: 'a' }]])(
		'finds nobody in %j',
		(output) => {
			expect(() => profileOf(output as JsonValue)).toThrow(Failure);
		},
	);
});

describe('profileSlug', () => {
	it.each([
		[{ publicIdentifier: 'josé', memberId: 'ACoAA1' }, 'josé'],
		[{ memberId: 'ACoAA1', salesId: 'ACwAA1' }, 'ACoAA1'],
		[{ salesId: 'ACwAA1', memberNumber: '5' }, 'ACwAA1'],
	])('takes the best of %j', (member, slug) => {
		expect(profileSlug(member)).toBe(slug);
	});

	it.each([{ memberNumber: '5' }, {}])('says what else would do for %j', (member) => {
		expect(() => profileSlug(member)).toThrow(/cannot look a person up/);
	});
});

describe('searchFilters', () => {
	it('offers a field for each filter of the vendor, in order of their names', () => {
		const names = (searchFilters.properties[0].options ?? []).map(
			(option) => (option as { displayName: string }).displayName,
		);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		expect(names).toHaveLength(12);
	});

	it.each([
		[undefined, {}],
		[null, {}],
		[{}, {}],
		[{ company: ' ', geoUrn: ' , ,', title: undefined }, {}],
		[{ company: ' Acme, Inc. ' }, { company: 'Acme, Inc.' }],
		[{ geoUrn: '1' }, { geo_urn: ['1'] }],
		[{ geoUrn: 103644278 }, { geo_urn: ['103644278'] }],
		[{ industry: ' 4 ,6;;7\n8 ' }, { industry: ['4', '6', '7', '8'] }],
		[{ unknown: 'x', geo_urn: '1' }, {}],
	])('reads %j as %j', (given, body) => {
		expect(searchFilters.shape.filters.parse(given)).toEqual(body);
	});

	it('names the filter that is too long, or none', () => {
		const problems = searchFilters.shape.filters.safeParse({
			company: 'x'.repeat(1_001),
			title: {},
		});
		expect(problems.error?.issues.map(({ message }) => message)).toEqual([
			"'Company' has 1001 characters, and LinkedIn takes 1000 at most",
			"'Job Title' is not a text",
		]);
	});
});
