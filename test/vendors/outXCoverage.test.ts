import type { IDataObject } from 'n8n-workflow';

import { OutXApi } from '../../credentials/OutXApi.credentials';
import { OutXTrigger } from '../../nodes/OutX/OutXTrigger.node';
import { compare } from '../../scripts/coverage/compare';
import { callsOf } from '../../scripts/coverage/contract';
import { offeredIn } from '../../scripts/coverage/nodes';
import { offersOf } from '../../scripts/coverage/offered';
import { locator, useFixture } from '../workflows/support/fixture';
import { PEOPLE } from '../sandbox';
import { TEAM } from '../sandbox/outx/team';
import type { WatchlistType } from '../sandbox/outx/watchlists';
import { fromClasses } from '../support/engine';
import { Poller } from '../support/poll';

const fixture = useFixture();

const calls = callsOf('outx');

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

const TRIGGER = 'outXTrigger';

/** Lets the trigger poll once for an event. */
async function poll(event: string): Promise<void> {
	const type = `n8n-nodes-linkedin-outreach.${TRIGGER}`;
	const poller = new Poller({
		nodeTypes: fromClasses({ [type]: OutXTrigger }, [OutXApi]),
		type,
		parameters: { event, watchlist: locator(seeded().id, 'id') },
		credentials: { outXApi: { ...fixture.credentials.outXApi } as Record<string, string> },
	});
	await fixture.time.drive(poller.activate());
}

const typeIn = (path: string): WatchlistType =>
	(/^\/api-(keyword|people|company|reddit)-/.exec(path)?.[1] ?? 'keyword') as WatchlistType;

/** Every call that is offered, with each operation and event that is said to make it. */
const promises = calls.flatMap((call) => {
	const offer = offersOf('outX', calls)[call.name] ?? [];
	return 'notOffered' in offer ? [] : offer.map((operation) => [operation, call] as const);
});

describe("what OutX's contract describes", () => {
	it('is offered, or left out for a reason', async () => {
		const { missing, leftOut } = compare(calls, offersOf('outX', calls), await offeredIn('OutX'));
		expect(missing).toEqual([]);
		expect(Object.keys(leftOut)).toEqual([
			'POST /linkedin-agent/auth-send-otp',
			'POST /linkedin-agent/auth-verify-otp',
			'POST /api-keyword-watchlist-prompt',
			'PUT /api-keyword-watchlist-prompt',
		]);
		for (const why of Object.values(leftOut)) expect(why).toMatch(/\w+ \w+/);
	});

	it('is asked of every operation here', async () => {
		const operations = (await offeredIn('OutX')).filter((name) => !name.startsWith(TRIGGER));
		expect(Object.keys(PARAMETERS).sort()).toEqual(operations.sort());
	});

	it.each(promises.map(([operation, call]) => [operation, call.method, call.path] as const))(
		'%s requests %s %s',
		async (name, method, path) => {
			const [resource, operation] = name.split('.');
			// Whether it succeeds is for its own tests: here counts what it asks for.
			if (resource === TRIGGER) await poll(operation);
			else {
				const parameters = { resource, operation, ...PARAMETERS[name](typeIn(path)) };
				await fixture.run({ node: 'outX', parameters });
			}
			const requests = fixture.sandbox.requests.map((one) => `${one.method} ${one.path}`);
			expect(requests).toContain(`${method} ${path}`);
		},
	);
});
