import type { Json } from '../types';
import { fullName, profileUrl, profileUrn } from '../world/person';
import type { Person } from '../world/person';
import type { World } from '../world/world';
import type { Company } from './posts';

/**
 * task_output of fetch-profile, in the shape that is switched on. A hidden profile comes back
 * thin.
 */
export function profileOutput(person: Person, world: World): Json {
	if (person.restricted) {
		const thin = { headline: '', location: '' };
		return world.outX.profileShape === 'flat'
			? { name: 'LinkedIn Member', ...thin }
			: { profile: { full_name: 'LinkedIn Member', ...thin } };
	}
	if (world.outX.profileShape === 'nested') return { profile: nested(person) };
	return {
		name: fullName(person),
		headline: person.headline,
		location: person.location,
		profile_url: profileUrl(person),
		profile_urn: profileUrn(person),
		connections: Math.min(person.connectionCount, 500),
		followers: person.connectionCount * 2,
		experience: [{ title: person.title, company: person.company.name }],
		education: [{ school: person.school }],
		skills: ['Negotiation'],
	};
}

function nested(person: Person): Json {
	return {
		profile_urn: profileUrn(person),
		profile_slug: person.publicIdentifier,
		full_name: fullName(person),
		headline: person.headline,
		location: person.location,
		positions: [
			{
				title: person.title,
				company_name: person.company.name,
				location: person.location,
				start_year: 2020,
				start_month: 1,
				end_year: null,
				end_month: null,
				is_current: true,
			},
		],
	};
}

/** task_output of search-profiles: people who pass every filter given. */
export function searchOutput(input: Json, world: World): unknown {
	const count = typeof input.count === 'number' ? input.count : 25;
	const hits = world.people
		.filter((person) => !person.restricted && passes(person, input))
		.slice(0, count)
		.map((person) => ({
			name: fullName(person),
			headline: person.headline,
			location: person.location,
			profile_slug: person.publicIdentifier,
			profile_urn: profileUrn(person),
			connection_degree:
				world.network.relation(world.outX.accountId, person.memberId) === 'connected'
					? '1st'
					: '2nd',
		}));
	return wrap(hits, 'profiles', world);
}

/** task_output of fetch-connections; `total` counts the records of this page only. */
export function connectionsOutput(input: Json, world: World): unknown {
	const all = world.related(world.outX.accountId, 'connected');
	const ordered = input.sort_type === 'RECENTLY_ADDED' ? all.reverse() : all;
	const start = typeof input.start === 'number' ? input.start : 0;
	const count = typeof input.count === 'number' ? input.count : 40;
	const page = ordered
		.filter((person) => holds(fullName(person), input.keyword))
		.slice(start, start + count)
		.map((person) => ({
			name: fullName(person),
			headline: person.headline,
			profile_slug: person.publicIdentifier,
			profile_urn: profileUrn(person),
		}));
	return wrap(page, 'connections', world);
}

/** task_output of fetch-profiles-posts and fetch-company-posts. */
export function postsOutput(posts: Json[], world: World): unknown {
	return world.outX.listShape === 'profiles' ? { posts } : wrap(posts, 'posts', world);
}

/** task_output of fetch-company: the fields the vendor's client names in prose. */
export function companyOutput({ name, id, slug }: Company, world: World): Json {
	return {
		name,
		industry: 'Software Development',
		employee_count: world.people.filter(({ company }) => company.slug === slug).length,
		description: `About ${name}`,
		headquarters: 'Paris, France',
		logo: 'https://example.invalid/logo.png',
		...(world.outX.tellsCompanyUrn && { company_urn: `urn:li:fsd_company:${id}` }),
	};
}

function wrap(records: Json[], key: string, world: World): unknown {
	if (world.outX.listShape === 'array') return records;
	const name = world.outX.listShape === 'results' ? 'results' : key;
	return { [name]: records, total: records.length };
}

function passes(person: Person, input: Json): boolean {
	const everything = `${fullName(person)} ${person.headline} ${person.location}`;
	return (
		holds(everything, input.keywords) &&
		holds(person.title, input.title) &&
		holds(person.company.name, input.company) &&
		holds(person.firstName, input.first_name) &&
		holds(person.lastName, input.last_name) &&
		holds(person.school, input.school) &&
		isOneOf(person.geoId, input.geo_urn) &&
		isOneOf(person.company.id, input.current_company) &&
		isOneOf(person.industryId, input.industry) &&
		isOneOf(person.language, input.profile_language) &&
		!(Array.isArray(input.past_company) && input.past_company.length > 0)
	);
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function holds(text: string, wanted: unknown): boolean {
	return typeof wanted !== 'string' || plain(text).includes(plain(wanted.trim()));
}

function isOneOf(value: string, wanted: unknown): boolean {
	if (!Array.isArray(wanted) || wanted.length === 0) return true;
	return wanted.some((id) => String(id).split(':').pop() === value);
}
