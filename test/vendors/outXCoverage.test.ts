import type { IDataObject } from 'n8n-workflow';

import { outX } from '../../nodes/OutX/vendor';
import { compare } from '../../scripts/coverage/compare';
import { callsOf } from '../../scripts/coverage/contract';
import { outXOffers } from '../../scripts/coverage/offered';
import { locator, useFixture } from '../workflows/support/fixture';
import { PEOPLE } from '../sandbox';
import { TEAM } from '../sandbox/outx/team';
import type { WatchlistType } from '../sandbox/outx/watchlists';

const fixture = useFixture();

const calls = callsOf('outx');
const operations = outX.operations.map(({ resource, operation }) => `${resource}.${operation}`);

const byId = (value: string): IDataObject => ({ __rl: true, mode: 'id', value });
const recipient = locator(PEOPLE.connected, 'id');
const sending = { pauseMin: 0, pauseMax: 0 };
const post = 'urn:li:activity:7123456789012345678';
const company = 'https://www.linkedin.com/company/acme';
const taskId = '550e8400-e29b-41d4-a716-446655440000';

const seeded = () => fixture.sandbox.world.outX.watchlists.ours[0];
const reaction = () => {
	const teamMember = { __rl: true, mode: 'email', value: TEAM[0].email };
	return { post: seeded().posts[0].id, teamMember, sending };
};

/** Parameters with which each operation makes its call; those of watchlists for one of their types. */
const PARAMETERS: Record<string, (type: WatchlistType) => IDataObject> = {
	'message.send': () => ({ recipient, message: 'Hello', sending }),
	'connection.sendRequest': () => ({ recipient, note: '', sending }),
	'connection.getAll': () => ({}),
	'profile.get': () => ({ recipient }),
	'profile.search': () => ({ filters: { title: 'CTO' } }),
	'profile.getPosts': () => ({ recipient }),
	'company.get': () => ({ company }),
	'company.getPosts': () => ({ company }),
	'post.like': () => ({ post, sending }),
	'post.comment': () => ({ post, comment: 'Well said', sending }),
	'task.get': () => ({ taskId }),
	'task.waitFor': () => ({ taskId }),
	'watchlist.create': (watchlistType) => ({
		watchlistType,
		findBy: 'keywords',
		keywords: 'hiring',
		people: PEOPLE.connected,
		companies: company,
	}),
	'watchlist.get': (watchlistType) => ({ watchlistType, watchlist: byId(taskId) }),
	'watchlist.getAll': (watchlistType) => ({ watchlistType }),
	'watchlist.update': (watchlistType) => ({
		watchlistType,
		watchlist: byId(taskId),
		updateFields: { name: 'New name' },
	}),
	'watchlist.delete': (watchlistType) => ({ watchlistType, watchlist: byId(taskId) }),
	'collectedPost.getAll': () => ({ watchlist: byId(seeded().id) }),
	'collectedPost.like': reaction,
	'collectedPost.comment': () => ({ ...reaction(), comment: 'Well said' }),
	'interaction.getAll': () => ({ watchlist: byId(seeded().id) }),
	'team.get': () => ({}),
};

const typeIn = (path: string): WatchlistType =>
	(/^\/api-(keyword|people|company|reddit)-/.exec(path)?.[1] ?? 'keyword') as WatchlistType;

/** Every call that is offered, with each operation that is said to make it. */
const promises = calls.flatMap((call) => {
	const offer = outXOffers[call.name] ?? [];
	return 'notOffered' in offer ? [] : offer.map((operation) => [operation, call] as const);
});

describe("what OutX's contract describes", () => {
	const coverage = compare(calls, outXOffers, operations);

	it('is offered, or left out for a reason', () => {
		expect(coverage.missing).toEqual([]);
		expect(coverage.leftOut.map(([name]) => name)).toEqual([
			'authSendOtp',
			'authVerifyOtp',
			'createKeywordWatchlistByPromptLegacy',
			'updateKeywordWatchlistPromptLegacy',
		]);
		for (const [, why] of coverage.leftOut) expect(why).toMatch(/\w+ \w+/);
	});

	it('is all that the map and the node speak of', () => {
		expect(coverage.unknown).toEqual([]);
		expect(coverage.unmapped).toEqual([]);
		expect(Object.keys(PARAMETERS).sort()).toEqual([...operations].sort());
	});

	it.each(promises.map(([operation, call]) => [operation, call.method, call.path] as const))(
		'%s requests %s %s',
		async (name, method, path) => {
			const [resource, operation] = name.split('.');
			const parameters = { resource, operation, ...PARAMETERS[name](typeIn(path)) };
			// Whether it succeeds is for its own tests: here counts what it asks for.
			await fixture.run({ node: 'outX', parameters });
			const requests = fixture.sandbox.requests.map((one) => `${one.method} ${one.path}`);
			expect(requests).toContain(`${method} ${path}`);
		},
	);
});

describe('the comparison', () => {
	const call = (name: string) => ({ name, method: 'POST', path: `/${name}` });

	it('finds what is missing, left out, unknown and unmapped', () => {
		const offers = {
			a: ['x.get'],
			b: ['x.get', 'x.gone'],
			c: { notOffered: 'is deprecated' },
			e: ['x.get'],
		};
		const found = compare(['a', 'b', 'c', 'd'].map(call), offers, ['x.get', 'x.new']);
		expect(found).toEqual({
			offered: ['a'],
			leftOut: [['c', 'is deprecated']],
			missing: ['b', 'd'],
			unknown: ['e'],
			unmapped: ['x.new'],
		});
	});

	it('counts each action of an address that does several things', () => {
		const names = callsOf('linkupapi').map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['v2Network invite', 'v2Credits']));
		expect(names).not.toContain('v2Network');
		expect(new Set(names).size).toBe(names.length);
	});
});
