import { defineRead } from '../define';
import { fetchTeam } from '../people/team';

/**
 * GET /api-team (the vendor's MCP server, account.ts).
 *
 * Out: one item, the answer as it came. Its keys are documented nowhere, so nothing in it is renamed,
 * simplified or left out, and there is no output schema.
 *
 * The list of team members, which likes and comments on collected posts offer, is made from the same
 * answer: it finds the members under any plausible name (team.ts).
 *
 * Fails with `authentication` for a key OutX does not accept, and with `extensionOffline` when no browser of
 * the team was seen in the last 48 hours. OutX says the latter of teams without global data sharing
 * only (docs.outx.ai, Authentication).
 */
export const getTeam = defineRead({
	resource: 'team',
	operation: 'get',
	name: 'Get',
	action: 'Get team',
	description: 'Read your OutX team: its members, its plan and how much of it is used',
	// The key names the team.
	fields: [],
	calls: ['GET /api-team'],
	perform: async (api) => await fetchTeam(api),
});
