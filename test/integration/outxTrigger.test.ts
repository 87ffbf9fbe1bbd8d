import type { IDataObject } from 'n8n-workflow';

import { OutXApi } from '../../credentials/OutXApi.credentials';
import { OutXTrigger } from '../../nodes/OutX/OutXTrigger.node';
import { fromClasses } from '../support/engine';
import { Poller } from '../support/poll';
import type { PollerOptions } from '../support/poll';
import { locator, useFixture } from './support/fixture';

const fixture = useFixture();
const nodeTypes = fromClasses({ 'n8n-nodes-linkedin-outreach.outXTrigger': OutXTrigger }, [OutXApi]);

const MINUTE = 60_000;
const watchlist = () => fixture.sandbox.world.outX.watchlists.ours[0];
const poller = (parameters: IDataObject, more: Partial<PollerOptions> = {}): Poller =>
	new Poller({
		nodeTypes,
		type: 'n8n-nodes-linkedin-outreach.outXTrigger',
		parameters,
		credentials: { outXApi: fixture.credentials.outXApi as Record<string, string> },
		...more,
	});
const posts = (): IDataObject => ({
	event: 'newCollectedPost',
	watchlist: locator(watchlist().id, 'id'),
});
const drive = async <T>(promise: Promise<T>) => await fixture.time.drive(promise);

it('works', async () => {
	const p = poller(posts());
	console.log(await drive(p.activate()), p.state, fixture.sandbox.requests.map((r) => [r.path, r.query]));
	fixture.sandbox.world.outX.watchlists.collect(watchlist(), 3, { at: fixture.time.now() });
	console.log(await drive(p.poll()), p.state);
	const c = poller({ event: 'newConnection' });
	console.log(await drive(c.activate()), c.state, fixture.time.elapsed());
	console.log(await drive(c.poll('manual')), MINUTE);
});
