import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { fs, path } from '../../support/node';
import { credentialsFor, logIn, putCredentials } from '../../../scripts/editor/furnish';
import { installN8n, nodeForN8n } from '../../../scripts/editor/install';
import { installPackage } from '../../../scripts/editor/package';
import { root } from '../../../scripts/editor/places';
import { freePort } from '../../../scripts/editor/ports';
import { Rest } from '../../../scripts/editor/rest';
import { part } from '../../../scripts/editor/say';
import { startN8n } from '../../../scripts/editor/server';
import type { Server } from '../../../scripts/editor/server';
import { databaseAt } from './database';
import type { Database } from './database';
import { findPrograms } from './needs';
import { DATABASE, startPostgres } from './postgres';
import { startRedis } from './redis';

/** Everything this test keeps: data of the last run, logs, the installed package. */
export const queueFolder = path.join(root, '.cache', 'queue');

const USUAL_PORT = 5710;
const WORKERS = ['worker-1', 'worker-2'] as const;
const AT_ONCE = 10;

export interface Worker extends Server {
	readonly name: string;
	readonly log: string;
}

export interface Cluster {
	readonly sandbox: Sandbox;
	/** The main n8n's API, logged in as its owner. */
	readonly rest: Rest;
	/** The main n8n, which receives webhooks and hands executions to the workers. */
	readonly url: string;
	readonly workers: readonly Worker[];
	readonly database: Database;
	readonly credentials: ReadonlyMap<string, { id: string; name: string }>;
	/** What main and workers were told about the queue, in n8n's environment variables. */
	readonly settings: Readonly<Record<string, string>>;
	close(): Promise<void>;
}

/** What main and workers have in common. The compose file in examples/queue-mode sets the same. */
function queueSettings(redis: number, postgres: number): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres),
		DB_POSTGRESDB_DATABASE: DATABASE.database,
		DB_POSTGRESDB_USER: DATABASE.user,
		DB_POSTGRESDB_PASSWORD: DATABASE.password,
		// n8n's own default is a minute; a dead worker is to be noticed within this test.
		QUEUE_WORKER_LOCK_DURATION: '15000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
		QUEUE_WORKER_STALLED_INTERVAL: '5000',
	};
}

/** An empty folder for one n8n, except for the package, which is installed once and copied. */
function emptied(name: string): string {
	const folder = path.join(queueFolder, name);
	fs.mkdirSync(path.join(folder, '.n8n'), { recursive: true });
	const keep = new Set(['nodes']);
	for (const entry of fs.readdirSync(path.join(folder, '.n8n'))) {
		if (!keep.has(entry)) fs.rmSync(path.join(folder, '.n8n', entry), { recursive: true });
	}
	return folder;
}

/** A whole n8n in queue mode beside the sandbox: Redis, PostgreSQL, main and two workers. */
export async function startCluster(): Promise<Cluster> {
	const programs = findPrograms();
	const worked = (did: boolean): boolean => did;
	await part('n8n is installed', installN8n, worked);
	const node = await nodeForN8n();
	const home = emptied('main');
	await part(
		'The package is built, packed and installed',
		async () => await installPackage(home),
		worked,
	);
	const running: Array<() => Promise<void>> = [];
	const close = async (): Promise<void> => {
		for (const stop of running.splice(0).reverse()) await stop();
	};
	let next = USUAL_PORT;
	const port = async (): Promise<number> => await freePort(next++);
	let complete = false;
	try {
		const sandbox = await startSandbox();
		running.push(sandbox.close);
		const [redisPort, postgresPort] = [await port(), await port()];
		await part('Redis and PostgreSQL are up', async () => {
			const redis = await startRedis(programs.redis, path.join(queueFolder, 'redis'), redisPort);
			running.push(redis.stop);
			const postgres = await startPostgres(
				programs.postgres,
				path.join(queueFolder, 'postgres'),
				postgresPort,
			);
			running.push(postgres.stop);
		});
		const settings = queueSettings(redisPort, postgresPort);
		const main = await part('n8n main is up', async () => {
			return await startN8n({
				node,
				userFolder: home,
				port: await port(),
				brokerPort: await port(),
				env: settings,
			});
		});
		running.push(main.stop);

		const startWorker = async (name: string): Promise<Worker> => {
			const userFolder = emptied(name);
			const nodes = path.join('.n8n', 'nodes');
			fs.rmSync(path.join(userFolder, nodes), { recursive: true, force: true });
			fs.cpSync(path.join(home, nodes), path.join(userFolder, nodes), { recursive: true });
			const health = await port();
			const server = await startN8n({
				node,
				userFolder,
				port: health,
				brokerPort: await port(),
				command: ['worker', `--concurrency=${AT_ONCE}`],
				env: {
					...settings,
					QUEUE_HEALTH_CHECK_ACTIVE: 'true',
					QUEUE_HEALTH_CHECK_PORT: String(health),
				},
			});
			running.push(server.stop);
			return { ...server, name, log: path.join(userFolder, 'n8n.log') };
		};
		const workers = await part('Two workers are up', async () => [
			await startWorker(WORKERS[0]),
			await startWorker(WORKERS[1]),
		]);
		const rest = new Rest(main.url);
		await logIn(rest);
		const credentials = await putCredentials(rest, credentialsFor(sandbox));
		const database = databaseAt(programs.postgres, queueFolder, postgresPort);
		complete = true;
		return { sandbox, rest, url: main.url, workers, database, credentials, settings, close };
	} finally {
		if (!complete) await close();
	}
}
