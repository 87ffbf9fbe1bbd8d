import { teamMembers } from '../../../../nodes/OutX/people/team';
import type { JsonObject } from '../../../../nodes/shared/json/types';

const JANE = { email: 'jane@acme.example', name: 'Jane Doe' };

describe('the members in an answer of unknown shape', () => {
	it.each<[string, JsonObject]>([
		['beside the team', { members: [{ ...JANE, role: 'admin' }] }],
		['within the team', { data: { team: { users: [JANE] } } }],
		['under another name', { team_members: [{ user_email: JANE.email, full_name: JANE.name }] }],
		[
			'in two parts',
			{ users: [{ emailAddress: JANE.email, first_name: 'Jane', last_name: 'Doe' }] },
		],
		['as users of seats', { seats: [{ role: 'x', user: { mail: JANE.email, name: JANE.name } }] }],
		['by their keys', { members: { u1: JANE } }],
		['twice', { admins: [JANE], members: [{ ...JANE, email: 'JANE@acme.example' }] }],
	])('are found %s', (_where, team) => {
		expect(teamMembers(team)).toEqual([JANE]);
	});

	it('are called by their address where they have no name', () => {
		expect(teamMembers({ members: [{ email: ' a@b.example ', name: ' ' }] })).toEqual([
			{ email: 'a@b.example', name: 'a@b.example' },
		]);
	});

	it.each<[string, JsonObject]>([
		['an address of the team itself', { email: 'billing@acme.example', name: 'Acme' }],
		['no address', { members: [{ name: 'Jane Doe', email: 'not an address' }] }],
		['nothing', {}],
	])('are none in %s', (_what, team) => {
		expect(teamMembers(team)).toEqual([]);
	});

	it('are looked for within bounds', () => {
		const deep: JsonObject = {};
		let at = deep;
		for (let i = 0; i < 5_000; i++) at = at.next = {} as JsonObject;
		at.members = [JANE];
		expect(teamMembers(deep)).toEqual([]);
		expect(teamMembers({ list: Array(200_000).fill(0) })).toEqual([]);
	});
});
