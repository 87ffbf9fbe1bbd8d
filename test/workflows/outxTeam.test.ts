import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import type { TeamShape } from '../sandbox/outx/team';
import { listSearch } from '../support/listSearch';
import { nodeTypes, shownError, useFixture } from './support/fixture';
import type { RunSpec } from './support/fixture';
import { callFailures } from './support/outx';

const fixture = useFixture();

const run = async (extra: Partial<RunSpec> = {}) =>
	await fixture.run({
		node: 'outX',
		...extra,
		parameters: { resource: 'team', operation: 'get' },
	});

describe('OutX team.get', () => {
	it('passes the team through whole, once per item', async () => {
		const result = await run({ items: [{}, {}, {}] });
		expect(result.json('Node')).toEqual(
			Array(3).fill({
				team: { id: 'sandbox-team', name: 'Sandbox' },
				plan: { name: 'pro', expires_at: '2027-01-31T00:00:00Z' },
				usage: { watchlists: { used: 1, limit: 10 } },
				members: [
					{ name: 'Olivia Admin', email: 'olivia@sandbox.example', role: 'admin' },
					{ name: 'Tom Müller', email: 'tom@sandbox.example', role: 'member' },
				],
			}),
		);
		expect(result.output('Node').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('hides the key, should OutX show it', async () => {
		const { outX: key } = fixture.sandbox.keys;
		fixture.sandbox.faults.add({
			kind: 'status',
			status: 200,
			body: JSON.stringify({ team: { api_key: key, name: 'Sandbox' } }),
			match: 'GET /api-team',
		});
		expect((await run()).json('Node')).toEqual([
			{ team: { api_key: '[hidden]', name: 'Sandbox' } },
		]);
	});

	it.each(callFailures('GET /api-team', false))('fails with $reason: $name', async (failure) => {
		failure.arrange?.(fixture);
		const credentials = {
			outXApi: { ...fixture.credentials.outXApi, ...failure.credentials?.outXApi },
		} as RunSpec['credentials'];
		const stopped = shownError(await run({ credentials }));
		expect(stopped.message).toMatch(failure.says);
		expect(stopped.details).toMatchObject({ reason: failure.reason, outcome: 'notSent' });
		// A credential that cannot be used at all is the node's failure, not an item's.
		if (failure.reason === 'invalidInput') return;
		fixture.sandbox.faults.clear();
		failure.arrange?.(fixture);
		const continued = await run({ credentials, onError: 'continueErrorOutput' });
		expect(continued.json('Node', 1)).toMatchObject([{ details: { reason: failure.reason } }]);
	});
});

describe('the list of team members in the editor', () => {
	const search = async (filter?: string, more: IDataObject = {}): Promise<INodeListSearchResult> =>
		await listSearch({
			nodeTypes,
			type: 'n8n-nodes-linkedin-outreach.outX',
			method: 'searchTeamMembers',
			parameters: { resource: 'collectedPost', operation: 'like' },
			credentials: { outXApi: { ...fixture.credentials.outXApi, ...more } as never },
			filter,
		});

	const EVERYBODY = [
		{ name: 'Olivia Admin (olivia@sandbox.example)', value: 'olivia@sandbox.example' },
		{ name: 'Tom Müller (tom@sandbox.example)', value: 'tom@sandbox.example' },
	];

	it.each(['members', 'nested', 'users'] as TeamShape[])('shows them (%s)', async (shape) => {
		fixture.sandbox.world.outX.teamShape = shape;
		expect(await search()).toEqual({ results: EVERYBODY });
		expect(await search(' MÜLLER ')).toEqual({ results: EVERYBODY.slice(1) });
		expect(await search('nobody')).toEqual({ results: [] });
	});

	it('says what to do where OutX does not show them', async () => {
		fixture.sandbox.world.outX.teamShape = 'none';
		await expect(search()).rejects.toThrow(/does not say who is in your team/);
	});

	it('says what is wrong', async () => {
		await expect(search('', { apiKey: 'wrong-key-of-somebody' })).rejects.toThrow(/API key/);
	});
});
