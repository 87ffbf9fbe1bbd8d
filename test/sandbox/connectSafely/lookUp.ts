import type { Answer } from '../types';
import type { Account } from '../world/accounts';
import type { Person } from '../world/person';
import type { World } from '../world/world';
import { refuse } from './errors';

const PROFILE_URN = /^urn:li:fsd_profile:(ACoAA[\w-]+)$/;

/** The account that acts: the one named, else the key's default. Otherwise the refusal. */
export function actingAccount(
	world: World,
	named: unknown,
	notFound: 403 | 404 = 403,
): Account | Answer {
	const id = typeof named === 'string' && named ? named : world.connectSafely.defaultAccountId;
	const account = world.account(id);
	if (!account || account.vendor !== 'connectSafely') {
		return notFound === 404
			? refuse(world, 404, 'LinkedIn account not found')
			: refuse(world, 403, 'You do not have access to this LinkedIn account');
	}
	return account;
}

/** 403 when the account has no API seat. */
export function withoutSeat(world: World, account: Account): Answer | undefined {
	if (account.seat) return undefined;
	return refuse(world, 403, 'No active API seat is allocated for this LinkedIn account');
}

/** By slug; never by URL. A bare member id only where that is switched on. */
export function bySlug(world: World, slug: string, use: 'read' | 'act'): Person | undefined {
	const { memberIdsAsSlugs: mode } = world.connectSafely;
	const person = world.lookUp.withSlug(slug);
	if (person) return person;
	const allowed = mode === 'always' || (mode === 'reads' && use === 'read');
	return allowed ? world.lookUp.withMemberId(slug) : undefined;
}

/** By urn:li:fsd_profile:ACoAA…, the one URN the docs name. */
export function byUrn(world: World, urn: string): Person | undefined {
	const id = PROFILE_URN.exec(urn)?.[1];
	return id ? world.lookUp.withMemberId(id) : undefined;
}

export const isAnswer = (value: Account | Answer): value is Answer => !('vendor' in value);

export const notFoundText = (id: string): string => `LinkedIn profile not found: ${id}`;
