import type { Json } from '../types';
import type { World } from '../world/world';

export interface Member {
	name: string;
	email: string;
	role: 'admin' | 'member';
	/** Titles of the company pages this member manages. */
	pages: string[];
}

/** Everybody of the team, the oldest admin first. */
export const TEAM: readonly Member[] = [
	{ name: 'Olivia Admin', email: 'olivia@sandbox.example', role: 'admin', pages: ['Acme'] },
	{ name: 'Tom Müller', email: 'tom@sandbox.example', role: 'member', pages: [] },
];

/** How /api-team lists its members: its keys are documented nowhere. */
export type TeamShape = 'members' | 'nested' | 'users' | 'none';

/** Who is in the team just now. */
export function membersOf({ outX }: World): Member[] {
	return TEAM.filter(({ role }) => outX.hasAdmin || role !== 'admin');
}

/** GET /api-team. */
export function teamAnswer(world: World): Json {
	const members = membersOf(world).map(({ name, email, role }) => ({ name, email, role }));
	const team = { id: 'sandbox-team', name: 'Sandbox' };
	const plan = { name: 'pro', expires_at: '2027-01-31T00:00:00Z' };
	const { watchlists, watchlistLimit } = world.outX;
	const usage = { watchlists: { used: watchlists.ours.length, limit: watchlistLimit } };
	switch (world.outX.teamShape) {
		case 'nested':
			return { success: true, data: { team: { ...team, users: members }, plan, usage } };
		case 'users':
			return {
				team,
				plan,
				usage,
				team_users: members.map(({ name, email, role }) => ({
					role,
					user: { user_email: email, full_name: name },
				})),
			};
		case 'none':
			return { team, plan, usage, member_count: members.length };
		default:
			return { team, plan, usage, members };
	}
}
