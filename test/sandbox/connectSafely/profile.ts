import { asObject } from '../types';
import type { Answer, Call, Json } from '../types';
import { iso } from '../world/calendar';
import { profileUrn } from '../world/person';
import type { Person } from '../world/person';
import type { World } from '../world/world';
import { invalid, refuse } from './errors';
import { actingAccount, bySlug, isAnswer, withoutSeat } from './lookUp';

/** POST /profile, and GET /profile with fewer switches. */
export function fetchProfile(call: Call, world: World): Answer {
	const input: Json = call.method === 'GET' ? fromQuery(call.query) : asObject(call.body);
	const account = actingAccount(world, input.accountId);
	if (isAnswer(account)) return account;
	const { connectSafely: state } = world;
	const rates = () => state.quotas.headers(account.id, 'PROFILE_VIEW');
	if (typeof input.profileId !== 'string' || !input.profileId.trim()) {
		return invalid(world, 'profileId', 'profileId is required', rates());
	}
	const seat = withoutSeat(world, account);
	if (seat) return seat;
	const slug = input.profileId.trim();
	const person = bySlug(world, slug, 'read');
	const key = person?.memberId ?? slug;
	const cachedAt = input.forceRefresh === true ? undefined : state.cachedAt(account.id, key);
	if (cachedAt === undefined) {
		const free = input.forceRefresh !== true && state.countedToday(account.id, key);
		if (!free && state.quotas.remaining(account.id, 'PROFILE_VIEW') === 0) {
			return refuse(world, 429, state.quotas.exceededText(account.id, 'PROFILE_VIEW'), rates());
		}
		if (!free) state.count(account.id, key);
		if (person) state.remember(account.id, key);
	}
	const at = cachedAt ?? world.now();
	return {
		status: 200,
		headers: rates(),
		body: {
			success: true,
			profileId: slug,
			accountId: account.id,
			profile: person ? profileBody(person, account.id, input, world) : {},
			...(person && extras(person, input)),
			cached: cachedAt !== undefined,
			...(person && { cachedAt: iso(at), expiresAt: iso(state.expiresAt(at)) }),
			message: 'Profile information retrieved successfully',
		},
	};
}

function fromQuery(query: Record<string, string>): Json {
	const entries = Object.entries(query);
	return Object.fromEntries(
		entries.map(([name, value]) => [name, value === 'true' || (value === 'false' ? false : value)]),
	);
}

function profileBody(person: Person, accountId: string, input: Json, world: World): Json {
	const relation = world.network.relation(accountId, person.memberId);
	if (person.restricted) {
		return { firstName: 'LinkedIn', lastName: 'Member', entityUrn: profileUrn(person) };
	}
	return {
		firstName: person.firstName,
		lastName: person.lastName,
		headline: person.headline,
		location: { countryCode: person.country, postalCode: null, geoLocationName: null },
		entityUrn: profileUrn(person),
		publicIdentifier: person.publicIdentifier,
		profilePicture: null,
		isPremium: person.openProfile,
		isVerified: false,
		supportsFreeEmail: person.openProfile,
		connectionCount: person.connectionCount,
		followerCount: person.connectionCount * 2,
		isConnected: relation === 'connected',
		connectionDegree: relation === 'connected' ? 'DISTANCE_1' : 'DISTANCE_2',
		invitationSent: relation === 'invited',
		invitationReceived: relation === 'inviting',
		...(input.includeGeoLocation === true && {
			geoLocation: {
				city: person.location.split(',')[0],
				state: null,
				country: person.country,
				fullLocation: person.location,
				birthDate: null,
			},
		}),
	};
}

function extras(person: Person, input: Json): Json {
	return {
		...(input.includeExperience === true && {
			experience: [{ title: person.title, companyName: person.company.name }],
		}),
		...(input.includeEducation === true && { education: [{ schoolName: person.school }] }),
		...(input.includeSkills === true && { skills: [{ skillId: '1', name: 'Negotiation' }] }),
	};
}
