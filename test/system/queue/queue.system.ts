import { say } from '../../../scripts/editor/say';
import { nodeProcess } from '../../support/node';
import { describeCampaign } from './campaign';
import { startCluster } from './cluster';
import type { Cluster } from './cluster';
import { composeLacks } from './compose';
import { describeDeath } from './death';
import { describePerDay } from './perDay';
import { describeSameMoment } from './sameMoment';

/* n8n's queue mode as it is run in earnest: main, two workers, Redis, PostgreSQL, and this package. */

jest.setTimeout(30 * 60_000);

let started: Cluster | undefined;

function cluster(): Cluster {
	if (!started) throw new Error('n8n did not start in queue mode; see above');
	return started;
}

beforeAll(async () => {
	started = await startCluster();
	const stop = (): void => {
		say('Stopping …');
		void started?.close().then(() => nodeProcess.exit(130));
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) nodeProcess.once(signal, stop);
});

afterAll(async () => {
	await started?.close();
});

describeCampaign(cluster);
describeSameMoment(cluster);
describePerDay(cluster);
describeDeath(cluster);

test('The compose file in examples/queue-mode sets what was tested here', () => {
	expect(composeLacks(cluster().settings)).toEqual([]);
});

test("Nothing breaks the vendors' contracts", () => {
	const { violations } = cluster().sandbox;
	expect(
		violations.map(({ vendor, method, path, problems }) =>
			[vendor, method, path, ...problems].join(' '),
		),
	).toEqual([]);
});
