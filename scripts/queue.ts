import { nodeProcess } from '../test/support/node';
import { Trouble, say } from './editor/say';
import { checkCampaign } from './queue/checks/campaign';
import { checkCompose } from './queue/checks/compose';
import { checkDeath } from './queue/checks/death';
import { checkPerDay } from './queue/checks/perDay';
import { checkSameMoment } from './queue/checks/sameMoment';
import { startCluster } from './queue/cluster';
import { Verdict } from './queue/verdict';

/** n8n's queue mode as it is run in earnest: main, two workers, Redis, PostgreSQL, and this package. */
async function main(): Promise<boolean> {
	const cluster = await startCluster();
	const stop = (): void => {
		say('Stopping …');
		void cluster.close().then(() => nodeProcess.exit(130));
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) nodeProcess.once(signal, stop);
	try {
		const verdict = new Verdict();
		await checkCampaign(cluster, verdict);
		await checkSameMoment(cluster, verdict);
		await checkPerDay(cluster, verdict);
		await checkDeath(cluster, verdict);
		checkCompose(cluster.settings, verdict);
		const { violations } = cluster.sandbox;
		verdict.check(
			"Nothing breaks the vendors' contracts",
			violations.map(({ vendor, method, path, problems }) =>
				[vendor, method, path, ...problems].join(' '),
			),
		);
		return verdict.close();
	} finally {
		await cluster.close();
	}
}

main().then(
	(passed) => nodeProcess.exit(passed ? 0 : 1),
	(error: unknown) => {
		const plain = error instanceof Trouble;
		const text = error instanceof Error ? (plain ? error.message : error.stack) : String(error);
		nodeProcess.stderr.write(`${text}\n`);
		nodeProcess.exit(1);
	},
);
